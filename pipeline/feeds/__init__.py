"""Bureau news: sources, what is new on them, and how they fare."""
