# A date that the text does not say: from parallax.csv, or from --published; the file's own list goes first.
# needs: annotate
printf 'The ferry ran aground on Monday.\n' >a.txt
cp a.txt b.txt
printf 'path,source,published,url,title\na.txt,The Courier,2021-03-03,,"Aground, again"\n' >parallax.csv
parallax annotate --published 2022-06-01 --source Elsewhere a.txt b.txt >out.jsonl
python3 - <<'PYTHON'
import json
for line in open("out.jsonl"):
    a = json.loads(line)
    print(a["path"], a["source"], a["title"], a["published"], [t["value"] for t in a["times"]])
PYTHON
