# needs: dossier
# exit: 1
# stderr: empty\.txt: 
# stderr: blank\.txt: 
: >empty.txt
printf ' \n\t\n' >blank.txt
cp "$SRC"/test/cli/data/ferry-1.txt .
parallax dossier -f json -o out.json empty.txt blank.txt ferry-1.txt
