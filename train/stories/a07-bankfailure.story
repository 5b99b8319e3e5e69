# Collapse of Brightwater Bank
== 1-wire.txt 2024-03-08
[closed: Regulators close Brightwater Bank] after [run: run on deposits]

[closed: State regulators shut Brightwater Bank on Friday and put it under federal control], [largest: the biggest U.S. bank failure in nearly a year], after [run: customers tried to withdraw $9 billion] [run-time: in little more than a day].

[insured: Depositors with up to $250,000 will have access to their money by Monday], the Federal Deposit Insurance Corp said. [uninsured: About 78 percent of the bank's deposits were above that limit] and [receiver-cert: their owners will get certificates for the remainder], with an initial payment within a week.

[size: Brightwater, based in Boise, Idaho, had $41 billion in assets] and [branches: 26 branches]. [clients: It specialised in lending to farm-technology firms and irrigation companies].

[trigger: The panic began on Wednesday when the bank disclosed a $1.3 billion loss] [loss-cause: on the sale of long-dated bonds] and [raise: said that it would seek to raise new capital]. [shares: Its shares lost 71 percent on Thursday] before [halt: trading was suspended].

[ceo-calm: Chief Executive Grant Whitlock had told clients on a call to "stay calm and stay with us"]. [ceo-sold: Filings show that he sold $2.9 million of stock in February]. [ceo-plan: A spokesman said that the sale was planned in advance].

"[not-systemic: This is not 2008]," Treasury Secretary Amy Lund said. "The banking system remains resilient."

[supervisor: The Federal Reserve had warned the bank about its interest-rate risk last autumn], two people familiar with the matter said.

[buyers: The FDIC is seeking a buyer over the weekend]. It did so within two days [ridgeline: when Ridgeline Trust failed last April].
== 2-boisedaily.txt 2024-03-09
"They taped a sheet of paper to the door"

By Hank Ellery

[queue: By 7 a.m. Friday there were 200 people outside the Front Street branch], in lawn chairs, with thermoses. At 8:12 a young man in a fleece came out and stuck up a notice. Then he went back in and locked it.

[closed: Brightwater, the bank that grew up with this valley, is now in the hands of the government].

"[payroll: I've got 31 people to pay on the 15th]," said Maria Etcheverry, whose company makes soil sensors. [etch-amount: She had $4 million in the bank] and [insured: can be sure of a quarter of a million of it]. "My investors told me Wednesday to get out. I said, these folks came to my wedding."

She was in a minority. [run: Nine billion dollars were pulled or in the process of being pulled] [run-time: between Thursday's opening and Friday's], [phones: much of it by mobile phone].

[founded: Founded in 1968 by sugar-beet growers], Brightwater remade itself two decades ago as [clients: the lender of choice for agricultural start-ups]. [loss-cause: It parked their cash in government bonds that lost value as interest rates rose].

Its 2,300 employees were told by e-mail to report for work on Monday; [pay-45: they have been offered 45 days' employment at one and a half times their salary].

Boise has been here before. In 1987 First Sawtooth Savings went under with 12,000 accounts, and people of a certain age on Friday were telling the young ones how it had taken eight months to see the last of the money. That one had lent to ski resorts. Its old vault is a wine bar now; they were doing good business by four o'clock.

[ceo-calm: Grant Whitlock, the chief executive, pleaded with customers on Thursday to keep their heads]. His house on Warm Springs Avenue was dark on Friday night. [governor: Gov. Dale Hutch has asked Washington to protect all deposits].
== 3-citymarkets.txt 2024-03-11
[rescue: All Brightwater depositors to be made whole], says US

[rescue: US authorities stepped in on Sunday night to guarantee every deposit at Brightwater], two days after [closed: the Idaho lender was seized], in a bid to stop the panic from spreading.

[rescue-cost: The cost will fall on a levy on banks, not on taxpayers], the Treasury said. [wiped: Shareholders and bondholders will be wiped out].

The decision overturns Friday's plan, under which [insured: only sums up to $250,000 were safe] and [receiver-cert: others would have received a claim on the proceeds of the bank's sale]. [uninsured: Nearly four-fifths of deposits were not covered].

[buyers: An auction over the weekend drew just one bid], from Pacific Crest, which was rejected as too low.

[size: With $41bn in assets], Brightwater was small by Wall Street's standards. But [largest: no American bank of its size had gone under since last April]. [trigger: Its announcement of a $1.3bn hole], [raise: coupled with a share sale that no one wanted], [shares: wiped seven-tenths off its market value] before [halt: the exchange stopped dealings].

Questions will now turn to supervision. [supervisor: Examiners had flagged the mismatch between its bonds and its deposits as early as October]. And to conduct: [ceo-sold: its boss disposed of shares worth almost $3mn a month ago], [ceo-plan: under what his lawyers call a pre-arranged programme].

The pan-European bank index fell 2.4 per cent on Monday. Two regional American lenders, neither of which has reported unusual withdrawals, were down by a fifth.
== 4-capitolwatch.txt 2024-03-12
Both parties want Whitlock's head; neither wants the bill

WASHINGTON - It took lawmakers about an hour to agree that [closed: the Brightwater failure] was somebody else's fault.

[hearing: The Senate Banking Committee will hold a hearing on March 20], with [ceo-called: Grant Whitlock invited to testify]. "[ceo-sold: He cashed out in February] and [ceo-calm: he told farmers to keep their money in on Thursday]," said Sen. Ellen Roark, the ranking Democrat. "I'd like him to explain that slowly." [ceo-plan: Whitlock's attorney said the trades had been scheduled since September].

Republicans want to know what the Fed was doing. [supervisor: Its examiners sent the bank a formal warning last fall], according to a letter released Monday, and set a deadline of June.

On [rescue: the decision to cover all depositors], the lines are tangled. [rescue-cost: The administration says that banks will foot the bill through a special fee]. Rep. Chip Dorn of Texas called it "a bailout in a borrowed hat". [governor: The Republican governor of Idaho, on the other hand, had asked for exactly that].

Treasury Secretary Lund, who had insisted on Friday that [not-systemic: this was no rerun of 2008], was asked what had changed. "Telephones," she said. "[run,phones: People emptied that bank from the back of a tractor]."

Lobbyists were already at work. Small banks want nothing to do with any fee that makes them pay for what one called "other people's tractors". Large banks, which took in an estimated $60 billion of frightened money last week, said nothing and were seen to smile. A former chairman of the FDIC, Carl Wynn, said he would have let the big accounts lose ten cents on the dollar.

A bill to lift the $250,000 limit on insurance, introduced after [ridgeline: Ridgeline failed a year ago], never reached the floor. It was reintroduced on Monday by the same two sponsors.
== 5-farmtechblog.txt 2024-03-12
What we learned from four days without a bank

Well, that was a weekend.

If you are just catching up: [closed: on Friday morning the feds took over Brightwater]. On Friday [queue: I stood in a line of a couple hundred people in Boise] and ate somebody's doughnut. [rescue: By Sunday evening Uncle Sam had said that everyone would get all of their money]. On Monday I made payroll from a parking lot.

Some facts. [clients: Half the seed-to-software companies in the Mountain West banked there]. [founded: The bank was started by beet farmers in the sixties] and behaved like it: [branches: two dozen branches], coffee, first names. When I asked for a loan in 2016 the manager drove out to look at my pump.

It was undone by boring bonds. [loss-cause: They bought long when rates were nothing]; [trigger: last Wednesday they admitted to losing $1.3 billion on them].

Maria Etcheverry, who runs the outfit next to ours, [etch-amount: had four million in there] and [payroll: thirty-one paychecks due on Friday]. I won't print what she said on the phone. She's fine now. The tellers are back at their windows, by the way, [pay-45: on time-and-a-half for six weeks]. Be nice to them.

[wiped: Nobody who owned the stock will see a dime], and that includes a lot of staff. [ceo-called: Whitlock has been asked to appear before the Senate]. [hearing: That's on the 20th]. I will make popcorn.

Lesson? Two banks. Always two banks.
