# Shared passages: spans on both sides, kinds, the same in any order, on any number of threads, resumed.
# needs: reuse
python3 - <<'P'
import json, random
rng = random.Random(2)
w = lambda n: " ".join(f"v{rng.randrange(9000)}" for _ in range(n))
ferry = "The ferry Osprey ran aground on the Carrick bank shortly before nine with 212 people on board, and the lifeboats took them off."
near = ferry.replace("shortly", "just").replace("the lifeboats", "lifeboats")
said = "“We had the boats in the water within eleven minutes of the call and nobody got wet,” the coxswain said."
end = "Copyright 2031 Coast Wire. All rights reserved. This may not be published, broadcast, rewritten or passed on."
rows = [("a", "Ellery Post", "2031-03-04", w(40) + " é. " + ferry + " " + w(30)), ("b", "Coast Radio", "2031-03-05", near + " " + w(20)),
        ("c", "Lode Gazette", "2031-03-03", w(9) + ". " + said + " " + end), ("d", "", "", said + "\n\n" + w(50) + " " + end)]
rows += [(f"e{i:02}", "", "", w(20) + " This line stands in each of very many papers every day of the year " + w(5)) for i in range(15)]
for i, s, d, t in rows:
    print(json.dumps({"id": i, "source": s, "date": d, "text": t}), file=open("in.jsonl", "a"))
P
parallax reuse in.jsonl >out
head -n 5 out
wc -l <out
python3 - <<'P'
import json
text = {r["id"]: r["text"].encode() for r in map(json.loads, open("in.jsonl"))}
r = json.loads(open("out").readline())
for side in "ab":
    b, e = r[side]["span"]
    print(text[r[side]["id"]][b:e].decode())
P
shuf --random-source=/dev/zero in.jsonl | parallax reuse - | cmp - out && parallax reuse -j 1 in.jsonl | cmp - out && echo same
parallax reuse --state s in.jsonl | cmp - out && parallax reuse --state s --resume in.jsonl | cmp - out && echo resumed
