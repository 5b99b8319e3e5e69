# Bad lines are named with their place, the others are done.
# needs: stories
# exit: 1
# stderr: parallax stories: none.jsonl: No such file
# stderr: parallax stories: in.jsonl: line 2, byte 1: bad JSON
# stderr: parallax stories: in.jsonl: line 3, byte 0: no "id"
printf '%s\n' '{"id":"a","text":"One day in Carrick."}' '{x' '{"text":"no id"}' '' '{"id":7,"title":"Only a title"}' >in.jsonl
parallax stories in.jsonl none.jsonl
