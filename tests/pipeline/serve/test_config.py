"""What ``jiedui.toml`` may say of serving, what it means, and what is said where it cannot be meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli import run
from pipeline.serve.config import load_service
from pipeline.serve.inbox import Inbox

INBOX = '[[inbox]]\nname = "县局"\nsource = "收件"\ncron = "0 2 * * *"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with no store in the environment."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JIEDUI_STORE", raising=False)
    return tmp_path


def write(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "jiedui.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_little_is_needed(here: Path) -> None:
    service = load_service(write(here, INBOX))
    assert (service.port, service.at_once, service.shared.zone.key) == (4200, 2, "Asia/Shanghai")
    assert service.shared.store == str(here / "jiedui.db")
    [inbox] = service.jobs
    assert isinstance(inbox, Inbox)
    assert (inbox.source, inbox.names, inbox.jobs, inbox.retry_failed) == (("收件",), True, None, False)
    assert inbox.report(service.shared) == here / "jiedui-report" / "县局"


def test_everything_may_be_said(here: Path) -> None:
    text = (
        '[check]\nselect = "copies"\n[serve]\nstore = "data/a.db"\nreport = "报告"\nport = 4300\ntimezone = "Asia/Urumqi"\nat-once = 1\n'
        '[[inbox]]\nname = "乡镇 一"\nsource = ["收件/*.docx", "s3://bucket/in", "@清单.txt"]\ncron = "*/5 8-18 * * MON-FRI"\nnames = false\n'
        'jobs = 2\nretry-failed = true\npassword-file = "密码.txt"\nmemory = 512\npage-seconds = 30\nfile-seconds = 90.5\n' + INBOX
    )
    service = load_service(write(here / "below", text))
    assert service.shared.store == str(here / "below" / "data" / "a.db")
    assert service.shared.report == here / "below" / "报告"
    inbox = service.job("乡镇 一")
    assert isinstance(inbox, Inbox)
    assert (inbox.memory, inbox.page_seconds, inbox.file_seconds, inbox.password_file) == (512, 30.0, 90.5, "密码.txt")


def test_the_password_of_an_address_is_told_to_nobody(here: Path) -> None:
    path = write(here, INBOX.replace('"收件"', '["sftp://user:p@ss:word@host/in", "s3://bucket/a@b", "收件@县"]'))
    [inbox] = load_service(path).jobs
    assert inbox.about == "sftp://***@host/in、s3://bucket/a@b、收件@县"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("postgresql://u:p%40ss@db/jiedui", "postgresql://u:p%40ss@db/jiedui"),
        ("sqlite:///data.db", "{here}/data.db"),
        ("{here}/b.db", "{here}/b.db"),
        ("a?b%20c.db", "{here}/a?b%20c.db"),
    ],
)
def test_a_store_is_the_same_wherever_the_program_runs(here: Path, written: str, stored: str) -> None:
    path = write(here, f'[serve]\nstore = "{written.format(here=here)}"\n{INBOX}')
    assert load_service(path).shared.store == stored.format(here=here)


def test_the_file_has_the_last_word_on_the_store(here: Path) -> None:
    assert load_service(write(here, INBOX), "other.db").shared.store == str(here / "other.db")
    assert load_service(write(here, f'[serve]\nstore = "mine.db"\n{INBOX}'), "other.db").shared.store == str(here / "mine.db")


WRONG = [
    ("", "没有写出要做的事。请至少写一个 [[inbox]]"),
    ("[serv]\n" + INBOX, "没有 serv 这个键。相近的有：serve。"),
    ("[[inboxes]]\n" + INBOX, "没有 inboxes 这个键。相近的有：inbox。"),
    ("serve = 1\n" + INBOX, "serve 要写成表"),
    ("[serve]\nstor = 'a'\n" + INBOX, "没有 serve.stor 这个键。相近的有：store"),
    ("[serve]\ntime-zone = 'UTC'\n" + INBOX, "没有 serve.time-zone 这个键。相近的有：timezone"),
    ("[serve]\nstore = ''\n" + INBOX, "serve.store 要写成不空的字符串"),
    ("[serve]\nstore = 'mysql://a/b'\n" + INBOX, "serve.store 要写成 SQLite 文件的路径，或 postgresql://"),
    ("[serve]\nstore = 'postgresql://u:secret@h:port/b'\n" + INBOX, "serve.store 要写成 SQLite 文件的路径，或 postgresql://"),
    ("[serve]\nstore = ':memory:'\n" + INBOX, "serve.store 要写成 SQLite 文件的路径"),
    ("[serve]\nport = 0\n" + INBOX, "serve.port 要写成 1 到 65535 的整数，不能是 0。"),
    ("[serve]\nport = 65536\n" + INBOX, "serve.port 要写成 1 到 65535 的整数"),
    ("[serve]\nport = '4200'\n" + INBOX, "serve.port 要写成 1 到 65535 的整数"),
    ("[serve]\nport = true\n" + INBOX, "serve.port 要写成 1 到 65535 的整数，不能是 true。"),
    ("[serve]\nat-once = 0\n" + INBOX, "serve.at-once 要写成 1 到 64 的整数"),
    ("[serve]\ntimezone = 'Asia/Shanghia'\n" + INBOX, "serve.timezone 没有 Asia/Shanghia 这个时区。相近的有：Asia/Shanghai"),
    ("[serve]\ntimezone = '北京'\n" + INBOX, "serve.timezone 没有 北京 这个时区。相近的有：Asia/Shanghai。"),
    ("[serve]\ntimezone = '../../../etc/passwd'\n" + INBOX, "这个时区"),
    ("[serve]\ntimezone = 'Asia'\n" + INBOX, "serve.timezone 没有 Asia 这个时区"),
    ("[serve]\ntimezone = 8\n" + INBOX, 'serve.timezone 要写成不空的字符串，如 "Asia/Shanghai"。'),
    ("[inbox]\nname = 'a'\n", "inbox 要写成 [[inbox]] 的表"),
    ("inbox = [1]\n", "inbox[1] 要写成表"),
    (INBOX.replace("cron", "corn"), "没有 inbox[1].corn 这个键。相近的有：cron。"),
    (INBOX.replace("source", "folder"), "没有 inbox[1].folder 这个键。可用的有：name, source, cron"),
    (INBOX + "retry_failed = true\n", "没有 inbox[1].retry_failed 这个键。相近的有：retry-failed。"),
    (INBOX + "names = 'no'\n", "inbox[1].names 要写成 true 或 false，不能是 no。"),
    (INBOX + "jobs = 0\n", "inbox[1].jobs 要写成 1 到 1024 的整数"),
    (INBOX + "jobs = 1.5\n", "inbox[1].jobs 要写成 1 到 1024 的整数，不能是 1.5。"),
    (INBOX + "memory = 12\n", "inbox[1].memory 要写成 256 到"),
    (INBOX + "page-seconds = nan\n", "inbox[1].page-seconds 要写成 0.1 到 86400 的数，不能是 nan。"),
    (INBOX + "password-file = 1\n", "inbox[1].password-file 要写成不空的字符串"),
    (INBOX.replace('name = "县局"\n', ""), 'inbox[1].name 要写成不空的字符串，如 "县局"。'),
    (INBOX.replace("县局", "县/局"), "inbox[1].name 不能是“县/局”"),
    (INBOX.replace("县局", ".."), "inbox[1].name 不能是“..”"),
    (INBOX.replace("县局", "CON"), "inbox[1].name 不能是“CON”"),
    (INBOX.replace("县局", "a&b"), "inbox[1].name 不能是“a&b”"),
    (INBOX.replace("县局", " a "), "inbox[1].name 不能是“"),
    (INBOX.replace("县局", "县" * 61), "最多 60 个字"),
    (INBOX.replace("县局", "a\\nb"), "inbox[1].name 不能是"),
    (INBOX + INBOX, "inbox[2].name 的“县局”和 inbox[1].name 相同"),
    (INBOX.replace("县局", "Town") + INBOX.replace("县局", "TOWN"), "inbox[2].name 的“TOWN”和 inbox[1].name 相同"),
    (INBOX.replace('source = "收件"\n', ""), 'inbox[1].source 要写成字符串的数组，如 "收件箱"。'),
    (INBOX.replace('"收件"', "[]"), "inbox[1].source 要写成不空的字符串"),
    (INBOX.replace('"收件"', '["a", ""]'), "inbox[1].source 要写成不空的字符串"),
    (INBOX.replace('"收件"', '"-"'), "inbox[1].source 不能是 -"),
    (INBOX.replace("0 2 * * *", "0 2 * *"), "inbox[1].cron：“0 2 * *”要写成五段：分 时 日 月 星期，如 0 2 * * *；现在有 4 段。"),
    (INBOX.replace("0 2 * * *", "@daily"), "现在有 1 段。"),
    (INBOX.replace("0 2 * * *", "0 25 * * *"), "inbox[1].cron：第 2 段（时）不能是“25”。请用 0 到 23 的数"),
    (INBOX.replace("0 2 * * *", "0 2 * * 8"), "inbox[1].cron：第 5 段（星期，0 和 7 都是星期日）不能是“8”"),
    (INBOX.replace("0 2 * * *", "0 2 31 2 *"), "inbox[1].cron：“0 2 31 2 *”永远不会到"),
    (INBOX.replace('"0 2 * * *"', "5"), 'inbox[1].cron 要写成不空的字符串，如 "0 2 * * *"。'),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_mistake_is_one_line_that_says_where(here: Path, text: str, said: str, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, text)
    assert run(["serve"]) == 2
    error = capfd.readouterr().err
    assert f"{here}/jiedui.toml：" in error
    assert said in error
    assert "secret" not in error
    assert error.count("\n") == 1
    assert not (here / "jiedui.db").exists()


@pytest.mark.parametrize("text", [text for text, _ in WRONG])
def test_mistakes_are_told_in_english_too(here: Path, text: str, capfd: pytest.CaptureFixture[str]) -> None:
    write(here, text)
    assert run(["serve", "--lang", "en"]) == 2
    error = capfd.readouterr().err.replace(str(here), "")
    # what was written stays as it was
    assert not re.search(r"[\u3000-\u303f，：；。]", error)
    assert error.count("\n") == 1


@pytest.mark.parametrize("command", [[], ["--list"], ["--pause", "县局"]])
def test_a_file_that_is_not_there_is_named(here: Path, command: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", *command]) == 2
    assert "没有 jiedui.toml" in capfd.readouterr().err
    assert run(["serve", *command, "--config", "no.toml"]) == 2
    assert f"读不了 {here}/no.toml" in capfd.readouterr().err
