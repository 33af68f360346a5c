"""The tables of units and currencies in docs/values*.md: ``python -m tests.repo.value_tables`` writes them anew from the lexicons."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractors.values.words import currencies, units
from tests.repo.tracked import ROOT

PAGES = [ROOT / "docs" / name for name in ("values.md", "values.zh-CN.md")]
_UNITS, _CODES = (
    re.compile(rf"(?<=^<!-- table: {name} -->\n).*?(?=^<!-- end -->$)", re.MULTILINE | re.DOTALL) for name in ("units", "codes")
)


def table(entries: Mapping[str, str]) -> str:
    """A row for each value with all its words."""
    words: dict[str, list[str]] = {}
    for word, value in entries.items():
        words.setdefault(value, []).append(word)
    return "| | |\n| --- | --- |\n" + "".join(f"| `{value}` | {'、'.join(words[value])} |\n" for value in sorted(words))


def with_tables(page: str) -> str:
    """The page with its tables as the lexicons have them."""
    page = _UNITS.sub(lambda _: table(units().entries), page, count=1)
    return _CODES.sub(lambda _: table(currencies().entries), page, count=1)


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(with_tables(path.read_text(encoding="utf-8")), encoding="utf-8")
