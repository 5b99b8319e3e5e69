# exit: 2
# stderr: there is no option --colour-of-the-sky \(see --help\)$
# stderr: there is no option -z \(see --help\)$
# stderr: --man takes no value$
parallax help --colour-of-the-sky
parallax help -z
parallax help --man=x
