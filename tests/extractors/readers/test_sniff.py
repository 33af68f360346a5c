"""A file's kind is what its content says."""

from __future__ import annotations

import pytest

from extractors.readers.sniff import Kind, sniff
from tests.formats.make_docx import make_docx
from tests.formats.word_xml import make_zip
from tests.linear import LIMIT, growth

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
READS: list[tuple[bytes, Kind]] = [
    (b"", "empty"),
    (b" \r\n\t\x00", "empty"),
    (b"%PDF-1.7\n1 0 obj", "pdf"),
    (b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
    (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj", "pdf"),
    (b"%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Pages 2 0 R>>\nendobj", "pdf"),
    (b"12 0 obj <</Type /Page>> endobj", "pdf"),
    (make_docx("协议书"), "docx"),
    (make_docx("协议书")[:400], "docx"),
    (make_zip({"xl/workbook.xml": b"x"}), "xlsx"),
    (make_zip({"ppt/presentation.xml": b"x"}), "pptx"),
    (make_zip({"OFD.xml": b"x"}), "ofd"),
    (make_zip({"mimetype": b"x", "content.xml": b"x"}), "odt"),
    (make_zip({"协议.txt": b"x"}), "zip"),
    (OLE + "WordDocument".encode("utf-16-le"), "doc"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "docx-encrypted"),
    (OLE + "Workbook".encode("utf-16-le"), "xls"),
    (OLE, "ole"),
    (rb"{\rtf1\ansi\ansicpg936", "rtf"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "image"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image"),
    (b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36", "image"),
    (b"Rar!\x1a\x07\x00", "archive"),
    ("<!DOCTYPE html><html><body>协议</body></html>".encode(), "html"),
    ("\n<!-- 保存自 -->\n<HTML><p>协议".encode("gbk"), "html"),
    ('<div class="a"><p>甲方</p></div>'.encode(), "html"),
    ("<html><p>甲方".encode("utf-16"), "html"),
    ("<html><p>甲方".encode("utf-16-le"), "html"),
    (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "html"),
    (b'<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "feed"),
    (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
    (b'<?xml version="1.0"?>\n<!-- a --><?xml-stylesheet href="a.css"?><!-- b --><feed><link type="text/html"/></feed>', "feed"),
    ('<?xml version="1.0"?><rss><channel/></rss>'.encode("utf-16-le"), "feed"),
    (b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://a.example/r.dtd"><rss>', "feed"),
    (b'<!DOCTYPE rss [<!ENTITY a "b">]><rss/>', "feed"),
    (b'<a:feed xmlns:a="http://www.w3.org/2005/Atom"/>', "feed"),
    (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/"/>', "feed"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">', "word-xml"),
    (b'<?xml version="1.0"?><data><a/></data>', "xml"),
    (b"From: <Saved by WebKit>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "mhtml"),
    (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html><p>a</p><p>b</p></html>", "mhtml"),
    (bytes(range(256)) * 20, "binary"),
    ("协议书".encode(), "text"),
]
LEAVES_ALONE: list[str] = [
    "协议书中写到 <附件> 与 <p> 两处",
    "<附件1> 结对帮扶协议",
    "<p 值小于 0.05 的结果",
    "本文介绍 %PDF- 开头的文件",
    "一个对象写作 1 0 obj <</Type /Page>> endobj",
    "1 0 obj 是第一个对象",
    "PK 赛制：甲方与乙方",
    "BM 学校",
    "From: 青松市第二小学\n收到协议两份",
    "{“甲方”: “青松市第二小学”}",
    "rss 与 feed 的区别",
    "<rssi> 信号",
    "<feeder> 供料器",
    "<!DOCTYPE rss 是订阅源的开头",
    "第一行\t制表\n\x0c第二页",
    "a < b > c",
]


@pytest.mark.parametrize(("data", "kind"), READS)
def test_kinds(data: bytes, kind: Kind) -> None:
    assert sniff(data) == kind


@pytest.mark.parametrize("text", LEAVES_ALONE)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_text_that_only_talks_of_other_kinds(text: str, encoding: str) -> None:
    assert sniff(text.encode(encoding)) == "text"


@pytest.mark.parametrize("start", ["", "<!--", "<p ", "<?xml ", "a:", "<!-- -", "<div"])
@pytest.mark.parametrize("char", ["甲", "<", "-", ":", " ", "\n", '"', "a", ">"])
def test_long_runs_are_quick(start: str, char: str) -> None:
    assert growth(sniff, lambda length: (start + char * length).encode(), large=50_000) <= LIMIT
