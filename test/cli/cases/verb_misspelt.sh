# exit: 2
# stderr: ^parallax: there is no verb 'hlep'; did you mean 'help'\?
parallax hlep
