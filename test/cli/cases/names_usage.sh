# needs: names
# exit: 2
# stderr: parallax names: 
parallax names "One Name"
