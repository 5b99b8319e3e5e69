# exit: 4
# stderr: ^parallax: standard output: No space left on device$
parallax --help >/dev/full
