parallax --version | grep -cE '^parallax [0-9]+\.[0-9]+\.[0-9]+$'
