# A run that was cut short goes on where it ended, in the middle of a line; versions of a page are named, not kept; what
# gave nothing is named and counted.
# needs: extract
# exit: 1
# stderr: parallax extract: in/empty.html: no article was found
# stderr: parallax extract: in/picture.jpg: skipped: binary data
# stderr: parallax extract: in/z07-amp.html: another version of in/07.html
# stderr: parallax extract: 12 read, 1 empty, 0 failed, 1 skipped, 1 other versions of pages
# stderr: parallax extract: in/z07-amp.html: another version of in/07.html
# stderr: parallax extract: [0-9]+ read, 1 empty, 0 failed, 1 skipped, 1 other versions of pages, [0-9]+ there already
# stderr: parallax extract: 0 read, 1 empty, 0 failed, 1 skipped, 1 other versions of pages, 12 there already
# stderr: parallax extract: --resume needs --output and JSON
python3 - <<'P'
import os
os.mkdir("in")
def page(i, more=""):
    return (f"<html lang=en><head><title>Boat {i} is late</title><link rel=canonical "
            f"href=https://courier.example/boats/{i}></head><body><h1>Boat {i} is late in Westhaven</h1>"
            f"<p>The boat number {i} came in late on Tuesday with {i * 7 + 20} people on board, the harbour office said.</p>"
            f"<p>Its captain told reporters on the quay that engine {i} had stopped twice in the fog.</p>{more}</body></html>")
for i in range(12):
    open(f"in/{i:02}.html", "w").write(page(i))
open("in/z07-amp.html", "w").write(page(7, "<p>Share</p>").replace("boats/7", "boats/7/amp"))
open("in/empty.html", "w").write("<html><body></body></html>")
open("in/picture.jpg", "wb").write(b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xdb\0C\0\1\2\3\4\5")
P
parallax extract -j 1 -o all.jsonl in
head -c $(($(wc -c <all.jsonl) / 2)) all.jsonl >cut.jsonl
parallax extract -j 2 --resume -o cut.jsonl in
cmp all.jsonl cut.jsonl && echo the same
parallax extract -j 1 --resume -o cut.jsonl in
cmp all.jsonl cut.jsonl && echo nothing was added
parallax extract --resume in
wc -l <all.jsonl
python3 -c 'import json; [json.loads(l) for l in open("cut.jsonl")]'
exit 1
