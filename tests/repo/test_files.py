"""Rules for the files of the repository itself."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from schemas.version import VERSION
from tests.repo.tracked import ROOT, python_files, shown, tracked_files

CODE = ("schemas", "extractors", "pipeline", "benchmarks", "requirements", "tests")
LONGEST_FILE, LONGEST_LINE = 400, 140
# an address of a package registry or its file store; a machine's own path
_ADDRESS = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org|--(?:extra-)?index-url[ =]\S|--find-links[ =]\S")
_MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|root|home|opt|Users)/[\w.]")
# a word class is left whole: a line with many alternatives, or that is mostly Chinese
_WORDS = re.compile(r"(?:[^|]*\|){3}.*|(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){20}.*")
_TEXTS = {".py", ".md", ".toml", ".txt", ".json", ".html", ".cfg", ".yml", ".yaml", ".js", ".css", ".sh", ""}


@pytest.mark.parametrize("path", python_files(*CODE), ids=shown)
def test_every_module_says_what_it_is(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_bytes()))
    assert docstring
    assert docstring.split("\n")[0].endswith(".")


@pytest.mark.parametrize("path", python_files(*CODE), ids=shown)
def test_files_and_lines_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_FILE
    assert [line for line in lines if len(line) > LONGEST_LINE and not _WORDS.fullmatch(line)] == []


@pytest.mark.parametrize("path", python_files("schemas", "extractors", "pipeline"), ids=shown)
def test_a_name_says_something(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


_CATCH_ALL = {
    "extractors/read.py": "the boundary of a document",
    "pipeline/batch/remote.py": "the drivers of fsspec, each of which raises its own",
    "pipeline/batch/shown_flow.py": "Prefect: files are read whatever becomes of its page",
    "pipeline/flows/cluster.py": "whatever a worker of a cluster raised",
}


def test_only_these_places_catch_everything() -> None:
    places = [
        shown(path)
        for path in python_files("schemas", "extractors", "pipeline")
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Name) and node.type.id == "Exception"
    ]
    assert set(places) <= set(_CATCH_ALL)


def test_no_address_of_a_registry_and_no_path_of_a_machine() -> None:
    found = []
    for path in tracked_files():
        if path.suffix in _TEXTS and path != Path(__file__):
            text = path.read_bytes().decode("utf-8", "replace")
            found += [(shown(path), match[0]) for pattern in (_ADDRESS, _MACHINE_PATH) for match in pattern.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "line", ["https://" + "pypi.org/simple", "--index" + "-url https://x", "see /wo" + "rk/main/a.py", '"/ro' + 'ot/.cache"']
)
def test_the_rule_finds_what_it_forbids(line: str) -> None:
    assert _ADDRESS.search(line) or _MACHINE_PATH.search(line)


@pytest.mark.parametrize("line", ["schemas/work/a", "out/home/a.json", "/usr/share/fonts/a.ttc", "https://example.org/root/a"])
def test_the_rule_leaves_other_paths_alone(line: str) -> None:
    assert not _ADDRESS.search(line)
    assert not _MACHINE_PATH.search(line)


def test_nothing_large_is_tracked() -> None:
    assert [shown(path) for path in tracked_files() if path.stat().st_size > 2 * 1024 * 1024] == []


LEXICONS = [path for path in tracked_files() if path.parent.name == "lexicons" and path.suffix == ".txt"]


@pytest.mark.parametrize("path", LEXICONS, ids=shown)
def test_a_lexicon_says_what_it_is_where_it_is_from_and_its_licence(path: Path) -> None:
    header = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines()[:15] if line.startswith("#")).lower()
    for word in ("what", "source", "licence"):
        assert word in header, word


@pytest.mark.parametrize("name", ["run", "test", "cluster"])
def test_lock_files_pin_everything_with_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text.partition("\n")[2])
    assert len(blocks) > 50
    for block in blocks:
        assert re.match(r"[A-Za-z0-9._-]+(?:\[[^]]+\])?==[^ ]+ ", block), block.split("\n")[0]
        assert "--hash=sha256:" in block


@pytest.mark.parametrize(("name", "extras"), [("run", ()), ("test", ("test",)), ("cluster", ("postgres", "dask", "s3", "parquet", "ocr"))])
def test_lock_files_keep_the_bounds_of_the_project(name: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^ ]+)", lock, re.MULTILINE)
    for requirement in map(Requirement, wanted):
        versions = [version for pin, version in pins if canonicalize_name(pin) == canonicalize_name(requirement.name)]
        assert versions, requirement
        assert all(requirement.specifier.contains(version) for version in versions), requirement


def test_there_is_one_version() -> None:
    places = [
        shown(path) for path in python_files("schemas", "extractors", "pipeline") if f'"{VERSION}"' in path.read_text(encoding="utf-8")
    ]
    assert places == ["schemas/version.py"]


def test_lock_files_pin_a_name_without_its_extras_too() -> None:
    for name in ("run", "test", "cluster"):
        pins = re.findall(
            r"^([A-Za-z0-9._-]+)(\[[^]]+\])?==", (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"), re.MULTILINE
        )
        assert {pin for pin, extra in pins if extra} <= {pin for pin, extra in pins if not extra}
