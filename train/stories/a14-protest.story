# Deadly protest against bread prices in Kasrat
== 1-wire.txt 2019-12-05
[dead: At least 11 killed] as [fired: Kasrat forces fire on protesters]

KASRAT, Dec 5 - [fired: Security forces opened fire on demonstrators in Kasrat on Thursday], [dead: killing at least 11 people] and [wounded: wounding more than 90], doctors said, on the bloodiest day since protests over living costs began a month ago.

[where: The shooting took place on Independence Bridge], where [crowd: several thousand people were marching towards the parliament] [when: at about 4 p.m.]. [demand: They were demanding that the government reverse [price: a doubling of the price of bread]] that took effect on November 1.

[police-attacked: The interior ministry said police had been attacked with petrol bombs and had used live rounds "as a last resort"]. [officer: It said one policeman was killed]. [peaceful: Witnesses said the march was peaceful until the first shots].

"[vendor-quote: There was no warning]. They shot at chests," said Hadi, a phone repairer, who gave only his first name.

[student: Among the dead was Lina Sabry, a 20-year-old student of pharmacy], her brother said.

[curfew: The government imposed a night curfew] and [internet: cut off mobile internet].

[pm-tv: Prime Minister Adel Karam said on television that he "understood the pain" of the people] but [no-resign: would not step down]. [inquiry: He promised an inquiry].

[un: The United Nations secretary-general called for restraint]. The U.S. embassy told citizens to stay indoors.

[umm-darr: On Nov. 16, three protesters died in the southern port of Umm Darr when a truck drove into a sit-in]; the driver was arrested. [imf: The subsidy cuts are a condition of a $2.8 billion loan from the International Monetary Fund].
== 2-kasratindep.txt 2019-12-06
Bread, and then the bridge

By Samira Toul

[student: Lina Sabry, who was 20 and is dead], had an examination on Sunday. [student-carry: She had brought her notes with her to the march], in a yellow folder. Her brother Omar has the folder now.

She was [where: two-thirds of the way across Independence Bridge] when, [when: a little after four], the line of soldiers at the far end knelt. "[kneel: They knelt down like a school photograph]," Omar said. "Then everybody in front of me was lying down." [vendor-quote: Nobody had told them to disperse].

[dead: The Central Hospital has received fourteen bodies], Dr. Ranya Aziz told me at 2 a.m. [head-chest: Most have wounds in the head or chest]. [wounded: In the corridors there are at least a hundred injured]. [blood: The hospital has run out of O-negative blood].

[demand: They went out for the price of a loaf], [price: which rose overnight from one dinar to two]. Omar, 26, a teacher, spends a fifth of his pay on bread. By evening nobody was talking of bread.

[police-attacked: The authorities speak of fire-bombs]. [peaceful: I was there for three hours; I saw flags, drums and a man selling tea]. [officer,officer-name: The policeman whose death they announced, Sgt. Yasin Badr], was, his cousin says, [officer-other: knocked down by an armoured car].

I was also on this bridge in 2011, when it was roses and not bullets, and a colonel was lifted on to somebody's shoulders for refusing an order. He was retired the same summer. I telephoned him last night. He is growing lemons, and he asked me what regiment it had been, and when I told him he put down the receiver.

At midnight, [curfew: with the streets emptied by order], [pans: people went up on the roofs and beat on pans]. It could be heard across the whole city, for eleven minutes: one for each of those they knew of then.
== 3-statenews.txt 2019-12-06
[inquiry: Prime Minister orders investigation into regrettable events]

KASRAT, Dec. 6 - [inquiry: Prime Minister Adel Karam has instructed the Minister of Justice to form a commission] to investigate the regrettable events of yesterday, the Council of Ministers announced.

[police-attacked: Infiltrators in the ranks of the demonstrators threw incendiary bottles at the security forces], the Ministry of the Interior explained, adding that [weapons: hunting rifles and 40 fire-bombs were confiscated]. [fired: The forces were compelled to respond] in accordance with the law.

[officer,officer-name: Sergeant Yasin Badr was martyred in the line of duty]. He was buried with honours this morning in his village, in the presence of the minister.

The Ministry of Health put [dead: the number of the deceased citizens at nine] and [wounded: of the injured at 61, including 23 members of the security forces].

In his address, [pm-tv: the Prime Minister expressed his understanding for the suffering of the poor]. [handout: He announced a monthly payment of 40 dinars to 600,000 needy families], as of January. [price: As to the price of the loaf, which was raised to two dinars], he said that it remained among the lowest in the region.

[curfew: The curfew from 8 p.m. to 5 a.m.] will stay in place until further notice. [internet: The interruption of some communication services] is due to maintenance.

[foreign: He warned against "foreign hands" which wish to drag the country into chaos].

The football league matches of the weekend are postponed.
== 4-londonworld.txt 2019-12-06
Kasrat killings: two ministers quit as [pans: city bangs pots in anger]

Two members of Adel Karam's cabinet resigned on Friday, a day after [fired: soldiers shot into a crowd] [where: on the main bridge of the capital]. [dead: Medics put the dead at 16], [dead: the government at nine].

"I cannot sit in a government that [kneel: makes its soldiers kneel to aim at students]," Culture Minister Nadia Rahal wrote.

[no-resign: Mr Karam, 71, in office for eleven years, has refused to go]. [handout: Cash for the poorest was announced on Thursday]; the bread price stays. [imf: Raising it was one of the terms of last summer's IMF bailout], though the Fund said on Friday that the way of doing it had been the government's choice.

A video verified by this newspaper shows troops firing 40 shots in 20 seconds at people [video-back: who were running away]. No weapon can be seen in the crowd, despite [weapons: the ministry's claim to have confiscated rifles].

[internet: With phones offline], word travels on foot. The name repeated most is that of [student: Lina Sabry, 20, one of the dead], who [student-carry: was carrying her lecture notes].

[un: António Guterres asked all sides to hold back]. [france: France suspended sales of tear gas]. [foreign: Mr Karam blames outsiders].

The army itself may be divided. Two officers who spoke to this newspaper on Friday said that a tank battalion ordered to move in from Tel Hamra had reported its engines out of order, all of them. In the south, where a sit-in had gone on since [umm-darr: a lorry killed three people there last month], police withdrew and the crowd gave them water.

Fresh demonstrations are planned after noon prayers. In 1986 an uprising over sugar, put down by his predecessor, cost 70 lives, and is said to have started on the same bridge.
== 5-rightswatchbrief.txt 2019-12-09
Kasrat: unlawful killings on Independence Bridge

[fired: Security forces in Kasrat used lethal force] without justification on December 5, Rights Monitor said today. [dead: At least 17 protesters were killed], including two who died of wounds at the weekend.

Rights Monitor interviewed 31 witnesses and examined 46 videos. It found that:

- [crowd: Between 6,000 and 8,000 people were walking towards the National Assembly].
- [peaceful: The crowd was overwhelmingly peaceful]. Some youths threw stones after the shooting began. No evidence was found of [police-attacked: the petrol bombs of which the police have spoken].
- [vendor-quote: No order to disperse was given] before [fired: men of the 4th Brigade fired directly at the marchers] [when: at 16:07].
- [head-chest: Thirteen of the dead were hit above the waist].
- [video-back: Many were shot from behind].
- [officer,officer-other: A police sergeant died under the wheels of a vehicle of his own side].

[blood: Hospitals lacked blood], and doctors said that intelligence agents had taken at least seven patients from the wards.

[inquiry: The commission named by the prime minister] lacks independence: its chairman is a former chief of police. An international inquiry is needed.

"[price: A government that doubles the price of bread] must expect to hear about it," said Hanan Wells, the group's regional director. "It may not answer with bullets."

[france: France has halted deliveries of riot-control gas to Kasrat]. Others, including Italy and South Korea, should do the same.
