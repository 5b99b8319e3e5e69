# Wildfire destroys much of Corrada on the Sierra Blanca coast
== 1-wire.txt 2022-07-26
[dead: Wildfire kills five], [evac: forces thousands to flee] on Spanish coast

CORRADA, Spain - [dead: At least five people have died] and [evac: some 8,000 have been evacuated] as [fire: a wildfire driven by strong winds swept into the coastal town of Corrada], emergency services said on Tuesday.

[start: The blaze started on Monday afternoon near a landfill site north of the town] and [area: had burned 4,200 hectares by Tuesday evening]. [houses: More than 300 homes were destroyed or damaged].

[car: Three of the dead, a couple and their grandson, were found in a car] [road: on the road to the beach]. [firefighter: A volunteer firefighter, 24, was killed] [truck: when his truck overturned]. The fifth victim was not identified.

About 600 firefighters and 19 aircraft were fighting the flames, [contain: which were not under control]. Two water-bombing planes were sent by France.

"[worst: It is the worst fire this province has seen in half a century]," regional president Elena Moya said. She declared a state of emergency.

Police are looking into whether the fire was set deliberately. [rain: Not a drop of rain has fallen in the area since April] and [temp: temperatures reached 43 degrees Celsius on Monday].

[ferry: Hundreds of people were taken off the beach by fishing boats] overnight after [cutoff: flames cut off the only two roads].
== 2-britishtabloid.txt 2022-07-26
BRITS FLEE INFERNO: 'We ran into the sea with the kids on our shoulders'

TERRIFIED British holidaymakers told last night how they stood in the sea for three hours while [fire: a wall of fire devoured the resort of Corrada] behind them.

[ferry: Families were plucked from the sands by a flotilla of fishing boats] after [cutoff: both routes out were blocked by the blaze].

Plumber Darren Hoyle, 41, from Stockport, carried his twins into the water. "We were in up to our necks from nine until gone midnight," he said. "The sky was raining bits of burning tree. A fisherman called Paco gave the girls his jumper."

[dead: Five people have lost their lives]. They include [car: a local boy of seven and his grandparents], whose [road: car was engulfed as they tried to reach the shore], and [firefighter: a young fireman].

No Britons are thought to be among the dead, the Foreign Office said, though two are in hospital with burns.

[evac: Eight thousand people have had to leave their homes and hotels]. Many spent the night on gym mats in a bullring at nearby Almeja, where one elderly couple from Hull celebrated their golden wedding with a carton of juice.

[flights: All flights to the region have been scrapped until Sunday], and travel firm SunHop said it would offer refunds. Last year 40,000 Brits holidayed on this stretch of coast.
== 3-nationaldaily.txt 2022-07-27
"Nobody told us to go"

Reportage from Corrada

The bell of San Telmo melted. That is the detail that people here repeat. It had survived the civil war.

On Wednesday, as [contain: firefighters finally gained the upper hand] and [dead: the number of victims rose to seven], grief began turning to anger. [alert: The alert that should have sounded on every mobile phone was sent only at 9.40 p.m.], [alert-late: almost an hour after the first houses in the Pinar district were burning].

"[alert-late: By the time it beeped, my roof was gone]," said Rosario Campos, 67, a retired seamstress.

Nobody here had such doubts about the fire crews. Flowers have been left at the station for [firefighter: Iván Prieto, the 24-year-old volunteer who died] [truck: when the engine he was riding rolled into a ravine]. He was to be married in September.

The mayor, Luis Garrido, says [landfill: he warned the provincial government three times about the landfill], [start: where the fire is believed to have begun]. [landfill-private: The tip is run by a private firm, Limpia Sur], [plastics: which was fined in 2020 for burning plastics]. [limpia: The company rejects any responsibility].

[houses: The damage is now put at 410 houses], a school and the church. [area: Nearly 6,000 hectares of pine and scrub are ash].

The king will visit on Friday. "He may bring a roof," said Señora Campos.
== 4-broadcaster.txt 2022-07-28
[arrest: Man arrested over deadly Corrada wildfire]

[arrest: A 53-year-old man has been arrested] on suspicion of [arrest: starting the fire which] [dead: has left seven people dead] in southern Spain.

[employee: The man works as a guard at the rubbish dump] close to [start: the spot where the flames were first seen on Monday]. He is accused of negligence rather than arson: [barbecue: detectives believe that he lit a barbecue] despite a ban on open fires, a police source said.

[limpia: [landfill-private: Limpia Sur, the company that operates the dump], denied it was to blame] and said it was "appalled".

Meanwhile regional leader Elena Moya is under pressure over [alert: a phone alert that reached residents at 9.40pm on Monday], when [alert-late: parts of the town had been alight for some time]. [moya-sorry: She apologised on Thursday]: "[moya-sorry: It came too late, and I am sorry]."

[contain: The fire was declared under control at dawn], after [area: it had consumed 5,900 hectares], an area about the size of Manhattan.

[evac: Most of the 8,000 people who were moved out] have been allowed to return. Others have nothing to return to.

[flights: Flights to the area's airport, suspended since Tuesday, resume at the weekend].

Scientists say that heatwaves like this one, [temp: with a peak of 43C], have become ten times likelier. [rain: The province has been without rain for more than three months].
== 5-comment.txt 2022-07-30
A barbecue did not burn Corrada

It would be convenient if it had. [employee: A watchman at a tip], [barbecue: two sausages], a gust: case closed. Yet [arrest: the arrest of one poor fool] explains only the spark.

It does not explain why [landfill: a mayor's three letters about the dump went unanswered]. It doesn't explain why [landfill-private: a firm like Limpia Sur was managing it at all] two years after [plastics: the affair of the plastics], or why [cutoff: a town of 11,000 had just two roads out], both through pines.

And it doesn't explain those [alert-late: fifty minutes in which houses burned and phones stayed silent]. [moya-sorry: Ms Moya has said sorry]. I believe she means it. But sorry is not an inquiry, and she has so far refused to order one.

[worst: We are told that this was the province's worst blaze in fifty years]. It will hold that title for a summer or two. In 2012 the fire at Sotillo, with half the wind, took 2,000 hectares and one life, and a commission recommended firebreaks, sirens and a third road. The report has a handsome cover.

On Friday King Felipe walked through the ashes and embraced the parents of [firefighter: Iván Prieto, dead at 24]. It was decent of him. "Majesty, we need roofs," a woman called out. He nodded. So, for the cameras, did everyone else.
