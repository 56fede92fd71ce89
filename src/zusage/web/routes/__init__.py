"""One module per group of pages: which addresses there are, and which page function answers."""
