# Outbreak of Lassa-like Maru fever in Benduma
== 1-wire.txt 2019-06-17
[declared: Benduma declares outbreak of Maru fever] after [deaths: 19 deaths]

KESSI, Benduma (IPN) - [declared: Benduma's health ministry on Monday declared an outbreak of Maru virus] in the west of the country, [deaths: where 19 people have died] [cases: out of 43 known cases].

[spread: Maru fever, which is spread by rodents and by the body fluids of the sick], [bleeding: causes high temperature, vomiting and bleeding]. [fatality: It kills up to half of those infected]. [novacc: There is no licensed vaccine].

[first-case: The first known patient was a 29-year-old miner from the town of Dalu], [first-when: who fell ill in early May], Health Minister Grace Ansu said. [nurses: Six of the dead are health workers].

"There is no cause for panic," Ansu told reporters in the capital, Kessi. "But there is every cause for speed."

[who: The World Health Organization said it was sending 12 experts] and [gear: four tonnes of protective equipment]. [trial: An experimental antibody treatment made by the U.S. firm Corvex could be used in a trial], a WHO spokesman said.

[border: Neighbouring Tolanda closed two crossings as a precaution], although [who-border: the WHO advised against travel restrictions].

[last: The last outbreak of the disease in Benduma, in 2011], [last-deaths: killed 71 people].

[schools: Schools in the Dalu district have been shut]. Markets remain open but are half empty.
== 2-localdaily.txt 2019-06-18
Dalu buries its nurses

By Samuel Kofi Dede in Dalu

They had gloves for the first nine days. Then [gloves: the gloves ran out], and Sister Comfort Abena went on working.

She was 44. On Sunday she was put into the red ground behind the mission hospital by men in white suits, while her daughters sang from behind a rope. [nurses: She is the sixth nurse or doctor to be lost to the fever].

[first-case: It began, people here say, with a young man from the gold pits], Yaw Tinde. He had been eating bush rat. [first-when: He came to the hospital on 4 May] and [malaria: was treated for malaria]. Nobody was told to keep away from him.

"[letters: I wrote to Kessi three times]," said the hospital's director, Dr Emmanuel Osei. "I got no answer." [letters-deny: The ministry says no such letters arrived].

[schools: All 22 schools in the district are closed until further notice]. At the lorry park passengers have their temperature taken with a thing like a pistol, and some run away from it.

[gear: A plane with suits, masks and goggles is to land this week], sent by Geneva. Osei showed us his own store: eleven goggles, one with a cracked glass, and a box of bin bags.

Rumours fly. One says that the sickness was brought by the foreign mining company. Another cures it with salt water. Two people have died from drinking that.
== 3-broadcaster.txt 2019-06-24
[kessi: Maru virus reaches Benduma's capital]

[kessi: A case of Maru fever has been confirmed in Kessi], Benduma's capital, a city of two million, raising fears that [declared: the outbreak declared last week] could spin out of control.

[kessi-who: The patient, a 35-year-old trader, had travelled by bus from Dalu], and is being kept in isolation. [contacts-trace: Health workers are searching for 61 people who shared the vehicle].

[deaths: The death toll stands at 31], with [cases: 70 people infected], according to official figures.

"One case in the capital is not an epidemic in the capital," Health Minister Grace Ansu said. She rejected accusations that the government had been slow to react.

Aid agency Doctors Without Walls said that [lost: precious weeks were lost in May]. [letters: Warnings from the hospital in Dalu had gone unheeded], it said.

What is Maru fever?

It is [spread: passed on by rats and through contact with the fluids of patients]. [bleeding: Symptoms include fever, vomiting and, in severe cases, bleeding]. [fatality: Between a third and a half of patients die].

Can it be treated?

[novacc: No vaccine has been approved]. But [trial: doctors will start giving an antibody drug by US biotech Corvex to volunteers in Dalu] this week. [trial-animal: It has worked in monkeys].

[border: Tolanda has shut its border] and Sorovia has suspended flights.
== 4-usbiz.txt 2019-06-25
Corvex soars on hopes for fever drug

Shares of Corvex Therapeutics jumped 38% Tuesday after the Boston company said [dosed: the first patients in the West African nation of Benduma had received its antibody, CVX-9].

[trial-size: About 60 people are to be enrolled]. [donate: Corvex is supplying the doses free of charge].

[trial-animal: The drug protected 11 of 12 macaques] in a 2017 study, but had never been tried on a sick human being. "Hope is not data," CEO Linda Farrow told analysts. [results: Results aren't expected before September].

[novacc: There's no approved vaccine against the virus], [fatality: which can be lethal in as many as one in two cases]. [deaths: It has killed 33 people in Benduma since May], [nurses: a fifth of them medical staff].

The market for such a drug is tiny. Analysts see its value in the Pentagon's interest in stockpiles; the Army paid $90 million for a Marburg treatment in 2015 that was never used.

The outbreak has also hit Orvale Gold, whose Dalu mine has been shut since Friday. The Canadian miner produces 11% of its gold there. It has denied any link between its operations and the disease.

Corvex has never turned a profit. In January it laid off a third of its staff after a hepatitis drug flopped.
== 5-feature.txt 2019-07-06
[lost: How a fever got a month's head start]

[first-when: On the fourth of May] [first-case: a gold digger walked into the mission hospital in Dalu] with a headache. By the time [declared: his country admitted, on the seventeenth of June, that it had an outbreak], he was dead, and so were [deaths: eighteen others].

What happened in those six weeks is a lesson in small failures. [malaria: The man was given pills for malaria], as anyone would be. [gloves: Staff were soon without gloves]. [letters: The director, Emmanuel Osei, sent three letters to the ministry]; [letters-deny: the ministry insists it never received them]. I have seen the stamped receipts for two.

Then [kessi-who: a woman who sold cloth got on the Dalu bus] and [kessi: took the virus to the capital]. That she infected no one there is luck, and also the merit of the students who [contacts-trace: tracked down every one of her 61 fellow passengers] in five days.

The foreign help was quick and mostly good. [who: A dozen WHO specialists came]; so did [gear: the suits]. [who-border: Borders should have stayed open, as Geneva urged], but [border: Tolanda slammed its gates anyway], and people crossed by canoe.

Is it ending? There has been no new case for four days. [trial-size: Of the sixty who will get Corvex's antibody], [donate: at no charge], [dosed: 22 have had it]. [results: Nobody will know if it works until autumn]. [last: Eight years ago], when [last-deaths: seventy-one died], nobody had even that.
