# JSON Lines in, a line out for each that has a text, in order; what is no JSON is named with its byte position.
# needs: annotate
# exit: 1
# stderr: in\.jsonl.*byte [1-9]
cat >in.jsonl <<'LINES'
{"id": "x1", "title": "Ferry aground", "text": "The ferry ran aground on Monday.", "source": "The Courier", "date": "2021-03-03"}
{"id": "x2", "text": "Forty-one people were rescued on Wednesday, the harbour office said."}
{"id": "x3", "text": broken
{"id": "x4", "text": "Two were hurt."}
LINES
parallax annotate -j 2 in.jsonl >out.jsonl
code=$?
python3 - <<'PYTHON'
import json
for line in open("out.jsonl"):
    a = json.loads(line)
    print(a["path"], a["source"], a["title"], a["published"], [t["value"] for t in a["times"] if a["published"]])
PYTHON
exit $code
