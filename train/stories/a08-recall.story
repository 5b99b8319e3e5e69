# Recall of Lullabee baby rockers
== 1-wire.txt 2022-06-21
[recall: Nestwell recalls 2.1 million baby rockers] after [deaths: nine infant deaths]

[recall: U.S. nursery products maker Nestwell is recalling about 2.1 million of its Lullabee motorised rockers] after [deaths: the deaths of nine babies], the Consumer Product Safety Commission said on Tuesday.

[cause: The infants suffocated after rolling from their backs to their fronts] [unstrapped: while not strapped in], the agency said. The deaths occurred between 2016 and this April.

[stop-use: Parents should stop using the rockers immediately]. [refund: Nestwell will give owners a full refund], a spokesperson said.

[sold: The rockers were sold from 2013 at Bigmart, Tottery and online] [price: for between $90 and $140]. [canada: A further 160,000 were sold in Canada and Mexico].

"[condolence: Our hearts are broken for these families]," Nestwell's chief executive, Laura Penn, said in a statement. "[sleep: The Lullabee was never intended for sleep]."

[resist: The company had resisted a recall since last autumn], [warned: when the agency issued a unilateral warning to consumers]. [warn-reason: Nestwell called that warning "misleading"], [label: pointing to instructions that tell parents to use the harness at all times].

[law: A federal law that came into force in May bans the sale of inclined sleepers for infants]. [law-scope: It does not cover motorised rockers].

[shares: Shares in Nestwell's parent, Horizon Brands, fell 11 percent]. [charge: Horizon said it would take a $165 million charge].

In 2019 a different company, Cradlewise Inc, withdrew 700,000 hammocks after four babies died. Three lawsuits over those deaths are still open.
== 2-ohiosentinel.txt 2022-06-22
For one Dayton mother, [recall: the recall] is 14 months late

By Carla Dean

Ashlee Fort keeps the receipt in a kitchen drawer: [price: $119.99], [sold: from the Bigmart on Salem Avenue], March 3, 2021.

Seven weeks later [micah: her son Micah, five months old, died in the rocker] it was for. [micah-minutes: She had gone to the laundry room for ten minutes]. He had turned over. [micah-strap: The strap was fastened when she left him], she says; the coroner's report says that it was found undone.

On Tuesday [recall: the company that made it agreed to take every Lullabee back]. [deaths: Micah is one of nine].

"[fort-quote: They knew in 2019]," Fort said. "[fort-quote: They had a meeting about it]." She was referring to an internal e-mail that came out in her lawsuit, in which [email-content: a product manager described "another rollover event" and suggested a firmer seat]. [no-redesign: The seat was not changed].

[trial: [lawsuit: Her suit, one of five against the company], is to be tried in October]. Nestwell declined to comment on it. In court papers [sleep: it has argued that a rocker is not a bed], and [label: that its manual warns never to leave a child unbuckled].

Sen. Rob Hale, D-Ohio, said he would introduce a bill to let the safety commission order recalls without the makers' consent. "[gag: The agency has to ask permission to warn people]," he said. "[gag: It is a gag, and babies die of it]."

She has since had a daughter, Jada, who is six weeks old and sleeps in a plastic drawer that the county gives away for nothing. There was another baby on Fort's street, years ago, who died in a crib with a loose side. That crib had been recalled, twice, and nobody had told the family that either. Fort knows the mother. They do not talk about it.

Bigmart took the rocker off its shelves on Monday night. On Tuesday afternoon four were listed on a neighborhood resale site, one as "hardly used".
== 3-parentsguide.txt 2022-06-22
[recall: Lullabee rocker recall]: what to do if you have one

[stop-use: First things first: take your baby out of it and don't put it back]. Even if your little one loves it. Even with the straps done up.

Why is it being recalled?
[deaths: At least nine babies have died] in Lullabees. [cause: They turned over and could not breathe]. [unstrapped: None was buckled in], according to the CPSC, but [micah-strap: one family disputes this].

Which models?
All of them: Lullabee, Lullabee Plus and Lullabee Duo, [sold: sold since 2013 in big stores and on the web]. Look for a grey tag under the seat. [canada: Canadian parents have the same product under the name DouxDodo], and the advice is the same.

How do I get my money?
[refund: You can get all of it back], receipt or not. Go to the company's website, and [cut-cord: cut the power cord and send a photo of it]. Expect a cheque in six weeks. Don't sell it and don't give it away: [resale: it is against the law to sell a recalled product].

But I thought those were banned?
[law: Sloping sleepers were outlawed this spring]. [law-scope: Rockers with motors slipped through the net].

So where should a baby sleep?
[flat: On the back, on a firm, flat surface], with nothing else in there. [paediatricians: The American Academy of Pediatrics has advised against sleeping in sitting devices for years]. If he nods off in the car or a swing, move him as soon as you can.

We know: you're tired. We are too.
== 4-marketday.txt 2022-06-22
Horizon counts the cost of [recall: Lullabee withdrawal]

[shares: Investors knocked $900m off the value of Horizon Brands on Tuesday] after [recall: its Nestwell subsidiary pulled its best-selling product from sale].

[charge: The group will book a charge of $165m in the second quarter] to cover refunds and destroyed stock. The figure excludes legal costs. [lawsuit: Five families are suing]; [trial: the first case is due to be heard in October] in Ohio.

Analysts at Kerr Bright put the eventual bill at $400m. "The number that matters is in the e-mails," said Dana Kerr, citing [email-content: a 2019 message in which a manager wrote of "another rollover event"]. [no-redesign: No design change followed].

[resist: Horizon had fought the regulator for eight months]. [warned: When the commission told parents in October to stop using the rockers], [warn-reason: the company accused it of misleading the public] and published a study, which it had paid for, showing that risks were low. What changed its mind, a person close to the board said, was Bigmart: [bigmart-ultimatum: the retailer said this month that it would drop all Nestwell goods unless the rocker went].

[penn-bonus: Laura Penn, the chief executive, received a bonus of $1.8m in March], tied in part to sales of the Lullabee. [condolence: She spoke on Tuesday of heartbreak].

Congress may now revisit the law that requires the watchdog to negotiate with manufacturers. Earlier attempts, in 2008 and 2019, died in committee.
== 5-ctvconsumer.txt 2022-06-23
[canada: Health Canada says 95,000 of the recalled rockers were sold in this country]

The regulator has had no reports of deaths or injuries in Canada, it said on Wednesday, a day after [recall: the American manufacturer announced it would buy back more than two million units].

Toronto grandmother Joy Singh said she had put hers in the garbage with a note: "Do not take." [resale: Reselling one is illegal], the department reminds Canadians. [refund: Nestwell will reimburse purchasers in full] once they have [cut-cord: disabled the device by cutting its cord].

In the U.S. anger is growing about the delay. [warned: A warning went out last fall]; [gag: by law, the commission there cannot name a product without first consulting its maker]. [micah: Ashlee Fort of Ohio, whose five-month-old died in 2021], told CBS that [micah-minutes: she had been out of the room for ten minutes] and that [fort-quote: the firm had known of the danger for years].

[bigmart-ultimatum: It was an ultimatum from the Bigmart chain that forced the company's hand], U.S. media report. [penn-bonus: The CEO was awarded a seven-figure bonus this spring].

Pediatrician Dr. Owen Lam of SickKids said that the lesson was wider. "[flat: Flat, firm, on the back, every time]. [paediatricians: We have been saying it since the nineties]," he said. "A seat is not a bed, and a motor is not a mother."

It is not the only product under review. The department said it was looking at two brands of weighted sleep sacks and had asked a Quebec maker of car seats for test results after a buckle broke in a crash in May. No one was hurt. An earlier order against a padded bath seat, which two families had said nearly drowned their sons, was lifted last fall.

The department asks anyone who knows of an incident to file a report on its website.
