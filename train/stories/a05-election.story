# General election in Lethmark
== 1-wire.txt 2020-10-12
[win: Opposition Labour Alliance wins Lethmark election], [loss: ending 14 years of conservative rule]

HOLM, Oct 12 - [win: Lethmark's opposition Labour Alliance won Sunday's general election], near-complete results showed on Monday, [loss: pushing the conservatives of Prime Minister Gustav Reyer out of office] after 14 years.

With 98 percent of votes counted, [labour-share: the Alliance had 34.6 percent] against [cons-share: 27.9 percent for Reyer's National Union]. [seats: That would give it 71 seats in the 179-seat Storting], [short: well short of a majority].

[concede: Reyer conceded defeat shortly after midnight], [call: saying he had telephoned Alliance leader Karin Voll to congratulate her]. [resign: He said he would stand down as party leader in the new year].

[talks: Voll, 46, said she would open talks on Tuesday with the Greens and the Centre Party]. [ruled-out: She has ruled out any deal with the far-right Homeland party], [homeland-share: [homeland-third: which doubled its vote to come third] with 14.2 percent].

"[voll-quote: The people have asked for change, and they have asked for it politely]," Voll told supporters.

[issues: The campaign was dominated by hospital waiting times and electricity prices]. [turnout: Turnout was 81.3 percent], [turnout-high: the highest since 1989].

[first-woman: If she succeeds, Voll will become the country's first woman prime minister]. [teacher: A former physics teacher], she [took-over: took over the party three years ago] following its worst defeat in a century.

The crown fell 0.4 percent against the euro before recovering. Voll has promised [tax: a windfall levy on power companies] but no change to the central bank's mandate.
== 2-holmpost.txt 2020-10-12
Reyer: "[mine: It is my defeat, and mine alone]"

By Nils Ager, at the Hotel Kongen

They had booked a jazz band. By eleven it was packing up.

[exit-poll: The exit poll at nine o'clock gave the National Union barely 28 percent], and a groan ran through the ballroom. [worst: It is the party's poorest result since the war]. [ministers: Five cabinet ministers lost their seats], [finance-out: the finance minister, Lars Thorn, among them].

[concede: At ten past twelve Gustav Reyer came down to admit that it was over]. [call: He had rung Karin Voll], he said, "and she was kinder than I would have been". [resign: A new leader will be chosen after Christmas]; he will not be a candidate.

"[mine: Blame nobody else for tonight]," he told his people. "[mine: It was mine]."

Nobody in the room did blame nobody else. Over warm wine they blamed [issues: the queues at the hospitals and the winter power bills]; they blamed [scandal: the affair of the deputy minister's free chalet]; a few blamed voters. Most of all they blamed Homeland. [homeland-took: Pollsters reckon that one in five former National Union voters went over to it].

Across the river [win: the Alliance was celebrating its first victory since 2002]. [voll-quote: The country had asked "politely" for something new], said Voll, in the same green coat she has worn at every stop.

It had not always been like this. In 2016 the band had played until four, and Reyer, who can play the trombone a little, had played with them. He had been behind in the polls then as well, by six points, and had won by two. All week his people had told each other about 2016.

[loss: Fourteen years is a long time]. Outside the hotel a waiter was already taking down the blue bunting. "It's rented," he explained.
== 3-folkradio.txt 2020-10-12
Election 2020: the results at a glance

[win: The Labour Alliance is the winner of the election]. [seats: It takes 70 or 71 seats] depending on the final count of postal ballots on Wednesday.

The parties
[labour-share: Labour Alliance 34.6] (+9.1), [cons-share: National Union 27.9] (-8.4), [homeland-share: Homeland 14.2] (+7.0), Greens 10.8, Centre 7.7, Liberals 4.1. [liberals-hang: The Liberals just scraped over the four per cent threshold].

Who voted?
[turnout: More than eight in ten voters took part]. [turnout-high: Participation has not been so high for three decades]. In Nordvik, where snow closed two polling stations, it was lower than last time.

Who is out?
[ministers: Several ministers fail to return to the Storting], [finance-out: including Lars Thorn at finance] and [fish-out: Eva Lund at fisheries].

Who can govern?
[short: No party has a majority on its own]. [talks: Karin Voll says she will first speak to the Greens and the Centre]; [coalition-seats: together the three would have 107 seats]. [centre-condition: Centre leader Ola Brekke has said his price is a halt to wind farms on farmland]. [ruled-out: Voll repeated overnight that she would not negotiate with Homeland].

Who is Karin Voll?
[teacher: She taught physics at a secondary school in Tromhavn for 11 years] and has two sons. [took-over: She has led the Alliance since 2017]. [first-woman: No woman has headed a Lethmark government before].

The King is expected to invite her to form one by the end of the week. In 2012 a similar mandate took 61 days to fill.
== 4-continentweekly.txt 2020-10-16
The politest revolution

In most of Europe the centre-left has spent a decade in retreat. In Lethmark [win: it has just won], and by some distance. [loss: Gustav Reyer, once the continent's longest-serving conservative leader, is on his way out].

It was not ideology that did for him. [issues: Voters told pollsters they cared about two things: how long they waited for a hip operation and what they paid for heating]. On both, a tired government had little to say. [scandal: The revelation in August that a junior minister had holidayed for nothing in a lobbyist's ski lodge] did the rest.

Ms Voll's task is harder than her victory. [short: She needs partners]. [coalition-seats: A pact with the Greens and the Centre would command 107 of 179 seats], but [centre-condition: the Centre wants no more turbines in its fields], and the Greens want little else. [tax: Her plan to tax the extra profits of electricity firms] pleases one and frightens the other.

Then there is Homeland. [homeland-third: It is now the third-largest force], with [homeland-took: a fifth of Mr Reyer's old supporters]. Its leader, Stig Farre, was convicted of assault in 2009 and likes to say so. [ruled-out: Ms Voll will have nothing to do with him]; some in the National Union, looking for a leader once [resign: Mr Reyer steps aside next year], are less fastidious.

Lethmark's neighbours offer her little guidance. Sweden's Social Democrats govern by not being noticed; Denmark's have stolen their rivals' policies on migration. Ms Voll admires the first and is accused of planning the second. A Danish minister who met her in the spring came away thinking that she had agreed with him. So, a week later, did a Swedish one.

[worst: The old party of government has not done so badly since 1945]. It may yet do worse.
== 5-isletribune.txt 2020-10-12
[first-woman: Lethmark set for first female premier] after [win: decisive Labour win]

From our correspondent in Holm

[teacher: A one-time science teacher] who was dismissed by opponents as "Miss Voll" is on course to lead Lethmark after [win: her centre-left bloc comfortably topped the poll yesterday].

[labour-share: Karin Voll's Labour Alliance was on almost 35 per cent], up nine points. [cons-share: The ruling National Union had slumped below 28], roughly in line with [exit-poll: the forecast broadcast when voting ended].

[concede: Mr Reyer, prime minister since 2006, accepted the outcome in a short and dignified speech], and [mine: took the blame on himself].

Ms Voll, greeted by a brass band in Tromhavn before flying to the capital, promised "no fireworks". She will however inherit a few. [tax: She wants the electricity producers to pay an exceptional tax]; two have threatened to sue. She has pledged to cut hospital waits to 60 days. And [liberals-hang: with the tiny Liberals surviving by a whisker], a broader coalition than planned may be tempting.

[talks: Negotiations with two smaller parties begin tomorrow].

For the islands the result matters because of fish. [fish-out: Lethmark's outgoing fisheries minister, who lost her seat], had threatened to reopen the 2016 mackerel deal. The Alliance manifesto does not mention it.

Ms Voll's husband, a ferry captain, told reporters that he would go on working. "Somebody has to be on time," he said.
