# One broken byte in a UTF-8 report: the rest is read as UTF-8, spans count in valid UTF-8.
# needs: dossier
python3 - <<'PYTHON'
text = "“The café ‘Zoë’ was closed on Monday,” the harbour’s office said. Nobody was hurt in the café — not one.\n"
open("in.txt", "wb").write(text.encode() * 3 + b"Broken: \xff.\n")
PYTHON
parallax dossier -f json -o out.json in.txt
python3 - <<'PYTHON'
import json
a = json.load(open("out.json", encoding="utf-8"))["stories"][0]["accounts"][0]
print(a["text"].count("caf\u00e9"), a["text"].count("Broken: "))
PYTHON
