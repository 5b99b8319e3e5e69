# needs: annotate
# exit: 3
# stderr: no option --publish; did you mean --published\?
# stderr: --jobs: '0' is not a whole number from 1 to 1024
# stderr: nowhere\.txt: .*[Nn]o such file
parallax annotate --publish 2021-03-05 .
parallax annotate --jobs 0 .
parallax annotate --rules nowhere.txt
