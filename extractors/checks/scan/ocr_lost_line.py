"""Lines are seen on a scanned page and could not be read.

缺陷
    扫描件或照片上看得见一行字的位置，却没有读出字来；记录的 `text` 里没有这一行。

为什么要紧
    没有读出的可能正是一项条款、一笔金额或一处签名；“没有写”的发现（`missing-*`）也许只是没有读到，这时会一并说明。

怎么办
    打开原件，看所指那一行之后写着什么；有电子版的，用电子版；没有的，以 300 dpi 重新扫描，红章和手写不要压住文字。

什么时候不报
    看得见的行都读了出来，哪怕没有把握（那是 `ocr-low-confidence`）；没有读出的行不在任何文书之内。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.checks.page_findings import MOST_QUOTED, is_inside, page_finding, seen, shortened
from extractors.checks.rule import PageRule
from extractors.readers.source_text import LostLine, SourceText
from extractors.text.normal import source_span
from schemas.finding import Finding
from schemas.span import Extent, Span

_SLUG = "ocr-lost-line"


def check(source: SourceText, extents: Sequence[Extent]) -> Iterator[Finding]:
    """One finding for each page with lost lines."""
    for page, group in groupby((line for line in source.lost if is_inside(line.at, extents)), key=lambda line: line.page):
        own = tuple(group)
        before = [span for line in own if (span := _before(source, line)) is not None]
        where = f"，在{'、'.join(f'“{shortened(span.text)}”' for span in before[:MOST_QUOTED])}之后" if before else ""
        yield page_finding(_SLUG, page, f"第{page}页有{len(own)}行看得见、没有读出{where}，请对照原件", tuple(before))


def _before(source: SourceText, lost: LostLine) -> Span | None:
    """The line that stands before a lost one on its page."""
    page = next(page for page in source.pages if page.number == lost.page)
    above = source.text[page.start : lost.at].rstrip()
    if not above.strip():
        return None
    start = page.start + above.rfind("\n") + 1
    return source_span(source, start, page.start + len(above))


RULE = PageRule(
    slug=_SLUG,
    title="有行没有读出",
    severity="warning",
    check=check,
    bad=(
        seen("0.98  六、本协议一式三份，双方各执一份。\n----\n0.97  甲方（盖章）：清泉市第一小学"),
        seen("----\n0.96  结对帮扶协议书\n----"),
    ),
    good=(
        seen("0.98  六、本协议一式三份，双方各执一份。\n0.97  甲方（盖章）：清泉市第一小学"),
        seen("0.41  代表签字：陆远航"),
        seen("0.96  甲方：————（盖章）"),
    ),
)
