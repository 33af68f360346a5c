"""The columns of each kind of rows. Their names are those of ``docs/glossary.md``: the English ones are the keys of JSON, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pipeline.messages import Lang
from pipeline.query.words import words
from pipeline.show_labels import Labels, labels

Rows = Literal["documents", "quotas", "funding", "findings"]
Sort = Literal["text", "whole", "figure", "share", "day", "flag"]
"""What a value is: words, a count, a decimal string of any length, 0 to 1, an ISO day, yes or no."""
Value = str | int | float | bool | None
Row = tuple[Value, ...]
Closed = Literal["kinds", "sides", "modalities", "severities", "outcomes", "subjects"]


@dataclass(frozen=True, slots=True)
class Column:
    """``key`` in English, ``header`` in Chinese; ``width`` in characters, for spreadsheets; ``closed`` names the list of its codes."""

    key: str
    header: str
    sort: Sort = "text"
    width: int = 12
    closed: Closed | None = None

    def name(self, lang: Lang) -> str:
        """What stands above it."""
        return self.header if lang == "zh" else self.key


def shown_as(lang: Lang) -> Mapping[Closed, Mapping[str, str]]:
    """The Chinese words for codes; English readers get the codes themselves."""
    if lang == "en":
        return {}
    said = labels(lang)
    return {
        "kinds": {code: word for code, word in said.kinds.items()},  # noqa: C416 - dict() would keep the narrower type of the codes
        "sides": {code: word for code, word in said.sides.items()},  # noqa: C416 - the same
        "modalities": {code: word for code, word in said.modalities.items()},  # noqa: C416 - the same
        "severities": {code: word for code, word in said.severities.items()},  # noqa: C416 - the same
        "outcomes": {code: word for code, word in words(lang).outcomes.items()},  # noqa: C416 - the same
        "subjects": _subjects(said),
    }


def _subjects(said: Labels) -> Mapping[str, str]:
    """What rules call the parts of a document; a party, a clause or a page is called as the paper has it."""
    return {
        "term": said.term, "signing": said.signing, "copies": said.copies, "funding": said.funding, "quota": said.quotas,
        "party": said.parties, "people": "人员", "date": "日期", "liability": said.fields["liability"],
        "supplement": said.fields["supplement"],
    }  # fmt: skip


_WHENCE = (Column("address", "文件", width=40), Column("other_addresses", "同内容的其他文件", width=20))
_DOCUMENT = (
    Column("document_number", "文书序号", "whole", 9),
    Column("title", "标题", width=30),
    Column("kind", "文种", width=8, closed="kinds"),
)
_SIDES = (Column("supporters", "支援方", width=26), Column("recipients", "受援方", width=26))
_WORDS = (Column("words", "原文", width=50), Column("page", "页", "whole", 6))
_LAST = (Column("content", "内容指纹", width=16),)
_SUM = (
    Column("min", "最小", "figure"),
    Column("max", "最大", "figure"),
    Column("approximate", "约数", "flag", 7),
)
_PER = (
    Column("per_count", "频次：每几", "figure", 10),
    Column("per_unit", "频次：单位", width=10),
    Column("for_each", "每个对象", width=10),
)
_NATURE = (Column("modality", "性质", width=8, closed="modalities"), Column("clause", "条款", width=10))

DOCUMENTS = (
    *_WHENCE, Column("outcome", "读取结果", width=10, closed="outcomes"), Column("reason", "原因", width=20), *_DOCUMENT,
    Column("is_template", "空白范本", "flag", 9), Column("dated", "日期", "day"), Column("signed", "签署日期", "day"),
    Column("published", "发布日期", "day"), Column("outlet", "来源"), *_SIDES,
    Column("other_parties", "其他各方", width=20), Column("supporter_regions", "支援地区"), Column("recipient_regions", "受援地区"),
    Column("term_start", "期限起", "day"), Column("term_end", "期限止", "day"),
    Column("copies", "份数", "whole", 7), Column("quotas", "数量指标数", "whole", 10), Column("funding", "资金项数", "whole", 10),
    Column("errors", "错误数", "whole", 8), Column("warnings", "注意数", "whole", 8), Column("notes", "提示数", "whole", 8),
    Column("rules", "发现的规则", width=30), *_WORDS, *_LAST,
)  # fmt: skip
QUOTAS = (
    *_WHENCE, *_DOCUMENT, *_SIDES, Column("number", "序号", "whole", 7), Column("actor", "行为方"), Column("target", "对象"),
    Column("what", "内容"), *_SUM, Column("unit", "量词", width=7), Column("each", "各", "flag", 6), *_PER, *_NATURE, *_WORDS,
    Column("confidence", "可信度", "share", 8), *_LAST,
)  # fmt: skip
FUNDING = (
    *_WHENCE, *_DOCUMENT, *_SIDES, Column("number", "序号", "whole", 7), Column("payer", "出资方"), Column("payee", "受资方"),
    Column("purpose", "用途"), *_SUM, Column("currency", "币种", width=7), *_PER, Column("times", "次数", "figure", 7),
    Column("total_min", "总额最小", "figure"), Column("total_max", "总额最大", "figure"), Column("in_kind", "物资", "flag", 7),
    Column("part_of", "其中", "flag", 7), Column("is_total", "合计", "flag", 7), *_NATURE, *_WORDS,
    Column("confidence", "可信度", "share", 8), *_LAST,
)  # fmt: skip
FINDINGS = (
    *_WHENCE, *_DOCUMENT, *_SIDES, Column("number", "序号", "whole", 7), Column("severity", "严重程度", width=9, closed="severities"),
    Column("rule", "规则", width=24), Column("subject", "对象", closed="subjects"), Column("message", "发现", width=50), *_WORDS,
    Column("fingerprint", "指纹", width=18), *_LAST,
)  # fmt: skip
COLUMNS: Mapping[Rows, tuple[Column, ...]] = {"documents": DOCUMENTS, "quotas": QUOTAS, "funding": FUNDING, "findings": FINDINGS}
