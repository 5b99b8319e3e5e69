# needs: dossier
# exit: 3
# stderr: ^parallax dossier: .*nowhere\.txt: .*[Nn]o such file
parallax dossier -f json nowhere.txt
