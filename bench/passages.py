#!/usr/bin/env python3
"""Planted passages: recall and precision of `parallax reuse`.

usage: bench/passages.py PROGRAM [ACCOUNTS] [SEED]

Makes accounts of random words (a rank-frequency law, so that nothing is shared but by plan), plants stretches of 15 to
60 words of one in another with up to 10 % of their words replaced, left out or put in, and runs the program.
recall     planted passages of which a reported one covers at least 80 % of the words on both sides
precision  reported passages of which at least 80 % of the words on both sides were planted
"""
import json
import random
import subprocess
import sys
import tempfile


def words(rng, n):
    return [f"w{int(40000 ** rng.random())}" for _ in range(n)]  # the commonest is one word in fifteen


def edit(rng, passage):
    out, left = list(passage), int(len(passage) * 0.1 * rng.random() + rng.random())
    for _ in range(min(left, len(passage) // 10)):
        at, how = rng.randrange(len(out)), rng.randrange(3)
        out[at:at + (how > 0)] = [f"n{rng.randrange(10**6)}"] if how < 2 else []
    return out


def span(tokens, begin, end):
    start = len(" ".join(tokens[:begin])) + (begin > 0)
    return start, start + len(" ".join(tokens[begin:end]))


def covered(inner, outer):
    return max(0, min(inner[1], outer[1]) - max(inner[0], outer[0])) / max(1, inner[1] - inner[0])


def main():
    program = sys.argv[1]
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    accounts = [words(rng, rng.randrange(150, 700)) for _ in range(n)]
    plants = []
    order = list(range(n))
    rng.shuffle(order)
    for a, b in zip(order[::2], order[1::2]):
        length = rng.randrange(15, 61)
        at = rng.randrange(len(accounts[a]) - length)
        passage = edit(rng, accounts[a][at:at + length])
        to = rng.randrange(len(accounts[b]))
        accounts[b][to:to] = passage
        plants.append((a, span(accounts[a], at, at + length), b, span(accounts[b], to, to + len(passage))))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as f:
        for i, tokens in enumerate(accounts):
            f.write(json.dumps({"id": i, "text": " ".join(tokens)}) + "\n")
        f.flush()
        out = subprocess.run([program, "reuse", f.name], capture_output=True, text=True, check=True).stdout
    got = {}
    for line in out.splitlines():
        r = json.loads(line)
        got.setdefault((r["a"]["id"], r["b"]["id"]), []).append((r["a"]["span"], r["b"]["span"]))
        got.setdefault((r["b"]["id"], r["a"]["id"]), []).append((r["b"]["span"], r["a"]["span"]))
    recall = sum(any(covered(p[1], x) >= 0.8 and covered(p[3], y) >= 0.8 for x, y in got.get((p[0], p[2]), []))
                 for p in plants)
    planted = {(p[0], p[2]): p for p in plants}
    good = total = 0
    for line in out.splitlines():
        r = json.loads(line)
        total += 1
        for x, y in ((r["a"], r["b"]), (r["b"], r["a"])):
            p = planted.get((x["id"], y["id"]))
            if p and covered(x["span"], p[1]) >= 0.8 and covered(y["span"], p[3]) >= 0.8:
                good += 1
                break
    print(f"{len(plants)} passages planted in {n} accounts: recall {recall / len(plants):.4f}, "
          f"precision {good / max(1, total):.4f} ({total} reported)")


if __name__ == "__main__":
    main()
