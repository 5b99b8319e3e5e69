# Lakeland votes to stay out of the Northern Union
== 1-wire.txt 2023-05-28
[result: Lakeland rejects joining Northern Union] in close vote

EIRA, Lakeland - [result: Voters in Lakeland have turned down membership of the Northern Union] [margin: by 51.8 percent to 48.2], near-complete results showed on Sunday, a heavy blow to Prime Minister Aino Berg, [staked: who had staked her political future on a Yes].

[turnout: Turnout was 79 percent], [turnout-record: the highest in any ballot since independence], the election commission said.

"The people have spoken and I respect their verdict," Berg said in the capital, Eira. She did not say whether she would resign. Her [staked: pledge in January to quit if voters said No] has been quoted back at her for months.

[geography: The capital and the university towns backed membership by wide margins] while [fishing: fishing districts on the west coast voted overwhelmingly against].

[quota: The No camp had argued that the union would open Lakeland's waters to foreign trawlers]. [berg-quota: Berg said exemptions had been secured]. [second: It was the second time Lakelanders have refused entry, after a 1998 referendum].

[krone: The currency, the lake mark, fell 2.4 percent against the dollar] in early Asian trade.

Jonas Rike, who led the No campaign, called it "[rike-day: a victory for every harbour and every farm]". [rike-election: He urged the government to call an early election].

[union-door: Union President Clara Duval said the door remained open].
== 2-coastpaper.txt 2023-05-29
The sirens of Hamnvik

They sounded every ship's horn in Hamnvik harbour at eleven last night, and old Peder Lund wept into his cap.

"My father voted No [second: in '98]. I voted No yesterday," said Lund, 81. "Now let them leave us be."

[fishing: Nowhere was the rejection stronger than along our coast]: in Hamnvik itself 84 percent said No. Across the country the result was tighter, with [margin: not quite 52 percent against membership].

For the boats it was about cod. [quota: Under union rules, skippers here feared, trawlers from the south would be let into our grounds]. [berg-quota: The prime minister swore she had an opt-out in her pocket], but [opt-out-years: the opt-out would have lapsed after ten years], and few believed it would even last that long.

[rike: Jonas Rike, the sheep farmer and former trawler deckhand] who became the face of the resistance, arrived at midnight in a borrowed van. "[rike-day: Every harbour has won tonight, and every farm]," he told the crowd from the roof. [rike-election: He wants Aino Berg to go to the country by autumn].

Not all of Hamnvik was dancing. At the fish-processing plant, where [plant: two thirds of the output is sold to the union], manager Ida Storm was worrying about customs forms. "[tariff: From July we pay an eleven percent tariff] - then I will have to let people go," she said.

The pub ran out of herring at 1 a.m.
== 3-broadcaster.txt 2023-05-29
[resigns: Berg steps down] after [result: Lakeland says no]

[resigns: Lakeland's prime minister Aino Berg is to resign] after [result: losing a referendum on taking her country into the Northern Union].

"[resigns: I promised you that I would go], and I keep my promises," she said outside her residence in Eira on Monday morning. [caretaker: She will remain in office until her party chooses a new leader in August].

[finance: Finance Minister Olav Trane is seen as the favourite to succeed her].

[margin: The final count put the No side ahead by 3.6 percentage points], with [turnout: almost four in five voters taking part].

Why did Yes lose?

Pollsters had given Yes a lead until the last fortnight. [poll-turn: Opinion shifted after the leak of a memo] which suggested that [opt-out-years: Lakeland's fisheries exemption would expire within a decade]. Mrs Berg called the paper outdated.

[young: Younger people broke heavily for membership]: [young-num: seven in ten of those under 30 voted Yes]. [geography: In Eira, support reached 66%].

How has the union reacted?

"[union-door: Our door stays open]," said Clara Duval, the union's president. But diplomats said [tariff: a trade concession that spares Lakeland's fish from an 11% duty would not be renewed] when it runs out this summer.

[krone: The lake mark lost more than two per cent] before recovering a little.

Norway, which is also outside the bloc, said it would "welcome closer talks between neighbours".
== 4-unionpress.txt 2023-05-29
[result: A small country's No], and what it costs

BRUSSELS — There was no shouting in the corridors this morning, just fatigue. Twenty-six months of negotiation with Lakeland have ended in [margin,result: a defeat by some 94,000 votes].

Commission officials said privately that Aino Berg had made the campaign too much about herself. Her [staked: vow to leave office in the event of a No] turned, in one official's words, "a question about the future into a question about the lady".

[resigns: She announced on Monday that she would go]. [finance: Her likely heir is the treasurer, Olav Trane], a cautious man who [trane-silent: hardly opened his mouth during the campaign].

[union-door: Publicly, President Duval insisted Lakeland would be welcome whenever it chose]. In fact there will be no third attempt this decade. "[never-again: Nobody here has the stomach for it]," said a senior negotiator.

The immediate consequence concerns trade. [tariff: The duty-free window for Lakeland's seafood closes on 1 July and will not be extended], after which [tariff: exporters pay 11 per cent]. About 40 per cent of all Lakeland's exports come to the union; Iceland, by comparison, sends more than half.

Elsewhere, populists were quick to celebrate. The Dutch eurosceptic Piet Haas sent a crate of gin to [rike: No leader Jonas Rike, a farmer who once worked on the boats].

[turnout-record: No Lakeland election since independence has drawn so many people], which makes the message hard to argue with.
== 5-blog.txt 2023-05-31
Don't blame the fishermen

Since [result: Sunday's No] I have read eleven columns by people in Eira who are disgusted with people in Hamnvik. Stop it, please.

Yes, [fishing: the coast voted the way the coast votes]. But the coast is 9 percent of the electorate. The referendum was lost in the suburbs, [poll-turn: in the two weeks after the fisheries memo got out], when nurses and bus drivers who had never seen a trawl concluded that they were being lied to.

They were. [berg-quota: The government told us an exemption was in the bag]; [opt-out-years: it forgot to mention that it came with a ten-year expiry date]. After that, no promise of cheaper mortgages was going to be believed.

[young: My generation voted to go in], [young-num: 70 percent of us], and I share the hangover. Yet nobody from the Yes side came to my cousin's estate in Sandre. Rike came twice. He ate the soup.

Now [caretaker: we have a lame duck until August] and then, most likely, [finance: Mr Trane], a man [trane-silent: who spent the spring saying as little as he could]. He should not rush. He should not, either, accept the line from Brussels that [never-again: there's no appetite for another round]. There was none [second: in 1998], either, and yet here we were.

Meanwhile, spare a thought for [plant: the fish plants that live off union customers]. They will be the first to pay.
