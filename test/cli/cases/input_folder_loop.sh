# A link to a folder above ends nowhere; each file is read once.
# needs: dossier
mkdir -p in/deeper
cp "$SRC"/test/cli/data/ferry-1.txt in/deeper/
ln -s .. in/deeper/again
ln -s /proc/self in/deeper/proc
ln -s nowhere in/dangling
mkfifo in/pipe
timeout 60 parallax dossier -f json -o out.json in 2>messages
code=$?
[ $code -le 1 ] || { echo "exit code $code"; cat messages; }
python3 -c 'import json; print([a["path"] for s in json.load(open("out.json"))["stories"] for a in s["accounts"]])'
