# Corruption probe of transport minister Dario Vance in Castrena
== 1-wire.txt 2024-03-05
[raid: Castrena police raid transport minister's home] in [why: rail contract probe]

PORTO ALVAR (NWS) - [raid: Anti-corruption police in Castrena searched the home and office of Transport Minister Dario Vance on Tuesday] [why: as part of an inquiry into bribes allegedly paid by a railway builder], prosecutors said.

[seized: Officers took away computers, mobile phones and about 340,000 euros in cash], the prosecutor's office said in a statement. [arrested: Four people were detained], including [brother: the minister's brother-in-law, Simon Hurta]. Vance himself has not been charged.

[contract: The investigation concerns a 1.2 billion euro contract for a high-speed line between Porto Alvar and Senna], [award: awarded in 2022 to the construction group Melcor]. [paid: Prosecutors suspect that Melcor paid some 6 million euros] [shell: through a consultancy registered in Cyprus].

[innocent: Vance, 52, denied any wrongdoing]. "[penny: I have never taken a cent from anybody]," he told reporters outside his house. [stay: He said he would not step down].

[melcor: Melcor said it was cooperating with the authorities] and had "full confidence in its employees".

[call-resign: The opposition Popular Front demanded his resignation]. [pm: Prime Minister Lena Ostrom said through a spokesman that she awaited the facts].

[coalition: Vance heads the Liberal Union, the junior partner in Ostrom's coalition], which [majority: has a majority of three seats in parliament].
== 2-popular.txt 2024-03-06
[freezer: Cash in the freezer]! Cops find minister's frosty fortune

[freezer: Bundles of banknotes were hidden between frozen peas and a leg of lamb] at the seaside mansion of [raid: Transport Minister Dario Vance, raided [time: at dawn yesterday] by the anti-graft squad].

[time: Twenty officers rang the bell at 6.05am]. The minister answered in a dressing gown with his initials on the pocket. They stayed nine hours, eating sandwiches on the lawn, and left with [seized: boxes of papers, three phones, two laptops - and €340,000].

"[savings: That is my wife's inheritance]," said Vance when he was asked about the money. "[penny: Nobody has ever given me one cent]."

Detectives think otherwise. They believe [paid: €6 million in sweeteners flowed from building giant Melcor] in return for [contract: the juicy contract to build the bullet train to Senna].

Among those led off in handcuffs was [brother: Simon Hurta, who is married to Vance's sister]. [hurta-cyprus: Hurta is the sole director of Delphin Advice, the Cypriot firm] at the centre of the case.

Vance is no stranger to scandal. In 2017 he had to repay €11,000 after flying his dogs to the Alps on a government jet. He was cleared of breaking the law that time.

A neighbour, who asked us not to use her name, said: "He always waves. But he never recycles."

[call-resign: "He has to go, and he has to go today," thundered Popular Front boss Igor Mann].
== 3-broadcaster.txt 2024-03-07
[quit: Castrena minister quits] over [why: rail bribery inquiry]

[quit: Castrena's transport minister has resigned], two days after [raid: investigators searched his properties].

[quit: Dario Vance announced his departure in a short statement on Thursday], saying [innocent: he was innocent] but wanted to protect his family and the government from "a campaign of mud". [stay: On Tuesday he had ruled out leaving his post].

His decision followed [meeting: a late-night meeting with Prime Minister Lena Ostrom], at which, according to people close to the coalition, [told: she made it clear he no longer had her backing].

Prosecutors have asked parliament to lift Mr Vance's immunity so that he can be questioned. [immunity-vote: A vote is due next week].

The case at a glance

• [contract: A deal to build a fast rail link from the capital to Senna, worth €1.2bn], [award: went to Melcor two years ago]
• [rival: A rival consortium's bid was €90m cheaper]
• [shell: Money is alleged to have passed via a Cypriot company], [hurta-cyprus: run by Mr Vance's brother-in-law]
• [arrested: Five people have been arrested so far], [ceo: among them Melcor's chief executive, Paula Reith], held on Wednesday evening

[melcor: Melcor says it is helping investigators]. [shares: Its shares have lost almost a third of their value since Monday].

The Liberal Union will remain in government, its deputy leader said. [majority: The coalition has just three seats to spare].
== 4-business.txt 2024-03-07
[shares: Melcor shares plunge 31%] as [ceo: chief executive is held]

[shares: Shares in Melcor have fallen by 31 per cent in three sessions], wiping €800m off the builder's market value, after [ceo: Paula Reith, its chief executive, was taken into custody] in [why: a widening investigation into alleged kickbacks for rail work].

The company named finance chief Anton Weil as interim head. [melcor: It repeated that it was giving investigators its full co-operation].

[rival: [award: Melcor won the Senna line in 2022] although a Franco-Spanish bidder had offered to do the job for €90m less]. At the time, [quality: the ministry justified its choice by pointing to Melcor's higher score for quality]. [committee: Two members of the five-strong evaluation committee dissented], documents seen by this newspaper show.

[paid: Payments of €6.1m] to [shell: a Limassol-based adviser] were booked by Melcor as "geological studies", a person with knowledge of the accounts said. [hurta-cyprus: The adviser's only director is Simon Hurta, a relative by marriage of Dario Vance], who [quit: stepped down as minister on Thursday]. [innocent: Mr Vance says he has done nothing illegal].

Analysts at Banca Torre said the group could be excluded from public tenders for up to five years if convicted. State orders make up 64 per cent of its revenue. A bridge contract in Albania, signed last month, contains a clause that lets the client walk away in case of a bribery charge.
== 5-analysis.txt 2024-03-09
Lena Ostrom's longest week

When [raid,time: police knocked on Dario Vance's door a little after six on Tuesday morning], the prime minister was asleep in a hotel in Brussels. She found out, aides admit, from a push alert.

Her first instinct was caution: [pm: she would wait for the facts, her spokesman told the press]. By Wednesday the facts were in every paper, along with [freezer: the frozen peas]. That night [meeting: she summoned her minister] and, over ninety minutes, [told: let him know that she would not defend him]. [quit: He was gone by noon the next day].

It was brutal, and it was necessary. [coalition: Vance is not just any minister; he leads the party on whose votes Ostrom depends]. With [majority: a cushion of only three deputies], she could not afford a sulk. So far there has been none: the Liberal Union has put forward a blameless professor of logistics as successor.

The harder question is what the government knew. [committee: Two experts on the tender panel objected in writing] to [award: the choice of Melcor]. Their letter went to four ministries. [quality: Quality, they were told, had decided the matter].

On Wednesday week [immunity-vote: deputies will decide whether Vance keeps his parliamentary immunity]. [innocent: He protests his innocence], and he may be right. [savings: The cash, he says, was left to his wife by her father], a dentist. But the voters of this country have heard about wives and fathers before.

In the polls [call-resign: the Popular Front, which wanted him out from the first hour], has gained four points.
