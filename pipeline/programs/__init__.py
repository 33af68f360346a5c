"""Programs of the machine that read what we do not: where they are, and how they are run without trust."""
