"""What a person names for a batch, and what that means."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from pipeline.batch.items import Listing, list_items
from schemas.errors import JieduiError


def make(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"text of {path.name}", encoding="utf-8")


def zipped(*names: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, name)
    return held.getvalue()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the words are said."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(here: Path, listing: Listing) -> list[str]:
    return [item.address.removeprefix(f"{here}/") for item in listing.items]


def named(here: Path, *words: str) -> list[str]:
    listing = list_items(words)
    assert listing.missing == ()
    return found(here, listing)


def test_a_folder_is_walked_and_says_what_it_passes_over(here: Path) -> None:
    make(here / "a/2.txt", here / "a/1.txt", here / "a/b/3.TXT", here / "a/.git/4.txt", here / "a/notes.md", here / "a/~$5.docx")
    listing = list_items(["a"])
    assert found(here, listing) == ["a/1.txt", "a/2.txt", "a/b/3.TXT"]
    assert sorted(entry.why for entry in listing.passed) == ["hidden", "other-format", "temporary"]


def test_an_address_is_a_whole_path_wherever_it_is_said(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(here / "a/1.txt")
    whole = [item.address for item in list_items(["a"]).items]
    monkeypatch.chdir(here / "a")
    assert [item.address for item in list_items(["../a/1.txt"]).items] == whole == [str(here / "a/1.txt")]


def test_the_report_of_an_earlier_run_is_left_out(here: Path) -> None:
    make(here / "a/1.txt", here / "a/jiedui-report/report.html")
    assert found(here, list_items(["a"], leave_out=here / "a/jiedui-report")) == ["a/1.txt"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("a/*.txt", ["a/1.txt", "a/10.txt", "a/2.txt"]),
        ("a/?.txt", ["a/1.txt", "a/2.txt"]),
        ("a/[12].txt", ["a/1.txt", "a/2.txt"]),
        ("a/[!1]*.txt", ["a/2.txt"]),
        ("**/3.txt", ["a/b/c/3.txt"]),
        ("a/**/*.txt", ["a/1.txt", "a/10.txt", "a/2.txt", "a/b/c/3.txt"]),
        ("*", ["a/1.txt", "a/10.txt", "a/2.txt", "a/b/c/3.txt"]),
        ("a/**", ["a/1.txt", "a/10.txt", "a/2.txt", "a/b/c/3.txt"]),
    ],
)
def test_wildcards(here: Path, word: str, expected: list[str]) -> None:
    make(here / "a/1.txt", here / "a/2.txt", here / "a/10.txt", here / "a/b/c/3.txt")
    assert named(here, word) == expected
    assert named(here, str(here / word)) == expected


def test_brackets_and_stars_of_real_names_are_no_wildcards(here: Path) -> None:
    make(here / "协议[2024]/1.txt", here / "协议[2024]/[终稿].txt", here / "a*.txt", here / "ab.txt", here / "[1].txt", here / "1.txt")
    assert named(here, "协议[2024]") == ["协议[2024]/1.txt", "协议[2024]/[终稿].txt"]
    assert named(here, "协议[2024]/[终稿].txt") == ["协议[2024]/[终稿].txt"]
    assert named(here, "协议[2024]/*.txt") == ["协议[2024]/1.txt", "协议[2024]/[终稿].txt"]
    assert named(here, str(here / "协议[2024]/[1-9].txt")) == ["协议[2024]/1.txt"]
    assert named(here, "a*.txt") == ["a*.txt"]
    assert named(here, "[1].txt") == ["[1].txt"]


@pytest.mark.parametrize("word", ["none", "none/*.txt", "a/*.pdf", "[", "", "a/1.txt/", "a/1.txt/*", "\0", "~/nowhere", "-"])
def test_what_names_nothing_is_told_and_the_rest_is_read(here: Path, word: str) -> None:
    make(here / "a/1.txt")
    listing = list_items([word, "a"])
    assert listing.missing == (word,)
    assert found(here, listing) == ["a/1.txt"]


@pytest.mark.parametrize("word", ["-", "*", "./-", "@list.txt"])
def test_a_file_called_minus_is_a_file(here: Path, word: str) -> None:
    make(here / "-")
    (here / "list.txt").write_text("-\n", encoding="utf-8")
    items = {item.address: item.source for item in list_items([word]).items}
    source = items[str(here / "-")]
    assert getattr(source, "path", None) == Path("-"), "not the standard input"


def test_a_file_is_there_once_however_often_it_is_named(here: Path) -> None:
    make(here / "a/1.txt", here / "a/2.txt")
    assert named(here, "a/2.txt", "a", "a/", "./a/1.txt", str(here / "a"), "a/../a/1.txt", "a/*.txt", "**") == ["a/2.txt", "a/1.txt"]


def test_an_archive_is_there_once_however_it_is_named(here: Path) -> None:
    (here / "a/b").mkdir(parents=True)
    (here / "a/b/x.zip").write_bytes(zipped("1.txt", "下/2.txt"))
    expected = ["a/b/x.zip!/1.txt", "a/b/x.zip!/下/2.txt"]
    assert named(here, "a") == expected
    assert named(here, "a/b/x.zip", "./a/b/x.zip", "a", str(here / "a/b"), "a/b/x.zip!/1.txt") == expected


def test_members_of_one_name_stay_two_however_the_archive_is_named(here: Path) -> None:
    with zipfile.ZipFile(here / "x.zip", "w") as archive:
        archive.writestr("1.txt", "one")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("1.txt", "two")
    assert named(here, "x.zip", "./x.zip", ".") == ["x.zip!/1.txt", "x.zip!/1.txt#2"]


def test_a_link_is_a_file_of_its_own_and_a_link_out_of_a_folder_is_not_followed(here: Path) -> None:
    make(here / "a/1.txt", here / "out/2.txt")
    (here / "a/link.txt").symlink_to("1.txt")
    (here / "a/away.txt").symlink_to(here / "out/2.txt")
    (here / "a/round").symlink_to(here / "a")
    (here / "a/gone.txt").symlink_to("nowhere.txt")
    listing = list_items(["a"])
    assert found(here, listing) == ["a/1.txt", "a/link.txt"]
    assert sorted(entry.why for entry in listing.passed) == ["link", "link", "link-folder"]
    assert named(here, "a/away.txt") == ["a/away.txt"], "who names a link means it"


def test_a_pipe_in_a_folder_is_not_waited_for(here: Path) -> None:
    make(here / "a/1.txt")
    os.mkfifo(here / "a/2.txt")
    assert named(here, "a") == ["a/1.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_list_names_files_one_a_line(here: Path, encoding: str) -> None:
    make(here / "结对帮扶协议书（二〇二四年）.txt", here / "乙方留存.txt", here / "b c.txt", here / "#1.txt")
    lines = [
        "# 清单：东山市第一小学的协议",
        "结对帮扶协议书（二〇二四年）.txt",
        "",
        "  乙方留存.txt  ",
        "\t# 注释",
        "b c.txt",
        "./#1.txt",
        "没有.txt",
    ]
    (here / "清单.txt").write_bytes("\r\n".join(lines).encode(encoding))
    listing = list_items(["@清单.txt"])
    assert found(here, listing) == ["结对帮扶协议书（二〇二四年）.txt", "乙方留存.txt", "b c.txt", "#1.txt"]
    assert listing.missing == ("没有.txt",)


def test_a_list_may_name_folders_wildcards_and_archives_but_no_lists(here: Path) -> None:
    make(here / "a/1.txt", here / "b/2.txt", here / "c/3.txt")
    (here / "x.zip").write_bytes(zipped("4.txt"))
    (here / "inner.txt").write_text("c\n", encoding="utf-8")
    (here / "list.txt").write_text("a\nb/*.txt\nx.zip\n@inner.txt\n", encoding="utf-8")
    listing = list_items(["@list.txt"])
    assert found(here, listing) == ["a/1.txt", "b/2.txt", "x.zip!/4.txt"]
    assert listing.missing == ("@inner.txt",)


def test_a_name_with_an_odd_break_in_it_is_one_line(here: Path) -> None:
    odd = "结对\u2028帮扶\x0c协议.txt"
    make(here / odd)
    (here / "list.txt").write_text(f"{odd}\n", encoding="utf-8")
    assert named(here, "@list.txt") == [odd]


def test_a_file_whose_name_begins_as_a_list_does_is_a_file(here: Path) -> None:
    make(here / "@home.txt")
    assert named(here, "@home.txt") == ["@home.txt"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"])
def test_an_empty_list_names_nothing(here: Path, text: str) -> None:
    (here / "list.txt").write_text(text, encoding="utf-8")
    assert list_items(["@list.txt"]) == Listing((), (), ())


@pytest.mark.parametrize("word", ["@none.txt", "@", "@folder", "@pipe"])
def test_a_list_that_cannot_be_read_is_told(here: Path, word: str) -> None:
    (here / "folder").mkdir()
    os.mkfifo(here / "pipe")
    with pytest.raises(JieduiError, match=f"读不了清单 {word[1:]}：.+。"):
        list_items([word])
