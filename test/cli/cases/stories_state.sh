# Stories in one run, in two with a state between, on one thread, and after an interrupted run.
# needs: stories
python3 - <<'P'
import json
places = ["Carrick", "Wexham", "Ellery", "Ostrow", "Lindby", "Marl", "Tarn"]
for i in range(210):
    e = i * 13 % 30
    text = f"A fire broke out in {places[e % 7]} near Lake{e} on March {e % 28 + 1}. " + " ".join(
        f"Witness{e} saw number {e * 37 + k} and word{(i * 7 + k) % 50}." for k in range(12))
    print(json.dumps({"id": f"n{i}" if i % 2 else i, "text": text, "date": f"2031-03-{e % 28 + 1:02}"}),
          file=open("one.jsonl" if i < 100 else "two.jsonl", "a"))
P
parallax stories one.jsonl two.jsonl >all
parallax stories -j 1 one.jsonl two.jsonl | cmp - all && echo threads
parallax stories --state s one.jsonl >first
parallax stories --state s --changes changes two.jsonl | cmp - <(tail -n 110 all) && echo continued
head -n 3 all
head -c 3000 s >cut && parallax stories --state cut two.jsonl
echo $?
# stderr: parallax stories: cut: byte [0-9]+: the state is damaged
