"""``jiedui serve``: jobs of ``jiedui.toml`` that run when their time comes."""
