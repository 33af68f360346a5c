"""Values as cells of tables: nothing from a document is obeyed by a spreadsheet, and no figure is changed by one."""

from __future__ import annotations

import re
from datetime import date

from pipeline.export.columns import Closed, Column, Value, shown_as
from pipeline.messages import Lang

LONGEST = 32_767
"""UTF-16 units in a cell of Excel (its specifications and limits)."""
_CUT = {"zh": "…（已截断）", "en": "… (cut off)"}
_BLANK = r"[\s\x00-\x20\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\u3000\ufeff]*"
# as OWASP's page "CSV Injection" lists them, and their full-width forms, which some spreadsheets fold
_FORMULA = re.compile(rf"[\t\r\n]|{_BLANK}[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_EXACT = 15
"""Significant digits that a spreadsheet's numbers keep (IEEE 754 double)."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""


class Cells:
    """What stands in the cells, in a language."""

    def __init__(self, lang: Lang) -> None:
        """The words of a language."""
        self.lang = lang
        self._closed = shown_as(lang)
        self._flags = {True: "是", False: "否"} if lang == "zh" else {True: "true", False: "false"}

    def word(self, column: Column, value: Value) -> Value:
        """The value with the language's word in place of a code."""
        closed: Closed | None = column.closed
        return value if closed is None or value is None else self._closed.get(closed, {}).get(str(value), value)

    def text(self, column: Column, value: Value) -> str:
        """The value as words."""
        if value is None:
            return ""
        return self._flags[value] if isinstance(value, bool) else str(self.word(column, value))

    def cut(self, text: str, longest: int = LONGEST) -> str:
        """The text as far as a cell holds it, with a mark where it goes on."""
        if len(text) * 2 <= longest or _units(text) <= longest:
            return text
        mark = _CUT[self.lang]
        kept = text.encode("utf-16-le", "surrogatepass")[: (longest - len(mark)) * 2].decode("utf-16-le", "ignore")
        return kept + mark


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula; a number stays one."""
    return "'" + text if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def exact(figure: str) -> int | float | None:
    """The figure as a spreadsheet's number, None where it would not be the same."""
    if not _NUMBER.fullmatch(figure):
        return None
    whole, _, rest = figure.removeprefix("-").partition(".")
    if len(whole.lstrip("0")) + len(rest) > _EXACT:
        return None
    return float(figure) if rest.strip("0") else int(figure.partition(".")[0])


def day(text: str) -> date | None:
    """The day, None where a spreadsheet has none such."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if found >= _FIRST_DAY else None


def legible(text: str) -> str:
    """The text without what XML cannot hold; lines end as they do in cells."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
