"""What jiedui knows of a document: frozen records, and nothing that computes."""
