"""Which paths a pattern of jiedui.toml means."""

from __future__ import annotations

import pytest

from pipeline.check.globs import matches

MEANT = [
    ("历史/**", "历史/2019/a.txt"),
    ("历史/**", "历史/a.txt"),
    ("历史", "历史/2019/a.txt"),
    ("历史/", "a/历史/b.txt"),
    ("/历史", "历史/a.txt"),
    ("./历史/2019", "历史/2019/a.txt"),
    ("**/2019/**", "2019/a.txt"),
    ("**/2019/**", "x/y/2019/a.txt"),
    ("*.pdf", "x/y/a.pdf"),
    ("x/*.pdf", "x/a.pdf"),
    ("x/**/*.pdf", "x/a.pdf"),
    ("x/**/*.pdf", "x/y/z/a.pdf"),
    ("协议?.txt", "协议1.txt"),
    ("协议[12].txt", "协议2.txt"),
    ("**", "a.txt"),
    ("caf\u00e9/**", "cafe\u0301/a.txt"),
    ("../other/**", "../other/a.txt"),
]
NOT_MEANT = [
    ("历史/**", "现行/历史/a.txt"),
    ("/历史", "现行/历史/a.txt"),
    ("历史", "历史记录/a.txt"),
    ("*.pdf", "a.pdf.txt"),
    ("x/*.pdf", "x/y/a.pdf"),
    ("x/*/a.pdf", "x/a.pdf"),
    ("**/2019/**", "2020/a.txt"),
    ("A.txt", "a.txt"),
    ("x/**/b.pdf", "x/a.pdf"),
    ("协议?.txt", "协议.txt"),
]


@pytest.mark.parametrize(("pattern", "path"), MEANT)
def test_meant(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(("pattern", "path"), NOT_MEANT)
def test_not_meant(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_many_stars_are_quick() -> None:
    assert not matches("**/" * 30 + "*a*a*a*a*a*b", "/".join(["a" * 50] * 30))
