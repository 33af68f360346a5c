"""``python -m pipeline`` is ``jiedui`` from the checkout, whatever is installed."""

from __future__ import annotations

from pipeline.cli import main

if __name__ == "__main__":
    main()
