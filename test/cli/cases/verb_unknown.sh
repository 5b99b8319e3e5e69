# exit: 2
# stderr: ^parallax: there is no verb 'reconcile' \(parallax --help lists all\)$
parallax reconcile
