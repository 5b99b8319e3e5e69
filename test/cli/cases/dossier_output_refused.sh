# A folder that is not there is named before any work is lost.
# needs: dossier
# exit: 4
# stderr: no/such/folder/out\.json
parallax dossier -f json -o no/such/folder/out.json "$SRC"/test/cli/data
