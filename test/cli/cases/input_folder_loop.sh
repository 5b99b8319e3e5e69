# A link to a folder above is not followed, nor one to /proc; a link to nowhere is a failure; a pipe is no file.
# needs: dossier
# exit: 1
# stderr: in/dangling: .*no such file
# stderr: in/deeper/again: skipped: a link to a folder
# stderr: in/deeper/proc: skipped: a link to a folder
# stderr: in/pipe: skipped
mkdir -p in/deeper
cp "$SRC"/test/cli/data/ferry-1.txt in/deeper/
ln -s .. in/deeper/again
ln -s /proc/self in/deeper/proc
ln -s nowhere in/dangling
ln -s deeper/ferry-1.txt in/link.txt
mkfifo in/pipe
timeout 60 parallax dossier -f json -o out.json in
code=$?
python3 -c 'import json; print([a["path"] for s in json.load(open("out.json"))["stories"] for a in s["accounts"]])'
exit $code
