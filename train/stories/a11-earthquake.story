# Earthquake in the Tersk province of Armavia
== 1-wire.txt 2020-01-26
[quake: Strong quake hits eastern Armavia]; [dead: at least 34 dead]

[quake: A 6.5 magnitude earthquake struck eastern Armavia] [time: late on Friday], [dead: killing at least 34 people], [injured: injuring more than 1,500] and [collapsed: flattening dozens of buildings], the disaster agency AMA said.

[epicentre: The epicentre was near the town of Tarvin] in the mountainous province of Tersk, [depth: at a depth of 11 km]. [felt: It was felt in four neighbouring countries]. [aftershocks: More than 400 aftershocks followed], [aftershock-big: the strongest of magnitude 5.4].

[rescued: Rescuers have pulled 47 people alive from the rubble], Interior Minister Selim Dara said. [missing: Twenty-two were still believed to be trapped] in Tarvin and the provincial capital, Orzag.

"Cold is now our second enemy," Dara said. [temperature: Temperatures fell to minus 10 degrees Celsius overnight]. [tents: The authorities sent 9,500 tents and 17,000 blankets] to shelter people who were afraid to return home.

[mother: One woman was freed with her three-year-old daughter after 31 hours under a collapsed block].

[prison: A prison in Hozan was evacuated after cracks appeared in its walls].

President Ilham Terzi cut short a visit to Istanbul to fly to the region. [aid: Greece and the European Union offered help]. [aid-refused: The government said none was needed for now].

[fault: The province lies on the East Tersk fault]. [q2009: In 2009 two quakes a month apart killed 640 people] around Lake Marat, 300 km farther east, and [last: in 1968 about 900 died in Tersk itself].
== 2-orzagvoice.txt 2020-01-26
Thirty-one hours

ORZAG - First they heard a phone. It was playing a children's song, over and over, from under three floors of the Lilia apartments.

[mother: It was a little after four in the morning on Sunday when they got Dalia Horen out, with the little girl, Nona, inside her coat]. She had cleared the dust from the child's mouth with her finger, she told the doctor. [husband: Her husband, Sandro, was found an hour later. He was dead].

[student: The man who reached them was a student from Aleppo], Karim Daoud, 23, who [hands: dug with his bare hands] until they bled. "I don't speak the language very well," he said. "I said 'Sister, wait.' I know those words."

The city has not slept. [time: It was ten past nine on Friday evening when the walls began to move]. [seconds: It lasted 40 seconds]. In [collapsed: our province alone 68 buildings came down] and [damaged: some 650 are badly damaged]. [dead: The count of the dead stood at 34] last night. [injured: The hospitals have treated 1,640 people].

Thousands are spending the night in sports halls, mosques and cars. People burn doors to keep warm.

The President attended the funeral of a mother and son and promised that [new-homes: new houses would be built by the end of the year]. Somebody shouted, "[tax: Where is the earthquake tax]?" and was led away.

On the next street an old tailor, Hagop Sarian, sat on a chair in front of a house with no front and would not be moved. He had come through the other one, he said, with his leg broken, aged eleven, and they had carried him out on a door. His shop sign was still straight. He asked if anyone had found his spectacles.

[warned: Engineers had warned the city in 2017 that one building in four would not survive a quake]. The report is on the municipality's website, page 41.
== 3-bbcorld.txt 2020-01-26
[quake: Armavia earthquake]: [mother: Mother and toddler saved] as [dead: toll reaches 34]

[mother: A mother and her three-year-old daughter have been rescued from a collapsed building] in eastern Armavia, a day and a half after [quake: a powerful earthquake].

[husband: The woman's husband did not survive].

[student: A Syrian student who helped to free them] has been called a hero on social media. [hands: Video shows him scraping away concrete with his hands]. [citizenship: The interior minister said he would be offered citizenship].

What happened?
[time: The tremor hit at 21:10 local time on Friday]. [epicentre: It was centred on Tarvin], a lakeside town of about 4,000 people. [seconds: Shaking went on for some 40 seconds] and [felt: was noticed as far away as Beirut and Tbilisi].

How bad is it?
[injured: Over 1,600 people were hurt]. [rescued: Forty-seven have been brought out alive]. [missing: The search goes on for about 20 more]. [damaged: Hundreds of buildings are unsafe].

How are people coping?
[temperature: Night-time temperatures are close to -10C]. Officials have told residents to keep out of damaged homes because of [aftershocks: the hundreds of aftershocks]. [tents: Tents, beds and blankets have been sent].

Is the area prone to quakes?
[fault: It sits on a major fault line]. [last: The last big one here, in 1968, killed nearly 900]. In August 1999 a tremor of 7.6 around Izmit, in Turkey, killed 17,000.

[prison: A jail in the area was emptied] as a precaution, its 900 inmates being moved by bus.
== 4-athenscourier.txt 2020-01-27
[aid: Athens had a rescue team on the tarmac]. [aid-refused: Armavia said "thank you, not yet"]

[aid: Within two hours of [quake: Friday's earthquake] the Greek prime minister had telephoned President Terzi to offer help]. For two neighbours who in December were trading insults over gas drilling, that was something.

[aid-refused: It was politely declined]; the Armavian agency has 3,400 of its own people at the scene. It was created after [q2009: the disaster of 2009], when help arrived slowly and tents were stolen from lorries.

By common consent it has done better this time. [rescued: Forty-seven survivors had been found by Sunday noon]; [end: on Monday morning the search was called off], [dead: with the dead numbering 37].

But the old questions are back. [tax: Since 1999 Armavians have paid a special levy to make buildings safer]. Ministers have admitted that much of it went on roads. [warned: A study three years ago found that a quarter of Orzag's housing stock was at risk]. Prosecutors have arrested two contractors, and [posts-arrests: two people were detained for "provocative" posts on the internet].

[new-homes: The government says that it will have rebuilt by December]. In Tarvin they will believe it when they see it. [last: Some of the houses that fell on Friday were put up, as "temporary" shelter, for the survivors of 1968].

It has not always gone one way. When a tremor shook Athens in 1999 it was Armavians who dug out a boy of six at Menidi, and for a year or two afterwards the two foreign ministers telephoned each other on birthdays. A Greek firefighter who had his bag packed on Friday still has the photograph. He would have gone, he said, with or without a visa.

[citizenship: [student: The young Syrian who dug a family from the ruins] is to be given a passport], it is said. Greece, too, might think of that: he tried to cross to Lesbos in 2016 and was turned back.
== 5-quakeblog.txt 2020-01-28
Orzag, Jan. 24: a quick look at the numbers

Several readers asked, so here goes.

[quake: Magnitude 6.5 (or 6.6; the national network says 6.6)]. [epicentre: Location: a little north of Tarvin]. [depth: Shallow, about 10 to 12 kilometers]. [seconds: Strong shaking for 35-40 seconds], which is long for this size.

[fault: It ruptured some 45 km of the East Tersk fault], a strike-slip boundary that takes up around 10 mm a year. This stretch had not broken since 1866; [last: the 1968 event], whose dead were mostly in Karsan, was on the next segment to the east. So no, it wasn't "overdue". Faults don't own calendars.

[aftershocks: I count 780 aftershocks so far], [aftershock-big: the largest a 5.4] eleven minutes after the mainshock. Expect more, including perhaps one above 5.

[dead: Thirty-seven deaths], now that [end: the search has ended]. That is 37 too many, yet compare [q2009: 2009: a smaller quake that killed 17 times as many]. The difference is mostly luck. [collapsed: Fewer than a hundred buildings came down], and nearly all of those dated from before the 1998 code. [warned: The municipality's own engineers said it would be so].

[posts-arrests: Please be careful what you post if you are in the country; two people have been arrested for it]. I have switched off comments from there for their own good.

Next week: back to Iceland.
