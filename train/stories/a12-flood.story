# The river Wend floods the town of Ashbeck
== 1-wire.txt 2023-10-21
[flood: River bursts banks in northern England], [dead: killing two]

[flood: The river Wend burst its banks at Ashbeck in northern England on Friday night], [homes: flooding about 1,100 homes] and [dead: leaving two people dead], police said.

[rain: More than a month's rain fell in 24 hours] as Storm Edith crossed the country. [level: The river reached 6.9 metres], [record: 40 centimetres above its previous record], set in 2015.

[man-car: A 67-year-old man died when his car was swept off a ford] near Low Sallow. [woman: A woman in her 80s was found dead in her flooded bungalow].

[evac: Around 2,500 people were told to leave their homes]. [hospital: The district hospital moved 60 patients to other towns] after [generator: its basement generators failed].

[bridge: Part of an 18th-century bridge collapsed] shortly after midnight. [bridge-nobody: No one was on it].

"I have never seen water move like that," said Fire Chief Anita Royle. [rescued: Her crews brought 340 people to safety by boat].

[defences: A £31 million flood barrier, finished in 2019, was overtopped]. [agency-defends: The Environment Agency said it had held back the water for six hours] and [agency-time: given people time to get out].

[pm: Prime Minister Helen Marsh was due to visit on Sunday].

[warnings: Four severe warnings, meaning danger to life, remained in force]. [more-rain: Forecasters expected further rain on Monday], though less heavy.

In Scotland, where the storm caused landslides, a lorry driver was killed on Thursday by a falling tree.
== 2-ashbeckgazette.txt 2023-10-21
'[siren: The siren never went off]'

By Joe Sharrock

Bill Tunstall heard the river before he saw it. "Like a train," he said, "only it didn't go past."

[tunstall-home: He and his wife Pat, both 79, spent the night on their stairs] in Weir Street, with a cat in a bread bin. [siren: The flood siren at the end of the road, tested on the first Monday of every month, was silent]. [council-siren: Wendale Council said last night it was "urgently looking into" that].

By then it was across the Market Place and into the church. [level: The gauge at Town Weir read 6.91 metres] at 11.40pm. [record: Nothing like it has been measured since the gauge went in in 1961].

[bridge: Half an hour later two arches of the Packhorse Bridge went]. [bridge-listed: The bridge has stood since 1764]. "[bridge-nobody: Thank God there was nobody on it]," said [landlady: Gail Hoyle, landlady of the Fleece], whose windows shook.

[woman: Neighbours named the woman who died as Edna Birtwhistle, 84], a retired dinner lady known to half the town. [carer: Her carer had been unable to reach her].

[homes: More than a thousand houses are under water]. [rescued: Firefighters rescued 340 people], among them [bus: a coachload of wedding guests] who had been stranded on the Skelby road. [school: The high school is open as a rest centre]; it needs blankets, not clothes.

Older people compared it with 1947, when the snow melted all in one night and they rowed a piano down Bridge Street. No one was lost then but a pig. The mark from that year is cut in the church porch, at the height of a man's belt. On Saturday morning Canon Ruth Amory showed us where the new one will have to go: she had to reach up.

And [defences: the wall? The wall that was to keep us safe till 2070? It was under a foot of water].
== 3-nationalmail.txt 2023-10-22
[woman: Gran, 84, drowned] as "[defences: £31m wall of shame]" fails

Furious residents last night demanded to know why [defences: a brand-new flood barrier failed to save their town].

[woman: Great-grandmother Edna Birtwhistle was found floating in her living room] after [flood: the Wend surged through Ashbeck]. [carer: Her carer had tried to wade to the door but was beaten back].

[man-car: Retired vet Colin Haigh, 67, perished when his Land Rover was washed from a ford]. His spaniel, Gyp, was found alive two miles downstream.

[siren: A warning siren failed to sound], it is claimed. [tunstall-home: Pensioners Bill and Pat Tunstall sat on the stairs for nine hours]. "We said our goodbyes," Pat told the Mail.

Locals say that [ditch: ditches upstream had not been cleared for years]. [ditch-reply: The Environment Agency denied that dredging would have made a difference]. It said the barrier "[agency-defends: performed as designed]", [agency-time: buying vital hours].

[wedding: Bride Chloe Marsden spent her wedding night on the roof of a bus] - [bus: with 41 guests]. "We sang," she said. "What else can you do?"

[pm: The PM will tour the town today]. She can expect a rough ride: [cut: spending on flood defences in the north was cut by £60m in the spring].

[looters: Police said they had arrested three men on suspicion of looting].

Edith was the fifth named storm since August. The next will be called Fergus.
== 4-broadcastnorth.txt 2023-10-22
Ashbeck: [boo: PM heckled] on visit to flooded town

Helen Marsh visited Ashbeck this morning, where [dead: two people lost their lives] and [homes: more than 1,000 properties were flooded] on Friday night.

[boo: As she walked along Weir Street some people jeered]. "Where's the siren, Helen?" one man called. [fund: She announced £5,000 for every flooded household].

[siren-cause: Wendale Council admitted that [siren: the siren had not sounded] because its battery was flat]. [council-siren: An inquiry has been opened]. A spokeswoman said that [texts: text alerts had been sent to 4,100 phones].

The council leader, Dev Patel-Ross, [ditch: said that drainage channels above the town had been neglected]. [ditch-reply: According to the Environment Agency clearing them would have lowered the peak by no more than 2cm].

Asked about [cut: this year's £60m reduction in flood spending], Ms Marsh said that it was "a rescheduling".

Elsewhere in the town:
• [hospital: Patients evacuated from Ashbeck General] will not return before Thursday. [generator: Its emergency generators, in the basement, were drowned].
• About 900 of [evac: the 2,500 evacuated people] have gone home.
• Engineers are examining [bridge: the Packhorse Bridge, which partly fell in the night] and was [bridge-listed: built in 1764].
• [school: Ashbeck High is still taking people in].
• [looters: Three men are being held over looting].

[more-rain: Rain is forecast tomorrow]. [warnings: Severe flood warnings have been reduced to two].

Prof. Kit Boyd, a hydrologist at Skelby University, said that what used to be a one-in-200-year flood there should now be expected every 40 years.
== 5-irishobserver.txt 2023-10-28
A town and its wall

I first came to Ashbeck in 2015, the week after that flood. People told me then that there would be a wall. This week they showed me it: pale concrete, handsome, a tidemark a foot above the top.

[defences: It had cost thirty-one million and lasted four winters]. [agency-defends: It did hold for six hours], as the engineers like to point out, and [agency-time: in that time the low streets were emptied]. [dead: Two people were lost, not twenty].

But a wall also tells people to stay where they are. [tunstall-home: On Weir Street an old couple sat on the stairs] until a boat came. [siren-cause: The alarm on their corner had a dead battery]. [texts: The texts went to those with phones]. [woman: Edna Birtwhistle, who drowned], had none; she was buried on Thursday, from a chapel that smelt of river.

Money was promised. [fund: Five thousand a house]; the form has 19 pages. [boo: The prime minister was shouted at], and looked as if she had expected it.

There are lighter things. [wedding: A bride who passed her first night of marriage on top of a coach] has become a song in the Fleece. The vet's spaniel has been adopted by [landlady: the landlady there].

In the valley to the east, at Hexley, where there is no wall at all, they lost eleven houses and a chip shop in the same rain and nobody has been to see them. A woman there told me that she had counted four helicopters, all going the other way. Hexley asked for a scheme in 2017. It was costed at nine million and turned down.

[rain: It had rained as much in a day as it should in five weeks], on hills stripped for grouse. Upstream a farmer has planted 11,000 willows at his own cost. Nobody has offered to name anything after him.
