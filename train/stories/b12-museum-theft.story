# Theft of the Sforzini crown from the Ducal Museum in Valdoria
== 1-wire.txt 2024-01-18
[theft: Thieves steal Renaissance crown] from Italian museum

VALDORIA, Italy - [theft: Thieves broke into a museum in northern Italy [when: early on Thursday] and made off with a 15th-century crown] [value: worth around 30 million euros], police said.

[three: Three masked men] [window: entered the Ducal Museum in Valdoria through a first-floor window] [cherry: using a cherry picker] [cherry-stolen: that had been stolen from a building site the day before], police chief Carla Benassi said. [minutes: The raid lasted less than four minutes].

[case: They smashed a display case with a sledgehammer] and [other: also took two jewelled daggers]. [necklace: A pearl necklace was dropped as they fled].

The alarm went off, but [guard: the only night guard was in another wing] and [guard-locked: locked himself in an office, as the rules require].

[escape: The thieves escaped on two motorcycles] [burnt: which were later found burnt out near the motorway].

[crown: The crown, [gems: set with 86 gems], was made in 1471 for Duchess Bianca Sforzini]. It was not insured, because the state does not insure its own collections.

"[melt: Our fear is that it will be broken up]," museum director Paolo Renzi said. [reward: The region has offered a reward of 500,000 euros].

In 2013 the museum lost a Bellini drawing, which was recovered in Switzerland a year later. No one was ever convicted.
== 2-city.txt 2024-01-19
[minutes: Three minutes and forty seconds]

The baker saw them first. [when: At ten past four] Ugo Pratesi was carrying flour across Via Ducale when [cherry: a lorry with a lifting platform] stopped beneath the museum. "[workmen: They wore orange vests]," he said. "[workmen: I took them for electricians]. I even said good morning."

[minutes: Less than four minutes later, they were gone], and with them [theft: the crown of the Duchess Bianca], which generations of Valdorian children have drawn at school.

Police have since established that [cherry-stolen: the lorry belonged to a roofing company in Lenna and vanished on Wednesday].

[camera: The security camera covering the façade had been out of order since November], according to a trade unionist at the museum, Silvia Conti. "[camera: We reported it in writing]." [guard: A single guard was on duty for 41 rooms]. [guards-cut: Two years ago there were three]. She insisted that [guard-locked: he did right to shut himself in]: "[guard-locked: The manual says so]. He earns eight euros an hour."

[mayor-resign: Opposition councillors are demanding that the councillor for culture, Elio Manca, step down]. He refused: "Have I stolen it?"

[necklace: The thieves lost a string of pearls in the flower bed], where a policeman nearly stepped on it.

School class 4B of the Manzoni primary brought a paper crown with 86 painted stones to the museum gate in the afternoon. "Until the other one returns," read the note.
== 3-british.txt 2024-01-19
[workmen: Gang in hi-vis jackets] [theft: snatch [value: £26m crown]] in [when: dawn raid]

[workmen: Disguised as workmen], [three: a gang of three] has [theft: pulled off one of Italy's most audacious art thefts], [window: climbing into the Ducal Museum of Valdoria via an upstairs window] and [theft: leaving with the coronet of a Renaissance duchess].

[value: The treasure is valued at £26m (€30m)]. [other: A pair of ceremonial daggers is missing too].

[case: The glass, supposed to resist a minute of blows, gave way after 20 seconds], according to police sources.

"These people had done their homework," said [horace: Horace Fell, a former Scotland Yard detective who recovers stolen art]. He doubts that a collector ordered the job. "[melt: The gold will be melted and the stones recut]. You've got days, not weeks."

[reward: A €500,000 reward is on offer for information].

[escape: Two motorbikes used for the getaway] were [burnt: set alight by the A4 motorway]. Detectives think a car was waiting there; [car: a grey Audi with Slovenian plates was filmed at a toll booth soon afterwards].

Italy's culture minister, Donata Sala, [inspect: has sent inspectors to Valdoria]. "[shame: It is a national shame]," she said.

The heist recalls the raid on Dresden's Green Vault in 2019, most of whose jewels were returned by members of a Berlin clan in exchange for lighter sentences.
== 4-agency-followup.txt 2024-02-02
[found: Stolen duchess's crown found in Slovenian barn], three held

LJUBLJANA - [found: A jewelled crown [theft: stolen from an Italian museum two weeks ago] has been found] in a barn near the Slovenian town of Kolno, police in both countries said on Friday.

Three men, two Slovenians and an Italian, were arrested. [insider: The Italian, 44, worked until last year for the company that maintains the museum's alarms], prosecutor Luca Ferri said.

[missing: Nine of [gems: the crown's 86 stones] are missing], including the largest sapphire. [daggers-found: [other: The daggers taken with it] were not in the barn].

A tip from a farmer led officers to the site. [hay: The crown was wrapped in a horse blanket under the hay]. [farmer-reward: The farmer is to receive [reward: the half-million-euro reward]], Ferri said.

Investigators had followed [car: a grey Audi caught by a toll camera on the A4] an hour after [theft: the theft [when: on Jan. 18]].

[deny: A lawyer for the Italian suspect said that his client had nothing to do with the burglary].

Museum director Paolo Renzi [cried: said he had wept on hearing the news].

[inspect: A ministry inspection] has meanwhile found that [camera: an outside camera had not worked for ten weeks] and that the museum was short of 14 guards. [reopen: The museum will reopen on Feb. 10].
== 5-culture.txt 2024-02-04
[hay: What the hay gave back]

So [found: Bianca's crown is coming home], [missing: minus nine stones], smelling of horse. [cried: Paolo Renzi cried on the phone], he tells me, and then rang his mother.

It should never have left. [crown: A goldsmith from Mantua worked two years on it for the duchess's wedding in 1471]; French troops missed it in 1796 because a sacristan had hidden it in a beehive. In [theft: our own century [three: three men] with a hammer sufficed].

We now hear that [insider: one of them used to service the alarm system]. [deny: He protests his innocence]. Whoever it was knew that [guard: at night one man watched the whole palace], and that [camera: nobody was watching the front at all].

[shame: "A national shame," said Minister Sala]. She might look in her own drawer: her ministry [guards-cut: cut the night shift from three to one] in 2022, to save €94,000 a year. [farmer-reward: The farmer gets five times that], and good luck to him.

Elio Manca, the councillor who [mayor-resign: was urged to go], is still in his seat. On the tenth, [reopen: when the doors open again], he'll no doubt cut the ribbon.

And the daggers? [daggers-found: There's still no trace of them]. [horace: Horace Fell, the English art detective], thinks that they were sold first, to somebody with a yacht. "Daggers," he told me, "look good above a bar."
