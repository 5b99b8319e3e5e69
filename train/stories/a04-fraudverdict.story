# Founder of a battery start-up convicted of fraud
== 1-wire.txt 2021-11-04
[guilty: Voltane founder Serrano guilty of defrauding investors]

SAN MATEO, Calif. - [guilty: A federal jury on Thursday convicted Adrian Serrano, founder of the battery company Voltane, of defrauding investors] who [raised: had put $640 million into the business].

[counts: Jurors found Serrano, 37, guilty on five of eight counts] of wire fraud and conspiracy. [acquitted: He was acquitted of two charges relating to employees' share options], and [hung: the panel could not agree on one other].

[deliberated: The verdict came after six days of deliberation] in [trial-length: a trial that lasted 11 weeks].

Serrano, in a grey suit, [no-reaction: showed no reaction as the verdict was read]. [wife-wept: His wife, Claire, wept].

[prosec-battery: Prosecutors said he faked test results for a battery that never worked as advertised], [rival-cells: at one demonstration hiding cells made by a Korean rival inside the company's casing]. [defence: The defence argued that he was a sincere, overstretched inventor who believed the technology would come good].

"[ramsey: Mr. Serrano sold a dream, and he knew it was a dream]," U.S. Attorney Dana Ramsey said outside the courthouse.

[appeal: His lawyer, Paul Okafor, said he would appeal]. [bail: Serrano remains free on a $10 million bond] until [sentence-date: sentencing, set for February 22]. [max: He faces up to 20 years in prison on each count], though defendants rarely receive the maximum.

[peak: Voltane was valued at $4.1 billion at its height] in 2017. [bankrupt: It filed for bankruptcy in 2019].

[cfo: The company's former finance chief, Wendy Strom, pleaded guilty last year] and [cfo-testified: was the government's main witness].
== 2-bayledger.txt 2021-11-05
[no-reaction: Not a flicker] as "the boy who would bottle lightning" [guilty: is convicted]

By Rob Tillman

The clerk took four minutes to read it, and [no-reaction: Adrian Serrano spent all four looking at a spot on the wall]. Behind him, [wife-wept: Claire Serrano began to cry at the second "guilty"] and had not stopped at the last.

[deliberated: It had taken the eight men and four women six days]. [foreman: Foreman Luis Aguirre, a bus mechanic, said afterwards that the e-mails had decided it]. "[foreman: You can't explain away the e-mails]," he said. "'Nobody opens the box' - who writes that?"

"Nobody opens the box" was Serrano's instruction to staff before the 2016 show at which, [cfo-testified: his former CFO told the court], [rival-cells: a shell with the Voltane logo was powered by batteries bought from a company in Busan].

[hung: On one count, concerning a loan from a credit union, they split ten to two]. [acquitted: On the two employee counts they cleared him].

Among those watching was Hal Becker, 71, a retired teacher who [becker: lost $180,000, most of his savings]. "I wanted to see his face," he said. "[becker-quote: There was nothing on it]."

[appeal: Mr Okafor promised to take the case to the Ninth Circuit]. His client, he said, "[defence: never stopped believing in that battery]".

Things had looked different in September. When the government's battery expert, a professor from Purdue, knocked over a water jug and could not say which of two samples was which, some jurors laughed, and two of the reporters on the back bench bet a lunch on an acquittal. The professor was recalled the next day and was not funny.

[sentence-date: The judge, Edith Lau, will pass sentence in February]. [bail: She let Serrano go home on bond] but [passport: told him to surrender his passport by noon on Friday]. [passport-why: Prosecutors had argued he might flee to Spain], where he holds a second citizenship.
== 3-londonfinance.txt 2021-11-05
Serrano verdict closes chapter on the green-tech bubble

[guilty: The conviction of Adrian Serrano on fraud charges] will be read in boardrooms as a verdict on an era when [raised: investors could hand a 30-year-old more than $600mn] without asking to see the product.

[peak: At its peak the start-up was worth $4bn], more than some of the carmakers it hoped to supply. [bankrupt: Within two years of that it had collapsed], leaving creditors with 3 cents on the dollar. Chelford Capital and two pension funds, one of them British, wrote off $210mn between them.

[prosec-battery: The government's case was that the performance data shown to backers were invented]. [cfo: Wendy Strom, who oversaw the books and has admitted her part], [cfo-testified: spent nine days in the witness box]. [strom-evidence: She described two sets of spreadsheets], one known internally as "the Bible" and the other as "the brochure".

[testified: Serrano, taking the stand in his own defence], said that he had relied on his engineers. [defence: He was, his counsel said, guilty of optimism]. The jury [counts: rejected that on five counts], [acquitted: accepted it on two] and [hung: was deadlocked on an eighth].

[max: The theoretical maximum is 20 years a count]; lawyers following the case expect between seven and twelve in all. [appeal: An appeal is planned].

Others have gone the same way. The founder of the hydrogen company Lumo was cleared of fraud in Delaware in 2019 on similar evidence; the head of Castell Solar, in Spain, was given four years in June and is appealing. In both cases, as here, directors with famous names said that they had not understood the science. None of Voltane's nine outside directors has been accused of anything.

The Securities and Exchange Commission's civil suit, in which Serrano has denied wrongdoing, resumes in the spring. Strom settled her part of it in June for $750,000.
== 4-castvnews.txt 2021-11-04
BREAKING: [guilty: Jury convicts Voltane's Adrian Serrano]

Posted 3:42 PM, updated 6:15 PM

[guilty: Adrian Serrano, the entrepreneur once compared to Edison, was found guilty of fraud this afternoon] in federal court in San Mateo.

Here is what we know so far:

• [counts: The jury returned guilty verdicts on 5 counts]. [acquitted: He was found not guilty on 2]. [hung: A mistrial was declared on the remaining count].

• [bail: The judge allowed him to stay out of custody] until [sentence-date: his sentencing hearing on Feb. 22]. [passport: He has to turn in his passport]; [passport-why: the government called him a flight risk].

• [max: Each count carries as much as two decades behind bars].

• [trial-length: The trial took two and a half months]. [testified: Serrano himself testified for three days].

Outside court U.S. Attorney Dana Ramsey told our reporter that "[ramsey: this was never about a failed invention. He knew that it was a fantasy]". A juror who did not want to give her name said that [strom-evidence: the double bookkeeping] and [foreman: the internal emails had been "the whole case"].

Investor Hal Becker, who says [becker: he put in $180,000 and got back nothing], [becker-quote: said the defendant's face had been blank].

Serrano left by a side door without speaking, holding his wife's hand.

A former lab technician, Mei Tan, who first raised doubts about the tests in 2015 and was dismissed for it, watched from the second row. She told us she was going home to sleep. "Six years," she said. "I'd like eight hours."
== 5-seouleconomy.txt 2021-11-06
Busan firm "relieved" after [guilty: Serrano verdict]

The Korean company whose products were at the centre of an American fraud trial says that it feels vindicated.

[rival-cells: It was cells from Haeun Power, a Busan maker of tool batteries, that were found under the lid of the "revolutionary" unit] which Adrian Serrano showed to investors five years ago. "They bought forty-eight from a distributor in Nevada, at the retail price," said Haeun's president, Kang Do-yun. "We would have given them a discount."

On Thursday [guilty: a court in California found the 37-year-old guilty] on [counts: five charges]. [acquitted: He was cleared of having cheated his own staff over shares]. [no-reaction: He did not move a muscle], said Kang's nephew, who was in court; [wife-wept: his wife broke down].

Mr Kang gave evidence by video in September. He was in the witness chair, he said, for eleven minutes, and was asked twice how to spell his name.

[peak: At one time the Californian start-up was valued at more than four billion dollars], some thirty times as much as Haeun. [bankrupt: It went bankrupt two years ago], and Haeun bought some of its machines at the auction. Two are in use.

[appeal: Serrano's lawyers intend to challenge the decision]. [sentence-date: His punishment will be announced in February].

Haeun itself was fined 90 million won in 2018 for overstating the life of a drill battery. That case, Mr Kang said with a bow, was "quite different". Its shares rose 6.2 percent in Seoul on Friday.
