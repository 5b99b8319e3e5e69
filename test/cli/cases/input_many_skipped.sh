# Of many files that hold no account a few are named, the rest counted; gold.json belongs beside the accounts.
# needs: dossier
# stderr: note1\.json: skipped: a JSON value without "text"
# stderr: note3\.json: skipped
# stderr: 2 more skipped: a JSON value without "text"
mkdir in
cp "$SRC"/test/cli/data/ferry-1.txt in/
for i in 1 2 3 4 5; do echo '{"note": 1}' >in/note$i.json; done
echo '{"statements": []}' >in/gold.json
parallax dossier -f json -o out.json in
python3 -c 'import json; s = json.load(open("out.json"))["stories"]; print([a["path"] for x in s for a in x["accounts"]])'
