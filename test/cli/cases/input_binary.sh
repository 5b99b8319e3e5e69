# A program file and random bytes in a folder are skipped with a word; named, they are a failure.
# needs: dossier
# exit: 1
# stderr: noise\.txt: skipped: binary
# stderr: program: skipped: binary
# stderr: program: .*binary
mkdir in
cp "$SRC"/test/cli/data/ferry-1.txt in/
head -c 100000 "$(readlink -f "$(command -v parallax)")" >in/program
python3 -c 'import random, sys; random.seed(1); sys.stdout.buffer.write(random.randbytes(50000))' >in/noise.txt
parallax dossier -f json -o out.json in || echo "exit code $?"
python3 -c 'import json; s = json.load(open("out.json"))["stories"]; print([a["path"] for x in s for a in x["accounts"]])'
parallax dossier -f json -o out.json in/program in/ferry-1.txt
