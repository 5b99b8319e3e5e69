# What is there and no file is written to, and stays what it is.
# needs: dossier
mkfifo pipe
cat pipe >got &
parallax dossier -f json -o pipe "$SRC"/test/cli/data
wait
parallax dossier -f json "$SRC"/test/cli/data | cmp - got && echo the same
test -p pipe && echo still a pipe
