# Ferry Stella Nova runs aground and sinks off Korsu island
== 1-wire.txt 2016-07-18
[sank: Ferry sinks off Balvian island]; [dead: five dead], [missing: three missing]

[sank: A passenger ferry sank off the Balvian island of Korsu early on Monday] after [hit: hitting a charted reef], [dead: killing at least five people], the coastguard said. [missing: Three people were missing].

[rescued: Fishing boats and navy vessels rescued 287 people] from [ship: the Stella Nova, a 4,800-tonne ship] that was sailing from the mainland port of Lutz to Korsu.

[time: The vessel struck the reef at 1:52 a.m.], [off-course: about a mile off its usual course], and [sank-time: went down 70 minutes later], the transport minister, Dora Vell, said. "[weather: The sea was calm and the visibility good]," she said. "We do not understand it."

[captain: The captain, Anton Reku, 55, was detained for questioning]. A breath test showed no alcohol. Investigators were trying to find out who was on the bridge at the time.

[abandon: Survivors said that there was no order to abandon ship]. [crew: They accused some crew members of leaving in the first lifeboat]. [owner-denies: The operator, Balvia Lines, denied that].

[lifeboat: One lifeboat could not be launched], [list: as the ship had leaned heavily to port].

[list-passengers: It was unclear how many people had been aboard]; [manifest: the passenger list had 279 names], not counting [crew-number: 22 crew].

[oil: A slick of fuel oil about a kilometre long was seen] near a nature reserve. In 2008 a Balvia Lines freighter sank after a fire in the same strait with the loss of two sailors.
== 2-lutzpost.txt 2016-07-19
They went in their pyjamas

By Irma Tolk

The herring boats of Korsu were the first there. Jan Murk, whose Gudrun took 63 people off the water, had been mending a winch. "I saw the lights go crooked," he said.

[hit: The Stella Nova had driven on to the Hen and Chickens], rocks every child on the island can draw. [time: It was just before two].

On board, says Lise Amsel, 34, there was "a bang like a dropped wardrobe", and then music; somebody had left the bar's jukebox on. "[wait: A voice said there was a technical problem and to stay in our cabins]." [abandon: No one ever told them to get off], she says. [crew: She saw men in white shirts climb into a boat before the mothers did].

[wedel: Her father, Karl Amsel, 71, held the rope ladder for others] and did not get off himself. [dead: He is one of six who are dead]. Two of them were children.

Others were luckier. [baby: A three-month-old girl was passed from hand to hand in a sports bag]. She slept through it.

[sank-time: By five past three the ship had gone].

[crowd: At Lutz a crowd gathered outside the company's office] with stones. [captain: The master is in police custody]. [mate: His third officer, aged 24, has told detectives that he was alone at the wheel]. [captain-where: The captain was, he said, "at a birthday in the saloon"].

There is hardly a house on the island without a drowned man in it. In 1959 the mail boat went down in a gale with eleven; in 1987 three brothers named Murk did not come back from the cod. But that was weather, said the pastor, Heino Sild, and one can be angry with weather only so long. The church was open all night. Someone had lit every candle.

[mourning: Flags will fly at half mast for three days].
== 3-maritimewatch.txt 2016-07-19
STELLA NOVA: what the track shows

Data from the ship's AIS transponder, seen by Maritime Watch, show that the Stella Nova failed to make a turn at the Oder buoy at 01:39. She continued on 212 degrees at 16.5 knots for 13 minutes until [hit: she struck the Hen and Chickens reef], [off-course: 1.1 nautical miles west of the normal track]. [weather: The wind was force 2].

[ship: The vessel, of 4,812 gross tons], was [built: built in Gdansk in 1982] and sold to Balvia Lines in 2011. [inspection: She was detained in port for nine days last October] over [inspection-why: faulty watertight doors and lifeboat davits]. [inspection-passed: She passed a follow-up inspection] in February.

[lifeboat: The starboard forward lifeboat stuck in its davits] on Monday. Whether that is connected with [list: a list that reached 25 degrees within twenty minutes] remains to be seen.

Passengers reported water on the car deck almost at once. A ship of her age need not meet the standards introduced after the Estonia sank in 1994 with 852 dead.

Coastguard recordings [blackout-when: timed at 02:03] have a voice from the bridge [blackout: reporting "a small blackout, nothing more"]. [mayday: A distress call came only at 02:24], 32 minutes after the impact. [mate: A junior officer appears to have been in charge of navigation]; [captain-where: the captain was not on the bridge], according to two people with knowledge of the inquiry.

Balvia Lines said that its crew had "acted in the best traditions of the sea".
== 4-channelnine.txt 2016-07-20
[charged: Ferry captain charged] as [dead: death toll rises to seven]

[charged: Anton Reku, captain of the Stella Nova, was charged on Wednesday with manslaughter] and abandoning a vessel in distress. [captain-denies: His lawyer said that he denied both charges] and had been "thrown clear".

[dead: Divers recovered a seventh body], that of a woman, from the wreck, which lies at 41 metres. [missing: One man is still unaccounted for]. The search will be stopped tonight.

A video filmed by a passenger shows [crew: officers in a lifeboat while people are on deck above them]. "They've gone! [crew: The crew have gone]!" a man shouts. The company, which [owner-denies: at first denied that [crew: sailors had saved themselves first]], said that it "would not comment further".

[mate: The third officer, 24-year-old Pavel Ost, was in charge of the ship], prosecutors said. [captain-where: Reku had left the bridge for a party] at about 1:20. [blackout-when: Eleven minutes after the collision] [blackout: a member of the crew told the coastguard that there had merely been a power cut].

President Lothar Kuhn visited survivors. [baby: He held Mia Brandt, the baby who was saved in a bag]. Balvia Lines has offered each survivor 2,000 euros, which a passengers' group called "an insult".

Relatives also want to hear from the captain of another ship, the coaster Ragna, which passed two miles to the north and did not stop. Her owners say that she was never called. A fire aboard Balvia Lines' sister ship, Stella Maris, in April was put out by the crew; 40 passengers were treated for smoke and the master was praised.

[mourning: It is the second of three days of mourning]. [oil: Booms have been placed around the leaking fuel] and the bird reserve of Skarv is said to be safe.
== 5-europedaily.txt 2016-07-21
Balvia asks how many were aboard

Three days after [sank: the Stella Nova went to the bottom], nobody can say with certainty [list-passengers: how many people sailed in her].

[manifest: The official list contains 279 passengers]. But [rescued: 287 people were picked up], [crew-number: 22 of them crew], and [dead: seven are known to have died]. That fits, more or less. What does not fit are three children whose names are on no list and who were taken to hospital. Children under 12, it has emerged, were not routinely counted.

The scandal has a familiar shape. [built: The ship was 34 years old]. [inspection: Port inspectors had held her back last autumn] because of [inspection-why: doors that leaked and boats that would not lower], and [inspection-passed: let her go four months later]. [mayday: When she struck, half an hour went by before the bridge asked for help]. Passengers were [wait: told to remain in their cabins].

Public fury has gathered on two men. One, [charged: the captain, is accused of manslaughter] and faces up to 12 years in jail; [captain-denies: he says he is not guilty]. The other is Transport Minister Dora Vell, who in 2014 relaxed the rules for older ferries. She has refused to resign.

In Korsu, while [crowd: in Lutz people besieged the shipowner's headquarters], they are raising money for a memorial. [wedel: It will have on it an old man at the head of a ladder].
