"""Print an evaluation for a person: tables of figures, and lists of slips of which each line says where it stands.

Everything that comes from a document goes through :func:`pipeline.printable.one_line` and never through rich's markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.evaluate.comparison import Change, Comparison
from pipeline.evaluate.figures import Count, Share, macro_f1, micro_f1, total
from pipeline.evaluate.labels import Labels, labels
from pipeline.evaluate.results import Problem, Run, Slip, reading
from pipeline.messages import Lang
from pipeline.printable import one_line

_COLOURS: dict[Problem, str] = {"missed": "yellow", "extra": "magenta", "wrong": "cyan"}
_MOST_NAMES = 10
"""File names in one line about files."""


def show_run(console: Console, run: Run, lang: Lang) -> None:
    """Print the figures of a run."""
    words, fields, formats = labels(lang), run.fields(), run.formats()
    console.print(_fields(fields, words))
    if attributes := run.attributes():
        console.print()
        console.print(_attributes(attributes, words))
    console.print()
    console.print(_formats(formats, words))
    if len(formats) > 1:
        console.print()
        console.print(_fields_by_format(formats, words))
    console.print()
    overall = (words.micro.format(micro=micro_f1(fields)), words.macro.format(macro=macro_f1(fields)))
    console.print(Text(words.separator.join(overall), "bold"))
    console.print(Text(words.in_reading.format(micro=micro_f1(reading(fields))), "bold"))
    console.print(Text(_about_files(run, words)), soft_wrap=True)


def show_slips(console: Console, slips: Iterable[Slip], lang: Lang, mark: str = "") -> None:
    """Print each slip on a line of its own, however narrow the terminal; ``mark`` stands before each."""
    words = labels(lang)
    for slip in slips:
        console.print(Text.assemble(mark, *_slip(slip, words)), soft_wrap=True)


def show_comparison(console: Console, comparison: Comparison, name: str, lang: Lang) -> None:
    """Print what has changed against the run of that name."""
    words = labels(lang)
    console.print()
    for template, names in ((words.gone, comparison.gone), (words.new, comparison.new), (words.annotated, comparison.annotated)):
        if names:
            console.print(Text(template.format(count=len(names), names=_listed(names, words)), "yellow"), soft_wrap=True)
    changed = [change for change in comparison.changes if change.before != change.after]
    if comparison.shared and not (changed or comparison.gained or comparison.lost):
        console.print(Text(words.no_change.format(name=one_line(name))), soft_wrap=True)
    if changed:
        console.print(_changes(changed, words))
    for template, slips, mark, style in ((words.gained, comparison.gained, "+ ", "green"), (words.lost, comparison.lost, "- ", "bold red")):
        if slips:
            console.print(Text(template.format(count=len(slips)), style))
            show_slips(console, slips, lang, mark)


def _fields(fields: dict[str, Count], words: Labels) -> Table:
    table = _table(words.field, words.gold, words.precision, words.recall, "F1")
    for name, count in fields.items():
        table.add_row(_named(name, words), *_row(count))
    return table


def _fields_by_format(formats: dict[str, Run], words: Labels) -> Table:
    """F1 alone, one column a format."""
    table = _table(words.by_format, *(one_line(name) or words.nothing for name in formats))
    counts = [run.fields() for run in formats.values()]
    for name in counts[0]:
        table.add_row(words.names.get(name, name), *(_figure(each[name]) for each in counts))
    return table


def _attributes(attributes: dict[str, Share], words: Labels) -> Table:
    table = _table(words.attribute, words.asked, words.accuracy)
    for name, share in attributes.items():
        table.add_row(_named(name, words), str(share.asked), f"{share.accuracy:.3f}")
    return table


def _formats(formats: dict[str, Run], words: Labels) -> Table:
    """One row a format, over the fields of reading."""
    table = _table(words.format, words.files, words.gold, words.precision, words.recall, "F1")
    for name, run in formats.items():
        count = total(reading(run.fields()).values())
        table.add_row(one_line(name) or words.nothing, str(len(run.files)), *_row(count))
    return table


def _changes(changes: Sequence[Change], words: Labels) -> Table:
    table = _table(words.field, words.before, words.after, words.change)
    for change in changes:
        difference = change.after - change.before
        shown = Text(f"{difference:+.4f}", "green" if difference > 0 else "bold red")
        table.add_row(_named(change.name, words), f"{change.before:.4f}", f"{change.after:.4f}", shown)
    return table


def _table(first: str, *headings: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="green", pad_edge=False)
    table.add_column(first, no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right")
    return table


def _named(name: str, words: Labels) -> Text:
    """The field by the name it has in the record, after its name in the reader's language."""
    label = words.names.get(name)
    return Text.assemble(label, (f" {name}", "dim")) if label else Text(name)


def _row(count: Count) -> tuple[str, str, str, str]:
    if not count.gold:
        # nothing to be found: only what is extra says something
        return "0", _figure(count), "-", _figure(count)
    return str(count.gold), f"{count.precision:.3f}", f"{count.recall:.3f}", f"{count.f1:.3f}"


def _figure(count: Count) -> str:
    return "-" if count == Count() else f"{count.f1:.3f}"


def _slip(slip: Slip, words: Labels) -> list[tuple[str, str] | str]:
    where = words.unannotated if slip.document is None else words.document.format(at=slip.document)
    name = slip.field if slip.part is None else f"{slip.field}.{slip.part}"
    value = one_line(slip.value) or words.nothing
    if slip.problem == "wrong":
        value = words.read_as.format(value=value, read=one_line(slip.read or "") or words.nothing)
    parts: list[tuple[str, str] | str] = [
        (f"{one_line(slip.file)} {where}", "dim"),
        "  ",
        (words.problems[slip.problem], _COLOURS[slip.problem]),
        f"  {words.names.get(name, name)}  {value}",
    ]
    return [*parts, (f"  {words.quoted.format(words=one_line(slip.words))}", "dim")] if slip.words else parts


def _about_files(run: Run, words: Labels) -> str:
    counts = words.counts.format(
        files=len(run.files),
        documents=sum(result.documents for result in run.files.values()),
        lost=len(run.without_record()),
        unread=len(run.unread()),
        malformed=len(run.malformed),
    )
    spans = sum(result.spans for result in run.files.values())
    ungrounded = sum(result.ungrounded for result in run.files.values())
    return counts + " " * (words.separator != "，") + words.spans.format(spans=spans, ungrounded=ungrounded)


def _listed(names: Sequence[str], words: Labels) -> str:
    shown = [one_line(name) for name in names[:_MOST_NAMES]]
    return words.separator.join([*shown, "…"] if len(names) > _MOST_NAMES else shown)
