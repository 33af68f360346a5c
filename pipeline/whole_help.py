"""Help that is shown whole: rich's tables cut a line that has no blank where it could be broken, and Chinese has few."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def show_help_whole() -> None:
    """Let the texts of typer's help go on in the next line wherever a column ends.

    Typer has no setting for it. Should it ever make its texts elsewhere, they are shown as it shows them, and the tests of the help tell.
    """
    from rich.text import Text  # noqa: PLC0415 - start-up: only help needs rich
    from typer import rich_utils  # noqa: PLC0415 - the same

    made = getattr(rich_utils, "_make_rich_text", None)
    if made is None:
        return

    def folded(**given: Any) -> Any:  # noqa: ANN401 - whatever typer gives and takes
        text = made(**given)
        if isinstance(text, Text):
            text.overflow = "fold"
        return text

    rich_utils._make_rich_text = folded  # noqa: SLF001 - see above
