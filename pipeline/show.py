"""Print a record for a person: what was found, and the words it was read from.

Everything that comes from a document goes through :func:`pipeline.printable.one_line` and never through rich's markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from pipeline import show_values as shown
from pipeline.messages import Lang, messages
from pipeline.printable import one_line
from pipeline.show_labels import Labels, labels
from schemas.agreement import Document, Party
from schemas.finding import Finding, Severity
from schemas.press import Press
from schemas.record import Record
from schemas.source import Status

_COLOURS: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_OUTCOMES: dict[Status, str] = {"read": "dim", "needs-review": "yellow", "unreadable": "bold red", "failed": "bold red"}
# a line end has no blank to stand for, unless words of letters meet there
_BROKEN_LINE = re.compile(r"(?<![A-Za-z\s])[ \t]*[\r\n]+\s*|(?<![\r\n\s])[ \t]*[\r\n]+\s*(?![A-Za-z\s])")
_LONGEST_WORDS = 120
"""Characters of the source that are shown; the record has them all."""


def show_record(console: Console, record: Record, name: str, lang: Lang) -> None:
    """Print one record under the name of its file."""
    words = labels(lang)
    console.print(Rule(_text(name, "bold"), align="left", style="dim"))
    if record.outcome.status != "read" or record.outcome.message:
        console.print(_outcome(record, lang))
    if record.outcome.status == "read" and not record.documents:
        console.print(_text(words.no_documents, "dim"))
    for at, document in enumerate(record.documents):
        if at > 0:
            console.print()
        console.print(Group(*_document(document, words)))
    if record.findings:
        console.print(_text(words.file_findings, "bold"))
        console.print(_findings(record.findings, words))
    console.print()


def _outcome(record: Record, lang: Lang) -> Text:
    outcome = record.outcome
    why = (outcome.message or "").partition("\n")[0]
    if outcome.reason is not None and (lang == "en" or not why):
        why = messages(lang).reasons[outcome.reason]
    return _text(why or outcome.status, _OUTCOMES[outcome.status])


def _document(document: Document, words: Labels) -> Iterator[RenderableType]:
    kind = words.kinds[document.kind] + (f" · {words.template}" if document.is_template else "")
    yield Text.assemble((one_line(document.title or words.untitled), "bold cyan"), (f"  [{kind}]", "dim"))
    yield _facts(document, words)
    if document.quotas:
        yield _heading(words.quotas, len(document.quotas))
        yield _quotas(document, words)
    if document.funding:
        yield _heading(words.funding, len(document.funding))
        yield _funding(document, words)
    if document.findings:
        yield _heading(words.findings, len(document.findings))
        yield _findings(document.findings, words)


def _facts(document: Document, words: Labels) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="green", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in _fact_rows(document, words):
        table.add_row(label, _text(value))
    return Padding(table, (0, 0, 0, 2))


def _fact_rows(document: Document, words: Labels) -> Iterator[tuple[str, str]]:
    for at, party in enumerate(document.parties):
        yield (words.parties if at == 0 else "", _party(party, words))
    if document.term is not None:
        yield words.term, shown.term(document.term, words)
    if (effective := document.effective) is not None:
        yield words.effective, " ".join(filter(None, (words.effective_on[effective.on], shown.date(effective.date))))
    if document.copies is not None:
        yield words.copies, shown.copies(document.copies, words)
    for at, signature in enumerate(document.signing):
        yield (words.signing if at == 0 else "", shown.signature(signature, words))
    if (regions := document.regions) is not None:
        yield words.regions, shown.from_to("、".join(regions.supporter) or None, "、".join(regions.recipient) or None)
    for at, state in enumerate(shown.required(document.required, words)):
        yield (words.required if at == 0 else "", state)
    if document.press is not None:
        yield words.press, _press(document.press, words)


def _party(party: Party, words: Labels) -> str:
    name = f"{party.name}（{words.blank}）" if party.blank else party.name
    return " ".join(filter(None, (party.role, name, f"[{words.sides[party.side]}]")))


def _press(press: Press, words: Labels) -> str:
    original = words.original.format(url=press.original_url) if press.original_url else None
    return " ".join(filter(None, (press.outlet, press.author, shown.date(press.published), press.url, original)))


def _quotas(document: Document, words: Labels) -> RenderableType:
    table = _table((words.amount, 8), (words.what, 8), (words.rate, 6), (words.who, 8), (words.nature, 4), (words.words, 16))
    for item in document.quotas:
        table.add_row(
            _text(shown.quota(item, words), "bold"),
            _text(item.what or ""),
            _text(shown.rate(item.per, words)),
            _text(shown.from_to(item.actor, item.target)),
            _text(words.modalities[item.modality]),
            _quoted(item.span.text),
        )
    return Padding(table, (0, 0, 0, 2))


def _funding(document: Document, words: Labels) -> RenderableType:
    table = _table((words.money, 10), (words.rate, 6), (words.purpose, 8), (words.who, 8), (words.words, 16))
    for item in document.funding:
        table.add_row(
            _text(shown.funding(item, words), "bold"),
            _text(shown.payments(item, words)),
            _text(item.purpose or ""),
            _text(shown.from_to(item.payer, item.payee)),
            _quoted(item.span.text),
        )
    return Padding(table, (0, 0, 0, 2))


def _findings(findings: Sequence[Finding], words: Labels) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        message = Text.assemble(one_line(finding.message), (f"  {one_line(finding.rule)}", "dim"))
        table.add_row(Text(words.severities[finding.severity], _COLOURS[finding.severity]), message)
    return Padding(table, (0, 0, 0, 2))


def _table(*columns: tuple[str, int]) -> Table:
    table = Table(box=None, padding=(0, 1), header_style="green", pad_edge=False, collapse_padding=True)
    for heading, narrowest in columns:
        table.add_column(heading, min_width=narrowest, overflow="fold")
    return table


def _heading(label: str, count: int) -> Text:
    return Text.assemble((label, "bold"), (f" {count}", "dim"))


def _quoted(text: str) -> Text:
    line = one_line(_BROKEN_LINE.sub("", text))
    return Text(line if len(line) <= _LONGEST_WORDS else line[: _LONGEST_WORDS - 1] + "…", "dim")


def _text(text: str, style: str = "") -> Text:
    return Text(one_line(text), style)
