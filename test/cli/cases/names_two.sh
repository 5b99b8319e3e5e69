# needs: names
parallax names "Vitaly Orlov" "Vitaliy Orlov" | awk '{ print ($1 >= 0.5 ? "one" : "two") }'
parallax names "Ana Keller" "Piet Maas" | awk '{ print ($1 >= 0.5 ? "one" : "two") }'
printf 'Ana Keller\tAna Keller\t1\tx\nAna Keller\tPiet Maas\t0\ty\n' >pairs.tsv
parallax names --pairs pairs.tsv | awk -F'\t' '{ print NF, ($NF >= 0.5 ? "one" : "two") }'
