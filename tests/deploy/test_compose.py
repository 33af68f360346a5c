"""The compose file, the image and docs/scale.md agree with each other, and with the programs they name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import psycopg
import pytest

from tests.deploy.compose import DEPLOY, OURS, SERVICES, TEXT, command, variables
from tests.pipeline.store.places import new_postgres
from tests.repo.tracked import ROOT

PAGES = [ROOT / "docs" / "scale.md", ROOT / "docs" / "scale.zh-CN.md"]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
COPIED = [word for line in re.findall(r"^COPY (.+) \S+$", DOCKERFILE, re.MULTILINE) for word in line.split()]
_MODULES = {"jiedui": "pipeline"}


@cache
def options(*words: str) -> frozenset[str]:
    """Those that a program tells of."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"}
    line = [sys.executable, "-m", _MODULES.get(words[0], words[0]), *words[1:], "--help"]
    said = subprocess.run(line, env=environment, capture_output=True, text=True, check=True, timeout=120).stdout
    return frozenset(re.findall(r"--[a-z][a-z-]+", said))


def parted(words: list[str]) -> tuple[list[str], list[str]]:
    """A command and its options."""
    at = next(at for at, word in enumerate(words) if word.startswith("-") or ":" in word)
    return words[:at], [word for word in words[at:] if word.startswith("--")]


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_options_of_a_command_are_the_programs_own(name: str) -> None:
    program, asked = parted(command(name))
    assert asked
    assert set(asked) <= options(*program)


def test_the_store_takes_its_setting() -> None:
    [setting] = [word for word in command("postgres") if "=" in word]
    name, _, value = setting.partition("=")
    with new_postgres() as address, psycopg.connect(address) as connection:
        asked = "SELECT min_val::int <= %s AND max_val::int >= %s FROM pg_settings WHERE name = %s"
        found = connection.execute(asked, (value, value, name))
        assert found.fetchall() == [(True,)]


def test_addresses_name_services_and_their_ports() -> None:
    found = set(re.findall(r"(?:://|@)([a-z][a-z.0-9]*):(\d+)", TEXT)) - {("127.0.0.1", "4200")}
    ports = {("postgres", "5432"), ("prefect", _after("prefect", "--port")), ("scheduler", _after("scheduler", "--port"))}
    assert {one for one in found if one[0][0].isalpha()} == ports
    for name in ("prefect", "scheduler", "worker"):
        port = _after(name, "--port" if name == "prefect" else "--dashboard-address").lstrip(":")
        assert f"127.0.0.1:{port}/" in SERVICES[name]["healthcheck"]["test"][-1]


def _after(name: str, option: str) -> str:
    words = command(name)
    return words[words.index(option) + 1]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_who_waits_for_a_service_waits_until_it_is_healthy(name: str) -> None:
    for other, how in SERVICES[name].get("depends_on", {}).items():
        assert how == {"condition": "service_healthy"}
        assert SERVICES[other]["healthcheck"]["test"][0] == "CMD"


def test_images_are_pinned_and_nobody_is_root() -> None:
    images = [*re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE), *(one["image"] for one in SERVICES.values() if "build" not in one)]
    assert all(re.fullmatch(r"[a-z]+:\d+\.\d+(?:\.\d+)?-[a-z-]+", image) for image in images), images
    assert re.findall(r"^USER (\S+)", DOCKERFILE, re.MULTILINE) == ["jiedui"]
    assert DOCKERFILE.index("\nUSER ") > DOCKERFILE.rindex("\nRUN ")


def test_the_image_is_made_of_files_that_are_there_and_let_through() -> None:
    assert "--require-hashes -r requirements/cluster.txt" in DOCKERFILE
    through = [line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")]
    assert sorted(COPIED) == sorted(through)
    assert all((ROOT / name).exists() for name in COPIED)
    for service in OURS.values():
        assert service["build"] == {"context": "..", "dockerfile": "deploy/Dockerfile"}


def test_volumes_are_files_that_are_there_or_named_ones() -> None:
    named = set(re.search(r"^volumes:\n((?:  \w+:\n)+)", TEXT, re.MULTILINE)[1].split())  # type: ignore[index] # fails as it should
    for service in SERVICES.values():
        for volume in service.get("volumes", []):
            place = volume.partition(":")[0] if not volume.startswith("$") else "PAPERS"
            assert f"{place}:" in named or place == "PAPERS" or (DEPLOY / place).is_file(), volume


def test_no_secret_stands_in_the_files() -> None:
    assert set(re.findall(r"PASSWORD: (.+)", TEXT)) == {"${POSTGRES_PASSWORD:?set it in deploy/.env}"}
    assert set(re.findall(r"://jiedui:(.+?)@", TEXT)) == {"${POSTGRES_PASSWORD:?set it in deploy/.env}"}
    example = (DEPLOY / "example.env").read_text(encoding="utf-8")
    assert re.findall(r"^(?:# )?(\w*(?:PASSWORD|KEY|KEY_ID))=(.+)$", example, re.MULTILINE) == []
    assert "/deploy/.env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_example_names_every_variable() -> None:
    example = (DEPLOY / "example.env").read_text(encoding="utf-8")
    assert set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE)) == variables()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_says_the_commands(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for name in SERVICES:
        line = " ".join(command(name)) + (" SOURCE…" if name == "batch" else "")
        assert f"`{line}`" in text, line


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_says_every_variable_and_where_it_is_set(page: Path) -> None:
    told = dict(re.findall(r"^\| `([A-Z_]+)` \| ([^|]+) \|", page.read_text(encoding="utf-8"), re.MULTILINE))
    roles = {"batch": "batch", "worker": "worker", "prefect": "Prefect"}
    for name, role in roles.items():
        assert {variable for variable, where in told.items() if role in where} == set(OURS[name]["environment"]), name
    assert set(told) == {variable for service in OURS.values() for variable in service.get("environment", {})}
