"""Lines of a scanned page were read, and the engine is not sure of them.

缺陷
    扫描件或照片上的某些行认了出来，识别程序却没有把握（把握低于 0.75，满分为 1），认出的字可能是错的。

为什么要紧
    一个认错的数字或名字，会变成错误的数量、金额或当事方；记录里每处原文的把握写在 `confidence` 里。

怎么办
    对照原件核对这几行；有电子版的，用电子版；没有的，以 300 dpi 重新扫描，放正、压平、不要拍照。

什么时候不报
    文件有文字层，不是识别出来的；没有把握的行是页眉页脚，或不在任何文书之内。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extractors.checks.page_findings import MOST_QUOTED, is_inside, page_finding, seen, shortened
from extractors.checks.rule import PageRule
from extractors.readers.source_text import SourceText
from extractors.text.normal import source_span
from schemas.finding import Finding
from schemas.span import Extent

_SLUG = "ocr-low-confidence"
_LOW = 0.75


def check(source: SourceText, extents: Sequence[Extent]) -> Iterator[Finding]:
    """One finding for each page with doubtful lines."""
    apart = [(piece.start, piece.end) for piece in source.furniture]
    doubtful = [
        source_span(source, line.start, line.end)
        for line in source.lines
        if line.confidence < _LOW and is_inside(line.start, extents) and not any(start <= line.start < end for start, end in apart)
    ]
    for page, group in groupby(doubtful, key=lambda span: span.page or 0):
        own = tuple(group)
        told = "、".join(f"“{shortened(span.text)}”（{span.confidence:.2f}）" for span in own[:MOST_QUOTED])
        more = "等" if len(own) > MOST_QUOTED else ""
        yield page_finding(_SLUG, page, f"第{page}页有{len(own)}行文字识别得没有把握：{told}{more}，请对照原件", own)


RULE = PageRule(
    slug=_SLUG,
    title="识别得没有把握",
    severity="warning",
    check=check,
    bad=(
        seen("0.97  三、甲方每年资助乙方帮扶经费\n0.61  人民币50000元（大写：伍万元整）。"),
        seen("0.99  甲方（盖章）：清泉市第一小学\n0.52  代表签字：陆远航\n0.70  2024年8月26日"),
    ),
    good=(
        seen("0.99  三、甲方每年资助乙方帮扶经费\n0.93  人民币50000元（大写：伍万元整）。"),
        seen("0.76  代表签字：陆远航"),
        seen("0.98  甲方（盖章）：清泉市第一小学\n----\n0.95  2024年8月26日"),
    ),
)
