"""The only package that touches files, terminals and the network."""
