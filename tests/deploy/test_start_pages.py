"""What deploy/README.md says, in both languages, is so in compose.yaml."""

from __future__ import annotations

import re
from pathlib import Path

from tests.deploy.compose import DEPLOY, OURS, SERVICES, command
from tests.deploy.test_compose import DOCKERFILE, PAGES

READMES = [DEPLOY / "README.md", DEPLOY / "README.zh-CN.md"]


def commands(page: Path) -> list[str]:
    """The lines that a page gives, without their comments."""
    blocks = re.findall(r"^```sh\n(.+?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [line.partition(" # ")[0].rstrip() for block in blocks for line in block.splitlines()]


def test_no_command_takes_back_what_another_has_set() -> None:
    assert SERVICES["worker"]["scale"] == "${WORKERS:-1}"
    assert not any("--scale" in line for page in READMES for line in commands(page))


def test_who_dies_is_started_again_and_the_pages_say_so() -> None:
    assert {OURS[name]["restart"] for name in ("scheduler", "worker", "prefect")} == {"unless-stopped"}
    assert all("`restart: unless-stopped`" in page.read_text(encoding="utf-8") for page in (*PAGES, *READMES))


def test_without_a_word_the_mounted_folder_is_read_by_its_address() -> None:
    [word] = SERVICES["batch"]["command"]
    assert word.startswith("file:///")
    for name in ("batch", "worker"):
        assert f"${{PAPERS:-./papers}}:{word.removeprefix('file://')}:ro" in SERVICES[name]["volumes"]
    assert all(word in page.read_text(encoding="utf-8") for page in READMES)


def test_the_report_is_fetched_from_where_it_is_written() -> None:
    folder = command("batch")[command("batch").index("--report") + 1]
    home = re.findall(r"^WORKDIR (\S+)", DOCKERFILE, re.MULTILINE)[-1]
    assert f"report:{home}/{folder}" in SERVICES["batch"]["volumes"]
    assert all(any(f"--entrypoint tar batch -cf - -C {folder} ." in line for line in commands(page)) for page in READMES)


def test_both_pages_give_the_same_commands_of_services_that_are_there() -> None:
    assert commands(READMES[0]) == commands(READMES[1])
    composed = [line for line in commands(READMES[0]) if line.startswith("docker compose")]
    assert len(composed) == 3
    for line in composed:
        assert "-f deploy/compose.yaml" in line
        assert set(line.split()) & set(SERVICES)


def test_the_pages_lead_somewhere() -> None:
    for page in READMES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), target
