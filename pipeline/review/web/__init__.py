"""The page where people review records, and the server on this machine that hands it out."""
