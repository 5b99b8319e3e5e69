# Ransomware attack on the St. Brannoc hospital group
== 1-wire.txt 2023-11-03
[attack,six: Cyberattack cripples six hospitals] in Ireland's southwest

CORK - [attack: A cyberattack knocked out the computer systems] of [six: six hospitals run by the St. Brannoc group] in southwest Ireland on Friday, [cancel: forcing the cancellation of hundreds of operations and appointments], the group said.

[amb: Ambulances were diverted to other hospitals] and [paper: staff turned to pen and paper]. [icu: Intensive care units and emergency surgery were not affected], the group said.

"This was a ransomware attack by an organised criminal group," chief executive Nora Keane told reporters. [time: It was discovered shortly after 3 a.m.], when laboratory systems stopped responding. [demand: A ransom note was found, but no sum was mentioned], she said. [nopay: Keane said that the group would not pay].

It was not clear whether patient data had been stolen.

Police and the National Cyber Security Centre are investigating. No group has claimed responsibility.

The six hospitals serve about 900,000 people. [restore: Restoring the systems could take weeks], Keane said.

[hse-2021: In 2021 a ransomware attack on Ireland's health service] paralysed IT systems nationwide and cost the state at least 100 million euros. Patients' files from that attack later turned up online. The service refused to pay.
== 2-local.txt 2023-11-04
"They sent me home in my gown"

Maura Tobin, 72, had been fasting since midnight for a new hip. At half past eight a young doctor came to her bed in Brannoc General and told her, nearly in tears, that there would be no operation.

[cancel: She was one of 430 patients whose procedures were called off yesterday] after [attack: hackers shut down the computers] [six: at all six St Brannoc hospitals].

On the wards it was like the 1970s. [paper: Nurses wrote charts by hand]; [runners: student volunteers ran blood results up and down the stairs]. "[runners: I've done 20,000 steps since breakfast]," said one, Cian Daly, 19.

Chemotherapy was halted because [chemo-why: doses are calculated by a program that could not be opened]. Oncologist Dr Fiona Reardon said she hoped to resume treatment on Tuesday, using spreadsheets. Radiotherapy, in a separate building, carried on, and [icu: so did intensive care].

[amb: Emergency cases by ambulance were sent to Limerick and Tralee]. A baby was born in an ambulance outside Mallow on the way; mother and daughter are well.

[nopay: "Not a cent," said group boss Nora Keane when asked if the blackmailers would be paid]. She said [backup: back-ups had been kept offline and appeared intact].

Outpatients are asked not to come in unless they have been phoned. A helpline for worried families had taken 2,300 calls by evening.
== 3-techsite.txt 2023-11-06
[claim: NightHeron says it hit Irish hospitals], [leak: posts patient files]

[claim: The ransomware gang NightHeron has claimed responsibility for [attack: the attack on Ireland's St Brannoc hospitals]] and [leak: published what it says are the records of 1,200 patients].

In a post on its dark-web site on Sunday night, [demand: the group demanded $8m in bitcoin]. [deadline: It threatened to release another 700GB if it isn't paid by Friday].

The sample seen by us [leak-what: includes scans of passports, test results and psychiatric notes]. We've chosen not to describe them further.

According to a person close to the investigation, [vpn: the intruders got in through a remote-access account] [vpn-who: of a firm that maintains MRI scanners]. [mfa: The account wasn't protected by two-factor authentication]. [dwell: They had been inside the network for 16 days] [time: before they pulled the trigger at 3am on Friday].

[russia: NightHeron is believed to operate from Russia]. It was behind last year's attack on a children's hospital in Toronto, for which it apologised, handing over a decryption key. No such contrition this time: "[heron-quote: Hospitals have insurance]," the post says.

[backup: St Brannoc's backups survived], which means it may not need the key. But restoring isn't the same as undoing a leak. [warn-2022: A 2022 audit had warned of weak access controls at the group], documents show.
== 4-broadcaster.txt 2023-11-07
Court bars publication of stolen hospital files

The High Court has granted an order forbidding anyone from sharing data stolen from [six: six hospitals in the southwest].

[leak: Files on around 1,200 people were put online by hackers at the weekend]. [leak-what: They contain medical results and copies of identity papers]. All those concerned are being contacted by letter, the St Brannoc group said.

Its chief executive, Nora Keane, apologised to patients. But [nopay: she repeated that no ransom would be handed over], in line with government policy. "Paying would fund the next attack, on the next hospital," she said.

[demand: [claim: The attackers, calling themselves NightHeron], are asking for eight million dollars].

Health Minister Declan Foy told the Dáil that there was no evidence that any patient had died as a result of the attack. [death-inq: One death, of a man moved from Brannoc to Limerick, was being examined], he added.

Chemotherapy has started again at the main site, though [restore: it will be the end of the month before every computer is back]. [cancel: Some 2,100 procedures have been put off since Friday].

Opposition TDs asked why [warn-2022: an auditor's warning last year had not been acted upon]. Mr Foy said that [security-money: €3.5m had been made available for security], of which €1m was spent. [hse-2021: The 2021 attack on the health service], he recalled, had taken four months to put right.
== 5-analysis.txt 2023-11-12
The door nobody locked

We imagine hackers as geniuses. [attack: The people who took down St Brannoc] used a password. [vpn: It belonged to an outside contractor], [vpn-who: one that looks after the MRI machines], and [mfa: there was no second step, no code sent to a phone], to get in its way.

Then they waited. [dwell: For sixteen days they strolled through the network], reading. [attack,time: In the small hours of 3 November they turned out the lights].

[deadline: Friday's deadline has come and gone]. [nopay: The hospitals have not paid], and [russia: the gang, which is thought to sit safely in Russia], has released some more files, although far fewer than threatened. It's cold comfort to those whose secrets are out. One woman, 41, told me that her abortion is now known to her employer.

Two things went right. [backup: Copies of the data had been stored offline]. And people improvised: [runners: teenagers carried blood counts by staircase]; a pharmacist rebuilt [chemo-why: the dosing program for cancer drugs], by hand, over a weekend.

What went wrong was known. [warn-2022: An audit in 2022 spelled it out]. [security-money: Three and a half million euros had been earmarked], and most of it sat in an account. "[heron-quote: Hospitals have insurance]," the criminals sneered. This one, in fact, had let its policy lapse.

If there must be an inquest [death-inq: into the death of the patient transferred to Limerick], let it call the accountants too.
