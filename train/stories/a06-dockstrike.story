# Dock strike at the ports of Larne Sound and Marrick
== 1-wire.txt 2018-09-03
[walkout: Dockers walk out at Caldria's two largest ports]

[walkout: About 5,200 dockworkers at Caldria's two biggest container ports stopped work on Monday] [start: at six in the morning], [cause: in protest at plans to automate loading cranes], [duration: in a stoppage due to last five days].

[share: The ports of Marrick and Larne Sound handle some 70 percent of the country's container trade]. [ships: By midday 23 ships were anchored offshore], the port authority said.

[failed: The strike follows the collapse on Saturday of talks] between the Dockers' Federation and the terminal operator, Haven Ports, [owner: which is owned by a Dubai fund].

[jobs: The union says driverless cranes would cost 1,400 jobs]. [jobs-denied: Haven Ports says there would be no compulsory redundancies], and [offer: it has offered a pay rise of 9 percent over three years].

"[moral: You cannot take a pay rise home from a job that no longer exists]," the union's general secretary, Tam Brodie, told pickets.

[cost: The Caldrian Chamber of Commerce put the cost at $48 million a day]. [fruit: Fruit exporters said perishable cargo would begin to spoil by Wednesday]. [car-plant: The carmaker Aurel said it would halt one of its assembly lines from Tuesday] [car-why: for lack of gearboxes].

[minister: Transport Minister Jean Kerr urged both sides to return to the table] but [army-no: ruled out using soldiers to unload ships].

[vote: Members backed the action by 91 percent] in [vote-when: a ballot held in July].

[last-strike: The ports last closed over a labour dispute in 2003], when dockers were out for 17 days [last-why: over shift patterns].
== 2-marricktelegraph.txt 2018-09-04
Silence on the quays

By Orla Finch

You notice the gulls. On an ordinary Monday you cannot hear them at Marrick for the straddle carriers. Yesterday they had the place to themselves.

[walkout: More than 3,000 men and women stayed away from the terminals here], and another 2,000 up the coast. [start: At six sharp], as the night shift clocked off, Tam Brodie climbed on an oil drum by Gate 4 and said what he has said at every meeting since spring: "[moral: A raise is no use to a man who hasn't a job to get it in]."

At the heart of it are [cranes: sixteen cranes, ordered from China, that need no drivers]. [jobs: Fourteen hundred posts will go], if you believe the Federation. [jobs-denied: Nobody will be forced out], if you believe Haven Ports' regional manager, Lars Petrie.

"I've driven a crane for 26 years," said Deirdre Moss, 51. "My daughter drives one. It'll be a fella in an office with a joystick, and then it'll be no fella."

[failed: Saturday's negotiations broke up after 20 minutes]. [failed-why: Each side accuses the other of tearing up an agreement] on retraining reached in May.

[fruit: Growers in the Vale are frantic]. "[fruit: By midweek I'm feeding peaches to pigs]," said Sam Orde of Orde & Sons, who has eleven refrigerated boxes stuck behind the picket.

My grandfather was in the one before last, in 1979, eleven weeks, and burned the banisters for heat. They lost. The company then was British and knew everybody's name, he used to say, and it made no difference at all. His hook is over the bar in the Anchor, where yesterday they were taking bets on Thursday.

At the union hall they were handing out soup and vouchers; [strike-pay: strikers get £40 a day from the fighting fund]. A baker on Quay Street has sent 300 rolls.
== 3-ledgerbusiness.txt 2018-09-04
[car-plant: Port stoppage threatens car output]

[car-plant: Aurel is to idle its Stennet line from today] [car-why: because it has run out of Japanese transmissions], in the first sign of damage to industry from [walkout: the shutdown at Marrick and Larne Sound].

[duration: The action is scheduled to end on Saturday morning] but [longer: union officials hinted it could be extended].

Economists at Corbel Bank said [cost: each day would take about £35mn off output], of which two thirds should be recovered later. [share: The twin ports account for seven in every ten boxes moving in or out of the country]. [divert: Shipping lines have begun sending vessels to Rossport], a smaller harbour, [divert-limit: which can take ships of up to 8,000 containers only].

Haven Ports, [owner: acquired by Dubai's Falcon Fund two years ago], says that it needs the [cranes: 16 automatic cranes] to compete; [moves: Marrick manages 22 crane moves an hour against 38 at Rotterdam].

The company said that [offer: its proposal, a 9 per cent increase staged over three years], would not be improved. [injunction: It will ask the High Court today to declare the strike unlawful], [injunction-why: arguing that the ballot papers were sent to wrong addresses]. The Federation, [vote: whose members voted nine to one for a walkout], called that "a lawyer's fishing trip".

The company's shares are not listed. Its 2026 bonds fell two points to 94.

A rail freight dispute in the spring, settled with a 6 per cent award, cost the economy an estimated £110mn in all.
== 4-cbcaldria.txt 2018-09-05
[walkout: Ports strike]: what is it about and how long will it last?

[walkout: Workers at Marrick and Larne Sound are on strike], and [third-day: this is day three]. Here's a quick guide.

Why?
[cause: It's about robots]. [cranes: Haven Ports wants to bring in 16 remote-controlled cranes]. [jobs: The Dockers' Federation believes almost half of crane and yard jobs - about 1,400 - would disappear]. [jobs-denied: The firm insists that staff would be retrained or leave by choice].

How long?
[duration: Until 06:00 on Saturday]. General secretary Tam Brodie told us that "[longer: if they want a sixth day they can have a sixth day]".

Can it be stopped?
[injunction: Haven Ports went to court], [injunction-why: claiming that hundreds of members never received voting forms] [vote-when: for July's ballot], but [injunction-no: the judge said no]. [talks-again: Talks with a mediator are to take place tomorrow].

Will shops run out?
Probably not. Supermarkets have two weeks' stocks of most things. [fruit: Soft fruit for export is the worst hit]. [ships: Thirty-one vessels are now queuing]; [divert: some have gone on to Rossport instead].

What does the government say?
[minister: Jean Kerr, the transport minister, has asked the parties to resume talks]. [army-no: She said on Monday that the army would not be sent in]. The opposition says she should have acted in May, when [failed-why: a deal on training fell apart amid mutual recriminations].

Are strikers paid?
Not by the company. [strike-pay: The union pays £40 for each day].

Has it happened before?
[last-strike: Yes, 15 years ago], though [last-why: then the argument was over night shifts]. That dispute ended when a mediator locked the sides in a hotel.
== 5-rotterdamshipnews.txt 2018-09-05
Caldria: [ships: backlog grows] as [divert: lines reroute]

[walkout,third-day: The strike by Caldrian port labour entered its third day on Wednesday] with [ships: 38 vessels at anchor], according to satellite data.

Three carriers have announced a congestion surcharge of $250 per box. [divert: Two of them are calling at Rossport], [divert-limit: where draught restricts calls to feeders and mid-size ships].

The dispute turns on [cause: Haven Ports' automation programme], a $310m investment. Managers point to [moves: productivity of 22 moves per hour, little more than half of Rotterdam's]. Labour representatives answer that Rotterdam took ten years over it and nobody was dismissed.

On Tuesday evening [injunction-no: a High Court judge refused to halt the strike], saying that [injunction-why: faults in the addressing of some ballot papers] had been "trifling" [vote: given a majority of 91 per cent].

Within an hour, [talks-again: the parties agreed to meet on Thursday under a mediator], Sir Alec Dunne. [minister: The transport minister, who had called for negotiations, welcomed it].

[offer: The wage element, nine per cent in three steps], is said to be uncontroversial. What the Federation wants is a guarantee, in writing, until 2028. The operator has up to now offered 2022.

Elsewhere, pilots at Antwerp suspended a go-slow on Tuesday after an offer of 4 per cent, and crane drivers at Santos, Brazil, voted against a strike over automation there by 61 per cent to 39. Rates on the Asia-Europe run were flat. Bunker prices fell two dollars in Singapore. A drifting container was reported off Cape Orr by a yacht, which it had sunk.

Truckers have other worries. At Larne Sound some 400 drivers are parked on the approach road, unpaid. "We are not in anybody's union," one said. Their association has asked for compensation from the company, the union and the state, in that order.
