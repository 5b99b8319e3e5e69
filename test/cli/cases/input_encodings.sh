# The same report in four encodings gives the same text; broken UTF-8 is read, and what could not be decoded is marked.
# needs: dossier
python3 - <<'PYTHON'
import os
text = open(os.environ["SRC"] + "/test/cli/data/ferry-1.txt", encoding="utf-8").read()
open("utf8.txt", "wb").write(text.encode())
open("bom.txt", "wb").write(b"\xef\xbb\xbf" + text.encode())
open("latin.txt", "wb").write(text.encode("cp1252"))
open("utf16.txt", "wb").write(text.encode("utf-16"))
PYTHON
for name in utf8 bom latin utf16; do
    parallax dossier -f json -o "$name.json" "$name.txt" || echo "$name: exit code $?"
    python3 - "$name" <<'PYTHON'
import json, sys
texts = [a["text"] for s in json.load(open(sys.argv[1] + ".json"))["stories"] for a in s["accounts"]]
open(sys.argv[1] + ".text", "w", encoding="utf-8").write("".join(texts).replace("\r\n", "\n").strip())
PYTHON
    cmp utf8.text "$name.text"
done
