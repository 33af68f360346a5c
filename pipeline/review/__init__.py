"""People check records: what they decide, what stands then, and the page where they do it."""
