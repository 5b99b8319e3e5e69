# Half a million open elements: read or refused, in bounded time, never a crash.
# needs: dossier
python3 - <<'PYTHON'
open("deep.html", "w").write("<html><body>" + "<div>" * 500000 + "<p>The ferry sank on Monday, the harbour office said."
                             " Forty people were rescued by a passing trawler.</p>")
open("attributes.html", "w").write("<p " + " ".join(f"a{i}='{i}'" for i in range(200000)) + ">The ferry sank.</p>")
open("open.html", "w").write("<" * 500000 + "<!--" * 100000 + "<script>" * 1000)
PYTHON
for page in deep attributes open; do
    timeout 60 parallax dossier -f json -o out.json "$page.html" 2>messages
    code=$?
    case $code in 0 | 1 | 3) ;; *) echo "$page: exit code $code"; cat messages ;; esac
done
