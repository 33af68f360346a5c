"""One kind of fact read in each file; none knows of the others."""
