"""The files that an article links to: often the agreements themselves.

Reads::

    <a href="./P020230712.doc">附件1：结对帮扶协议书</a>                       附件1：结对帮扶协议书.doc
    <a href="download.jsp?wbfileid=12">协议书.docx</a>                        协议书.docx
    <a href="/f/1.pdf">下载</a>, <iframe src="/f/1.pdf">, <div pdfsrc="…">    1.pdf, also where the page shows it in a frame

Leaves alone::

    <img src="1.jpg">, a.xls, a.mp4                                          what jiedui does not read
    客户端下载 app.zip, IE浏览器.zip, Adobe Reader                            the site's own furniture, also by where it stands
    article.html, 附件, without an ending                                     no file that can be told
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from extractors.listings.headlines import plain
from extractors.listings.links import article_address, is_link
from extractors.listings.page_tree import Element, PageTree, read_page_tree, words_inside
from extractors.listings.surroundings import stands_in_furniture

_ENDINGS = "docx?|pdf|wps|rtf|odt|zip"
_ENDING = re.compile(rf"\.(?P<ending>{_ENDINGS})$", re.IGNORECASE)
_SHOWN = re.compile(rf"\.(?P<ending>{_ENDINGS})\W{{0,3}}(?:[(（\[][^()（）\[\]]{{1,20}}[)）\]])?$", re.IGNORECASE)
_FRAMES = (("iframe[src]", "src"), ("embed[src]", "src"), ("object[data]", "data"), ("[pdfsrc]", "pdfsrc"))
_TOLD = re.compile(r"[\"']?title[\"']?\s{0,3}:\s{0,3}[\"']([^\"'<>]{1,200})[\"']")
_NO_NAME = re.compile(
    r"\W{0,4}(?:请?点击)?(?:此处|这里)?(?:下载|查看|打开|预览|阅读)?(?:附件|全文|原文|文件|正文)?(?:下载|查看)?[0-9一二三四五六七八九十]{0,3}\W{0,4}|pdf|word",
    re.IGNORECASE,
)
_OF_SITE = re.compile(
    r"浏览器|客户端|(?<![a-z])app(?![a-z])|安装包|安装程序|插件|控件|驱动|阅读器|播放器|输入法|解压|winrar|adobe|flash|reader|(?:office|wps)\s?软件|证书助手",
    re.IGNORECASE,
)
_MOST_WORDS = 30
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file behind a link: its ``address``, and a ``name`` with the ending that says what it is."""

    address: str
    name: str


def find_attachments(data: bytes, address: str) -> tuple[Attachment, ...]:
    """The files that the article at ``address`` links to, each once, in the order of the page; those that it shows in frames come last.

    Raises :class:`Unreadable` as :func:`read_page_tree`.
    """
    tree = read_page_tree(data, address)
    found: dict[str, Attachment] = {}
    for file, names in (*_linked(tree), *_framed(tree)):
        name = _name(file, names)
        if (
            name is not None
            and not (name.endswith(".zip") and _OF_SITE.search(name))
            and (file not in found or found[file].name == _file_name(file))
        ):
            found[file] = Attachment(file, name)
    return tuple(found.values())


def _linked(tree: PageTree) -> Iterator[tuple[str, Sequence[str]]]:
    """The links outside of the site's furniture, with what they are called."""
    for element in tree.elements:
        file = tree.address_of(element) if is_link(element.tag, element.attributes) else None
        if file is not None and not stands_in_furniture(tree, element):
            yield file, _called(element)


def _called(element: Element) -> Sequence[str]:
    shown = plain("".join(text for text, _ in islice(words_inside(element), _MOST_WORDS)))
    told = _TOLD.search(element.attributes.get("sudyfile-attr") or "")
    return (shown, plain(element.attributes.get("title")), plain(element.attributes.get("download")), plain(told[1]) if told else "")


def _framed(tree: PageTree) -> Iterator[tuple[str, Sequence[str]]]:
    """The files that the page shows in a frame or a player of its own; a viewer names its file in a parameter."""
    for css, attribute in _FRAMES:
        for node in tree.parser.css(css):
            shown = article_address(node.attributes.get(attribute), tree.base)
            told = _TOLD.search(node.attributes.get("sudyfile-attr") or "")
            names = (plain(told[1]) if told else "",)
            if shown is not None and _ENDING.search(urlsplit(shown).path):
                yield shown, names
            elif shown is not None:
                inner = (article_address(value, tree.base) for _, value in parse_qsl(urlsplit(shown).query) if _ENDING.search(value))
                yield from ((file, names) for file in inner if file is not None)


def _name(file: str, names: Sequence[str]) -> str | None:
    """What a file is called, with its ending; None for what is no file that jiedui reads."""
    shown = next((match for name in names if (match := _SHOWN.search(name))), None)
    written = _ENDING.search(_file_name(file)) or shown
    if written is None:
        return None
    ending = written["ending"].lower()
    if shown is not None:
        return f"{shown.string[: shown.start()].strip()[-_LONGEST_NAME:]}.{ending}"
    name = next((name for name in names if name and not _NO_NAME.fullmatch(name)), None)
    return f"{name[:_LONGEST_NAME]}.{ending}" if name else _file_name(file)


def _file_name(file: str) -> str:
    """The last part of an address with an ending, also among its parameters (download.jsp?file=a.docx)."""
    parts = urlsplit(file)
    told = [value for _, value in parse_qsl(parts.query) if _ENDING.search(value)]
    path = parts.path if _ENDING.search(parts.path) or not told else told[0]
    return unquote(path).rpartition("/")[2]
