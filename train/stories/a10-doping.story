# Marathon champion Hanna Brodzka provisionally suspended for doping
== 1-wire.txt 2025-08-05
[suspended: Olympic marathon champion Brodzka suspended] after [positive: positive test]

[suspended: Polanian runner Hanna Brodzka, the Olympic marathon champion, has been provisionally suspended] after [positive: testing positive for the blood-boosting drug EPO], the Athletics Integrity Unit said on Tuesday.

[sample: The sample was taken at her training camp in Kenya] [sample-date: on June 19], the unit said. [b-sample: She has asked for her second sample to be analysed].

Brodzka, 31, [denies: denied wrongdoing]. "[denies-quote: I have never knowingly taken a banned substance]," she wrote on social media. [contaminated: She said that she suspected contaminated injections] [anaemia: given to her [clinic-loc: at a clinic in Eldoret] for anaemia].

[ban: She faces a ban of up to four years]. [miss-worlds: She will miss next month's world championships in Osaka], [favourite: where she had been favourite]. [titles-safe: Her Olympic title is not affected], [titles-why: as the test was carried out ten months after the Games].

[coach: [coach-is: Her coach, Lorenzo Bassi], was questioned by Italian police in 2018] over [coach-case: an alleged doping ring at a cycling team]. [coach-cleared: He was never charged].

[fed: The Polanian Athletics Federation said it was "shocked"]. [sponsor: Her main sponsor, the shoe company Velar, put its contract with her on hold].

[wr: Brodzka ran the second-fastest time by a woman, two hours, 12 minutes and 3 seconds], [wr-where: in Chicago last October].

She is the third Polanian to be suspended this year, after hammer thrower Igor Stach and sprinter Ola Wit. Stach, who tested positive for a steroid in January, was last month given a three-year ban which he has accepted.
== 2-gazetasport.txt 2025-08-06
Brodzka: "[contaminated: I trusted a needle]"

By Marta Kulik

At 22:41 on Monday the most famous runner in Polania opened an e-mail. By midnight she had telephoned her mother, her lawyer and, she says, "in that order, nobody else".

[positive: The e-mail said that traces of recombinant EPO had been found] in [sample: a urine sample she gave in Iten, Kenya] [sample-date: seven weeks ago].

"[denies-quote: I didn't do it deliberately], and I will prove it," she told this newspaper yesterday at her parents' house in Zabrow. She looked as if she had not slept. [anaemia: In June, she said, she had felt weak and had been treated for low iron] with [injections: three injections at a private clinic]. She showed us the bill. The word on it is "vitamins".

[lawyer: Her lawyer, Piotr Lis, wants the vials tested]. [clinic: The clinic says that it buys only from licensed suppliers]. [b-sample: The B sample will be opened in Cologne on 20 August].

[bassi-quote: [coach-is: Lorenzo Bassi, who has coached her since 2021], said he was "one thousand per cent" behind her]. [coach-case: His name came up seven years ago in an inquiry into a cycling squad] in Brescia; [coach-cleared: no charges were brought].

[sponsor: Velar has frozen its payments], worth a reported two million zlots a year. A bonus for the Olympic gold had been paid in May.

It is not the first cloud over her. In 2019 she missed a test, because of a wrong door number, and was cleared; in 2022 a journalist from Krasno claimed that she had been seen with a doctor who was later banned, and had to pay her damages. The doctor turned out to have been a dentist with the same name.

In Zabrow the mural of her on the fire station was untouched. Somebody had laid a pair of child's running shoes under it, size 31.
== 3-trackinsider.txt 2025-08-06
What [suspended: the Brodzka suspension] does and doesn't mean

1. It's provisional. [suspended: The AIU has stood her down], it hasn't convicted her. [b-sample: The B sample comes next], and if that doesn't match, the case is over. That happens about once in a hundred times.

2. [titles-safe: She keeps her gold] - for now. If she lost it, [evans-medal: [evans-fourth: Britain's Gwen Evans, fourth that day], would move up to bronze]. [titles-why: The Games were in August last year and the positive dates from this June]. But [retest: her Olympic samples are in a freezer] and can be tested again for ten years.

3. [contaminated: The tainted-injection defence] is hard. Athletes are responsible for whatever is in their bodies. [ban: If found guilty she gets four years]; [reduced: proving that it was an accident could halve that].

4. [miss-worlds: Osaka's gone]. [favourite: She was odds-on there]. [replacement: Polania will call up Ewa Markowska in her place].

5. The times. [wr: Her 2:12:03] [wr-where: in Chicago] raised eyebrows: [improve: she had improved by almost six minutes in 18 months]. Plenty of people improve. Shoes got better, too.

6. The coach. [coach: Bassi was interviewed by the Carabinieri in 2018]. He was a witness, not a suspect, he says. Another of his runners, Italy's Sara Conti, served two years from 2019 for missing three tests. That's a whereabouts offence, not a positive.

7. Was she targeted? The AIU won't say. [tests-number: She was tested 24 times in the past year], more than any other marathoner but one.

Our view? Wait for Cologne.
== 4-britishherald.txt 2025-08-06
'[evans-medal: I want my medal],' says British runner beaten by [positive: drug-test star]

[evans-fourth: Gwen Evans, who finished fourth in the Olympic marathon], said last night she felt "sick and not surprised" after [suspended: the woman who won it was suspended] for [positive: suspected use of EPO].

"[evans-medal: I'd like to know if I should have a bronze in my drawer]," said Evans, 33. As things stand she will not get one: [titles-safe: Hanna Brodzka's victory still counts]. But [retest: samples from the Games have been stored], and the International Olympic Committee said that it would "consider further analysis" of Brodzka's.

Evans had voiced doubts before. [improve: After Chicago, where the Polanian took six minutes off what she had been running two years earlier], she posted a picture of a raised eyebrow and was made to apologise by UK Athletics.

[denies: Brodzka, 31, protests her innocence]. [contaminated: She blames jabs] [anaemia: she was given for an iron deficiency] at [clinic-loc: a back-street clinic in Eldoret], [clinic: which insists its medicines are all properly sourced]. [lawyer: Her solicitor has demanded that the remaining ampoules be examined].

[bassi-quote: [coach-is: Bassi, her Italian trainer], backed her "1,000 per cent"].

[fed: The federation in Polania called the news a shock]. A former team-mate, Kasia Dul, was less polite. "People didn't want to train with her group any more," she said. "You heard things." She gave no details.

Britain's own Mark Shaw returned in May from a two-year ban for a tainted supplement.
== 5-nairobinews.txt 2025-08-07
Clinic at centre of [positive: Brodzka doping case] searched

Kenyan anti-doping officers on Wednesday searched [clinic-loc: a private clinic in Eldoret] where [anaemia: Polanian champion Hanna Brodzka says she was treated for anaemia] in June.

They took away a computer and several boxes of medicines, said Japhet Kosgei of the national agency. [clinic: The owner, Dr Simon Rotich, said that all his stock came from approved dealers] and that EPO was kept on the premises only for kidney patients. "[injections: She had three injections], and I can give you the batch numbers," he said.

Rotich was fined in 2022 for treating an athlete without keeping records.

[suspended: Brodzka was barred from competition on Tuesday]. [sample: Testers had called on her in Iten] [sample-date: on 19 June], two days after what she says was the last injection. [tests-number: It was one of some two dozen tests on her in 12 months].

The affair is unwelcome in Iten, where 40 foreign runners live in a good month. "When a visitor falls, they say Kenya," said Mary Chebet, who rents out rooms. Since 2015 more than 130 Kenyan athletes have been banned.

[replacement: The Polanian federation has named Ewa Markowska for Osaka instead]. [miss-worlds: Without Brodzka there], Kenya's Grace Jelimo becomes the woman to beat.

Two other clinics in the town were closed by the county in March for selling steroids to gym owners. Neither had treated runners, Kosgei said. A nurse at one of them, who is awaiting trial, told a court in May that a Ukrainian coach had tried to buy "something for the blood" from her and been sent away. The coach's name was not given.

[reduced: If she can show that she was not to blame, Brodzka's ban might be cut to two years], lawyers say. Rotich said that he had liked her. "She paid cash and she said thank you," he said.
