# A program file and random bytes are named as no text; the report beside them is read.
# needs: dossier
# exit: 1
# stderr: noise\.txt: 
# stderr: program: 
mkdir in
cp "$SRC"/test/cli/data/ferry-1.txt in/
cp "$(readlink -f "$(command -v parallax)")" in/whole
head -c 100000 in/whole >in/program
rm in/whole
python3 -c 'import random, sys; random.seed(1); sys.stdout.buffer.write(random.randbytes(50000))' >in/noise.txt
parallax dossier -f json -o out.json in
code=$?
python3 -c 'import json; s = json.load(open("out.json"))["stories"]; print([a["path"][-11:] for x in s for a in x["accounts"]])'
exit $code
