"""Files are read in child processes, so that a hostile one can take nothing with it but its own record."""
