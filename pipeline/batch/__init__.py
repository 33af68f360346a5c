"""An archive at a time: what is in it, what of that is new, reading it in batches, and what became of each file."""
