# One broken byte in a UTF-8 report: the rest is read as UTF-8, spans count in valid UTF-8.
# needs: dossier
printf 'The ferry caf\303\251 was closed on Monday, the harbour office said.\nNobody was hurt \377 in the caf\303\251.\n' >in.txt
parallax dossier -f json -o out.json in.txt 2>messages
code=$?
[ $code -le 1 ] || cat messages >&2
python3 - <<'PYTHON'
import json
a = json.load(open("out.json", encoding="utf-8"))["stories"][0]["accounts"][0]
print(a["text"].count("caf\u00e9"), len(a["text"].encode()) > 80)
PYTHON
