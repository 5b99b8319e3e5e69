# Bad lines are named with their place, the others are done.
# needs: near
# exit: 1
# stderr: parallax near: none.jsonl: No such file
# stderr: parallax near: in.jsonl: line 2, byte [0-9]+: bad JSON
printf '%s\n' '{"id":1,"text":"One and two and three and four."}' '{"id"' '' '{"id":2,"text":"ONE and two, and three and four!"}' '{"id":3,"text":""}' >in.jsonl
parallax near none.jsonl in.jsonl
