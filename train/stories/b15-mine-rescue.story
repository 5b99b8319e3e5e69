# Collapse at the Santa Rufina mine and rescue of the miners
== 1-wire.txt 2018-09-04
[trapped: Fourteen miners trapped] after [collapse: collapse at Bolivian copper mine]

TACARA, Bolivia - [trapped: Fourteen miners were trapped [depth: about 380 metres underground]] after [collapse: a tunnel collapsed at a copper mine in southwestern Bolivia] on Monday night, officials said.

[dead: One miner was killed] and six others escaped when [collapse: the roof of the main gallery fell in] at Santa Rufina mine. There has been no contact with the trapped men, said Mines Minister Jorge Calle.

"We have hope, because there is a refuge with air and water," Calle said at the site. The refuge is stocked with food for three days.

Rescuers will begin drilling a narrow hole towards it on Wednesday. [chile: Chile is sending a drilling rig and engineers] [chile-who: who took part in the 2010 rescue of 33 miners at San Jose].

The mine is owned by Minera Altura, [owner-foreign: a unit of Canada's Norfolk Metals]. The company said safety was its "first priority" and that the cause was being investigated. [quake: A magnitude 4.6 earthquake was recorded in the region 20 minutes before].

[families: About 200 relatives have gathered at the gates]. [union: The miners' union said it had complained about cracks in the gallery for months].

[blast-2015: In 2015, two men died at the mine in an explosion]. It was closed for eight weeks.
== 2-local.txt 2018-09-10
"[note-text: WE ARE ALL WELL]": [note: a note from the deep]

It came up at 4:40 in the afternoon, taped to the drill bit with electrical tape: [note: a page from a pocket diary]. "[note-text: We are all well in the refuge, the 14. Send cigarettes]. Mamani".

[families: The camp at the gates of Santa Rufina] exploded. Women who had been praying around the clock danced with policemen. [bells: The bells of Tacara rang for an hour].

[drill-hit: The drill had broken through to the refuge] at the third attempt, [days-6: on the sixth day after [collapse: the cave-in]]. The two earlier holes had missed by metres.

[mamani: Shift boss Eusebio Mamani, 51], has worked here since he was 16. "[mamani-half: Knowing him, he halved everything from the first minute]," said his wife, Filomena. She was right: [ration: the men had been living on two spoonfuls of tuna and a mouthful of milk a day].

Since last night water, glucose and bread have been going down the hole, which is no wider than a grapefruit. Cigarettes have not been allowed.

Not everyone has something to celebrate. [dead: Félix Quispe, 33, who was driving the loader when [collapse: the roof came down]], was buried on Friday. His brother Raúl is [trapped: among those below]. [raul: No one has told him].

[wait: Bringing the men out could take until November], says the engineer in charge, [engineer: Chilean Marcela Rojas]. A second, wider shaft must be bored.
== 3-international.txt 2018-10-13
[out: All 14 miners freed] after [days: 40 days beneath the Andes]

[out: The last of 14 miners [trapped: trapped in a Bolivian copper mine] was brought to the surface on Saturday], to end [days: a 40-day ordeal] that had gripped the continent.

[mamani-last: Eusebio Mamani, the foreman, insisted on going last]. He knelt, kissed the ground, and then [mamani-president: handed his lamp to President Lidia Paz].

The men were hauled up one at a time in a steel capsule in trips of about 18 minutes through a shaft 66 centimetres wide, [early: completed three weeks ahead of schedule]. They wore dark glasses to protect their eyes.

All are in fair condition, although [pneumonia: two have pneumonia] and one may lose a toe.

"I shall sleep now," said [engineer: Marcela Rojas, the Chilean who directed the drilling], a [chile-who: veteran of the San José rescue]. That one, eight years ago, took 69 days.

[owner-foreign: Norfolk Metals of Toronto, whose subsidiary ran the mine], [pay: said it would pay the men's wages for a year]. [union: The union says that its warnings about fissures in the roof were brushed aside]. [prosecute: Prosecutors have charged the mine's manager, Hugo Lenz, with manslaughter] over the death of [dead: the one miner who didn't survive [collapse: the cave-in]].

[mine-closed: Santa Rufina will not be reopened].
== 4-tabloid.txt 2018-10-14
CAPSULE OF JOY! Miner meets baby daughter born while [trapped: he was buried alive]

THIS is the moment hero miner Wilmer Choque held his little girl for the very first time - born while [trapped: he was entombed [depth: 380 metres down]].

Choque, 24, was the second man out as [out: all 14 were winched to safety yesterday]. [baby-name: The tot has been named Esperanza, or Hope].

"I heard her cry on the phone line they sent down," he sobbed. "It kept me sane."

The men had survived [days: almost six weeks in the dark]. [days-6: For the first six days] [ration: they shared a few tins of tuna], a spoonful each, until [drill-hit: a drill poked through]. Then [note: they sent up their now famous scribbled message]: "[note-text: We are all well... Send cigarettes]!"

Tough boss [mamani-half: Eusebio Mamani cut the rations from hour one], drew up a rota for sleep, and banned all talk of death. When one man hid a biscuit, he made him share it in 14 pieces. And [mamani-last: he would not get into the capsule before all of his lads were up].

There were tears too. [raul: Raul Quispe learned only on reaching the top] that [dead: his brother had died on the day of the disaster].

Hollywood has already called: two studios want the story. A British brewery has offered the men free beer for life. They'd rather have those smokes. [pneumonia: Two are still on antibiotics for pneumonia].
== 5-analysis.txt 2018-10-20
After the bells

[bells: In Tacara the church bells rang], and [mamani-president: the president got a lamp], and a bull was roasted. A week later the trucks of the television crews are gone, and with them the only coffee stall.

[mine-closed: Santa Rufina is to stay shut]. That is just: a mine in which [union: cracks are reported in March, and again in May, and again in July], with no more effect than a cough, should not have been open. But 430 people worked there. [pay: The fourteen will have their pay for a year]; the rest got two months.

The state did well once it was too late. [chile: It asked the Chileans for help within hours, and they came with their rig]. [engineer: Señora Rojas ran the operation] with a sharp tongue and finished [early: three weeks before she had promised]. [wait: We had been told November].

But [prosecute: the charge against the manager, Mr Lenz], looks to me like the usual theatre. He has been there for a year. The inspector who signed the papers was promoted, as happened after [blast-2015: the explosion of 2015], when nobody was tried at all. [quake: The company, meanwhile, points to a small earthquake that evening] and to its Toronto lawyers.

Filomena Mamani has asked her husband never to go below again. [mamani: He's fifty-one and has done nothing else since he was a boy]. [baby-name: A child named Hope] is being carried round the plaza.
