# The same bytes come out in whatever order the files are named, whatever the number of cores.
# threads
# needs: dossier
cp "$SRC"/test/cli/data/ferry-*.txt .
parallax dossier -f json -o plain.json ferry-1.txt ferry-2.txt ferry-3.txt
parallax dossier -f json -o other.json ferry-3.txt ferry-1.txt ferry-2.txt
parallax dossier -f json ferry-2.txt ferry-3.txt ferry-1.txt >third.json
taskset -c 0 parallax dossier -f json -o single.json ferry-2.txt ferry-3.txt ferry-1.txt
parallax dossier -f md,csv,term -o one ferry-1.txt ferry-2.txt ferry-3.txt
taskset -c 0 parallax dossier -f md,csv,term -o two ferry-3.txt ferry-1.txt ferry-2.txt
cmp plain.json other.json && cmp plain.json third.json && cmp plain.json single.json && diff -r one two && echo same
