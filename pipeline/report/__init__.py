"""The report of a run: what was found, for people and for programs."""
