"""Say how many papers give the same facts in every format: ``python -m tests.formats.agreeing [--office] [--all]``.

The papers are the texts of the samples and of the open corpus: agreements, with ``--all`` also plans, summaries, notices and news. Each is
saved in every format, read, and held against its plain text, in every fact that a record has. ``--office`` adds the formats that
LibreOffice writes and reads, which takes a second and more for each.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from extractors.read import read_bytes
from extractors.readers.charset import decode
from pipeline.programs.office import OfficePrograms
from schemas.record import Record
from tests.formats.document_facts import facts
from tests.formats.make_docx import make_docx
from tests.formats.make_html import make_html
from tests.formats.make_mhtml import make_mhtml
from tests.formats.make_office import save_as
from tests.formats.make_pdf import make_pdf

_ROOT = Path(__file__).resolve().parents[2]
FORMATS: dict[str, Callable[[str], bytes]] = {
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-8 with signature": lambda text: text.encode("utf-8-sig"),
    "docx": make_docx,
    "pdf": make_pdf,
    "html": make_html,
    "html in gbk": lambda text: make_html(text, encoding="gb18030"),
    "html from Word": lambda text: make_html(text, "word"),
    "mhtml": lambda text: make_mhtml(make_html(text)),
}
OFFICE = {"doc": "application/msword", "rtf": "application/rtf", "odt": "application/vnd.oasis.opendocument.text", "pdf": "application/pdf"}
"""What LibreOffice saves a Word file as, with the media type that is told of it."""
_WRAPPED_BY_HAND = {"agreement/broken-lines", "a03", "a11", "h04"}
"""Texts that were copied out of a PDF, line by line: which lines are one paragraph is what a Word file or a page would tell."""


@cache
def papers(*, every_kind: bool = False) -> dict[str, str]:
    """The texts by name: of the samples as ``agreement/donation``, of the open corpus as ``a01``."""
    marks = [(path.parent.relative_to(_ROOT / "samples").as_posix(), path) for path in (_ROOT / "samples").glob("*/*/expected.json")]
    marks += [(path.name.removesuffix(".gold.json"), path) for path in (_ROOT / "tests/quality/corpus/open").glob("*.gold.json")]
    found = {}
    for name, path in sorted(marks):
        gold = json.loads(path.read_bytes())
        is_wanted = every_kind or {document["kind"] for document in gold["documents"]} == {"agreement"}
        if is_wanted and gold["file"].endswith(".txt") and name not in _WRAPPED_BY_HAND:
            found[name] = decode((path.parent / gold["file"]).read_bytes()).text
    return found


def differences(one: Record, two: Record) -> list[str]:
    """What the second record says otherwise than the first: lines for people, none where they agree."""
    if two.outcome.status != "read":
        return [two.outcome.message or two.outcome.status]
    if len(one.documents) != len(two.documents):
        return [f"{len(two.documents)} documents, not {len(one.documents)}"]
    pairs = zip(map(facts, one.documents), map(facts, two.documents), strict=True)
    return [f"{name}: {found[name]} not {wanted[name]}" for wanted, found in pairs for name in wanted if wanted[name] != found[name]]


def saved(ending: str, texts: Sequence[str]) -> list[bytes]:
    """The texts as Word files that LibreOffice has saved in another format; a hundred in a call."""
    files = list(map(make_docx, texts))
    return [saved for at in range(0, len(files), 100) for saved in save_as(ending, files[at : at + 100])]


def _all_saved(texts: Sequence[str], *, with_office: bool) -> Iterator[tuple[str, list[bytes]]]:
    for form, make in FORMATS.items():
        yield form, [make(text) for text in texts]
    for ending in OFFICE if with_office else ():
        yield f"{ending} by LibreOffice", saved(ending, texts)


def main() -> None:
    """Measure, and print a line for each format and for each paper that differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    chosen = papers(every_kind=arguments.all)
    plain = [read_bytes(text.encode(), names=False) for text in chosen.values()]
    programs = OfficePrograms.of_this_machine()
    agreeing = asked = 0
    for form, files in _all_saved(list(chosen.values()), with_office=arguments.office):
        right = 0
        for name, wanted, data in zip(chosen, plain, files, strict=True):
            told = differences(wanted, read_bytes(data, names=False, converter=programs))
            right += not told
            print(*(f"  {form} {name} {line}" for line in told), sep="\n", end="\n" if told else "")
        print(f"{form:22} {right:>4} of {len(files)}", flush=True)
        agreeing, asked = agreeing + right, asked + len(files)
    print(f"{'all':22} {agreeing:>4} of {asked}")


if __name__ == "__main__":
    main()
