"""Facts in one line each, so that a table of them reads like a list of what a paper says.

A quota is ``quote | amount unit | what | per | actor→target | marks``, a sum ``quote | amount | per | payer→payee | purpose | marks``.
Amounts: 3, 2-3, 2+ (at least), -6 (at most), >600, ~40+ (40余). ``-`` stands for nothing, ``*`` for what the annotation guide leaves
open, 或 between values of which it takes each. Marks: each, part_of, in_kind, is_total, and a modality that is not the paper's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

import pytest

from extractors.read import read_text
from schemas.agreement import Document, Funding, Quota
from schemas.values import Amount, Money, Rate

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

_MODALITY = {"agreement": "duty", "plan": "plan", "notice": "plan", "summary": "result", "news": "result"}
_FIELDS = 6
_FRAMES = {
    "agreement": """结对帮扶协议书
甲方：云台区第三小学
乙方：麻柳镇中心小学
经双方协商，达成如下协议：
{}
甲方（盖章）：
乙方（盖章）：""",
    "plan": """麻柳镇中心小学结对帮扶工作方案
为做好结对帮扶工作，制定本方案。
{}""",
    "summary": """麻柳镇中心小学结对帮扶工作总结
现将结对帮扶工作总结如下。
{}""",
    "news": """城乡学校手牵手
来源：云台教育网\u30002024-03-08
近日，云台区第三小学教师走进麻柳镇中心小学。
{}""",
}
_Item = TypeVar("_Item", Quota, Funding)


def facts(papers: ModuleType, lines: str) -> Iterator[tuple[str, str]]:
    """A row for each line: the paper that the last line in == named, and the fact."""
    paper = ""
    for line in lines.strip().split("\n"):
        if line.startswith("== "):
            paper = getattr(papers, line.removeprefix("== "))
        else:
            yield paper, line


def not_yet(papers: ModuleType, lines: str) -> Iterator[ParameterSet]:
    """As :func:`facts`, for what is right and not read yet; what is behind # says why."""
    for paper, line in facts(papers, lines):
        fact, _, reason = line.partition("#")
        yield pytest.param(paper, fact.strip(), marks=pytest.mark.xfail(strict=True, reason=reason.strip()))


@cache
def document_of(paper: str) -> Document:
    """The one document of a paper, read as any text is; without the model of names, so that rules alone are tested."""
    (document,) = read_text(paper, names=False).documents
    return document


def sentences(kind: str, lines: str) -> Iterator[tuple[str, str]]:
    """A row for each line, a sentence, with a short paper of that kind around it."""
    return ((paper_with(kind, line.strip()), line.strip()) for line in lines.strip().split("\n"))


def sentences_not_yet(kind: str, lines: str) -> Iterator[ParameterSet]:
    """As :func:`sentences`, for what is not left alone yet; what is behind # says why."""
    for line in lines.strip().split("\n"):
        sentence, _, reason = (part.strip() for part in line.partition("#"))
        yield pytest.param(paper_with(kind, sentence), sentence, marks=pytest.mark.xfail(strict=True, reason=reason))


def facts_in(kind: str, lines: str) -> Iterator[tuple[str, str]]:
    """A row for each line, a sentence || a fact, with a short paper of that kind around the sentence."""
    for line in lines.strip().split("\n"):
        sentence, _, fact = line.partition(" || ")
        yield paper_with(kind, sentence), fact


def facts_in_not_yet(kind: str, lines: str) -> Iterator[ParameterSet]:
    """As :func:`facts_in`, for what is right and not read yet; what is behind # says why."""
    for paper, line in facts_in(kind, lines):
        fact, _, reason = line.partition("#")
        yield pytest.param(paper, fact.strip(), marks=pytest.mark.xfail(strict=True, reason=reason.strip()))


def paper_with(kind: str, sentence: str) -> str:
    """A short paper of a kind around a sentence."""
    return _FRAMES[kind].format(sentence)


def quota_at(paper: str, quote: str) -> Quota | None:
    """The quota that shares the most characters with a quote; None where there is none."""
    return _best(paper, quote, document_of(paper).quotas)


def sum_at(paper: str, quote: str) -> Funding | None:
    """The sum that shares the most characters with a quote; None where there is none."""
    return _best(paper, quote, document_of(paper).funding)


def quota_fact(document: Document, quota: Quota) -> str:
    """A quota as a fact, without its quote."""
    marks = [mark for mark, holds in (("each", quota.each), (quota.modality, quota.modality != _MODALITY[document.kind])) if holds]
    who = f"{quota.actor or '-'}→{quota.target or '-'}"
    return " | ".join((f"{amount(quota.amount)} {quota.unit}".strip(), quota.what or "-", rate(quota.per), who, " ".join(marks)))


def sum_fact(document: Document, funding: Funding) -> str:
    """A sum as a fact, without its quote."""
    marks = [name for name in ("part_of", "in_kind", "is_total") if getattr(funding, name)]
    if funding.modality != _MODALITY[document.kind]:
        marks.append(funding.modality)
    per = rate(funding.per) + (f" ×{funding.times}" if funding.times else "") + (f" ={amount(funding.total)}" if funding.total else "")
    who = f"{funding.payer or '-'}→{funding.payee or '-'}"
    return " | ".join((_money(funding.amount), per, who, funding.purpose or "-", " ".join(marks)))


def expected(fact: str, read: str) -> str:
    """The fact without its quote, each open or alternative field filled in from ``read`` where that is one of its values."""
    wanted = [field.strip() for field in fact.split("|")][1:]
    wanted += [""] * (_FIELDS - 1 - len(wanted))
    return " | ".join(_filled(want, have.strip()) for want, have in zip(wanted, read.split("|"), strict=True))


def amount(value: Amount) -> str:
    """An amount as facts write it."""
    if value.exclusive_min:
        words = f">{value.min}"
    elif value.exclusive_max:
        words = f"<{value.max}"
    elif value.min is None:
        words = f"-{value.max}"
    elif value.max is None:
        words = f"{value.min}+"
    else:
        words = value.min if value.min == value.max else f"{value.min}-{value.max}"
    return f"~{words}" if value.approximate else words


def rate(per: Rate | None) -> str:
    """A rate as facts write it; the share beside a time rate is left out."""
    if per is None:
        return "-"
    return per.unit if per.count == "1" else f"{per.count} {per.unit}"


def _money(value: Money) -> str:
    return amount(value) + ("" if value.currency == "CNY" else value.currency)


def _best(paper: str, quote: str, items: Iterable[_Item]) -> _Item | None:
    assert paper.count(quote) == 1, "a quote stands once in its paper"
    start = paper.index(quote)
    shared = {item: min(item.span.end, start + len(quote)) - max(item.span.start, start) for item in items}
    near = [item for item, size in shared.items() if size > 0]
    return max(near, key=lambda item: (shared[item], item.span.start), default=None)


def _filled(want: str, have: str) -> str:
    if "→" in want:
        return "→".join(_filled(*pair) for pair in zip(want.split("→"), have.split("→"), strict=True))
    return have if want == "*" or have in want.split("或") else want


def assert_reads(paper: str, fact: str) -> None:
    """Assert that the quota which a row quotes is found, and says what the row says."""
    found = quota_at(paper, fact.split(" | ", maxsplit=1)[0])
    assert found is not None
    read = quota_fact(document_of(paper), found)
    assert read == expected(fact, read)


def assert_reads_sum(paper: str, fact: str) -> None:
    """Assert the same of a sum."""
    found = sum_at(paper, fact.split(" | ", maxsplit=1)[0])
    assert found is not None
    read = sum_fact(document_of(paper), found)
    assert read == expected(fact, read)


def assert_only_quota(paper: str, sentence: str, fact: str) -> None:
    """Assert that a paper counts one thing, in this sentence and nowhere else, and that its span quotes the paper."""
    document = document_of(paper)
    (quota,) = document.quotas
    assert paper[quota.span.start : quota.span.end] == quota.span.text
    assert quota.span.text in sentence
    assert quota_fact(document, quota) == fact
