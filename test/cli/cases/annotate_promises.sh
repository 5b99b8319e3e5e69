# threads
# needs: annotate
cp -r "$SRC"/test/cli/data in
parallax annotate in/*.txt >out.jsonl && "$SRC"/test/cli/check_output annotate out.jsonl
python3 - <<'PYTHON'
import json
print([json.loads(line)["path"] for line in open("out.jsonl")])
PYTHON
for gold in "$SHARED"/accounts/*/gold.json; do
    [ -f "$gold" ] || continue
    parallax annotate "${gold%/*}"/*.txt >out.jsonl || echo "exit code $?"
    "$SRC"/test/cli/check_output annotate out.jsonl
done
