# A page and its AMP and print versions are one account, whichever is named first; one text at two outlets is two.
# needs: dossier
# stderr: parallax dossier: b.html: another version of a.html
# stderr: parallax dossier: c.html: another version of a.html
python3 - <<'P'
def page(url):
    return (f"<html lang=en><head><title>Ferry aground</title><link rel=canonical href={url}></head><body><h1>Ferry runs "
            "aground off Westhaven</h1><p>The ferry Aurelia ran aground off Westhaven on Tuesday with 112 people on board, "
            "the harbour office said.</p><p>Two sailors were hurt, Captain Ida Moor told reporters on the quay.</p></body>")
for name, url in {"a": "https://courier.example/sea/ferry", "b": "https://amp.courier.example/sea/ferry.amp",
                  "c": "https://courier.example/sea/ferry/print", "d": "https://herald.example/sea/ferry"}.items():
    open(name + ".html", "w").write(page(url))
P
parallax dossier -f json -o one.json a.html b.html c.html d.html 2>/dev/null
parallax dossier -f json -o two.json d.html c.html b.html a.html
cmp one.json two.json && echo the same
python3 -c 'import json; print(sorted(a["path"] for s in json.load(open("one.json"))["stories"] for a in s["accounts"]))'
