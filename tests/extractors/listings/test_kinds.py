"""What kind of list an address gave."""

from __future__ import annotations

import pytest

from extractors.listings.kinds import list_kind

KINDS = {
    '<?xml version="1.0"?><rss version="2.0"><channel>': "rss",
    '\ufeff<?xml version="1.0"?>\n<!-- a -->\n<feed xmlns="http://www.w3.org/2005/Atom">': "rss",
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">': "rss",
    '<?xml version="1.0"?><!-- a --><urlset xmlns="a"><url>': "sitemap",
    "\ufeff<sitemapindex>": "sitemap",
    f"<!-- {'made by a plugin ' * 100}--><urlset>": "sitemap",
    '<!DOCTYPE urlset SYSTEM "sitemap.dtd">\n<urlset>': "sitemap",
    f"{'<!---->' * 40}<html><!-- <urlset> -->": "page",
    "http://jyj.example/1.html\nhttp://jyj.example/2.html\n": "sitemap",
    '{"data": []}': "json",
    ' \n[{"title": "a"}]': "json",
    'callback({"a": 1})': "json",
    '/**/jQuery1_2({"a": 1})': "json",
    "var news = [1]": "json",
    "window.data={}": "json",
    '<datastore><recordset><record><![CDATA[{"a": 1}]]></record>': "json",
    "<datastore><recordset><record><![CDATA[<li>a</li>]]></record>": "page",
    "<!DOCTYPE html><html><body>": "page",
    "<html><script>var a = {}</script>": "page",
    "<ul><li><a href=1.html>": "page",
    "function a() {": "page",
    "http://jyj.example/": "page",
    "": "page",
    "不是列表": "page",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_kinds(text: str, kind: str) -> None:
    assert list_kind(text.encode()) == kind


def test_a_page_in_gb18030() -> None:
    assert list_kind("<html><head><meta charset=gb2312><title>鹿港区教育局</title>".encode("gb18030")) == "page"


def test_a_picture() -> None:
    assert list_kind(b"\x89PNG\r\n\x1a\n\x00") == "page"
