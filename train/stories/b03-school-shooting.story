# Shooting at Harlan Creek High School
== 1-wire.txt 2021-10-19
[killed: 2 students killed], [hurt: 6 hurt] in [shot: shooting at Missouri high school]

HARLAN CREEK, Mo. — [shot: A 16-year-old boy opened fire in the cafeteria of a Missouri high school on Tuesday], [killed: killing two fellow students] and [hurt: wounding six other people] before [tackled: a football coach wrestled him to the ground], authorities said.

[custody: The suspect, whose name was not released because of his age, was in custody] at the county juvenile center, Sheriff Wanda Pruitt said at a news conference.

[time: The gunfire began at about 11:40 a.m.], during the first of two lunch periods. [shots: Roughly 15 shots were fired] [gun: from a 9 mm handgun] [father: that belonged to the boy's father], the sheriff said. [motive: Investigators have not determined a motive].

The dead were identified as [dead1: Kaylee Brandt, 15], and [dead2: Marcus Odom, 17], both of Harlan Creek. [critical: One of the wounded, a cafeteria worker, was in critical condition].

"[coach-brave: Coach Tillman saved a lot of kids today]," Pruitt said. "[jam: The weapon jammed], and [tackled: he ran straight at him]."

[closed: Classes were canceled for the rest of the week], Superintendent Dale Rusk said. [no-detector: The school does not have metal detectors], he said, though [officer: a sheriff's deputy is assigned to the building]. [officer-away: The deputy was on a call at another campus].

Harlan Creek is [town: a town of 9,000 about 60 miles southwest of St. Louis].
== 2-localpaper.txt 2021-10-20
'[tackled: He just ran at him]': how a coach ended Harlan Creek's worst day

By Joy Ellender, Staff Writer

Ray Tillman teaches geography and coaches the offensive line. [time: Shortly before noon Tuesday] he was peeling an orange at the corner table he always takes.

Then [shot: a sophomore in a gray hoodie stood up by the vending machines and began to shoot].

"Everybody thought it was balloons," said junior Tessa Voight, who crawled behind the salad bar. "[jam: Then it clicked and nothing happened, and he was hitting it with his hand], and [tackled: Coach just ran at him and put him flat]."

[held-down: Tillman and a custodian, Luis Prado, sat on the boy until officers came] [minutes: about four minutes later].

By then [dead1: Kaylee Brandt, a 15-year-old freshman who played the clarinet], and [dead2: Marcus Odom, a senior and captain of the wrestling team], had been mortally hurt. [hurt: Six others were injured], including [critical: Dot Hanley, 58, who has served lunch at the school since 1994 and was clinging to life late Tuesday].

[vigil: Several hundred people gathered for a candlelight vigil at First Methodist Church]. Kaylee's band mates played "Amazing Grace" with an empty chair in the front row.

Parents demanded to know [officer-away: why the school's deputy was across town]. Others pointed to a school board vote in 2019, when [detector-vote: members rejected a proposal to install metal detectors] [detector-cost: at a cost of $180,000].

Tillman declined to talk to reporters. "He's no hero in his own mind," said his wife, Beth. "He keeps saying he should have been faster."

[closed: There will be no school until Monday].
== 3-network.txt 2021-10-20
[warning: Student suspected in cafeteria shooting had been reported weeks earlier], officials say

[warning: Classmates alerted school officials three weeks ago to threatening messages] posted by [custody: the 16-year-old now being held] in [shot,killed: the killing of two teens in a Missouri lunchroom], the county sheriff said Wednesday.

[counselor: A counselor met with the boy and his parents] on Sept. 30 and [no-threat: concluded that he posed no immediate threat], Sheriff Wanda Pruitt told reporters. The sheriff's office was never informed, she added.

"Nobody picked up the phone to us," Pruitt said. "I wish they had."

District officials did not respond to questions about the meeting, citing student privacy law.

Prosecutor Neil Abrams said [adult: he would ask a judge to have the teenager tried as an adult] on two counts of first-degree murder. He is also weighing charges against [father: the father, who owns the pistol]. [unlocked: It had been kept in an unlocked nightstand drawer], according to court papers.

Police responding to [time: the first 911 call, at 11:38], arrived [minutes: in less than five minutes]. [held-down: They found the suspect pinned to the floor by two members of staff].

[critical: A kitchen employee remained in critical condition on Wednesday]; the [hurt: five other wounded], all students, were expected to live. Two had already gone home.

[motive: What drove the attack is still unclear]. Detectives are going through the boy's phone and a spiral notebook found in his locker.
== 4-britishpaper.txt 2021-10-20
[killed: Two teenagers shot dead at US school] as [tackled: teacher overpowers gunman, 16]

[killed: Two pupils have been killed] and [hurt: half a dozen people injured] after [shot: a boy of 16 started shooting in the dining hall of his school in the US state of Missouri].

The death toll would have been far higher, police said, had it not been for [tackled: Ray Tillman, a sports coach who charged the gunman] [jam: when his pistol failed]. "[coach-brave: A great many children owe him their lives]," said the local sheriff.

[shots: About 15 rounds had been discharged] by that point. [gun: The weapon, a 9mm semi-automatic], is [father: registered to the attacker's dad].

The shooting, in [town: the small town of Harlan Creek, an hour's drive from St Louis], is the 31st at an American school this year, according to the charity SafeHalls. In March four pupils were wounded at a school in neighbouring Illinois by a boy of 14.

[officer: The school has its own armed officer], but [officer-away: he had been sent elsewhere when the firing started]. [no-detector: There are no metal detectors at the doors], and [detector-vote: local officials had voted down a plan to buy them] two years ago [detector-cost: because of the price, put at $180,000 (£130,000)].

Missouri's governor, Carl Denning, ordered flags to be flown at half mast. "Now is the time for prayer," he said. [governor-laws: Asked whether gun laws should change, he walked away].
== 5-magazine.txt 2021-10-22
After Harlan Creek, the same silence

We know the choreography by now. The ribbons, the casseroles, [vigil: the candles outside the Methodist church], the governor who [governor-laws: turned his back when someone asked about guns].

What we know about [shot: Tuesday's shooting at Harlan Creek High] is bad enough. [killed: Two children are dead]: [dead1: a girl of 15 with a clarinet], [dead2: a boy of 17 with a wrestling scholarship]. A third victim, [critical: a lunch lady named Dot, may yet join them].

What we have learned since is worse. [warning: Other students saw the messages and told grown-ups]. [counselor: A meeting was held, with the parents there], and [no-threat: it was decided that the boy was not dangerous]. [unlocked: Nobody asked what was in the nightstand, or whether the drawer had a lock].

I do not blame the counselor, who had 612 students on her books. I do blame a board that [detector-vote: thought metal detectors too expensive] the same year it found $2.3 million for a scoreboard. And I blame lawmakers in Jefferson City, who in 2020 buried a safe-storage bill without a hearing.

[adult: The prosecutor wants to put the boy on trial as a grown man]. Perhaps he should. But there is something convenient in a country that treats its children as adults only once they have fired a gun.

The father has lost a son too, in a way. [father: It was his gun].
