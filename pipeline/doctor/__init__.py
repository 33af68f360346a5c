"""``jiedui doctor``: what this machine has, what each part unlocks, and how to get what is missing."""
