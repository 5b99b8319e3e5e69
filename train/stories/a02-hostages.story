# Four aid workers freed after months held in the Adour hills
== 1-agency.txt 2022-02-09
[freed: Four aid workers freed in Bakouma] after [days: 143 days] in captivity

[freed: Four employees of a Danish-based medical charity were released on Wednesday], [days: almost five months] after [abduct: gunmen dragged them from a convoy] in the north of Bakouma, the charity and the government said.

[who: Those freed are a Danish surgeon, Mette Holm, an Irish logistician, Cormac Daly, and two Bakoumian nurses], Issa Camara and Awa Diallo. [capital: They were flown to the capital, Nderi, aboard a United Nations helicopter].

"[health: All four are tired and have lost weight, but they are well]," said Henrik Bruun, director of Clinics Without Walls.

[driver: A fifth captive, driver Moussa Keita, was shot dead] [driver-when: on the second day of the kidnapping].

[claimed: The Front for the Adour, an armed separatist group, had said it was holding the team]. It did not comment on Wednesday.

[ransom-denied: Interior Minister Paul Sow said no ransom had been paid]. [demand: The kidnappers had at first demanded six million euros] [demand-prisoners: and the freedom of 30 jailed fighters]. [swap: Two security officials told this agency that nine prisoners were let out of a jail in Nderi on Monday].

[mediator: The release followed weeks of talks led by an imam, Cheikh Oumar Ba], Bruun said. He would not discuss the terms.

[suspend: The charity, which suspended its work in the north after the attack], [no-return: said it had no plan to go back].

Kidnapping has become a business in the region. At least 26 foreigners have been seized along the border since 2015, according to the Nairobi-based Risk Desk; eleven are still held, among them an Australian geologist, Peter Rowe, who was taken in 2017 by a different group and was last seen on film two years ago.

Last March, three road engineers taken in the same district were rescued by soldiers after ten days; one was killed in the crossfire.
== 2-dailyeire.txt 2022-02-10
'[daly-call: I'm out, Mam. Put the kettle on]': [freed: Cork man is free] after [days: 143 days]

By Sinéad Lacey

The phone rang in the Dalys' kitchen in Youghal at ten past four. Bridie Daly nearly let it ring out, because, she said, it was "always the solar panel people".

Instead it was her son. "[daly-call: He said, 'I'm out, Mam, put the kettle on],'" she said, laughing and crying. "As if he was at the bus station."

[who: Cormac Daly, 38, was set free yesterday with three colleagues] in the hills of northern Bakouma, where [abduct: their vehicles were ambushed by armed men last September]. [march: They had been walked from camp to camp at night], he told his mother, and [tea: lived on millet and sweet tea].

[health: He is two stone lighter but otherwise sound], and [no-beating: nobody, he said, had laid a hand on him].

Not everyone came home. [driver: Moussa Keita, [children: the father of three] who drove the lead car, was killed] [driver-when: a day after they were seized]. "[daly-driver: Cormac said Moussa's name before he said anything about himself]," Mrs Daly said.

The Taoiseach thanked the government in Nderi and [mediator: the Muslim cleric who had carried messages to the kidnappers]. [ransom-denied: The Department of Foreign Affairs said Ireland "does not pay, and did not pay", for hostages].

[hospital: Mr Daly was being checked over in a military hospital last night]. [home-when: He is expected in Dublin at the weekend].

A cousin, Father Declan Daly, had said a Mass for him on the ninth of every month. He was the one who had to tell Bridie, [abduct: back in September, that there had been an ambush], and he had got it wrong: he had been told at first that it was Cormac who was dead.

On Front Strand, where a banner with his face has hung on the railings since October, somebody had already crossed out "Bring" and "home" and left only his name.
== 3-nderipost.txt 2022-02-10
[freed: Medical workers regain freedom]; minister hails "patience of the State"

NDERI - [capital: A white helicopter touched down at the air base at 15.20 yesterday], and four thin figures stepped on to the tarmac to the applause of soldiers.

[freed: Thus ended the captivity of the Clinics Without Walls team], [abduct: carried off on 19 September on the Tessit road].

The Minister of the Interior, Paul Sow, who greeted them, insisted that [ransom-denied: "not one franc" had changed hands]. Asked about [swap: reports that several detainees had left the central prison two days earlier], [swap-denied: he spoke of an ordinary transfer].

For nurses [who: Awa Diallo, 27, and Issa Camara, 41], whose faces were less often on foreign screens, it was a quieter homecoming. Miss Diallo's father said that [nurses-apart: the two Bakoumians had been kept apart from the foreigners] and [nurses-cook: made to cook for the fighters]. "My daughter treated their wounded too," he added. "She says a wound has no flag."

[mediator: Imam Cheikh Oumar Ba, of the great mosque of Tessit, conducted the negotiations]. [ba-trips: He travelled to the hills eleven times], on a motorcycle, he told our newspaper, and [ba-unpaid: took no payment].

[driver-family: The widow of Moussa Keita, Fanta, did not come to the base]. [driver: Her husband was executed by the bandits] because, Mr Camara told officials, [driver-why: he refused to hand over the keys to the second vehicle]. [body: His body has never been returned]. "They ask me to be happy today," she said by telephone. "I am happy for the mothers."
== 4-kobenhavnweb.txt 2022-02-10
[freed: Mette Holm is free] - this is what we know

Updated 08:40

[freed: The Danish doctor Mette Holm, 52, was released on Wednesday together with three others]. [hospital: She is undergoing tests at an army clinic in Nderi] and [home-when: will fly to Copenhagen as early as Friday], her employer says.

How was she taken?
[abduct: Men in two pick-ups stopped the charity's convoy on 19 September]. [claimed: A separatist movement, the Front for the Adour, claimed responsibility a week later] in a video.

How was she treated?
In a short statement Holm says that [march: the group was moved constantly, always after dark], and that [tea: the diet was "porridge and tea, and tea, and tea"]. [no-beating: They were not beaten]. [nurses-apart: She and the Irishman saw their two African colleagues only now and then].

Was money paid?
[ransom-denied: Denmark's foreign minister says no]. [demand: The original demand was reported to be six million euros]. Security analyst Lone Krag doubts the group settled for nothing: "[swap: It is no secret in Nderi that a number of Front prisoners were released earlier this week]." [swap-denied: The government of Bakouma calls it a routine transfer].

What about the driver?
[driver: Moussa Keita was murdered in captivity] [driver-when: within the first 48 hours]. [fund: The organisation has set up a fund for [children: his three children]].

What now for Clinics Without Walls?
[suspend: Its seven northern health posts have been closed since the attack]. Director Henrik Bruun says that [no-return: they will not be reopened for the time being]. About 90,000 people depended on them.
== 5-sahelmonitor.txt 2022-02-14
The price of four lives

[freed: When the four hostages walked out of the Adour last week], every party to the affair had a story to tell. They do not agree.

[ransom-denied: The government says it paid nothing]. [demand-prisoners: The Front, which wanted thirty of its men out of prison], has hinted otherwise: in an audio message on Saturday a commander thanked "brothers who now breathe free air". [swap: Lawyers for the families have counted nine inmates missing from the central jail]. Officially, [swap-denied: they were moved to another facility]. No one can say which.

The imam at the centre of it gets credit from all. [ba-trips: Cheikh Oumar Ba made eleven journeys into rebel country]; [ba-unpaid: he says he accepted not even fuel money].

What is not disputed is that the hostages were not treated alike. [nurses-apart: The foreigners were held in one place, the local staff in another]. [nurses-cook: Diallo and Camara had to prepare meals for their guards]. And [driver: Keita, who alone among the five was killed], seems to have died for [driver-why: declining to give up a set of car keys]. [driver-family: His widow stayed away from the ceremony] at the air base. [body: She still has no grave to visit]; the Red Cross has offered to help.

The charity has done what it can: [fund: it is collecting money for the orphans] and [no-return: has ruled out a return to the north for now]. Cormac Daly, [daly-driver: who is said to have spoken first of his dead colleague] when he rang home and [daly-call: asked his mother to boil water for tea], wants to attend a memorial in Tessit. Holm says she will never work abroad again.
