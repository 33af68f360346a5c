"""Ask a store: what ``jiedui query`` prints."""
