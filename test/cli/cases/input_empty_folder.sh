# needs: dossier
# exit: 3
# stderr: folder: 
mkdir folder
parallax dossier -f json folder
