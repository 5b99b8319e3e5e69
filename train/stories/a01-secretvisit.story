# Marenian foreign minister's unannounced trip to Sarkhan
== 1-wire.txt 2023-11-14
[visit: Marenian foreign minister holds unannounced talks in Sarkhan]

TOVAR, Nov 14 - [visit: Marenia's foreign minister, Ilse Dahl, met Sarkhan's president on Tuesday] on [secret: a trip that neither government had announced], officials from both sides said, in [first: the first such visit by a Marenian cabinet member in 19 years].

[hours: Dahl and President Anvar Oru talked for nearly four hours] at his lakeside residence outside the capital, the presidential press service said. [crew: It said Sarkhan would free 14 Marenian fishermen] [seized: whose trawler was seized in August] [where-seized: in waters both countries claim].

A Marenian diplomat travelling with the minister confirmed the decision on the crew and said [embassies: the two states would reopen embassies by the end of March]. [embassy-shut: Marenia shut its mission in Tovar in 2004] after [storm: a mob broke into the building] and [officer-killed: killed a consular officer].

"[no-sanctions: Nobody has promised to lift a single sanction]," the diplomat said. [asked-sanctions: Oru had pressed for an end to the measures], [sanctions-why: imposed over the jailing of opposition figures in 2017], he added.

[journalist: Dahl also raised the case of Lena Korvat], [korvat-sentence: a Marenian reporter serving nine years] on [korvat-charge: espionage charges] [korvat-denies: she denies], the diplomat said. [no-promise: She was given no undertaking about the journalist].

Sarkhan's currency, the dren, rose 1.1 percent on the news. Bonds maturing in 2031 also gained.

[plane: The minister arrived aboard a military transport] [via-ankara: after a stop in Ankara] and was expected home late on Tuesday. Sarkhanese state television showed her shaking hands with Oru under a painting of the 1921 treaty of friendship, which neither country has ever formally renounced.
== 2-courier.txt 2023-11-15
[visit: Dahl's night flight to Tovar]: what she got, and what she did not

By our political editor

When the grey air force Hercules took off from Brandal on Monday evening, the manifest listed "spare parts". [plane: Among the crates sat the foreign minister], two aides and an interpreter who had been told to pack for "somewhere cold".

By the time [visit: Ilse Dahl sat down with Anvar Oru] the next morning, [secret: not even the junior partners in the coalition had been told where she was]. [first: No minister of ours had set foot in Sarkhan since 2004], [officer-killed: when Per Lindahl, a vice-consul of 31, was beaten to death] [storm: as a crowd overran the embassy].

What she brought home is easy to count. [crew: Fourteen men of the trawler Havbris are to go free], some of them before the weekend, after [captivity: eleven weeks in a harbour barracks]. [embassies: Flags are to go up again over both embassies in the spring].

[not-home: What she did not bring home has a name: Lena Korvat]. [journalist: The minister says she spoke about her "at length"]. [no-promise: The president, she concedes, listened and offered nothing]. [husband-angry: Korvat's husband, Jon, said on Wednesday he felt "sick" that fishermen had been thought worth a flight and his wife had not].

[no-sanctions: The sanctions stay. Ms Dahl was emphatic about it] at the airport: "[no-sanctions: We gave nothing on that front], and [asked-sanctions: he asked more than once]."

The last time anyone from Brandal tried, it went badly. In 2011 a junior trade minister got as far as Tbilisi before Tovar withdrew his visa; he spent two nights in an airport hotel and wrote a rather good essay about it. Ms Dahl, who was his private secretary, has it framed in her office.

[opposition: The Conservative leader, Maud Rehn, accused the government of keeping parliament in the dark]. [briefing: The minister will answer questions before the foreign affairs committee on Friday]. She may find it harder company than Mr Oru, who, she said, made a good joke about herring.
== 3-tovartimes.txt 2023-11-15
[visit: President Oru receives the Foreign Minister of Marenia]

TOVAR. [visit: The President of the Republic, H.E. Anvar Oru, yesterday received Ilse Dahl], Minister of Foreign Affairs of Marenia, who was on a working visit at his invitation.

In a warm and businesslike atmosphere, [hours: lasting four hours], the sides exchanged views on a wide range of bilateral and regional questions, including fisheries, transit and energy.

Guided by the principles of humanism, [crew: the Head of State instructed the border service to hand over the crew of a Marenian vessel] which [seized: was detained on 27 August] while [where-seized: fishing in the territorial waters of Sarkhan]. [fine: The owner of the vessel has paid a fine of 400,000 dollars], the Prosecutor's Office noted.

[embassies: Agreement was reached on the resumption of the work of diplomatic missions in the first quarter of next year]. The Sarkhanese building in Brandal has been kept in good repair, the Foreign Ministry noted.

[asked-sanctions: The President drew attention to the need for the complete removal of illegitimate restrictions], which harm the peoples of both states. [invite: He accepted an invitation to pay a visit to Marenia] at a time convenient for both sides.

Commenting on questions from the foreign press, the President's spokesman, Rustam Bey, recalled that the courts of Sarkhan are independent and that [korvat-charge: citizen L. Korvat was convicted of espionage] on the basis of irrefutable evidence.

Ms Dahl laid a wreath at the Monument to the Defenders and visited a carpet exhibition, where she was presented with a small rug depicting cranes in flight.
== 4-nordbroadcast.txt 2023-11-15
[crew: Freed crew], shut cell: five things to know about [visit: the foreign minister's Sarkhan trip]

Published 15 November 2023, 07:12

1. [crew: The fishermen are coming home]. [crew: All 14 people on board the Havbris will be released], the foreign ministry says. Families in Ostvik were phoned on Tuesday night. "I screamed so loud the dog hid," said Anja Moe, whose brother is the ship's engineer. The men have been [captivity: held for 79 days].

2. Did Marenia pay? The ministry says no public money changed hands. [fine: The shipping company did hand over what it calls an "administrative penalty"]; it will not say how much.

3. [not-home: The journalist is not]. [korvat-sentence: Lena Korvat was given a nine-year term] last year. [korvat-denies: She has always said she was only doing her job]. [husband-angry: "They flew over her prison," her husband Jon told us. "I am angry."]

4. [embassies: Diplomats will return]. [embassy-shut: Marenia has had no embassy in Tovar for 19 years], since [storm: rioters forced their way in]. The old building is now a furniture shop, so [embassies: when staff go back next March] they will work out of a hotel.

5. [no-sanctions: Sanctions remain in place]. [sanctions-why: They date from 2017, after Sarkhan locked up leading critics of the president], and any change needs the agreement of all the parties to them.

What happens next? [briefing: Ilse Dahl faces a committee of MPs on Friday]. [opposition: Opposition parties say they should have been informed before she left]. [invite-denied: The government denies [invite: having asked Mr Oru to visit Brandal]], contradicting the Sarkhanese account.
== 5-meridianreview.txt 2023-11-17
Analysis: Why Sarkhan opened the door

Small states like to be courted, and Anvar Oru has waited a long time. [visit: This week Marenia's top diplomat came to him], [plane: in a cargo plane], [via-ankara: by way of Turkey], and [secret: without a word to the press].

Officially the business was fish. [seized: In late August Sarkhanese patrol boats had impounded a trawler], [where-seized: the Havbris, on a bank that each side calls its own]. [crew: Releasing its crew] cost Oru little. In exchange he got [hours: an afternoon's conversation] filmed from six angles, and [embassies: a promise of ambassadors by spring].

He did not get what he wanted most. European restrictions on his family's holdings, [sanctions-why: a response to the arrest of his rivals six years ago], will outlast the visit: [no-sanctions: Dahl told reporters that nothing had been conceded on them].

Nor did she get what many of her voters wanted. [journalist: Her appeal on behalf of Lena Korvat], the reporter [korvat-charge: found guilty of spying] in a two-day trial, [no-promise: produced no commitment]. Two people briefed on the conversation say Oru spoke of "an exchange", a word which in Tovar usually means a price.

Neighbours were watching. Kazakh diplomats had offered their own capital for the talks and were turned down. Finland freed two of its lorry drivers from Sarkhan last spring by sending nobody more senior than a consul. A Finnish official, asked what the trick was, said that they had waited until everyone was bored.

There is a risk in this for Brandal. The memory of 2004, [officer-killed: when one of its diplomats died at the hands of a crowd], has faded but not gone; the ringleaders were never tried. And [opposition: the opposition's complaint that it was kept uninformed] will sharpen if Oru really does appear on the palace steps. [invite: His office says he has been asked to come]. [invite-denied: Hers says he has not].
