# The page: one file that asks the network for nothing, holds the accounts' words, and is the same in any order.
# needs: dossier
cp "$SRC"/test/cli/data/ferry-*.txt .
parallax dossier -f html -o plain.html ferry-1.txt ferry-2.txt ferry-3.txt 2>messages || {
    grep -q 'without the page' messages && echo "built without the page" && exit 77
    cat messages >&2
}
parallax dossier -f html -o other.html -j 1 ferry-3.txt ferry-1.txt ferry-2.txt
cmp plain.html other.html && echo same
grep -c 'Nobody can steer safely after nineteen hours' plain.html | sed 's/[1-9][0-9]*/holds the words/'
grep -oE '(src|href)="https?://[^"]*"' plain.html | head -3
printf '</script><script>alert(1)</script> was said on Monday by Ana Keller.\n' >hostile.txt
parallax dossier -f html -o hostile.html hostile.txt
grep -c '<script>alert' hostile.html
true
