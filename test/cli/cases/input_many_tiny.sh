# heavy
# Many files of a few bytes: nothing is kept of each but what the dossier needs.
# needs: dossier
python3 - <<'PYTHON'
import os
for i in range(5):
    os.makedirs(f"in/{i}")
    for k in range(1000):
        open(f"in/{i}/{k}.txt", "w").write(f"Item {i * 1000 + k}.\n")
PYTHON
ulimit -v 8000000
timeout 200 parallax dossier -f json -o out.json in 2>messages
code=$?
[ $code -le 3 ] && [ $code != 2 ] || { echo "exit code $code"; tail -5 messages; }
