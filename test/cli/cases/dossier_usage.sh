# needs: dossier
# exit: 2
# stderr: parallax dossier: 
# stderr: -o needs a value
# stderr: no option --formt; did you mean --format\?
# stderr: parallax dossier: 
parallax dossier
parallax dossier -o
parallax dossier --formt json
parallax dossier -f nonsense "$SRC"/test/cli/data
