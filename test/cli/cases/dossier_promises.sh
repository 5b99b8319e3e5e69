# The dossier keeps its schema; its ids, references and spans lead somewhere.
# needs: dossier
parallax dossier -f json -o ferry.json "$SRC"/test/cli/data && "$SRC"/test/cli/check_output dossier ferry.json
for gold in "$SRC"/examples/*/gold.json "$SHARED"/accounts/*/gold.json; do
    [ -f "$gold" ] || continue
    parallax dossier -f json -o out.json "${gold%/*}"/*.txt || echo "exit code $?"
    "$SRC"/test/cli/check_output dossier out.json
done
