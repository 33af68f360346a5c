"""The program on its own samples, from the shell's point of view."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.programs.places import find_antiword, find_office
from schemas.record import Record

_ROOT = Path(__file__).resolve().parents[2]
_JIEDUI = (sys.executable, "-c", "from pipeline.cli import main; main()")


def jiedui(*arguments: str, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed}
    return subprocess.run([*_JIEDUI, *arguments], cwd=_ROOT, check=False, capture_output=True, encoding="utf-8", env=environment)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of all samples; those of one agreement in every format are held against each other in test_sample_formats."""
    out = tmp_path_factory.mktemp("records")
    done = jiedui("extract", "samples", "--out", str(out))
    # .doc, .rtf and .odt need a program
    has_programs = find_office() is not None and find_antiword() is not None
    assert done.returncode == (0 if has_programs else 1), done.stderr
    return out


SAMPLES = sorted(path.parent.relative_to(_ROOT / "samples") for path in (_ROOT / "samples").glob("*/*/expected.json"))


def expected(sample: Path) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = json.loads((_ROOT / "samples" / sample / "expected.json").read_bytes())["documents"]
    return documents


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_each_sample_gives_a_sound_record(written: Path, sample: Path) -> None:
    record = Record.model_validate_json((written / sample / "source.json").read_bytes())
    assert record.outcome.status == "read"
    assert [document.kind for document in record.documents] == [document["kind"] for document in expected(sample)]
    for document in record.documents:
        for item in (*document.parties, *document.quotas, *document.funding, *document.signing):
            assert record.text[item.span.start : item.span.end] == item.span.text


NEWS = [sample for sample in SAMPLES if any(document.get("press") for document in expected(sample))]


@pytest.mark.parametrize("sample", NEWS, ids=str)
def test_the_press_of_each_sample_is_what_a_reader_finds(written: Path, sample: Path) -> None:
    record = Record.model_validate_json((written / sample / "source.json").read_bytes())
    for document, facts in zip(record.documents, expected(sample), strict=True):
        press, told = document.press, facts.get("press")
        assert (press is None) == (told is None)
        if press is not None and told is not None:
            assert press.published is not None
            read = press.model_dump() | {"published": {"edtf": press.published.edtf}}
            assert {name: read[name] for name in told} == told
            for reading in press.readings:
                span = reading.span
                assert span is None or record.text[span.start : span.end] == span.text


def test_the_samples_hold_pages_and_feeds() -> None:
    assert len(NEWS) > 1


def test_order_and_hash_seed_change_no_record(written: Path) -> None:
    sources = [str(next((_ROOT / "samples" / sample).glob("source.*"))) for sample in reversed(SAMPLES)]
    done = jiedui("extract", *sources, hash_seed="1")
    records = [Record.model_validate_json(line) for line in done.stdout.splitlines()]
    assert records == [Record.model_validate_json((written / sample / "source.json").read_bytes()) for sample in reversed(SAMPLES)]


def test_what_is_shown_is_what_was_read(written: Path) -> None:
    done = jiedui("show", str(written / "agreement" / "town-and-country" / "source.json"))
    assert done.returncode == 0
    for words in ("城乡学校结对帮扶协议书", "甲方 云溪市实验小学 [支援方]", "2024-09-01 至 2027-08-31", "一式 3 份"):
        assert words in done.stdout
