# Soldiers killed in clash between Tashmir and Orland on the Zerin pass
== 1-wire.txt 2021-06-08
[clash: Tashmir, Orland troops clash on disputed border]; [dead-t: nine soldiers killed]

ADLER, Tashmir, June 8 - [clash: Troops from Tashmir and Orland exchanged fire on their disputed mountain frontier] [when: before dawn on Tuesday], [dead-t: killing at least nine Tashmiri soldiers] in [worst: the deadliest clash between the neighbours since 2008].

[accuse: Each side accused the other of shooting first].

Tashmir's defence ministry said [road: Orlandian engineers had been building a road] [road-side: on Tashmiri territory] near the Zerin pass and [crossed: opened fire when a patrol told them to leave]. Another 23 soldiers were wounded, it said.

Orland said [o-version: Tashmiri forces had attacked a work crew without warning] and that [dead-o: two of its border guards had died].

[art: Both armies used artillery and mortars], residents said. [villages: The inhabitants of three villages were moved to safety].

"[provoke: We do not want war, but we will not swallow provocations]," Tashmiri President Aslan Yured said on television.

[hotline: The two defence ministers spoke by telephone on Tuesday night], a diplomat said. [un: U.N. Secretary-General Antonio Guterres called for restraint]. [russia: Russia, which has a base in Orland, offered to mediate].

[length: About a third of the 900-km border has never been demarcated]. [war: The two countries fought a six-week war over the area in 1994].
== 2-tashmir-paper.txt 2021-06-09
The boys of the Zerin

Corporal Timur Aliev called his mother at nine on Monday evening to ask about the cherries. Eight hours later he was dead.

He was 20, [dead-t: one of eleven men of the 4th Mountain Battalion who fell] in [clash: yesterday's battle on the pass]. Two of the wounded died overnight in hospital.

The ministry has published [drone: film taken by a drone]. [drone-what: It shows Orlandian bulldozers well beyond the stream] [stream: that has marked the line for a generation]. [crossed: Then come the muzzle flashes from the east bank].

"[crossed: They shot at us while [lt-talk: our lieutenant was still talking]]," said Private Ruslan Deni from his bed, with a bandage over one eye. "He had his hands up, to show them [lt-talk: he was only talking]."

[lieutenant: The lieutenant, Marat Osk, was the first to be hit].

[art: Shells fell until ten in the morning]. [villages: In Upper Zerin, Lower Zerin and Kosh people were put on buses with what they could carry]. A school in Kosh lost its roof; it was empty. In May, when a shepherd from Kosh was taken by an Orlandian patrol, Adler did nothing, and people there have not forgotten it.

[mourning: Today is a day of national mourning]. [call-up: The president has ordered 5,000 reservists to report], though [provoke: he says the country does not want war]. In Aliev's yard, the neighbours have picked the cherries.
== 3-orland-agency.txt 2021-06-09
[o-version: Tashmir attacks road workers]; [dead-o: two border guards martyred]

KHARZ (OPA) - Orland on Wednesday laid to rest [dead-o: Sergeants Ilya Borun and Pavel Dost], who gave their lives while shielding unarmed road workers from [o-version: an unprovoked attack by Tashmiri forces].

The Foreign Ministry said that [road: the repair of a road in the Zerin district] was [road-side: taking place wholly within Orland's borders]. "[o-version: There was no warning of any kind]," it said in a statement.

It dismissed [drone: drone footage released by the Tashmiri side] as [drone-fake: "a montage" from another year]. According to the ministry, [stream: the stream seen there is not the boundary].

[art: Orlandian artillery returned fire only after 40 minutes of shelling], the General Staff said. It claimed that three enemy mortars were destroyed. Eight civilians were slightly hurt by glass.

Following [hotline: talks between the two ministers of defence], both armies will pull heavy weapons back five kilometres [withdraw-when: by noon on Thursday]. [hotline: The ministers talked by phone for more than two hours]. A direct line between the headquarters is to be reopened.

President Gregor Stahl thanked [russia: the Russian Federation for its readiness to act as a go-between]. He rejected [un-force: Tashmir's demand for international observers], calling it "a pretext for interference". Such observers were present in the region until 1999 and, in his words, "observed nothing".
== 4-broadcaster.txt 2021-06-10
Tashmir and Orland [withdraw: begin pulling back guns] after [clash: border fighting]

[withdraw: Tashmir and Orland have started to withdraw heavy weapons from the Zerin pass], two days after [clash: a clash there] [dead-t,dead-o: left at least 13 soldiers dead].

Reporters saw a column of Tashmiri howitzers heading down the valley on Thursday morning. [withdraw-when: The deadline was 12:00 local time].

What happened?

[when: Fighting broke out at around five o'clock on Tuesday morning]. [accuse: The countries blame one another]. [road: It began with a road that Orland is building]. [road-side: Tashmir says it runs across its land; Orland says it does not].

Analysts who compared [drone: a Tashmiri drone video] with satellite pictures say [drone-fake: it is genuine and recent], and that [drone-what: diggers had gone about 150 metres past the stream]. But [stream: whether the stream is the border is itself in dispute]: [length: some 300km of the frontier were never agreed on] after the collapse of the Soviet Union.

Why does it matter?

[war: A war here in 1994 cost some 4,000 lives]. [pipeline: A pipeline that carries gas to southern Europe runs 30km from the pass]. Gas prices rose 6% on Tuesday and have since come back.

[un-force: Tashmir wants foreign monitors to be stationed at the pass]. [hotline-open: A military hotline, cut off in 2019, has been working again since Wednesday].
== 5-analysis.txt 2021-06-13
A road to nowhere in particular

It is four metres wide and was meant to lead to a ski hut. For [road: this strip of gravel in the Zerin district], [dead-t: eleven Tashmiris] and [dead-o: two Orlandians] died on Tuesday.

Wars have begun over less; this one probably won't. [withdraw: The guns have been pulled back], [hotline-open: generals have each other's number once more], and [call-up: the 5,000 Tashmiri reservists who were called up] have been told to be home for the harvest. [un: Mr Guterres can stop pleading for calm].

But consider how near it came. [lieutenant: Lieutenant Osk, the first to fall], [lt-talk: was by all accounts trying to negotiate]. Who shot him is unclear; even some in Adler think that a nervous conscript did it, from whichever side. After that no one was in command for an hour. In [worst: thirteen years there had been nothing like it].

Both presidents gained. Mr Yured, whose party lost the mayoralty of Adler in April over the price of bread, [mourning: decreed a day of mourning] and rose nine points. Mr Stahl, too, had funerals to attend.

The outside world noticed because of [pipeline: the gas line a half-hour's drive away]. Brussels has now discovered the need for a boundary commission. It might start with [length: the third of the border that exists only on somebody's map], and with a question: why, in June, does anybody need a road to a ski hut?
