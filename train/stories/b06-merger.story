# Brewers Halden and Kestrel agree to merge
== 1-wire.txt 2023-02-20
[deal: Brewer Halden to buy rival Kestrel] in [price: $14.6 bln deal]

LONDON, Feb 20 - [deal: Halden Breweries has agreed to buy smaller rival Kestrel Group] [price: for $14.6 billion in cash and shares], the companies said on Monday, [third: creating the world's third-largest beer maker].

[terms: Kestrel investors will receive $18 in cash and 0.4 of a Halden share for each share they own]. [premium: The offer is a 32 percent premium to Kestrel's closing price on Friday].

[savings: The companies expect to save $700 million a year by the third year]. [ceo: Halden boss Greta Voss will run the combined business], while [chair: Kestrel chairman Tom Ashby will chair the board].

[first-bid: Kestrel rejected a first approach in October], saying that [undervalued: it undervalued the company]. [first-price: That bid was worth $12.9 billion].

[reg: The deal needs the approval of competition authorities in the European Union and the United States]. [close: The companies hope to complete it by the end of the year].

"[perfect: This is the perfect fit]," Voss told analysts. Halden is strong in lager and northern Europe; Kestrel owns craft labels in the US and Mexico.

[shares-h: Halden shares fell 5.1 percent] and [shares-k: Kestrel rose 27 percent].

[family: The Kestrel family, which owns 22 percent, has promised to vote in favour]. [break: Halden will pay $400 million if the takeover falls through].
== 2-hometown.txt 2023-02-21
[jobs: Fear for 600 jobs] as [deal: Kestrel is sold]

The red bird on the chimney has watched over Brayford since 1871. On Monday the town learned that [deal: it will soon belong to the Danes].

[deal: Kestrel has accepted a takeover by Halden of Denmark], and although both sides talk of a merger, nobody at the gate was in any doubt about who is swallowing whom. [ceo: Halden's chief executive, Greta Voss, will be in charge].

[savings: The new owner wants to strip out $700m of costs each year]. [jobs: Union officials fear that Brayford, where 600 people work, will be first in line]. "They have a half-empty plant forty miles away," said convener Bill Tanner. "You don't have to be a professor."

[no-decision: A Halden spokeswoman said no decisions had been taken about individual sites].

Feelings towards the founding family, once idolised here, have cooled. [family: It has pledged its stake, more than a fifth of the shares, to the buyer] and [family-sum: stands to collect around $3 billion]. "My grandfather would be ashamed of them," said drayman Colin Moss, whose family has worked at the brewery for four generations.

Kestrel has closed breweries itself, of course: Tilby in 2009 and Marsh End in 2014, with the loss of 350 posts. Then, the company wept and paid generously. MP Carol Finch has asked for [mp: a meeting with Ms Voss].

As for the beer, [recipe: Halden promises to leave the recipe of Old Red alone].
== 3-financial.txt 2023-02-21
Voss's second pour: [deal: Halden pays up for Kestrel]

For four months Greta Voss said that she would not overpay. Then she added $1.7bn.

[price: The $14.6bn price] agreed for Kestrel is [first-price: up from the $12.9bn] that [first-bid: the brewer's board spurned in the autumn] as [undervalued: too low]. [multiple: At 16 times operating earnings], it is the richest multiple paid for a big brewer since 2016.

[shares-h: Investors in the Danish group took fright, sending its stock down as much as 6 per cent]. [shares-k: Kestrel's jumped by more than a quarter] but [gap: still trades below the value of the offer], a sign that [doubts: the market sees hurdles].

The main one is [reg: antitrust, above all in Brussels and Washington]. [share: Together the two would sell nearly half of all premium beer in Denmark, Germany and the Benelux]. Lawyers expect [disposals: Halden will have to sell brands in several markets], and it has already hired a bank to sound out bidders for its Dutch label Roemer.

[debt: The cash part will be funded with $9bn of new borrowing], taking net debt to 4.2 times earnings. [rating: Moody's placed Halden's rating on review for downgrade].

Against that, [savings: Voss promises $700mn in annual synergies], which at a multiple of ten would cover almost half the purchase price. Rivals have rarely kept such promises: after its Asian foray in 2018 Halden itself delivered two thirds of what it had announced.

[break: Should the deal collapse, Halden owes Kestrel $400mn].
== 4-american.txt 2023-02-21
Your favorite craft beer may soon be Danish

If you have a six-pack of Lobo Loco or Pier 9 in the fridge, you may soon be a customer of [third: the No. 3 brewer on the planet].

[deal: Kestrel Group, the British owner of those brands, is being acquired by Denmark's Halden]. [price: The tie-up is valued at close to $15 billion].

"[perfect: It's a perfect match]," [ceo: Halden CEO Greta Voss, who will lead the merged firm], said on a call.

Craft fans were less thrilled. "Every time one of the giants buys a small brewery, the hops go first," said Dana Ruiz, who runs a tap house in Portland, Ore. [recipe: Halden says that no recipe will be changed].

Don't look for changes soon, though. [close: The takeover isn't due to close until late 2023] and [reg: regulators on both sides of the Atlantic must sign off]. Sen. Mark Oakes, D-Ore., urged the Justice Department to take "a long, cold look". The department let a similar merger pass in 2019, over the protests of wholesalers.

For shareholders the math is simple: [terms: $18 plus two-fifths of a Halden share for every Kestrel share]. That is [premium: about a third more than the stock was worth last week].

Beer sales by volume have dropped in the U.S. in each of the last five years as younger drinkers turn to seltzers, spirits or nothing at all.
== 5-column.txt 2023-02-22
Breakfast briefing: who really wins from the beer merger

Winners first. [family-sum: The Kestrel family pockets $3.2bn] after [family: throwing its 22 per cent behind the bid]. [chair: Tom Ashby gets to keep a chairman's office], if not his brewery. The bankers share some $190m.

Losers: [shares-h: Halden's shareholders, five per cent poorer by Monday evening]. They have cause to sulk. [multiple: Their company is paying sixteen times profits] for a business whose volumes have shrunk three years running. [debt: It must borrow nine billion dollars to do it], and [rating: Moody's is sharpening its knife].

Also in the losers' corner: Brayford. [no-decision: "No decisions" on plants have been made, Halden assures us]. I have heard that sentence before about Tilby. [jobs: The workforce of six hundred would do well to polish their CVs].

And the drinker? In [share: the lagers of northern Europe the pair would hold a share of just under 50 per cent], and I have never met a monopolist who cut the price of a pint. The authorities should insist on [disposals: the sale of at least some labels]. [doubts: Traders seem to doubt it will be smooth]: [gap: Kestrel closed at a discount to the bid].

Ms Voss has form, mind you. They laughed when she bought a Polish cider maker in 2015, and it has paid for itself twice. [mp: Brayford's MP wants to see her in person]. Take a bottle, Carol.
