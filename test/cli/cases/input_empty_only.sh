# needs: dossier
# exit: 3
# stderr: empty\.txt: 
: >empty.txt
parallax dossier -f json empty.txt
