"""One paper as a person reads it in a list: title, kind, day, parties, term, findings, and where it lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.check.diagnostics import COLOURS
from pipeline.check.paint import Paint
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.query.words import words
from pipeline.show_labels import labels
from pipeline.store.papers import Paper, Row
from schemas.source import Reason

_MOST_RULES = 6
_WIDEST = 200
"""Characters of one value: a title may be a page long."""


@dataclass(frozen=True, slots=True)
class Found:
    """A paper with its parties and findings, those of its file among them."""

    paper: Paper
    parties: Sequence[Row]
    findings: Sequence[Row]


def lines_of(found: Found, lang: Lang, paint: Paint) -> Iterator[str]:
    """The lines of a paper, an empty one behind them."""
    yield _head(found.paper, lang, paint)
    for label, values in _facts(found, lang, paint):
        for at, value in enumerate(values):
            # a label of Chinese characters is twice as wide as its length
            gap = " " * (10 - (len(label) * 2 if lang == "zh" else len(label)))
            yield f"  {paint(label, 'green') + gap if at == 0 else ' ' * 10}{value}"
    yield ""


def why(paper: Paper, lang: Lang) -> str:
    """Why a file was not read, in the person's language where the reason is one of the list's."""
    reasons: Mapping[Reason, str] = messages(lang).reasons
    if lang == "en" and paper.reason in reasons:
        return reasons[paper.reason]  # type: ignore[index] # found in it a line above
    return one_line((paper.message or paper.reason or "").partition("\n")[0])


def _head(paper: Paper, lang: Lang, paint: Paint) -> str:
    said, facts = labels(lang), paper.facts
    if paper.document is None:
        name = paper.addresses[0] if paper.addresses else paper.content or ""
        last = _short(name.replace("\\", "/").rpartition("/")[2])
        return paint(last, "bold") + "  " + paint(f"[{words(lang).outcomes[paper.outcome]}]", "yellow")
    kind = said.kinds[facts["kind"]] + (f" · {said.template}" if facts["is_template"] else "")
    return paint(_short(facts["title"] or said.untitled), "bold") + "  " + paint(f"[{kind}]", "dim")


def _facts(found: Found, lang: Lang, paint: Paint) -> Iterator[tuple[str, list[str]]]:
    paper, said, own = found.paper, labels(lang), words(lang)
    facts = paper.facts
    if paper.outcome != "read":
        yield own.outcome, [paint(" ".join(filter(None, (own.outcomes[paper.outcome], why(paper, lang)))), "yellow")]
    yield said.parties, [_party(party, lang) for party in found.parties]
    if facts.get("dated"):
        yield own.dated, [facts["dated"]]
    if facts.get("term_start") or facts.get("term_end"):
        yield said.term, [said.until.format(start=facts["term_start"] or "…", end=facts["term_end"] or "…")]
    yield said.findings, list(_findings(found.findings, lang, paint))
    yield own.source, [one_line(address) for address in paper.addresses]


def _party(party: Row, lang: Lang) -> str:
    said = labels(lang)
    name = f"{party['name']}（{said.blank}）" if party["blank"] else party["name"]
    return _short(" ".join(filter(None, (party["role"], name, f"[{said.sides[party['side']]}]"))))


def _findings(findings: Sequence[Row], lang: Lang, paint: Paint) -> Iterator[str]:
    """Those of one severity on a line: 错误 2  missing-term, blank-date."""
    said, own = labels(lang), words(lang)
    for severity, label in said.severities.items():
        rules = Counter(row["rule"] for row in findings if row["severity"] == severity)
        if rules:
            more = own.more_findings.format(count=len(rules)) if len(rules) > _MOST_RULES else ""
            counted = paint(f"{label} {rules.total()}", COLOURS[severity])
            yield f"{counted}  {', '.join(map(one_line, list(rules)[:_MOST_RULES]))}{more}"


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
