# heavy
# needs: dossier
# needs-shared
for story in "$SHARED"/accounts/*/; do
    cp -r "$story" in
    rm -f in/gold.json
    parallax dossier -f json -o plain.json in
    (cd in && parallax dossier -f json -o ../listed.json $(ls -r *.txt))
    for seed in 1 2 3; do
        parallax dossier -f json -o shuffled.json $(ls in/*.txt | shuf --random-source=<(yes $seed)) || echo "exit code $?"
        cmp plain.json shuffled.json
    done
    taskset -c 0 parallax dossier -f json -o single.json in
    cmp plain.json single.json
    rm -rf in
done
