# Death of the singer Delia Marsh
== 1-wire.txt 2022-02-14
[died: Singer Delia Marsh, voice of 'Slow Harbor,' dies] [age: at 71]

NASHVILLE, Tenn. — [died: Delia Marsh, the country-soul singer] [harbor: whose "Slow Harbor" was one of the biggest hits of the 1970s], [died: has died]. [age: She was 71].

[where: Marsh died at her home in Franklin, Tennessee], on Sunday evening, her publicist, Roy Kemp, said. No cause of death was given. [parkinson: She had been diagnosed with Parkinson's disease in 2016].

[born: Born in Macon, Georgia], [choir: Marsh began singing in her father's church] and [seventeen: signed her first recording contract at 17]. [weeks: "Slow Harbor," released in 1974, spent nine weeks at the top of the charts] and [grammy: won her the first of five Grammys].

[sold: She sold more than 40 million records].

[retire: She gave up touring in 2018], saying that [retire-why: she could no longer hold a guitar].

[married: She was married three times], [wed-crane: the last time to [ellis: producer Ellis Crane]], [ellis-died: who died in 2011]. [survived: She is survived by two daughters and four grandchildren].

"[family: She left us the way she sang, softly and in her own time]," the family said in a statement.

[hall: She was inducted into the Country Music Hall of Fame in 2009].

[funeral: A private funeral is planned]. [memorial: A public memorial will be announced later], Kemp said.
== 2-tabloid.txt 2022-02-15
Farewell, Delia: stars weep for queen of heartbreak

TRIBUTES poured in last night for [died: singing legend Delia Marsh, who has passed away] [where: at her ranch] [age: aged 71].

"She taught me what a sad song is for," wrote pop superstar Junie Vale, who had a hit with her cover of Slow Harbor in 2015.

Even the President paid his respects, calling her "the sound of a long drive home".

The gravel-voiced beauty [weeks: ruled the charts for two months in 1974 with Slow Harbor], a song she [napkin: scribbled on a diner napkin] [napkin-when: the night her first husband walked out]. "[napkin-quote: He took the car, so I had to write something]," she liked to joke.

Love was never simple for Delia. [married: She walked down the aisle three times]. Her stormy second marriage, to baseball ace Rick Dolan, ended after eight months when he drove her white Cadillac into the pool.

[drink: She battled booze in the eighties] and [rehab: checked into rehab in 1987]. Later came [parkinson: the shaking, and the verdict: Parkinson's]. [last-show: At her last concert, in Tulsa], [last-show-help: fans sang the words for her when she could not go on].

Daughters Ruth and Grace were at her bedside. Sources say she asked for the window to be opened, to hear the rain.

[family: "Softly and in her own time" is how she went, according to the family].
== 3-broadcaster.txt 2022-02-15
Obituary: Delia Marsh

[born: Delia Jean Marsh was born in Macon, Georgia], on 2 March 1950, [father: the fifth child of a Baptist preacher]. [choir: She sang in his choir from the age of four].

[seventeen: At 17 she was signed by a small label in Memphis], which tried to make her a girl-group singer. [flop: Three singles flopped]. She worked as a waitress and a typist.

[ellis: Then she met Ellis Crane, a young producer], who let her sing the way she spoke. Slow Harbor, [one-take: recorded in one take], [weeks: was number one in America for nine weeks], and reached number two in Britain.

[grammy: Five Grammys followed over the years], and [sold: sales of more than 40 million]. But her first contract left her with almost nothing: [sued: in 1981 she sued her label for unpaid royalties] and [sued-won: was awarded $3m]. The case changed how artists are paid.

[drink: She had long struggled with alcohol] and [rehab: was treated for addiction in 1987]. [song-rights: She campaigned for a law giving songwriters their rights back after 35 years].

[wed-crane: She wed Crane in 1994], and [ellis-died: was widowed in 2011]. [retire: Four years ago she left the stage], [parkinson: two years after learning she had Parkinson's].

[survived: She leaves two daughters].
== 4-localpaper.txt 2022-02-16
Macon remembers [father: the preacher's girl]

The marquee of the Grand Opera House on Mulberry Street said it simply on Tuesday: "Thank you, Delia."

[born: Marsh was a daughter of this city] before she was anything else. [father: Her father preached at Mount Olive Baptist], where [choir: she stood on a milk crate to reach the microphone]. The crate is still there.

"She paid for the roof," said the Rev. Alton Pierce. "[quiet-money: And told us she'd take it back if we put up a plaque]."

Her school friend Wilma Hatcher, 72, remembers the winter of 1968, when Marsh came home from Memphis [flop: after her third record had failed]. "She said, 'I'm done, Wil.' I'm glad she was a liar."

She never forgot Macon. In 1995, after the flood, she sang here for nothing and raised $600,000. The city named a street for her in 2003.

Mayor Lester Bright said flags would fly at half-staff until the funeral. [funeral: That will be held in private], near [died,where: Franklin, Tenn., where she died at home on Sunday]. [memorial: A public memorial will take place in Macon in March], around her birthday, the family told the Telegraph-Herald. She would have been 72.

Until then, people leave harmonicas and diner napkins at the church door. [napkin: [harbor: The most famous song of the decade] was written on one], after all.
== 5-essay.txt 2022-02-19
[one-take: One take]

There is a moment, two minutes and five seconds into "Slow Harbor", when the voice of [died: Delia Marsh, who died last Sunday], cracks on the word "back". [ellis: Ellis Crane, producing], [one-take: wanted to do it again. She said no], and lit a cigarette.

That crack made [harbor: the song the hit of its decade], and her career. [napkin: She had put the words down on a paper napkin], [napkin-when: on the evening that her husband left]. "[napkin-quote: He'd taken the car]," she explained; there was nothing else to do.

I interviewed her once, in 2007. She had just refused to let a truck maker have the song for two million dollars. She talked less about music than about contracts. [sued: She had taken her record company to court] and [sued-won: come away with three million], and she could quote [song-rights: the thirty-five-year clause for which she had lobbied] by heart. [quiet-money: She gave money away in secret], and got angry when I mentioned a church roof.

[last-show: I was in Tulsa, too, for what turned out to be the final show]. [retire-why: Her hands would not keep still, and the guitar had gone]. In the second verse she stopped. And [last-show-help: four thousand people carried it to the end]. She stood and listened with her head to one side, like somebody hearing it for the first time.

[hall: The Hall of Fame took her in late, in 2009]. She wore jeans.
