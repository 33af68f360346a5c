"""The samples of one agreement in every kind of file say one and the same, and the sealed scan of it next to nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from extractors.readers.any import read_source
from pipeline.evaluate.figures import micro_f1
from pipeline.evaluate.gold import GoldFile
from pipeline.evaluate.matching import hold
from pipeline.evaluate.results import Run
from pipeline.reading import Reader
from pipeline.sources.inputs import Input, gather
from schemas.record import Record
from tests.formats.agreeing import differences
from tests.formats.make_samples import FOLDER, MAKERS, SCAN, TEXT
from tests.formats.needed import needed_package, needed_program

FILES = {source.name or "": source for source in gather([str(FOLDER)]).inputs}
FROM_THE_ARCHIVE = [name for name in FILES if name.startswith("agreements.zip!/结对协议/")]
PROGRAMS = {".doc": "antiword", ".rtf": "libreoffice-writer", ".odt": "libreoffice-writer"}
LARGEST, LARGEST_OF_ALL = 60_000, 400_000
BY_LIBREOFFICE = {"agreement.doc", "agreement.odt", "agreement-from-word.pdf"}


@cache
def record(name: str) -> Record:
    source = Input(SCAN) if name == "scan" else FILES[name]
    package = PROGRAMS.get(Path(name).suffix)
    if package is not None:
        needed_program("soffice" if package.startswith("libreoffice") else package, package)
    return Reader().read(source)


def test_every_kind_is_there() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"about.md", TEXT.name, *MAKERS}
    assert {name for name in FILES if "!/" not in name} == {TEXT.name, *MAKERS} - {"agreements.zip"}
    assert len(FROM_THE_ARCHIVE) == 3
    about = (FOLDER / "about.md").read_text(encoding="utf-8")
    assert "本文为本项目编写" in about
    assert "Apache-2.0" in about


def test_they_are_small() -> None:
    sizes = [path.stat().st_size for path in FOLDER.iterdir()]
    assert max(sizes) < LARGEST
    assert sum(sizes) < LARGEST_OF_ALL


@pytest.mark.parametrize("name", [name for name in FILES if name != TEXT.name])
def test_no_format_changes_a_fact(name: str) -> None:
    assert differences(record(TEXT.name), record(name)) == []


@pytest.mark.parametrize("name", sorted(MAKERS.keys() - BY_LIBREOFFICE - {"agreements.zip"}))
def test_the_files_are_those_that_the_text_makes(name: str) -> None:
    """What LibreOffice writes is another file each time; and one that a newer library would write otherwise reads the same."""
    made, kept = MAKERS[name](TEXT.read_text(encoding="utf-8")), (FOLDER / name).read_bytes()
    assert made == kept or read_source(made).text == read_source(kept).text


def figure(name: str) -> float:
    """Micro F1 against what a reader finds in the agreement."""
    gold, digest = GoldFile(SCAN.parent / "expected.json", "sample").load()
    return micro_f1(Run.of([hold(name, gold, digest, record(name))]).fields())


def test_the_scan_stays_within_two_points_of_the_text() -> None:
    needed_package("rapidocr", "ocr")
    scanned = record("scan")
    assert scanned.source.ocr_pages == (1,)
    assert figure(TEXT.name) > 0.98
    assert figure("scan") >= figure(TEXT.name) - 0.02
    assert [one.sealed for one in scanned.documents[0].signing] == [True, True]
    assert [one.sealed for one in record(TEXT.name).documents[0].signing] == [None, None]
