# needs: dossier
set -o pipefail
parallax dossier -f json "$SRC"/test/cli/data | head -c 10 >/dev/null
echo $?
