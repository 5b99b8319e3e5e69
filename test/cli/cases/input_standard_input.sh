# needs: dossier
parallax dossier -f json - <"$SRC/test/cli/data/ferry-1.txt" |
    python3 -c 'import json, sys; s = json.load(sys.stdin)["stories"]; print(len(s), s[0]["accounts"][0]["path"])'
