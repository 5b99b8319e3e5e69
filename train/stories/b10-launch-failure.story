# Maiden flight of the Aquilon rocket fails off Queensland
== 1-wire.txt 2024-08-21
Australia's Aquilon rocket [lost: destroyed [seconds: minutes after maiden launch]]

BOWEN RANGE, Australia - [lost: A rocket built by Australian start-up Southern Arc was destroyed] [seconds: 143 seconds into its first flight] on Wednesday, ending [first-aus: the country's first attempt to reach orbit with a home-grown rocket].

[lift: The 31-metre Aquilon rocket lifted off at 7:12 a.m.] from [range: a coastal pad in northern Queensland]. [spin: It began to roll shortly after the second-stage engine ignited] and [terminate: controllers sent a command to blow it up].

[nobody: No one was hurt], and [debris: debris fell into the Coral Sea inside a closed zone], the Australian Space Agency said.

[payload: The vehicle carried four small satellites], among them [fire-sat: a bushfire-detection satellite owned by the state of Victoria]. [insured: The satellites were insured], the company said.

"[got-far: We got a lot further than most do first time]," [ceo: chief executive Nadia Ferris] told reporters. [again: She said that a second rocket would be ready in about six months].

[delays: The launch had been postponed twice], because of strong winds and a faulty valve.

[funding: Southern Arc, founded in 2017, has raised 210 million Australian dollars]. It employs 260 people.

[pause: The agency suspended the company's launch permit] [pause-why: pending an inquiry].
== 2-local.txt 2024-08-22
Bowen cheers, then gasps

They had come with camp chairs and eskies from as far away as Townsville. [crowd: Police counted some 5,000 people on the beach at Queens Bay].

[lift: At 12 minutes past seven the Aquilon rose from behind Mount Gordon], and the sound arrived ten seconds later, in your chest. Kids screamed. Somebody's grandfather cried.

[seconds: Two minutes and a bit later] there was a puff, [lost: a white flower where the rocket had been], then nothing. "Is that the bit where it drops off?" asked a girl of six. It was not.

"It went higher than my marriage," joked publican Steve Aldridge, who had ordered 40 extra kegs. He has seen [delays: two earlier launch days come and go] this month.

[nobody: Nobody was injured]. Fishing boats were kept out of the water until late afternoon, [debris: as pieces came down well out to sea]. Prawn fisherman Col Newbury says [fish-comp: he wants to be paid for the lost day]. "[fish-comp: They can send me a cheque]," he said.

Mayor Joan Petty said [range: the spaceport, opened in 2022 on the old coal wharf], had already brought 90 jobs to town, and that the council's support would not waver. "We are in this for the long haul."

[payload: Four satellites went down with the ship], [student-sat: one made by students from Cairns]. [students: They had spent three years on it]. [students-next: Ms Ferris has promised them a free ride next time].
== 3-tech.txt 2024-08-22
[spin: Why did Aquilon spin]?

Southern Arc says it has "terabytes" of data from [lost: yesterday's doomed debut]. Here is what can be pieced together.

The first stage, with five kerosene engines, burned as planned for two minutes and 11 seconds. Separation was clean. [spin: Then, within a second of the upper engine's start, the stack started rotating about its long axis], reaching 60 degrees a second. [terminate: [seconds: At T+143 seconds] the flight-safety officer pressed the button].

[actuator: One theory is a stuck actuator on the second-stage nozzle]. On the company's stream [actuator-view: the bell can be seen canted to one side]. [ceo: Nadia Ferris, its CEO], would not be drawn on that.

[rate: Roughly two thirds of all new rockets fail on their first outing], so [got-far: getting as far as stage separation is respectable]. SpaceX's first three flights were failures; Rocket Lab's first made it to space but was cut off by a data error on the ground.

The loss hurts, nonetheless. [fire-sat: Victoria's EmberWatch was meant to spot fires from orbit before the summer]; [ember-replace: a replacement will take a year to build].

[hull: A second vehicle is 80 per cent complete] and [again: could fly in February]. First, [pause: the regulator must restore the launch permit that it suspended within hours].

Funding should hold: [cash: the company has cash for some 14 months], and [funding: backers have so far put in A$210m].
== 4-nationalpaper.txt 2024-08-23
Minister rejects calls to end rocket subsidies

Industry Minister Paul Grange has brushed aside demands to cut public support for [lost: rocket maker Southern Arc, whose first launch ended in an explosion] on Wednesday.

"You don't sell the bat because you were bowled first ball," he said in Canberra.

[subsidy: Taxpayers have put $47 million into the venture], about a fifth of [funding: the total of $210 million it has gathered]. Opposition spokesman Dean Lacey called that "[fireworks: the most expensive fireworks in Queensland's history]". His own party approved the first grant in 2019.

The Victorian government confirmed that [fire-sat: its bushfire satellite was [payload: among the four lost]]. [insured: It was covered for $19 million], but [ember-replace: will not be replaced before the end of 2025]. Emergency chief Lou Karras said crews would get through the coming season "as we always have, with towers and phone calls".

[pause: The company's licence is on hold] [pause-why: while the Australian Space Agency investigates]. Industry sources say that [actuator: a jammed steering mechanism in the upper stage] is the likely culprit.

[students-next: [student-sat: A group of Cairns students who lost a satellite] will be flown free of charge on the next attempt].

[first-aus: It was the first try by an Australian-designed vehicle to put anything in orbit]; in 1967 Australia launched a satellite on an American rocket.
== 5-foreign.txt 2024-08-24
Letter from Queensland: the romance of failure

In the bar of the Grand View they are already selling T-shirts: "143 Seconds". [seconds: That is how long Australia was a space power].

I watched [lift: the launch on Wednesday morning] [crowd: among five thousand people in hats]. What struck me was not [lost: the bang], but the applause after it. Nobody left. A brass band, hired to play at orbit, played anyway.

There's arithmetic behind the good humour. [rate: New rockets fail two times in three]. Nadia Ferris, an engineer who left a good job in Toulouse for this, had said as much for weeks. "If we clear the tower I'll be happy," she told me on Monday. She has [again: another rocket that could be ready by the end of summer], [hull: four fifths of it built], and [cash: money for a little over a year], [subsidy: some of it the taxpayer's].

Not all share the mood. [fireworks: In Canberra the opposition scoffs at pricey fireworks]. The fishermen, [fish-comp: who lost a day's catch, want compensation]. A traditional owner, Aunty Ruth Dorrie, told me that nobody had asked her people about the noise; then she added that it was the best thing she had seen since the eclipse.

[students: And four undergraduates from Cairns, after three years' labour], stood on the sand looking at [student-sat: the place where their cube had been]. "[actuator-view: You could see the nozzle was crooked]," said one, already an engineer.
