"""Both pages on archives give the same commands, each with comments in its own language."""

from __future__ import annotations

import re

from tests.repo.test_readme import blocks
from tests.repo.tracked import ROOT

ENGLISH, CHINESE = (ROOT / "docs" / name for name in ("archives.md", "archives.zh-CN.md"))


def test_both_pages_give_the_same_commands() -> None:
    assert blocks(ENGLISH) == blocks(CHINESE)
    assert len(blocks(ENGLISH)) == 2


def test_comments_are_in_the_language_of_the_page() -> None:
    for page, is_chinese in ((ENGLISH, False), (CHINESE, True)):
        comments = re.findall(r"^jiedui .+? # (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert len(comments) > 5
        assert {bool(re.search("[\u4e00-\u9fff]", comment)) for comment in comments} == {is_chinese}
