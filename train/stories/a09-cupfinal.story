# Cup final in Valdora overshadowed by riot
== 1-wire.txt 2017-05-28
[win: San Telmo win Cup on penalties] as [trouble: violence mars final]

VALDORA, May 28 - [win: San Telmo beat Atlético Rivera 4-3 on penalties] to [third: win the Valdoran Cup for a third time] on Sunday, [score: after a 1-1 draw] in a final [trouble: overshadowed by fighting between supporters and police].

[injured: At least 63 people were hurt, 14 of them police officers], and [arrests: 112 were arrested], the interior ministry said. [stabbed: One man, aged 34, was in a serious condition with a stab wound].

[halted: The match was halted for 38 minutes in the second half] when [flares: Rivera fans threw flares] and [pitch: tried to get on to the pitch] after [penalty-refused: their side were denied a penalty]. [gas: Police used tear gas].

[vidal: Marco Vidal put San Telmo ahead with a header] [vidal-time: in the 23rd minute] and [equaliser: Rivera's Brazilian winger Dudu levelled from 20 metres] [equaliser-time: nine minutes after the break].

[keeper: San Telmo goalkeeper Iker Sanz saved two spot kicks in the shoot-out] before [decisive: [prat-age: 19-year-old substitute Leo Prat] scored the winner].

"[prat-quote: I closed my eyes]," Prat said.

[federation: The football federation said it would open an inquiry]. Rivera's hard-core supporters' group, the Brigada, had been banned from away games until last month. [ban-lifted: The ban was lifted on appeal].

Defeat capped a poor week for Rivera, [coach: whose coach, Nuno Reis, said on Tuesday that he would leave]. They last lifted the trophy in 1998, when San Telmo were again the beaten side.
== 2-estadio.txt 2017-05-29
Prat, [decisive: the boy who put out the fire]

By Rafa Oliver

There will be those who tell you about the other thing. First let me tell you about the football.

[vidal: It was Vidal who scored first], [vidal-time: midway through the first half], rising between two centre backs who seemed to be discussing lunch. [equaliser: It was Dudu who replied], [equaliser-time: soon after half-time], with a shot that was still climbing when it hit the net. After that, for a quarter of an hour, Rivera were the better side.

Then came the 71st minute. [penalty-refused: Referee Duarte Leal saw Costa go down under Sanz's arms and waved play on]. [replay: Television showed that he had been right]; [sanz-ball: the goalkeeper touched the ball first]. Nobody on the north terrace had television.

[halted: We waited almost forty minutes] in [gas: a cloud that stung the eyes] and drove children down on to the running track. When the players came back they had lost their legs. Extra time was a walk.

So, penalties. [keeper: Sanz went left twice and was right twice]. And [prat-age: Prat, who is nineteen] and has started one league match, walked up as if he were fetching a newspaper. [score: One-one], [win: four-three on penalties], done. "[prat-quote: I didn't look]," he admitted. "My mother didn't either."

It was not a great final; the great one was in 2003, four-three after extra time, when Rivera came from three behind and their goalkeeper, old Zamora, saved a penalty with his face. I was there, too, and the singing went on until the cleaners came. Nobody who saw that will be consoled by the word "atmosphere" again.

[third: It is a third Cup for San Telmo], and the first outside the capital's reach since 2009. [subdued: There was no lap of honour]; [presentation: the trophy was handed over in a corridor].
== 3-valdoratoday.txt 2017-05-29
"It is a miracle that no one died"

[trouble: Clashes at the National Stadium] left [injured: more than 60 injured] on Sunday, and a city asking [entry: how hundreds of flares came through the gates].

[stabbed,stab-where: A father of two, 34, was knifed near the metro entrance] [stab-before: an hour before kick-off]. [stab-op: He was operated on overnight and is stable]. Police have not connected it with what happened later.

The trouble inside began at about 9.20 p.m., when [flares: burning flares rained from the Rivera end]. [pitch: Some two hundred men broke down a fence and made for the grass]. [charge: Riot officers drove them back with batons]. [gas: Gas followed], and [gas-families: drifted into the family stand].

"My daughter was on my shoulders," said Ana Luque, 36. "We had to climb over the hoardings to breathe. Nobody opened a gate." [gates-locked: Several witnesses said that emergency exits were locked]. [gates-denied: The stadium operator denies it].

[arrests: Police made 112 arrests]. [police-chief: Police chief Tomás Gil defended his officers], who [bottles: were attacked with bottles and iron bars]. "[police-chief: They did what they had to do]," he said, "and nobody lost his life."

Opposition councillors want to know why [staff: only 400 stewards were on duty], half the number at last year's final. [sold-out: The ground was full], with 52,000 in it.

It is the second time in a year that a match in the capital has ended like this. Last October a league game between Norte and Portuarios was abandoned after a linesman was hit by a coin; 31 people were arrested that night, and all but two were released without charge. The stadium was fined 20,000 euros and promised new cameras. They were installed in April.

[minister: Interior Minister Clara Benet has called the clubs to a meeting on Wednesday].
== 4-eurosportsdesk.txt 2017-05-29
Rivera face stadium ban after [trouble: cup final riot]

[sanction: Atlético Rivera could be made to play up to ten home matches behind closed doors] after [trouble: their supporters rioted during Sunday's defeat] in the Valdoran Cup final.

[federation: The federation has promised a disciplinary inquiry]. The club may also be fined €600,000 and thrown out of next season's competition. [apology: Club president Álvaro Peña apologised "to every football family"] but [blame-police: blamed the police for firing gas [sold-out: in a packed ground]].

Attention has turned to the Brigada, [ban-lifted: readmitted by a sports tribunal in April] over the objections of the police. Peña denied that the club had given the group 1,500 tickets.

[replay: Replays confirmed that referee Duarte Leal was correct] in [penalty-refused: turning down the appeal that sparked the trouble]; [sanz-ball: Iker Sanz had got a hand to the ball]. Leal left the stadium in a police van.

[keeper: Sanz went on to stop two penalties] as [win: San Telmo prevailed in the shoot-out]. [presentation: They received the cup indoors]. "[subdued: It didn't feel right to dance]," captain Marco Vidal said.

[minister: The government summoned both presidents for talks]. In 2014 it dissolved another supporters' club, the Legion, after a bus driver was blinded by a rocket.

Odds on Rivera's next coach: Paulo Mendes 2-1, Hans Krier 5-1. [coach: Nuno Reis, who announced his departure last Tuesday], did not attend the press conference.
== 5-guardianmail.txt 2017-05-30
[entry: Who let the fire in]?

Two days on, the smell has gone from the National Stadium but the questions have not. [entry: How did so many flares get past the turnstiles]? [gates-locked: Why, as people in the family section insist, could the doors not be opened]? And [staff: why were there so few stewards - some 400]?

[gates-denied: The company that runs the ground says every exit was working]. Videos seen by this newspaper show at least one with a chain on it.

The facts of the night are plain enough. [penalty-refused: A penalty was not given]. [flares: Fireworks were thrown], [pitch: a fence gave way], [charge: the police charged], [bottles: missiles flew back], and [gas,gas-families: canisters of gas were let off beside a stand full of families]. [injured: Sixty-three people needed treatment]. [stabbed,stab-before,stab-where: A man stabbed earlier, outside a station], [stab-op: is recovering after surgery]. [halted: Play did not resume for 38 minutes].

[police-chief: The chief of police says that the tactics were correct]. [blame-police: Rivera's president says that they made a bad thing worse], though [apology: he has said sorry for the fans' part]. Both can be true.

[sanction: The club now expects to play to empty stands for months]. [prat-age: The nineteen-year-old] [decisive: who won the match], asked what he would remember of it, thought for a while. "The noise stopping," said Leo Prat.
