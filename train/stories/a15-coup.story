# Failed coup attempt in Oruba
== 1-wire.txt 2018-01-07
[failed: Oruba government says it has foiled coup attempt]

PORT CLAIRE, Jan 7 - [failed: Oruba's government said on Sunday it had put down an attempted coup] after [radio: a group of soldiers seized the state radio station] and [broadcast: announced the overthrow of President Bernard Ngolo].

[killed: Two of the plotters were shot dead] and [arrested: their leader and seven others arrested] when [storm: special forces retook the building] [storm-time: at about 10 a.m.], government spokesman Guy Mabika said. "[calm: The situation is calm and under control]," he said.

[lieutenant: The leader was Lieutenant Desmond Lara of the Republican Guard]. [read: Reading a statement] [read-time: at 4:30 a.m.], [restore: he said that a "Council of Restoration" would save democracy]. [call-people: He urged people to take to the streets].

Gunfire was heard around the radio compound. [teargas: Police used tear gas to disperse [gathered: about 300 people who had gathered nearby in support]].

[away: Ngolo, 59, has been in Portugal since October], [stroke: when he had an emergency heart operation]. [speech: He gave a recorded address on New Year's Eve], [speech-slur: in which he slurred some words], [disappoint: which Lara called "theatre for children"].

[curfew: A curfew was declared in the capital] and [net: the internet was cut]. [hostage: Two technicians held at the station were freed unharmed].

[au: The African Union condemned the attempt]. [france: France told its 8,000 citizens in Oruba to stay at home].

[dynasty: The Ngolo family has governed the oil producer for 38 years]. [election: He narrowly won a second term in 2015] in a vote marred by accusations of fraud and followed by riots in which at least four people died.
== 2-claireherald.txt 2018-01-08
Five hours on Independence Boulevard

By Yvette Moussavou

[read: The voice came on in the middle of a hymn]. It was [read-time: half past four]; my mother was up for the bread. "[call-people: Get up and come out, all of you]," it said. "[call-people: Bring your fathers]."

By six, [gathered: a few hundred boys from the Matanda quarter were outside the radio building], singing. [teargas: The gendarmes gassed them back] as far as the fish market.

[tanks: Armoured cars stood on the boulevard]. Nobody knew whose.

Inside, says [hostage: Alphonse Edou, a sound engineer, who was kept there with a colleague], the lieutenant was polite. "He put his gun on the mixing desk," Edou said. "He asked me if the microphone was good." [waiting: Lara kept telephoning someone who did not answer]. "'They promised,' he said. 'They promised.'"

[storm-time: A little after ten] [storm: the door was blown in]. [killed: Two young men in berets died in the corridor]. [ceiling: The lieutenant was found in a hole above the ceiling]. By noon he was on the screens, dusty, with his hands bound.

"[alone: A few boys playing at soldiers, nothing more]," said the minister of the interior, Rose Tchibanga. She may be right. But nobody came out to cheer the government either.

My mother, who is 71, has been through four of these, if one counts 1994, when the tanks came out because of a football match. In that one the radio played marches for two days and the price of sugar doubled. She had filled the bath before I was properly awake. By evening she was selling bread to the soldiers, at the usual price, she said, though the soldiers said otherwise.

The pharmacies have been open since three. [net: There is still no internet].
== 3-parismonde.txt 2018-01-08
In Oruba, [failed: a putsch that lasted a morning]

[failed: It was over before most of Europe was awake]. [radio: A few young officers took the national radio in Port Claire on Sunday], [broadcast: proclaimed the end of the Ngolo regime], and [storm: were overrun by the presidential guard] [storm-time: five hours later].

[killed: Official accounts speak of two dead]; [arrested: nine men, among them the ringleader, were captured]. A hospital source counted five bodies.

What did they want? [lieutenant: [age: Desmond Lara, 28], deputy commander of the honour guard], presented himself as [restore: president of a council that was to bring democracy back]. [backed: He plainly expected others to follow], said Louis Armand, a researcher: "[waiting: He was waiting for a call that did not come]."

[vacuum: The attempt shows up the vacuum at the top]. [away: For three months Bernard Ngolo has been convalescing in Lisbon]. [stroke: A heart operation], officially "a check-up", left him, it is said, barely able to walk. [speech: His New Year's message], two minutes long, was meant to reassure. [speech-slur: His speech was halting], and his right arm did not move.

[constitution: In November the constitutional court allowed the vice-president to chair the cabinet]. [illegal: The opposition calls that illegal].

Paris, which has a small garrison near the airport, condemned "any unconstitutional change". [dynasty: Ngolo's father, Omar, took power in 1980], with French parachutists not far away.
== 4-britbroadcast.txt 2018-01-08
[failed: Oruba coup attempt]: what we know

[calm: The government in Oruba says it is in control] after [radio: soldiers took over the national broadcaster] early on Sunday.

Who was behind it?
[lieutenant: Lt Desmond Lara, an officer of the Republican Guard]. He was unknown until Sunday. Dressed in a green beret, [disappoint: he said he had been ashamed by [speech: the president's appearance on television a week ago]].

How did it end?
[storm: Commandos broke in]. [killed: Two suspected rebels were killed] and [arrested: eight were detained]. One got away but was caught later. [ceiling: The lieutenant was hiding in the roof space], officials said. [hostage: The radio staff who were held are safe].

Where is the president?
[away: In Portugal, where he has been recovering] since [stroke: surgeons opened his chest in October]. [flown-back: He will fly home "within days"], his spokesman said. He said the same in December.

Did people support the coup?
[gathered: Hundreds came out near the station]. Elsewhere in the city the streets stayed empty, residents told us. [curfew: A night-time curfew is in force].

What has been the reaction?
[au: "Strong condemnation" from the African Union]. [france: French nationals have been advised not to go out]. [marines: By coincidence sixty British marines arrived in Oruba last week], [marines-why: ready to help their citizens in nearby Congo].

There have been two other attempts in the region in the past year. In May officers in Sao Miguel held a defence minister for nine hours and gave up. In September a colonel in Kabanda was sentenced to 20 years over a plot that his lawyers say was invented by the police. In both places elections followed within months, and in both the government won them.

How long have the Ngolos been in charge?
[dynasty: Since 1980]. [election: The last election was won by less than one percentage point]. In 1993 an uprising over fuel prices was ended by French troops.
== 5-gulfpetroleum.txt 2018-01-09
Oruba: oil flows undisturbed by [failed: failed coup]

Exports from Oruba's terminals were not interrupted by [failed: Sunday's failed military takeover], shipping agents said. The country pumps around 190,000 barrels a day. Two tankers at Cap Sable loaded on schedule.

Its 2025 dollar bonds fell three cents on Monday before recovering most of the loss.

Analysts had two readings. One: [alone: the affair was the work of a few hotheads]. Interior Minister Rose Tchibanga has said as much. [tanks: That armoured vehicles were on the streets by dawn] suggests that the army's command held.

Two: [vacuum: power in Port Claire is adrift]. [flown-back: President Ngolo is expected back from his sickbed this week], but [away: after three months in Lisbon] few think he can govern. [constitution: The vice-president has been given the right to lead cabinet meetings], [illegal: a move that the opposition says breaches the constitution]. "[backed: [age: A 28-year-old lieutenant] doesn't do this unless somebody has promised him something]," said Nina Hartz of Cape Risk.

[marines: Attention has also been paid to the British detachment that landed last week], [marines-why: officially for another country's crisis].

Internet access was restored on Tuesday morning. The curfew was shortened by two hours. Lara will be tried by a special court, where he could receive a life sentence, the public prosecutor said. Oruba abolished the death penalty in 2010, a year after the present president took over from his late father.
