# Ruvenia and Tarsk trade prisoners at Lomnik bridge
== 1-wire.txt 2022-11-09
[swap: Ruvenia, Tarsk exchange prisoners] in [largest: largest swap since war]

LOMNIK BRIDGE, Ruvenia (CNA) - [swap: Ruvenia and Tarsk swapped [total: 124 prisoners] on Wednesday] in [largest: the biggest such exchange since [truce: fighting stopped two years ago]], officials in both countries said.

[n70: Ruvenia handed over 70 Tarskan soldiers] in return for [n54: 54 of its own nationals], including [nine-civ: nine civilians], the Ruvenian defence ministry said in a statement.

[lenz: Among those freed was Adele Lenz], [lenz-who: a 34-year-old reporter] [lenz-arrest: arrested in the Tarskan capital in May 2021] and later [lenz-sentence: sentenced to 12 years in prison for espionage]. [lenz-denies: She has always maintained that she was innocent].

[where-time: The exchange took place shortly after dawn at the Lomnik road bridge], with [icrc: representatives of the Red Cross supervising]. [broker: Turkey acted as mediator], and [thanks: Tarskan President Oleg Saran thanked Ankara] for "patient work."

[hospital: The returning Ruvenians were taken to a military hospital for medical checks]. [condition: Five of them were seriously ill], the ministry said.

[drozd: Tarsk received Colonel Viktor Drozd], [drozd-conv: convicted by a Ruvenian court of ordering the shelling of a market] that [market-dead: killed 31 people].

[remaining: Ruvenia says Tarsk still holds more than 200 of its citizens]. Tarsk says [none-held: it holds no one illegally].
== 2-tabloid.txt 2022-11-09
[lenz: FREE AT LAST]! Adele's first words: 'Is Mum here?'

BRAVE reporter [lenz: Adele Lenz walked out of hell this morning] - and straight into the arms of her weeping mother.

After [days: 541 days in a Tarskan cell], [lenz-who: the 34-year-old journalist] [where-time: crossed the fog-bound bridge at Lomnik at 7.10am], clutching a plastic bag with everything she owned. "Is Mum here?" she asked the first soldier she met.

She was. Hanna Lenz, 61, a retired nurse, had driven all night from Kelm. "She weighs nothing," Hanna sobbed. "[thin: She has lost 18 kilos]. But she is still bossing everyone about."

Adele, star of the morning show Daybreak, was [lenz-arrest: grabbed outside her hotel] in spring last year and, after a trial lasting two afternoons, [lenz-sentence: given 12 years on trumped-up spying charges]. [lenz-denies: She swore throughout she was only doing her job].

[swap: She came home as part of a mega swap with Tarsk] that saw [n54: 54 of our people released] for [n70: 70 of theirs].

But not everyone is cheering. One of those set free is [drozd: "Butcher" Viktor Drozd], [drozd-conv: the colonel jailed for life over the bombardment of Sarno market], where [market-dead: 31 shoppers died]. "[anger: They have spat on my daughter's grave]," said Josef Bilek, whose girl Ana, 9, was among the dead.

[hospital: Last night Adele was resting in an army hospital]. Doctors say she can go home on Sunday.
== 3-broadcaster.txt 2022-11-10
Relief and fury as [drozd: convicted Tarskan officer goes free] in [swap: prisoner deal]

Ruvenia's prime minister has defended [swap: the exchange of captives with Tarsk], saying it was the hardest decision of his career.

"[drozd: I signed the release of a man who murdered our citizens]," Pavel Rehm told parliament on Thursday. "I have never had to do anything harder. But [n54: fifty-four families have someone at the table tonight]."

[drozd-conv: Colonel Drozd was found guilty in 2021 of having given the order to fire on Sarno's covered market]. Relatives of the victims were [not-told: not told in advance that he would be let go]; [not-told: many learned of it from television]. "[anger: It is as if they had spat on her grave]," the father of one young victim told us.

[total: A total of 124 people changed hands] at the frontier on Wednesday, [largest: more than on any occasion since the ceasefire], after [months: seven months of negotiations] [broker: brokered by Turkish officials].

Who are the freed Ruvenians?

[nine-civ: Most are soldiers, but nine are civilians]. They include [lenz: the television journalist Adele Lenz], two lorry drivers and a priest. [condition: Five are in a serious condition], according to doctors.

Ms Lenz's mother asked for privacy and said [thin: her daughter was 18kg lighter than on the day she was detained].

An earlier exchange, in March, involved 22 men from each side. [remaining: Over 200 Ruvenians are thought to be still in Tarskan custody], and Mr Rehm said talks about them would go on "tonight, not tomorrow".
== 4-tarsk-daily.txt 2022-11-10
Heroes return: [n70: seventy soldiers back on native soil]

Our correspondent in Brod

To the sound of the regimental band, [n70: 70 defenders of the fatherland came home yesterday] from Ruvenian captivity. President Oleg Saran embraced each of them at Brod airfield.

"[nobody: We leave nobody behind]," the president said. "[nobody: Tarsk does not abandon its sons]."

[drozd: First off the plane was Colonel Viktor Drozd], thinner but unbowed after 19 months in a cell. [drozd-medal: The colonel was decorated with the Order of Valour on the spot]. [drozd-conv: The so-called verdict against him by a Ruvenian tribunal], concerning an alleged strike at Sarno, has never been recognised in Tarsk.

In exchange, [n54: Tarsk transferred 54 persons to the other side], among them [lenz: [lenz-sentence: the convicted spy] A. Lenz], who was [lenz-arrest: detained in May of last year] while in possession of maps of a naval base. [lenz-pardon: She was pardoned by presidential decree on Monday].

The transfer was [icrc: monitored by the International Committee of the Red Cross]. The Foreign Ministry [thanks: expressed gratitude to the Republic of Turkey for [broker: its good offices]].

The ministry stressed that [none-held: no Ruvenian is held in the country without lawful grounds]. It accused Ruvenia of keeping 40 Tarskan civilians as "bargaining chips", including two elderly beekeepers who strayed over the demarcation line in August.

The returned servicemen will be given six weeks of leave and places at a Black Sea sanatorium.
== 5-weekly.txt 2022-11-13
The price of a handshake

What is one colonel worth? This week [swap: Ruvenia and its neighbour settled accounts on a bridge], and the sums are still being argued over.

On paper the trade favoured Tarsk: [n70,n54: seventy men for fifty-four]. In politics it favoured no one. Pavel Rehm, who came to office promising justice for Sarno, [drozd: has now let its author go]; footage of [drozd-medal: a medal being pinned to Drozd's chest] was playing in Kelm before [hospital: the returnees had reached the military clinic].

[not-told: The families of the market dead say nobody warned them]. That was cowardly, and the government knows it. Yet the alternative was worse. [truce: Since the guns fell silent in 2020], at least eleven Ruvenians have died in Tarskan prisons. Doctors doubt that [condition: the five sickest of this week's arrivals] would have lived until spring.

[months: It took Turkish go-betweens seven months] to get this far. Three times lists were torn up; once, in July, a bus full of prisoners was turned round within sight of the river. The breakthrough came, say diplomats, only when [lenz-pardon: Saran agreed to pardon Adele Lenz], the reporter whose [days: year and a half in jail] had become a cause abroad.

"[nobody: We leave no one behind]," Mr Saran boasted. Nor, Mr Rehm might reply, should Ruvenia: [remaining: more than two hundred names remain on its list].
