# One bad path does not keep the others from being read.
# needs: dossier
# exit: 1
# stderr: nowhere\.txt: .*[Nn]o such file
cp "$SRC"/test/cli/data/ferry-*.txt .
parallax dossier -f json -o out.json nowhere.txt ferry-1.txt ferry-2.txt
code=$?
python3 -c 'import json; s = json.load(open("out.json"))["stories"]; print(sum(len(x["accounts"]) for x in s))'
exit $code
