# Near-duplicates: the same in any order, on any number of threads, from standard input, resumed.
# needs: near
python3 - <<'P'
import json, random
rng = random.Random(1)
out = open("in.jsonl", "w")
for family in range(40):
    words = [f"w{rng.randrange(5000)}" for _ in range(200)]
    for k in range(family % 4):
        w = list(words)
        for _ in range(k):
            w[rng.randrange(200)] = f"x{rng.randrange(999)}"
        print(json.dumps({"id": f"f{family}-{k}", "source": "Coast Radio", "date": f"2031-01-0{9 - k}",
                          "text": "“" + " ".join(w) + ".”"}), file=out)
P
parallax near in.jsonl >out
head -n 3 out
wc -l <out
shuf --random-source=/dev/zero in.jsonl >shuffled.jsonl
parallax near shuffled.jsonl | cmp - out && parallax near -j 1 in.jsonl | cmp - out &&
    parallax near - <in.jsonl | cmp - out && echo same
parallax near --state s in.jsonl | cmp - out
head -c 2000 s >cut
parallax near --state s --resume in.jsonl | cmp - out && parallax near --state cut --resume in.jsonl | cmp - out && echo resumed
