"""Who is named: organisations, roles, places and people."""
