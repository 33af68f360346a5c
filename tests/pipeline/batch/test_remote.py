"""Files at addresses: listed, fetched once, and told where they cannot be had."""

from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

import fsspec
import pytest
import sqlalchemy as sa

from extractors.readers.limits import MAX_BYTES
from pipeline.batch.items import list_items
from pipeline.batch.remote import Remote, fetched, is_address
from pipeline.batch.shift import Shift
from pipeline.batch.work import Batch, Task, do_batch
from pipeline.exit_codes import NOT_ALL
from pipeline.store.seen import Result
from pipeline.store.tables import SOURCES
from schemas.errors import JieduiError, Unreadable
from tests.pipeline.batch.archives import READER, SETTING, fates, read_archive
from tests.pipeline.batch.bucket import Bucket, forget, zipped
from tests.pipeline.batch.program import finish
from tests.pipeline.store.make_reading import pact

ODD = ["空 格.txt", "结对帮扶协议书（终稿）.txt", "100%.txt", "%20.txt", "1+1.txt", "#1.txt", "a::b.txt", "q?.txt", "s*.txt", "[1].txt",
       "a&b=c.txt", "a//b.txt", "é.txt", "单'双\".txt", "尾 .txt"]  # fmt: skip


def addresses(*words: str) -> list[str]:
    return [item.address for item in list_items(words).items]


def wrong(results: list[Result]) -> list[tuple[str, str | None]]:
    return [(result.fate, result.reason) for result in results if result.fate != "ok"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("s3://a/b", True), ("S3://a", True), ("memory://a", True), ("file:///a", True), ("a/b", False), ("C://a", False), ("a: b://c", False),
     ("//host/a", False), ("协议://a", False)],
)  # fmt: skip
def test_what_is_an_address(word: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_address(word) is expected


def test_a_prefix_means_what_lies_below_it(bucket: Bucket) -> None:
    for key in ("a/1.txt", "a/b/2.TXT", "a-old/3.txt", "4.txt"):
        bucket.put(key, pact())
    bucket.put("a/空/", "")
    expected = [bucket.address("a/1.txt"), bucket.address("a/b/2.TXT")]
    assert addresses(bucket.address("a")) == addresses(bucket.address("a/")) == expected
    assert len(addresses(bucket.address())) == len(addresses(bucket.address().rstrip("/"))) == 4


def test_a_prefix_says_what_is_passed_over_as_a_folder_does(bucket: Bucket) -> None:
    for key in ("a/1.txt", "a/n.md", "a/.git/2.txt", "a/.3.txt", "a/~$4.docx", "a/5.txt.part"):
        bucket.put(key, "x")
    listing = list_items([bucket.address("a")])
    assert [item.address for item in listing.items] == [bucket.address("a/1.txt")]
    assert sorted(entry.why for entry in listing.passed) == ["hidden", "hidden", "other-format", "temporary", "temporary"]


def test_a_hidden_folder_that_is_named_is_meant(bucket: Bucket) -> None:
    bucket.put(".a/1.txt", "x")
    assert addresses(bucket.address(".a")) == addresses(bucket.address(".a/*.txt")) == [bucket.address(".a/1.txt")]


def test_one_object_is_read_whatever_it_is_called(bucket: Bucket, engine: sa.Engine) -> None:
    word = bucket.put("a/协议", pact())
    assert addresses(word) == [word]
    assert fates(read_archive(engine, [word])) == {"ok": 1}


def test_patterns(bucket: Bucket) -> None:
    for key in ("a/1.txt", "a/2.pdf", "a/b/3.txt"):
        bucket.put(key, "x")
    assert addresses(bucket.address("a/*.txt")) == [bucket.address("a/1.txt")]
    assert addresses(bucket.address("a/?.*")) == [bucket.address("a/1.txt"), bucket.address("a/2.pdf")]
    assert addresses(bucket.address("**/3.txt")) == [bucket.address("a/b/3.txt")]
    listing = list_items([bucket.address("a/*.doc"), bucket.address("a/2.pdf")])
    assert (listing.missing, len(listing.items)) == ((bucket.address("a/*.doc"),), 1)


def test_an_object_is_there_once_however_often_it_is_named(bucket: Bucket, tmp_path: Path) -> None:
    word = bucket.put("a/1.txt", "x")
    (tmp_path / "list.txt").write_text(f"# S3\r\n{word}\r\n", encoding="utf-8")
    assert addresses(word, bucket.address("a"), word.replace("s3://", "S3://"), f"@{tmp_path / 'list.txt'}") == [word]


def test_objects_with_odd_names(bucket: Bucket, engine: sa.Engine) -> None:
    for at, name in enumerate(ODD):
        bucket.put(f"a/{name}", pact(helper=f"东山市第{at + 1}小学"))
    assert sorted(addresses(bucket.address("a"))) == sorted(bucket.address(f"a/{name}") for name in ODD)
    assert all(addresses(bucket.address(f"a/{name}")) == [bucket.address(f"a/{name}")] for name in ODD), "each by its own name"
    assert fates(read_archive(engine, [bucket.address("a")])) == {"ok": len(ODD)}
    with engine.connect() as connection:
        assert set(connection.scalars(sa.select(SOURCES.c.address))) == {bucket.address(f"a/{name}") for name in ODD}


def test_what_is_unchanged_is_not_fetched_and_what_is_changed_is_read(bucket: Bucket, engine: sa.Engine) -> None:
    for at in range(4):
        bucket.put(f"a/{at}.txt", pact(times=at + 2))
    assert fates(read_archive(engine, [bucket.address("a")], "one")) == {"ok": 4}
    assert sorted(bucket.got) == [f"a/{at}.txt" for at in range(4)]
    bucket.got.clear()
    assert fates(read_archive(engine, [bucket.address("a")], "two")) == {"unchanged": 4}
    assert bucket.got == []
    bucket.put("a/2.txt", pact(times=20))
    assert fates(read_archive(engine, [bucket.address("a")], "three")) == {"ok": 1, "unchanged": 3}
    assert bucket.got == ["a/2.txt"]


def test_an_object_of_no_bytes(bucket: Bucket, engine: sa.Engine) -> None:
    bucket.put("a/1.txt", "")
    assert wrong(read_archive(engine, [bucket.address("a")])) == [("unreadable", "empty")]


def test_an_object_above_the_limit_is_not_fetched(bucket: Bucket, engine: sa.Engine) -> None:
    bucket.put("a/1.txt", bytes(MAX_BYTES + 1))
    bucket.put("a/2.txt", pact())
    assert wrong(read_archive(engine, [bucket.address("a")])) == [("unreadable", "too-large")]
    assert bucket.got == ["a/2.txt"]


def test_an_object_that_grows_above_the_limit_after_it_was_listed_is_not_kept(bucket: Bucket, engine: sa.Engine) -> None:
    word = bucket.put("a/1.txt", "small")
    items = list_items([word]).items
    bucket.put("a/1.txt", bytes(MAX_BYTES + 1))
    assert wrong(do_batch(Batch(1, items, (None,)), Task("run", SETTING), engine, READER)) == [("unreadable", "too-large")]


def test_an_object_that_is_gone_before_it_is_read(bucket: Bucket, engine: sa.Engine) -> None:
    bucket.put("a/1.txt", pact())
    bucket.put("a/2.txt", pact(times=9))
    items = list_items([bucket.address("a")]).items
    bucket.delete("a/1.txt")
    results = do_batch(Batch(1, items, (None, None)), Task("run", SETTING), engine, READER)
    assert fates(results) == {"ok": 1, "unreadable": 1}
    [lost] = [result for result in results if result.fate == "unreadable"]
    assert (lost.address, lost.reason) == (bucket.address("a/1.txt"), "not-a-file")
    assert lost.message == "列出之后，这个文件被删除或改名了。请确认后再运行一次。"


def test_an_object_that_changes_before_it_is_read_is_looked_at_again(bucket: Bucket, engine: sa.Engine) -> None:
    word = bucket.put("a/1.txt", pact())
    items = list_items([word]).items
    bucket.put("a/1.txt", pact(times=9))
    assert fates(do_batch(Batch(1, items, (None,)), Task("one", SETTING), engine, READER)) == {"ok": 1}
    bucket.got.clear()
    assert fates(read_archive(engine, [word], "two")) == {"unchanged": 1}
    assert bucket.got == ["a/1.txt"], "the mark was that of the listing, so it is fetched, and known by its content"


@pytest.mark.parametrize("key", ["none", "a/none.txt"])
def test_an_address_that_leads_to_nothing(bucket: Bucket, key: str) -> None:
    bucket.put("a/1.txt", "x")
    with pytest.raises(JieduiError, match=r"里没有文件。请检查地址和权限。"):
        list_items([bucket.address(key)])


def test_a_bucket_that_is_not_there(bucket: Bucket) -> None:
    del bucket
    with pytest.raises(JieduiError, match=r"连不上 s3://no-such-bucket/a：The specified bucket does not exist。请检查"):
        list_items(["s3://no-such-bucket/a"])


def test_a_server_that_is_not_there(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    forget()
    with pytest.raises(JieduiError, match=rf"连不上 {bucket.address('a')}：Could not connect.+{port}.+请检查地址、网络和账号后再试。"):
        list_items([bucket.address("a")])


def test_a_server_that_goes_away_before_a_file_is_read(bucket: Bucket, engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    items = list_items([bucket.put("a/1.txt", pact())]).items
    with socket.create_server(("127.0.0.1", 0)) as one:
        port = one.getsockname()[1]
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    forget()
    [result] = do_batch(Batch(1, items, (None,)), Task("run", SETTING), engine, READER)
    assert (result.fate, result.reason) == ("unreadable", "not-a-file")
    assert "Could not connect" in str(result.message)


@pytest.mark.parametrize("word", ["http://127.0.0.1:9/a.txt", "HTTPS://example.org/a.pdf", "ftp://example.org/a", "github://a:b@c/d"])
def test_pages_of_the_web_are_refused(word: str) -> None:
    with pytest.raises(JieduiError, match="是网页的地址。请先把文件下载到文件夹"):
        list_items([word])


def test_no_chain_of_addresses_leads_to_the_web() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        for outer in ("zip://a.txt", "memory://", "file://", "tar://a.txt"):
            with pytest.raises(JieduiError):
                list_items([f"{outer}::http://127.0.0.1:{listening.getsockname()[1]}/a.zip"])
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.mark.parametrize("word", ["sftp://me:secret@host/a", "smb://me:se:cret@host/a", "sftp://me:@host/a"])
def test_an_address_with_a_password_is_refused_and_not_repeated(word: str) -> None:
    with pytest.raises(JieduiError, match="写了密码") as trouble:
        list_items([word])
    assert "cret" not in str(trouble.value)


@pytest.mark.parametrize("word", ["nothing://a", "s3://", "sftp://host/a", "smb://host/share/a", "file://", "zip://a"])
def test_what_cannot_be_opened_is_told(word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(JieduiError, match=r"。$"):
        list_items([word])


def test_files_at_file_addresses(tmp_path: Path, engine: sa.Engine) -> None:
    folder = tmp_path / "papers"
    (folder / "a b").mkdir(parents=True)
    paper = folder / "a b" / "协议#1.txt"
    paper.write_text(pact(), encoding="utf-8")
    (folder / "a b" / "link.txt").symlink_to(paper)
    listing = list_items([f"file://{folder}"])
    assert [item.address for item in listing.items] == [f"file://{paper}"]
    assert [entry.why for entry in listing.passed] == ["link"]
    assert fates(read_archive(engine, [f"file://{folder}/*/*.txt"], "one")) == {"ok": 1}
    assert fates(read_archive(engine, [f"file://{folder}"], "two")) == {"unchanged": 1}
    paper.write_text(pact(times=99), encoding="utf-8")
    assert fates(read_archive(engine, [f"file://{folder}"], "three")) == {"ok": 1}


def test_files_in_memory(memory: fsspec.AbstractFileSystem, engine: sa.Engine) -> None:
    memory.pipe({"/a/1.txt": pact().encode(), "/a/2.zip": zipped(one=pact(times=3)), "/b/3.txt": b"x", "/a/n.md": b"x"})
    assert addresses("memory://a") == addresses("memory:///a") == ["memory:///a/1.txt", "memory:///a/2.zip"]
    assert fates(read_archive(engine, ["memory://a"])) == {"ok": 2}


def test_a_host_stays_in_the_address(tmp_path: Path) -> None:
    class Elsewhere(type(fsspec.filesystem("file"))):  # type: ignore[misc] # fsspec carries no types
        protocol = "elsewhere"

        def __init__(self, host: str, **others: object) -> None:
            super().__init__(**others)
            self.host = host

        @classmethod
        def _strip_protocol(cls, path: str) -> str:
            return str(fsspec.utils.infer_storage_options(path)["path"]) if "://" in path else path

        @staticmethod
        def _get_kwargs_from_urls(path: str) -> dict[str, str]:
            return {"host": fsspec.utils.infer_storage_options(path)["host"]}

    fsspec.register_implementation("elsewhere", Elsewhere, clobber=True)
    (tmp_path / "1.txt").write_text("x", encoding="utf-8")
    [item] = list_items([f"elsewhere://me@archive.example{tmp_path}"]).items
    assert item.address == f"elsewhere://me@archive.example{tmp_path}/1.txt"
    assert isinstance(item.source, Remote)
    with fetched(item.source) as path:
        assert path.read_text(encoding="utf-8") == "x"


def test_a_copy_is_gone_after_it_was_read(memory: fsspec.AbstractFileSystem) -> None:
    memory.pipe("/1.txt", b"x")
    with fetched(Remote("memory:///1.txt", 1, None)) as path:
        assert path.read_bytes() == b"x"
    assert not path.parent.exists()
    with pytest.raises(Unreadable), fetched(Remote("memory:///2.txt", 1, None)):
        raise AssertionError("there is nothing to read")


def test_the_program_reads_a_bucket(bucket: Bucket, tmp_path: Path) -> None:
    for at in range(3):
        bucket.put(f"papers/{at} 协议.txt", pact(times=at + 2))
    bucket.put("papers/x.zip", zipped(one=pact(times=20)))
    store = tmp_path / "store.db"
    done = finish(tmp_path, bucket.address("papers"), "--store", store)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "读成 4 个" in done.stderr
    with sqlite3.connect(store) as kept:
        assert sorted(row[0] for row in kept.execute("SELECT address FROM sources")) == sorted(
            [*(bucket.address(f"papers/{at} 协议.txt") for at in range(3)), bucket.address("papers/x.zip!/one.txt")]
        )
    bucket.got.clear()
    again = finish(tmp_path, bucket.address("papers"), "--store", store)
    assert again.returncode == 0
    assert "没有新文件，也没有改动。" in again.stderr
    assert bucket.got == []


def test_the_program_says_what_is_wrong_with_an_address(bucket: Bucket, tmp_path: Path) -> None:
    del bucket
    done = finish(tmp_path, "s3://no-such-bucket/a")
    assert (done.returncode, done.stdout) == (NOT_ALL, "")
    assert done.stderr == "出错：连不上 s3://no-such-bucket/a：The specified bucket does not exist。请检查地址、网络和账号后再试。\n"


def test_a_run_that_is_stopped_fetches_nothing_more(bucket: Bucket, engine: sa.Engine) -> None:
    items = list_items([bucket.put("a/1.txt", pact()), bucket.put("a/2.txt", pact(times=9))]).items
    shift = Shift()
    shift.stop()
    assert do_batch(Batch(1, items, (None, None)), Task("run", SETTING), engine, READER, shift) == []
    assert bucket.got == []
