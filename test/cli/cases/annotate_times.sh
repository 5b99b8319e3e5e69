# One object a line for each account, in the order of the input, the same for any number of threads; --published dates
# what does not say when it is from.
# needs: annotate
cp "$SRC"/test/cli/data/ferry-*.txt .
printf 'The harbour opened again on Tuesday. Some 250 people paid $5 to $10 a day.\n' >undated.txt
parallax annotate --rules -j 1 --published 2021-03-05 --source Harbour ferry-1.txt undated.txt >one.jsonl
parallax annotate --rules -j 4 --published 2021-03-05 --source Harbour ferry-1.txt undated.txt >four.jsonl
cmp one.jsonl four.jsonl
python3 - <<'PYTHON'
import json
for line in open("one.jsonl", encoding="utf-8"):
    record = json.loads(line)
    text = record["text"].encode()
    print(record["path"], record["source"], record["published"])
    for key in ("times", "figures"):
        for item in record[key]:
            print("  ", text[slice(*item["span"])].decode(), "|", item["value"], item.get("unit"))
PYTHON
