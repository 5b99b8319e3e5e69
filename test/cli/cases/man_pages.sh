# Every verb's page is one that man's formatter takes without a warning.
for verb in parallax $(parallax --help | sed -n '/^Verbs:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    parallax help --man "$verb" >page || echo "no page for $verb"
    grep -q '^\.TH PARALLAX' page || echo "no title in the page of $verb"
    parallax help "$verb" | awk -v verb="$verb" 'length($0) > 90 { print verb ": a line of help is too long: " $0 }'
    if command -v groff >/dev/null; then groff -K utf8 -T utf8 -man -ww page 2>&1 >/dev/null; fi
done
