# exit: 2
# stderr: ^usage: parallax VERB
# stderr: ^Exit codes:
parallax
