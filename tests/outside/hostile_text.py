"""Texts, pages and feeds that are broken or made to cost: encodings, controls, absurd numbers, depth, entities, bombs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.outside.cases import PAPER, Case, case

_TRADITIONAL = """結對幫扶協議書

甲方：清泉市第一小學
乙方：石門縣柳河鎮中心小學

一、幫扶期限為三年，自2024年9月1日起至2027年8月31日止。
二、甲方每學期選派3名骨幹教師到乙方支教。
"""
_RSS = '<?xml version="1.0" encoding="UTF-8"?>{0}<rss version="2.0"><channel><title>新闻</title>{1}</channel></rss>'
_ITEM = "<item><title>清泉市第一小学送教下乡</title><description>清泉市第一小学3名教师到柳河镇中心小学送教。</description></item>"


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _empty()
    yield from _encodings()
    yield from _signs()
    yield from _numbers()
    yield from _large()
    yield from _pages()


def _empty() -> Iterator[Case]:
    yield case("empty.txt", b"", "empty")
    for name, data in (("spaces", b" \r\n\t" * 99), ("mark", b"\xef\xbb\xbf"), ("wide", "\u3000\n".encode() * 9), ("nul", bytes(999))):
        yield case(f"only-{name}.txt", data, "empty", "unsupported", "unknown-encoding")
    yield case("empty.docx", b"", "empty")
    yield case("empty.html", b"<html><body> </body></html>", "empty", "no-text")


def _encodings() -> Iterator[Case]:
    for encoding in ("gbk", "gb18030", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16"):
        yield case(f"{encoding}.txt", PAPER.encode(encoding), "read", holds="石门县柳河镇中心小学")
    yield case("big5.txt", _TRADITIONAL.encode("big5"), "read", holds="石門縣柳河鎮中心小學")
    yield case(
        "one-bad-byte.txt",
        PAPER.encode("gbk").replace("甲方每年".encode("gbk"), b"\xff" + "甲方每年".encode("gbk"), 1),
        "read",
        "needs-review",
        says="1",
    )
    first, second = PAPER.split("二、")
    yield case("two-encodings.txt", first.encode() + ("二、" + second).encode("gbk"), "read", "needs-review", holds="帮扶经费5万元")


def _signs() -> Iterator[Case]:
    yield case("nul.txt", PAPER.replace("结对", "结\x00对").encode(), "read", says="控制字符", holds="石门县柳河镇中心小学")
    yield case("controls.txt", PAPER.replace("甲方", "\x1b[31m甲方\x07").encode(), "read", says="控制字符")
    yield case("zero-width.txt", PAPER.replace("5万元", "5\u200b0万元").encode(), "read", finds="hidden-characters")
    yield case("turned.txt", PAPER.replace("清泉市第一小学", "清泉市\u202e学小一第\u202c", 1).encode(), "read", finds="hidden-characters")
    yield case("radicals.txt", PAPER.replace("一、", "⼀、").replace("方", "⽅").encode(), "read")
    yield case("full-width.txt", PAPER.translate({ord(str(at)): chr(0xFF10 + at) for at in range(10)}).encode(), "read")
    yield case("surrogates.txt", PAPER.encode("utf-8") + "\ud83d".encode("utf-8", "surrogatepass"), "read", "needs-review")


def _numbers() -> Iterator[Case]:
    yield case("5000-digits.txt", PAPER.replace("5万元", "9" * 5_000 + "万元").encode(), "read", "needs-review", finds="absurd-number")
    yield case("1e400.txt", PAPER.replace("5万元", "1e400元").encode(), "read", "needs-review", finds="absurd-number")
    yield case("30-february.txt", PAPER.replace("2024年8月20日", "2024年2月30日").encode(), "read", finds="impossible-date")
    yield case("year-0.txt", PAPER.replace("自2024年9月1日", "自0000年9月1日").encode(), "read", finds="blank-date")
    yield case("long-capitals.txt", PAPER.replace("5万元", "人民币" + "壹亿" * 3_000 + "元").encode(), "read", finds="absurd-number")


def _large() -> Iterator[Case]:
    yield case("100MB-line.txt", lambda: "协议".encode() * 17_500_000, "too-large")
    yield case("1M-paragraphs.txt", lambda: "甲方选派教师\n".encode() * 1_000_000, "too-large")
    for name, piece in (
        ("jia", "甲"),
        ("yi", "一"),
        ("digit", "7"),
        ("bracket", "（"),
        ("space", " "),
        ("line", "\n"),
        ("comma", "，"),
        ("year", "年"),
    ):
        yield case(f"100000-{name}.txt", partial(_run_of, piece), "read", "needs-review")


def _run_of(piece: str) -> bytes:
    return (PAPER + piece * 100_000 + PAPER).encode()


def _pages() -> Iterator[Case]:
    yield case("deep.html", b"<html><body>" + b"<div>" * 100_000 + "协议".encode(), "too-deep", "read", "too-large")
    script = "<html><body><h1>结对帮扶协议书</h1><script>协议</script><p>甲方：</p></script><p>\u2028乙方</p></body></html>"
    yield case("script.html", script.encode(), "read")
    yield case("html-named.pdf", f"<html><body><p>{PAPER}</p></body></html>".encode(), "read", says="扩展名")
    laughs = (
        "<!DOCTYPE x [<!ENTITY a '哈'>"
        + "".join(f"<!ENTITY {b} '{('&' + a + ';') * 10}'>" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>"
    )
    yield case("laughs.xml", _RSS.format(laughs, "<item><title>&i;</title></item>").encode(), "damaged", "unsupported", "too-large")
    outside = '<!DOCTYPE x [<!ENTITY o SYSTEM "file:///etc/passwd">]>'
    yield case("outside.xml", _RSS.format(outside, "<item><title>&o;</title></item>").encode(), "damaged", "unsupported", "too-large")
    yield case("cut.rss", _RSS.format("", _ITEM * 3)[:-60].encode(), "needs-review", "read", holds="送教下乡")
    yield case(
        "bad-reference.rss", _RSS.format("", _ITEM.replace("3名", "&#1114112;3名")).encode(), "read", "needs-review", holds="送教下乡"
    )
