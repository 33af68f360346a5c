"""The addresses that a page of news names."""

from __future__ import annotations

import pytest

from tests.extractors.fields.news_page import page, press_of

ORIGINALS: list[tuple[str, str | None]] = [
    ("原文链接：http://www.qs.example/202307/t20230717_1.html", "http://www.qs.example/202307/t20230717_1.html"),
    ("原文链接:http://www.qs.example/202307/t20230717_1.html", "http://www.qs.example/202307/t20230717_1.html"),
    ("【原文链接】https://www.qs.example/a?id=3&b=1~2", "https://www.qs.example/a?id=3&b=1~2"),
    ("原文地址： http://www.qs.example/1.htm。", "http://www.qs.example/1.htm"),
    ("阅读原文：http://www.qs.example/1.htm", "http://www.qs.example/1.htm"),
    ("来源网址：http://www.qs.example/1.htm", "http://www.qs.example/1.htm"),
    ("来源：http://www.qs.example/1.htm", "http://www.qs.example/1.htm"),
    ("原文链接：\nhttp://www.qs.example/1.htm", "http://www.qs.example/1.htm"),
    ("责任编辑：石可风\n上一篇：某校\n原文链接：http://www.qs.example/1.htm", "http://www.qs.example/1.htm"),
    ("阅读原文", None),
    ("原文链接：", None),
    ("原文链接：javascript:void(0)", None),
    ("技术支持：http://www.qs.example/1.htm", None),
    ("详见 http://www.qs.example/1.htm", None),
    ("原文如此", None),
]


@pytest.mark.parametrize(("line", "address"), ORIGINALS, ids=[row[0] for row in ORIGINALS])
def test_the_original(line: str, address: str | None) -> None:
    assert press_of(page(tail=line)).original_url == address


def test_its_own_address() -> None:
    assert press_of(page(tail="本文网址：http://www.qs.example/1.htm")).url == "http://www.qs.example/1.htm"
    assert press_of(page(), {"Url": "http://www.qs.example/2.htm"}).url == "http://www.qs.example/2.htm"
    assert press_of(page(tail="网址：www.qs.example")).url is None
