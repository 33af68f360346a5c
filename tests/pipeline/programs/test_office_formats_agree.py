"""One agreement as text, Word file and in the formats of other office programs gives the same facts, in nothing different."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from extractors.read import read_bytes
from pipeline.programs.office import OfficePrograms
from schemas.record import Record
from tests.formats.agreeing import OFFICE, differences, papers
from tests.formats.agreeing import saved as saved_by_office
from tests.formats.make_docx import make_docx
from tests.formats.make_office import save_as
from tests.formats.make_rtf import make_rtf
from tests.formats.needed import needed_program

_SAMPLES = Path(__file__).resolve().parent.parent.parent.parent / "samples"
# broken-lines is left out: its lines are wrapped by hand, and which of them are paragraphs is what a Word file would tell
_TEXTS = (
    "agreement/blank-form",
    "agreement/donation",
    "agreement/figures-that-disagree",
    "agreement/full-width-figures",
    "agreement/town-and-country",
    "agreement/traditional-characters",
    "agreement/two-on-one-page",
    "plan/district-plan",
    "summary/year-of-support",
)
_WORD_FILES = ("agreement/table-of-activities",)
_ALL = (*_TEXTS, *_WORD_FILES)
_SOME = ("agreement/two-on-one-page", "agreement/town-and-country", "plan/district-plan", "agreement/table-of-activities")
"""LibreOffice takes more than a second for each."""
_MEDIA = {"doc": "application/msword", "rtf": "application/rtf", "odt": "application/vnd.oasis.opendocument.text", "xml": "application/xml"}


@cache
def word_files() -> Sequence[bytes]:
    texts = [read_bytes((_SAMPLES / name / "source.txt").read_bytes(), names=False).text for name in _TEXTS]
    return [*map(make_docx, texts), *((_SAMPLES / name / "source.docx").read_bytes() for name in _WORD_FILES)]


@cache
def saved(ending: str) -> Sequence[bytes]:
    return save_as(ending, word_files())


@cache
def base(number: int) -> Record:
    return read_bytes(word_files()[number], names=False)


def converter() -> OfficePrograms:
    return OfficePrograms(needed_program("soffice", "libreoffice-writer"), needed_program("antiword", "antiword"))


def agree(one: Record, two: Record) -> None:
    assert differences(one, two) == []


@pytest.mark.parametrize("number", range(len(_TEXTS)), ids=_TEXTS)
def test_text_and_word_say_the_same(number: int) -> None:
    text = read_bytes((_SAMPLES / _TEXTS[number] / "source.txt").read_bytes(), names=False).text
    agree(base(number), read_bytes(text.encode("gb18030"), names=False))


@pytest.mark.parametrize(("ending", "name"), [*(("doc", name) for name in _ALL), *itertools.product(("rtf", "odt", "xml"), _SOME)])
def test_a_format_changes_no_fact(ending: str, name: str) -> None:
    number = _ALL.index(name)
    record = read_bytes(saved(ending)[number], name=f"source.{ending}", names=False, converter=converter())
    agree(base(number), record)
    assert record.source.media_type == _MEDIA[ending]


@cache
def plain() -> Sequence[bytes]:
    """The texts as .doc files of lines and nothing else. On its way LibreOffice would widen runs of spaces; full-width ones it leaves."""
    texts = [read_bytes((_SAMPLES / name / "source.txt").read_bytes(), names=False).text for name in _TEXTS]
    texts = [re.sub(" {2,}", lambda run: "\u3000" * (len(run[0]) // 2), text) for text in texts]
    return save_as("doc", list(map(make_rtf, texts)), given="rtf")


@pytest.mark.parametrize("number", range(len(_TEXTS)), ids=_TEXTS)
def test_antiword_alone_changes_no_fact_of_plain_lines(number: int) -> None:
    record = read_bytes(plain()[number], names=False, converter=OfficePrograms(None, converter().antiword))
    agree(base(number), record)


_CORPUS = [name for name in papers() if "/" not in name]
_AGREEMENTS = tuple(sorted({*_CORPUS[::9], "h06", "t02"}))
"""Some of the open corpus, among them papers whose lines LibreOffice breaks where nobody would.

``python -m tests.formats.agreeing --office`` holds all of them.
"""


@cache
def saved_agreements(ending: str) -> Sequence[bytes]:
    return saved_by_office(ending, [papers()[name] for name in _AGREEMENTS])


@pytest.mark.parametrize(("ending", "name"), [*itertools.product(OFFICE, _AGREEMENTS)])
def test_no_format_changes_a_fact_of_an_agreement(ending: str, name: str) -> None:
    record = read_bytes(saved_agreements(ending)[_AGREEMENTS.index(name)], names=False, converter=converter())
    agree(read_bytes(papers()[name].encode(), names=False), record)
    assert record.source.media_type == OFFICE[ending]
