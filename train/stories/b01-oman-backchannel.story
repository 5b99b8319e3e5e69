# Secret talks between Karvania and Vessen in Oman
== 1-wire.txt 2023-09-14
[met: Karvania, Vessen held secret talks in Muscat], officials say

MUSCAT, Sept 14 - [met: Senior officials from Karvania and Vessen met in secret in Oman [when: last week]] for [first: the first direct contact between the two rivals since [cut: diplomatic ties were severed in 2016]], three people familiar with the matter said on Thursday.

[heads: The Karvanian side was led by Ilmar Dask, the national security adviser, while Vessen sent its deputy foreign minister, Petra Ollin], the sources said. [two-days: The discussions lasted two days] and [venue: took place at a villa outside the Omani capital].

[agenda: The agenda centred on reopening the Sorrel Strait to commercial shipping] and [prisoners: a possible swap of detained sailors], one of the sources said. [eleven: Vessen is holding 11 Karvanian crewmen] [seized: taken from a patrol boat in February].

[no-deal: No agreement was reached], but [again: the delegations are expected to reconvene in October], according to two of the people, who asked not to be named.

[vessen-deny: Vessen's foreign ministry denied that any meeting had taken place]. "[fiction: These reports are fiction]," spokesman Tor Hagen said. [dask-silent: Dask's office declined to comment].

[oman-role: Omani diplomats shuttled messages between the capitals for months] before the encounter, a Gulf official said. Oman's foreign ministry did not answer calls.

Shipping insurers have raised premiums for the strait four times since spring. [share: About a tenth of the region's grain exports used to pass through the waterway], which [closed: Vessen shut to Karvanian-flagged vessels in March].

Karvania's stock index rose 2.3 percent after the reports.
== 2-herald.txt 2023-09-14
THE VILLA BY THE SEA: [met: how sworn enemies finally sat down]

They arrived in separate cars with curtained windows, and for the first hour nobody would touch the dates and coffee laid out for them.

But by the time they left [venue: the walled house on the coast near Muscat], [two-days: two days later], [met: envoys of Karvania and Vessen had done something their governments swore they never would: they had talked].

The Herald, which [herald-first: broke the news of the encounter late on Wednesday], has learned that [met,heads: Ilmar Dask, President Rauno Kell's closest security aide, faced Vessen's number two diplomat, Petra Ollin], across the table. [five-each: Each team had five members].

"It was stiff, it was cold, and it was historic," said a person who was in the building. [shook: Dask and Ollin did not shake hands until the very end].

[prisoners: A prisoner deal was discussed at length], the person said. [eleven: Eleven of Karvania's sailors have sat in a Vessenese naval prison] [seized: since their patrol boat was captured this February]. Families of the men have camped outside the presidential palace for 140 days.

Mr Kell, who faces an election in the spring, has repeatedly told voters that [kell-vow: he would never negotiate while a single sailor remained in captivity]. The opposition was quick to pounce. "[hypocrite: The president lied to the families' faces]," said Marta Sool, leader of the Civic Union.

[vessen-deny: Vessen flatly rejected the story], calling it "[fiction: pure fiction]".

The Herald stands by its reporting.
== 3-broadcaster.txt 2023-09-15
[confirm: Karvania confirms [met: it spoke to Vessen behind closed doors]]

[confirm: Karvania's president has admitted that [met: his government held confidential talks with neighbouring Vessen]], a day after [vessen-deny: officials there insisted no such meeting happened].

In a televised address on Friday morning, [confirm: Rauno Kell said he had authorised the contacts] "[lives: in order to save lives]". [kell-vow: He had previously pledged not to bargain with Vessen so long as it held any of his country's seamen].

[met: [when: The meeting took place on 6 and 7 September] in Oman] and was [first: the first time the two governments have spoken directly in seven years]. [herald-first: It was revealed by the Herald newspaper].

Mr Kell said [no-deal: the two sides had parted without a deal] but [again: would meet again next month]. He did not say where.

What was on the table?

[agenda: The Sorrel Strait, [closed: barred to Karvanian ships since March], was the main topic], the president said. He gave no details on [prisoners: a potential exchange of captives].

Tiina Mark, whose husband Joel is one of [eleven: the 11 sailors behind bars in Vessen], told us she felt "hope and rage at once". "They could have told us," she said. "We would have kept quiet."

[hypocrite: Opposition leader Marta Sool accused the president of deceiving relatives of the crew]. Her party said [summon: it would call Mr Dask before parliament's security committee].

Analysis: why now?

Harvests are in, silos are full, and neither treasury can afford another winter of detours around the cape. That, more than goodwill, brought these two to Muscat.
== 4-gulfpost.txt 2023-09-15
Muscat's quiet hand in a loud quarrel

By our diplomatic staff

It took Oman nine months, four rejected guest lists and a dispute about the shape of a table. [oman-role: The sultanate's envoys carried notes back and forth between the two sides for most of the year] before [met: Karvanian and Vessenese negotiators agreed to sit in the same room].

[confirm: Friday's acknowledgement by President Rauno Kell] removes the last doubt that the session occurred, although [vessen-deny: Vessen continues to say it did not].

According to an Omani official, [five-each: the parties brought five people apiece]. [swiss: A Swiss mediator chaired the opening session] and then withdrew. The mood was frosty; [shook: the two chief negotiators exchanged a handshake only as they were leaving].

The quarrel dates to 2016, when [cut: Karvania expelled Vessen's ambassador and broke off relations] over the shooting down of a survey plane. Three people died in that incident. An earlier attempt at dialogue, in Geneva in 2019, collapsed before delegates had unpacked.

Now trade is pressing. [share: Some 10 per cent of the area's cereal shipments once went through the Sorrel Strait]. [closed: Vessen imposed its ban on Karvanian hulls in spring], citing smuggling, and Karvania answered with duties on Vessenese timber.

Omani officials expect [again: a second round in October], possibly again in the sultanate. They warned against early celebration. "A door has been opened by the width of a finger," one said.

[summon: Karvanian lawmakers want to question Dask on what he offered].
== 5-analysis.txt 2023-09-16
Opinion: Talking is not treason

Rauno Kell spent two years telling the widows and wives of the coast that [kell-vow: there would be no talks until every sailor was home]. [confirm: This week he had to explain that [met,heads: his own adviser, Ilmar Dask, had been face to face with Petra Ollin]], Vessen's deputy foreign minister, [venue: in a seaside house in Oman].

It is fair to call that a reversal. It is silly to call it betrayal. [lives: He did it, he says, to save lives], and I am inclined to believe him, if only because there is so little else to be gained. [no-deal: Nothing was signed]. [dask-silent: Mr Dask himself has not uttered a word]. Vessen, for reasons of its own pride, pretends [vessen-deny: the whole thing never happened].

Consider what silence has brought us. [eleven: Eleven men in cells]. [closed: A strait that has been closed to our ships for six months]. A grain price that has put three mills out of business in my own district. When [swiss: the Swiss diplomat who presided at the start] told the delegates that they were "paying rent on an empty house", she was being polite.

The critics say that secrecy is the sin. But every settlement in our history began in a back room, from the fishing accord of 1974 to the release of the Tarn hostages. Parliament should ask its questions; it may even [summon: haul Mr Dask in front of its security committee], as the Civic Union wishes. Then it should [again: let him go back in October] and finish the job.
