# heavy
# One line of 100 MB: read, or refused with its name and why; the report beside it is read.
# needs: dossier
mkdir in
cp "$SRC"/test/cli/data/ferry-1.txt in/
python3 -c 'import sys; [sys.stdout.write("The ferry sank on Monday. " * 40000) for _ in range(100)]' >in/long.txt
timeout 200 parallax dossier -f json -o out.json in 2>messages
code=$?
[ $code -le 1 ] || { echo "exit code $code"; tail -5 messages; }
[ $code = 0 ] || grep -q 'long\.txt' messages || cat messages
python3 -c 'import json; print(any(a["path"].endswith("ferry-1.txt") for s in json.load(open("out.json"))["stories"] for a in s["accounts"]))'
