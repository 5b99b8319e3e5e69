# Shooting at the Halcyon nightclub in Port Ames
== 1-wire.txt 2019-06-16
[dead: Four killed], [hurt: 17 wounded] as [attack: gunman opens fire in Port Ames nightclub]

PORT AMES - [attack: A man with a rifle opened fire inside a crowded nightclub] [time: shortly before 2 a.m. on Sunday], [dead: killing four people] and [hurt: wounding at least 17], before [tackled: he was overpowered by two customers], police said.

[suspect: The suspect was identified as Derek Allan Voss, 29], [warehouse: a former warehouse worker]. [custody: He was in custody at a county hospital], where [suspect-hurt: he was being treated for a broken jaw], Police Chief Rosalind Teague told reporters.

"[saved: If those two young people had not done what they did, we would be talking about dozens]," Teague said.

[crowd: About 300 people were inside the Halcyon], a two-level club on Wharf Street, for [birthday: a party marking its tenth anniversary]. [ejected: Witnesses said the man had been thrown out earlier in the night] after [ejected-why: an argument with a bartender]. [return: He came back about 40 minutes later] and [entered: got in through a loading door at the rear].

[motive: Investigators had not established a motive], Teague said. [hate: The FBI was examining whether the attack was a hate crime]; [club-gay: the Halcyon is popular with gay and lesbian patrons].

[gun-when,gun-legal: The weapon was bought legally in April], according to a federal official who was not authorized to speak publicly. [rounds: At least 40 rounds were fired].

[critical: Six of the injured were in critical condition at Mercy General]. The dead were not immediately named.

In 2011, a bouncer was stabbed to death outside another club two blocks away.
== 2-portames.txt 2019-06-16
'[fireworks: We thought it was part of the show]'

By Janelle Ortiz, Port Ames Herald

The confetti cannons went off at 1:40. So when [time: the popping started a few minutes later], people cheered.

"[fireworks: Everybody figured it was more of the anniversary stuff]," said Kim Dietz, 24, a dental hygienist who was by the lower bar. "Then the girl next to me sat down on the floor and I saw her dress."

[attack: What followed at the Halcyon early Sunday was the deadliest attack in this city's modern history]. [dead: Four were dead by daybreak]. [hurt: Nearly 20 others had bullet wounds]. [rounds: Police marked more than 40 casings] on the dance floor.

[stopped: It ended when the shooter stopped to reload]. [tackled: Marcus Bell, a line cook, and Priya Nair, a nursing student, threw themselves at him], [stool: Nair swinging a bar stool]. "[suspect-hurt: I heard his jaw go]," Bell said on Sunday, his own hand in a cast. "I'm not a hero. I was standing too close to run."

Staff recognised the man. [ejected-why: He had been refused a drink and had shouted at the barman], general manager Theo Pappas said, and [ejected: security walked him to the door] [eject-time: around 1 a.m.]. [alarm: The alarm on the back entrance had been broken for weeks], two employees said; [alarm-denied: Pappas denied that].

The club has been the heart of the Wharf for longer than most of its patrons have been drinking. It had a close call in 2014, when an electrical fire in the coat room sent 200 people on to the street and nobody was hurt. The owners put in sprinklers then. On Sunday those had gone off too, and the water on the floor was pink.

[vigil: Hundreds gathered with candles on the harbor steps on Sunday night]. [mayor: Mayor Ed Lasky, his voice breaking, said the city had "lost its innocence"]. [blood: A line for blood donations at Mercy General ran around the block].
== 3-newsflash.txt 2019-06-17
KILLER CLUBBED BY BAR STOOL: [tackled: Heroes floored gunman]

[tackled: A student nurse and a cook brought down the maniac] who [attack: turned a packed US disco into a slaughterhouse], it emerged yesterday.

Brave [stool: Priya Nair, 22, whacked loner Derek Voss with a stool] [stopped: as he fumbled for fresh bullets]. [pinned: Pal Marcus Bell, 31, pinned him] till cops burst in [police-time: four minutes later].

[dead: Four revellers died] - among them [bride: [wedding: bride-to-be] Alicia Romero, 26], [hen: who was on her hen night]. Her fiancé, firefighter Chris Dunn, was one of the first paramedics through the door. Pals said he is "beyond broken". [hurt: Another 19 were shot], and [critical: half a dozen are fighting for life].

Voss, [fired: sacked from [warehouse: his job in a depot]] last year, lived alone with two snakes. [gun-when: He bought the semi-automatic ten weeks ago], [gun-legal: all above board], over the counter at a sports store. Neighbour Fay Crick said: "He'd say good morning to the snakes and not to you."

[ejected: Bouncers had booted him out] [ejected-why: when he kicked off over a drink]. [return: Within the hour he was back] - and [entered: he strolled in through goods doors at the back]. [alarm: The door alarm was not working], sources claimed.

[hate: Feds are probing if he targeted the venue] because of [club-gay: its LGBT following]. He is expected in court today.

The horror comes three years after 49 died at a gay club in Orlando, Florida.
== 4-wpachannel.txt 2019-06-17
[suspect: Port Ames suspect Derek Voss] [charge: charged with four counts of murder]

[charge: Derek Voss was charged Monday with four counts of first-degree murder] and 19 of attempted murder, prosecutors said, a day after [attack: the rampage at the Halcyon club]. [custody: The 29-year-old appeared by video from a guarded hospital room], [suspect-hurt: his face bandaged]. He did not speak.

The county also released the names of the dead: [bride: Alicia Romero, 26], [wedding: who was to be married in July]; [dj-dead: DJ Samuel "Sonny" Weeks, 40]; and [sisters: sisters Bea and Carla Tully, 33 and 30].

District Attorney Hollis Grant said that a decision on hate crime charges would come later. "[motive: We still do not know why]," he said. [note: A search of Voss's apartment turned up a four-page handwritten document]; [note-content: Grant would not describe its contents].

According to the complaint:
- [ejected: Voss was removed from the club by security] [eject-time: at 12:58 a.m.]
- [return: He returned at 1:41 a.m.] carrying a duffel bag.
- [entered: He entered through an unlocked rear loading bay].
- [time: The first shot was fired at 1:46].
- [police-time: Officers arrived at 1:50] and [pinned: found him being held on the floor].

Club manager Theo Pappas, whose venue [birthday: was celebrating ten years in business] and [crowd: had 280 guests that night], again said [alarm-denied: its security systems were in full working order].

[critical: Five patients remained critical on Monday], a Mercy General spokeswoman said, and four had gone home. [blood: The hospital thanked the more than 900 people who gave blood].

A former girlfriend, who asked not to be named, told WPA that [ex: she had called police twice about Voss in 2017], once when he broke a window at her home. He was not arrested on either occasion. The sheriff's office said it was reviewing the calls. The judge, Miriam Ochoa, ordered that he be held without bail and set a hearing for July 8.

Tonight's concert at the civic center has been canceled.
== 5-globeatlantic.txt 2019-06-18
Grief and a familiar argument in Port Ames

In Port Ames they have begun, as American towns do, to sort the dead into stories. There is [bride: the young woman [wedding: whose wedding was five weeks off]], [hen: out with her bridesmaids]. There are [sisters: the sisters]. There is [dj-dead: the disc jockey], who kept playing for almost a minute because, like [fireworks: so many on the floor, he took the noise for fireworks].

And there are the two who ended it. [tackled: Bell and Nair rushed the attacker] [stopped: in the seconds when his magazine was empty]. [saved: Without them, the police chief has said, the toll might have run into the dozens].

The argument has begun too. [gun-legal: Nothing about Voss's purchase broke the law]. [charge: On Monday he was formally accused of four murders]. [fired: He had been fired], [ex: twice reported by an ex-girlfriend], and once questioned over a threat to a co-worker, but never convicted. State senator Ruth Amado wants a waiting period. The governor, Cal Whitmer, said this was "a time for prayer, not politics".

[note: Investigators have a four-page letter the accused left behind]. [note-content: They are not saying what is in it]. [motive: His reasons therefore remain a matter of guesswork], though [hate: the federal authorities are weighing whether hatred of gay people was among them].

[vigil: On Sunday evening perhaps 700 people stood on the steps above the water], holding candles in paper cups. [mayor: "We have lost our innocence," the mayor told them]. A woman behind me said quietly that hers had gone some time ago.
