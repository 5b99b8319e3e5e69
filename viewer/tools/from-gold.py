#!/usr/bin/env python3
"""Makes a dossier from hand-made gold, to work on the page without the program.

usage: from-gold.py FOLDER... > sample.json

Each FOLDER holds texts, `gold.json` and perhaps `parallax.csv`. Shared passages are found the
plain way (difflib); what gold does not have stays out.
"""
import csv, difflib, json, os, sys


def utf8(text, i):
    return len(text[:i].encode())


def story(folder):
    gold = json.load(open(os.path.join(folder, "gold.json"), encoding="utf-8"))
    meta = {}
    listing = os.path.join(folder, "parallax.csv")
    if os.path.exists(listing):
        meta = {row["path"]: row for row in csv.DictReader(open(listing, encoding="utf-8"))}
    names = sorted(n for n in os.listdir(folder) if n.endswith(".txt"))
    ids = {n: f"a{i + 1}" for i, n in enumerate(names)}
    text = {n: open(os.path.join(folder, n), encoding="utf-8").read() for n in names}

    def at(m):
        return {"account": ids[m["account"]], "span": m["span"]}

    accounts = []
    for n in names:
        row = meta.get(n, {})
        accounts.append({
            "id": ids[n], "path": n, "source": row.get("source", ""), "title": row.get("title", ""),
            "url": row.get("url", ""), "published": row.get("published", gold.get("published", "")),
            "language": "en", "words": len(text[n].split()), "text": text[n],
            "dropped": [{"span": m["span"], "why": "gold: no part of the article"}
                        for m in gold.get("noise", []) if m["account"] == n]})
    entities = []
    for e in gold["entities"]:
        forms = {}
        for m in e["mentions"]:
            forms.setdefault(m["text"], set()).add(ids[m["account"]])
        entities.append({"id": e["id"], "type": e["type"], "name": e["name"],
                         "names": [{"form": f, "accounts": sorted(a)} for f, a in sorted(forms.items())],
                         "mentions": [dict(at(m), kind="name") for m in e["mentions"]], "why": []})
    reuse = []
    for i, a in enumerate(names):
        for b in names[i + 1:]:
            sm = difflib.SequenceMatcher(None, text[a], text[b], autojunk=False)
            for block in sm.get_matching_blocks():
                if block.size >= 70:
                    reuse.append({"a": {"account": ids[a], "span": [utf8(text[a], block.a), utf8(text[a], block.a + block.size)]},
                                  "b": {"account": ids[b], "span": [utf8(text[b], block.b), utf8(text[b], block.b + block.size)]},
                                  "similarity": 1.0})
    return {
        "id": gold["story"], "title": "", "when": gold.get("published", ""), "accounts": accounts, "entities": entities,
        "quotes": [{"id": q["id"], "speaker": q["speaker"], "why": "gold",
                    "renderings": [{"account": ids[r["account"]], "spans": [r["span"]], "kind": "direct", "cue": None, "source": None}
                                   for r in q["renderings"]]} for q in gold["quotes"]],
        "events": [],
        "statements": [{"id": s["id"], "text": s["support"][0]["text"], "support": [at(m) for m in s["support"]],
                        "origins": len({m["account"] for m in s["support"]}), "events": [], "entities": [], "when": None,
                        "why": "gold"} for s in gold["statements"]],
        "differences": [{"id": d["id"], "kind": d["kind"], "about": d["about"], "subject": None,
                         "positions": [{"value": p["value"], "at": [at(m) for m in p["at"]]} for p in d["positions"]]}
                        for d in gold["differences"]],
        "figures": [{"id": f["id"], "value": float(f["value"]) if "." in str(f["value"]) else int(f["value"]), "unit": f["unit"],
                     "of": f["unit"], "mentions": [at(m) for m in f["mentions"]]} for f in gold["figures"]],
        "timeline": [{"when": t["when"], "mentions": [at(m) for m in t["mentions"]]} for t in gold["timeline"]],
        "reuse": reuse, "origins": [], "wording": [], "checks": []}


json.dump({"format": "parallax.dossier/1", "stories": [story(f) for f in sys.argv[1:]]}, sys.stdout, ensure_ascii=False)
