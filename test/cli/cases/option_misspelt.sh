# exit: 2
# stderr: ^parallax help: there is no option --mna; did you mean --man\?$
parallax help --mna
