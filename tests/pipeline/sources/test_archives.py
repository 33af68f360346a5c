"""Archives: what is in them, what it is called, and what is not opened."""

from __future__ import annotations

import contextlib
import os
import random
import stat
from pathlib import Path

import pytest

from pipeline.reading import bytes_of
from pipeline.sources import archive
from pipeline.sources.archive_members import members
from pipeline.sources.inputs import Gathered, Input, gather, is_single, named_input
from schemas.errors import Unreadable
from tests.formats.make_archive import Packed, aes_packed, make_archive, unicode_path
from tests.formats.make_docx import make_docx
from tests.formats.word_xml import make_zip

TEXT = "甲方：青松市第二小学".encode()
LINK = stat.S_IFLNK | 0o777


def gathered(folder: Path, data: bytes, name: str = "papers.zip") -> Gathered:
    (folder / name).write_bytes(data)
    return gather([str(folder)])


def names(found: Gathered) -> list[str | None]:
    return [source.name for source in found.inputs]


def reason(source: Input, *passwords: str) -> str:
    with pytest.raises(Unreadable) as caught:
        bytes_of(source, passwords)
    assert caught.value.message.endswith("。")
    return caught.value.reason


def test_members_are_inputs_of_their_own(tmp_path: Path) -> None:
    found = gathered(tmp_path, make_archive([("b/二.txt", TEXT), ("a.txt", b"a"), ("b/", b"")]))
    assert names(found) == ["papers.zip!/a.txt", "papers.zip!/b/二.txt"]
    assert [source.shown for source in found.inputs] == [f"{tmp_path}/papers.zip!/{name}" for name in ("a.txt", "b/二.txt")]
    assert [str(source.below) for source in found.inputs] == ["papers.zip", "papers.zip/b"]
    assert [bytes_of(source) for source in found.inputs] == [b"a", TEXT]


@pytest.mark.parametrize(
    ("packed", "name"),
    [
        (Packed("协议.txt".encode(), flags=0x800), "协议.txt"),
        (Packed("协议.txt".encode("gbk")), "协议.txt"),
        (Packed("结对帮扶协议书（2024年）.txt".encode("gbk")), "结对帮扶协议书（2024年）.txt"),
        (Packed("协议.txt".encode()), "协议.txt"),
        (Packed("联通.txt".encode("gbk")), "联通.txt"),
        (Packed("項目\\協議.txt".encode("gbk")), "項目/協議.txt"),
        (Packed(b"xy.txt", extra=unicode_path(b"xy.txt", "协议.txt")), "协议.txt"),
        (Packed(b"xy.txt", extra=unicode_path(b"other.txt", "协议.txt")), "xy.txt"),
        (Packed(b"../../etc/a.txt"), "_/_/etc/a.txt"),
        (Packed(b"/etc/a.txt"), "etc/a.txt"),
        (Packed(b"C:\\a\\.\\b.txt"), "C:/a/b.txt"),
        (Packed(b"a\n\x1b[31m.txt"), "a\\x0a\\x1b[31m.txt"),
        (Packed("a\u202etxt.exe.txt".encode(), flags=0x800), "a\\u202etxt.exe.txt"),
        (Packed(b"a\0b.txt"), "a\\x00b.txt"),
        (Packed(b"CON.txt"), "CON.txt"),
        (Packed(b"-rf.txt"), "-rf.txt"),
    ],
)
def test_names_are_told_and_never_followed(tmp_path: Path, packed: Packed, name: str) -> None:
    found = gathered(tmp_path, make_archive([packed]))
    assert names(found) == [f"papers.zip!/{name}"]


@pytest.mark.parametrize(
    ("packed", "why"),
    [
        (Packed(b"a.md"), "other-format"),
        (Packed(b"a"), "other-format"),
        (Packed(b"__MACOSX/._a.txt"), "hidden"),
        (Packed(b"__MACOSX/a.txt"), "hidden"),
        (Packed(b".git/a.txt"), "hidden"),
        (Packed(b"~$a.docx"), "temporary"),
        (Packed(b"a.txt", b"/etc/passwd", mode=LINK), "link"),
    ],
)
def test_what_is_no_document_is_passed_over(tmp_path: Path, packed: Packed, why: str) -> None:
    found = gathered(tmp_path, make_archive([packed, ("b.txt", b"b")]))
    assert names(found) == ["papers.zip!/b.txt"]
    assert [entry.why for entry in found.passed] == [why]
    assert str(found.passed[0].path).startswith(f"{tmp_path}/papers.zip!/")


def test_two_of_one_name_are_two(tmp_path: Path) -> None:
    found = gathered(tmp_path, make_archive([("a.txt", b"1"), ("a.txt", b"2")]))
    assert [bytes_of(source) for source in found.inputs] == [b"1", b"2"]
    assert len({source.key for source in found.inputs}) == 2


@pytest.mark.parametrize("name", ["a.docx", "a.zip"])
def test_an_office_file_is_no_archive(tmp_path: Path, name: str) -> None:
    paper = make_docx("协议书")
    found = gathered(tmp_path, paper, name)
    assert names(found) == [name]
    assert bytes_of(found.inputs[0]) == paper


def test_a_folder_called_word_makes_no_word_file(tmp_path: Path) -> None:
    found = gathered(tmp_path, make_archive([("word/a.txt", b"a"), ("xl/b.txt", b"b")]))
    assert names(found) == ["papers.zip!/word/a.txt", "papers.zip!/xl/b.txt"]


def test_an_archive_that_is_named_may_be_called_anything(tmp_path: Path) -> None:
    (tmp_path / "papers.bin").write_bytes(make_archive([("a.txt", b"a")]))
    found = gather([str(tmp_path / "papers.bin")])
    assert names(found) == ["papers.bin!/a.txt"]
    assert not is_single([str(tmp_path / "papers.bin")], found.inputs)


def test_a_member_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(make_archive([("b/一.md", b"a"), ("c.txt", b"c")]))
    given = f"{tmp_path}/a.zip!/b/一.md"
    found = gather([given])
    assert [source.shown for source in found.inputs] == [given]
    assert bytes_of(found.inputs[0]) == b"a"
    assert is_single([given], found.inputs)
    assert named_input(Path(given)) == found.inputs[0]


@pytest.mark.parametrize("given", ["a.zip!/none.txt", "none.zip!/a.txt", "a.txt!/a.txt"])
def test_a_member_that_is_not_there(tmp_path: Path, given: str) -> None:
    (tmp_path / "a.zip").write_bytes(make_archive([("c.txt", b"c")]))
    (tmp_path / "a.txt").write_bytes(b"a")
    (source,) = gather([str(tmp_path / given)]).inputs
    assert reason(source) == "not-a-file"


def test_an_archive_in_an_archive_is_opened_and_no_further(tmp_path: Path) -> None:
    deepest = make_archive([("c.txt", b"c")])
    inner = make_archive([("b.txt", b"b"), ("deep.zip", deepest), ("b.md", b"")])
    found = gathered(tmp_path, make_archive([("x/inner.zip", inner), ("a.txt", b"a"), ("word.zip", make_docx("协议书"))]))
    assert names(found) == ["papers.zip!/a.txt", "papers.zip!/word.zip", "papers.zip!/x/inner.zip!/b.txt"]
    assert bytes_of(found.inputs[2]) == b"b"
    assert str(found.inputs[2].below) == "papers.zip/x/inner.zip"
    assert sorted(entry.why for entry in found.passed) == ["nested-archive", "other-format"]


def test_members_without_a_name_cost_nothing(tmp_path: Path) -> None:
    found = gathered(tmp_path, make_archive([Packed(b"", b"x"), Packed(b"/", b""), ("a.txt", TEXT)]))
    assert names(found) == ["papers.zip!/a.txt"]
    assert bytes_of(found.inputs[0]) == TEXT
    assert [entry.why for entry in found.passed] == ["other-format"]
    assert reason(gathered(tmp_path, make_archive([Packed(b"", b"x")])).inputs[0]) == "empty"


def test_an_encrypted_member_that_is_cut_off_is_encrypted(tmp_path: Path) -> None:
    whole = make_archive([("a.md", b""), Packed(b"a.txt", b"x", flags=1, method=0)])
    start, end = whole.index(b"PK\x03\x04", 1), whole.index(b"PK\x01\x02")
    member, rest = whole[start:end], bytearray(whole[:start] + whole[end:])
    # the member stands at the very end, in the archive's own comment; readers reckon places from the directory's
    entry = rest.rindex(b"PK\x01\x02")
    rest[entry + 42 : entry + 46] = len(rest).to_bytes(4, "little")
    rest[-6:-2] = start.to_bytes(4, "little")
    rest[-2:] = len(member).to_bytes(2, "little")
    (only,) = gathered(tmp_path, bytes(rest) + member).inputs
    assert reason(only, "secret") == "encrypted"


@pytest.mark.parametrize("code", [b"secret", "密码".encode("gbk"), "密码".encode()])
def test_passwords(tmp_path: Path, code: bytes) -> None:
    found = gathered(tmp_path, make_archive([Packed(b"a.txt", TEXT * 50, password=code), Packed(b"b.txt", b"b")]))
    first, second = found.inputs
    given = "secret" if code == b"secret" else "密码"
    assert reason(first) == "encrypted"
    assert reason(first, "wrong") == "encrypted"
    assert bytes_of(first, [given]) == TEXT * 50
    assert bytes_of(second, [given]) == b"b"


@pytest.mark.parametrize(
    ("packed", "why"),
    [
        (aes_packed(b"a.txt", b"x", b"pass"), "encrypted"),
        (Packed(b"a.txt", b"x", method=99, flags=1), "damaged"),
        (Packed(b"a.txt", b"x", method=0, flags=0x41), "encrypted"),
        (Packed(b"a.txt", b"x", method=12), "unsupported"),
        (Packed(b"a.txt", b"x", method=9), "unsupported"),
        (Packed(b"a.txt", b"\0" * 3_000_000), "too-large"),
        (Packed(b"a.txt", b"\0" * 3_000_000, stated_size=1_000), "damaged"),
        (Packed(b"a.txt", TEXT, stated_size=9_000), "damaged"),
        (Packed(b"a.txt", TEXT, method=0, stated_size=9_000), "damaged"),
    ],
    ids=[
        "AES",
        "AES without its facts",
        "strong encryption",
        "bzip2",
        "deflate64",
        "bomb",
        "bomb that says it is small",
        "too little",
        "too little, stored",
    ],
)
def test_a_bad_member_costs_only_itself(tmp_path: Path, packed: Packed, why: str) -> None:
    filler = os.urandom(100_000)
    first, second = gathered(tmp_path, make_archive([packed, ("b.txt", b"b"), ("c.md", filler)])).inputs
    assert reason(first) == why
    assert bytes_of(second) == b"b"


def _overlapping() -> bytes:
    """Many entries for one and the same packed stretch (Fifield 2019)."""
    whole = make_archive([("a.txt", b"\0" * 1_000_000)])
    start = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    entries = whole[start:end] * 2_000
    tail = bytearray(whole[end:])
    tail[8:12] = (2_000).to_bytes(2, "little") * 2
    tail[12:16] = len(entries).to_bytes(4, "little")
    return whole[:start] + entries + bytes(tail)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (make_archive([("a.txt", TEXT)])[:-10], "damaged"),
        (make_archive([("a.txt", TEXT)])[:30], "damaged"),
        (b"PK\x03\x04" + bytes(range(256)), "damaged"),
        (make_archive([(f"{number}.txt", b"") for number in range(10_001)]), "too-large"),
        (_overlapping(), "too-large"),
        (make_archive([("a.txt", b"\0" * 3_000_000)]), "too-large"),
        (make_archive([("a.md", b"")]), "empty"),
        (make_archive([]), "empty"),
        (make_archive([Packed(b"\xff.txt", b"a", flags=0x800)]), "damaged"),
        (make_archive([Packed(b"a.txt", b"a", extra=b"\x75\x70\xff\xff\x01")]), "damaged"),
    ],
    ids=[
        "no end",
        "cut",
        "noise",
        "members",
        "overlapping",
        "ratio",
        "no document",
        "empty",
        "a name that is no UTF-8",
        "a field that is cut",
    ],
)
def test_an_archive_that_is_not_opened_says_why(tmp_path: Path, data: bytes, why: str) -> None:
    (source,) = gathered(tmp_path, data).inputs
    assert source.name == "papers.zip"
    assert reason(source) == why


def test_the_whole_may_not_be_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 250_000)
    (source,) = gathered(tmp_path, make_zip({f"{number}.txt": os.urandom(50_000) for number in range(6)})).inputs
    assert reason(source) == "too-large"


def test_a_bomb_inside_an_archive_is_not_opened(tmp_path: Path) -> None:
    found = gathered(tmp_path, make_archive([("a.txt", b"a"), ("inner.zip", _overlapping()), ("c.md", os.urandom(50_000))]))
    assert names(found) == ["papers.zip!/a.txt", "papers.zip!/inner.zip"]
    assert reason(found.inputs[1]) == "too-large"


def test_an_archive_that_changes_meanwhile(tmp_path: Path) -> None:
    found = gathered(tmp_path, make_archive([("a.txt", b"a"), ("b.txt", b"b")]))
    assert bytes_of(found.inputs[0]) == b"a"
    (tmp_path / "papers.zip").write_bytes(make_archive([("c.txt", b"other")]))
    assert reason(found.inputs[1]) == "damaged"
    (tmp_path / "papers.zip").unlink()
    assert reason(found.inputs[0]) == "not-a-file"


def test_whatever_is_broken_in_it_an_archive_is_opened_or_refused(tmp_path: Path) -> None:
    chance = random.Random(5)  # noqa: S311 - broken in the same way every time
    inner = make_archive([("b.txt", TEXT * 20)])
    whole = make_archive([("a.txt", TEXT), Packed("协议.txt".encode("gbk"), TEXT, password=b"x"), ("inner.zip", inner), ("c/d.docx", b"d")])
    path = tmp_path / "a.zip"
    for _ in range(400):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        path.write_bytes(broken)
        for source in gather([str(path)]).inputs:
            assert source.shown
            with contextlib.suppress(Unreadable):
                bytes_of(source, ("x",))
        with contextlib.suppress(Unreadable):
            members(path)
