parallax help help
parallax help --help | cmp - <(parallax help help)
