"""``jiedui check``, ``jiedui rules`` and ``jiedui rule``: how people meet the rules."""
