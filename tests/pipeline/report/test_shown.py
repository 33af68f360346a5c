"""How the addresses of files are shown."""

from __future__ import annotations

import pytest

from pipeline.report.shown import place


@pytest.mark.parametrize(
    ("address", "name", "folder", "link"),
    [
        ("/in/a/b.txt", "b.txt", "a/", "file:///in/a/b.txt"),
        ("/in/b.txt", "b.txt", "", "file:///in/b.txt"),
        ('/in/"> <&#?.txt', '"> <&#?.txt', "", "file:///in/%22%3E%20%3C%26%23%3F.txt"),
        ("/in/甲.txt", "甲.txt", "", "file:///in/%E7%94%B2.txt"),
        # what is in an archive, elsewhere, or spelt out has no address that a browser would find
        ("/in/a.zip!/b.txt", "b.txt", "a.zip!/", ""),
        ("s3://papers/b.txt", "b.txt", "s3://papers/", ""),
        ("//server/share/b.txt", "b.txt", "//server/share/", ""),
        (r"/in/\xff.txt", r"\xff.txt", "", ""),
        ("javascript:alert(1)", "javascript:alert(1)", "", ""),
    ],
)
def test_a_place_is_its_name_its_folder_and_a_link_to_this_machine(address: str, name: str, folder: str, link: str) -> None:
    seen = place(address, "/in/")
    assert (seen.name, seen.folder, seen.link) == (name, folder, link)
