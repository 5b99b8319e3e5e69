# Express and freight train collide at Weyburn Junction
== 1-wire.txt 2020-11-12
[dead: At least 14 killed] as [crash: trains collide in northern England]

WEYBURN, England — [crash: A passenger express ran into the back of a freight train in northern England on Thursday evening], [dead: killing at least 14 people] and [hurt: injuring more than 80], police said.

[time: The collision occurred at 6:52 p.m.] at [where: Weyburn Junction, 20 miles north of Leeds]. [route: The express was travelling from London to Newcastle] [aboard: with around 230 passengers on board].

[carriages: The first three carriages left the track], and [field: one came to rest on its side in a field]. [dead-where: All of the dead were in the two front coaches], Chief Constable Mary Aldous said.

[driver: The driver of the express, a 38-year-old woman, was among those killed]. [freight-driver: The driver of the freight train escaped unhurt].

[freight: The freight train, [cargo: carrying gravel], had come to a halt] because of [brake: a fault in its brakes], according to the network operator, TrackNorth. Investigators will examine why signals did not stop the express, Aldous said.

[fog: Fog was thick in the area] at the time.

[critical: Twelve of the injured were in critical condition], hospitals said.

Prime Minister Helen Marsh called the crash "[pm: a dreadful night for the whole country]."

It was [worst: the deadliest rail accident in Britain in two decades]. In 2001 ten people died when an express hit a car near Selby.
== 2-regional.txt 2020-11-13
[tractor: Farmer's tractor lit the way for rescuers]

Tom Brackley heard what he thought was thunder. When he reached the bottom of his field, [field: a railway carriage was lying in it].

"There was no sound at first, and then everybody shouting at once," said the 59-year-old. [tractor: He parked his tractor so that the headlights shone on the wreck] and began pulling people through the windows with his sons.

[crash: [route: The 4.30pm express from London] had ploughed into a stationary goods train] [where: at Weyburn Junction], a place known until last night for its show of heritage diesels. [dead: Fifteen people are now known to have lost their lives]. [hurt: More than 80 others needed treatment].

[fog: You could hardly see your hand for fog], said Brackley. It took the first ambulance 25 minutes to reach the scene because the lane had not been gritted.

Student nurse Aisha Khan, 20, who was in coach D, [khan: tied up a stranger's leg with her scarf]. "[khan-phone: I held my phone in my teeth for light]," she said. The man survived.

In Weyburn, the Methodist hall, two pubs and a mosque opened their doors. Villagers offered beds to those who could not travel on.

Lorraine Pell, whose husband drives on the line, said that drivers had complained about the junction for years. "[complaints: They've put it in writing time and again]." TrackNorth declined to comment on that.
== 3-nationalpaper.txt 2020-11-14
[signal-green: Signal "showed green" before fatal crash], inquiry finds

[signal-green: A signal that should have been red was showing green] when [crash: [route: the London to Newcastle express] hit a halted freight train], investigators disclosed yesterday.

[wiring: Early evidence points to faulty wiring] during [works: maintenance work carried out on the previous Sunday], the Rail Accident Bureau said. [driver-fault: There is nothing to suggest that the driver, Joanne Tuttle, made a mistake].

[driver: Mrs Tuttle, a mother of two, died in her cab]. [braked: Data show that she applied the emergency brake four seconds before impact]. [speed: The train was doing 97 miles an hour]; the limit at the junction is 100.

[contractor: The work at Weyburn was done by a contractor, Pylon Rail]. [pylon: Pylon said that it was assisting the bureau] and that [pylon-stop: its crews had been taken off similar jobs].

The goods train, [cargo: 31 wagons of gravel for a motorway scheme], had [freight: stopped ten minutes earlier] when [brake: its brakes jammed].

[dead: The number of dead stood last night at 16] after a man in his seventies died in hospital. [critical: Nine people remain critically ill].

Union leader Mick Farr said [complaints: drivers had reported odd signals at Weyburn on four occasions this year]. [complaints-deny: TrackNorth said it could find a record of only one], which concerned a broken lamp. The Selby disaster, he added, had at least been nobody's fault on the railway.
== 4-usoutlet.txt 2020-11-14
[signal-green: Wrong light may have doomed British train]

[driver-fault: The engineer of a British express train that [crash: slammed into a parked freight on Thursday] did nothing wrong], investigators believe. [signal-green: She had a green light].

[dead: Sixteen people died] [where: near the village of Weyburn] in [worst: Britain's worst train wreck in 20 years]. [aboard: About 230 were riding].

The Rail Accident Bureau is looking at [wiring: whether wires were crossed] [works: when technicians serviced the equipment four days earlier].

Recordings show that [driver-fault: Joanne Tuttle, 38, behaved just as she should have], and [braked: slammed on the brakes seconds before the crash], but [speed: at nearly 100 mph] and [fog: in heavy fog] she had no chance.

Stories of bravery continued to emerge. [tractor: A farmer used the lights of his tractor to illuminate the wreckage]. [khan: A nursing student made a tourniquet out of a scarf], [khan-phone: working by the glow of the cell phone between her teeth].

The crash comes as Britain debates returning its railways to state control. Maintenance has been contracted out since the 1990s. Critics say that has led to confusion over who is responsible; supporters point out that in Germany, where the state runs the trains, eleven people were killed at Bad Aibling in 2016.

Queen Elizabeth sent a message of condolence. [pm: "A dreadful night for our country" was how Prime Minister Helen Marsh put it].
== 5-tradejournal.txt 2020-11-20
Weyburn: what we know

A week on, the main facts about [crash: the rear-end collision [where: at Weyburn Junction]] are established.

At 18.41 [freight: 6M27, [cargo: a loaded aggregates train], came to a stand] with [brake: dragging brakes]. [freight-driver: Its driver, who was not injured], reported this at once. Signal WJ114, protecting it, ought to have gone to danger. Instead, [signal-green: it displayed a proceed aspect]. [crash: [time: At 18.52] the express struck the rear wagon].

[wiring: A redundant cable had been left connected in the relay cabinet], it is thought, [works: after the possession of 8 November]. The resemblance to Clapham in 1988 is hard to overlook. [pylon: [contractor: The contractor, Pylon Rail], says that it is co-operating fully] and [pylon-stop: has suspended all similar work].

Of nine vehicles, [carriages: the leading three derailed]. [dead-where: The fatalities occurred in the first two]. That no one died in the others is a tribute to modern bodyshells.

Attention must turn to reporting. [complaints-deny: TrackNorth has acknowledged a single prior complaint]; [complaints: the union claims four]. Both may be right, since verbal reports to the box were not logged until August.

[pylon-stop: With Pylon's teams stood down], some 60 planned jobs will slip into spring. The minister has promised interim findings by Christmas, and a memorial fund for Driver Tuttle has raised £210,000.
