"""Read where a piece of news was published: outlet, author, day, and the addresses of the page and of what it was taken from.

The page's own lines come first, then what it says of itself in meta tags or a feed, then the day in its address.

Reads::

    发布时间：2023-07-17 来源：县教研室 作者：李明          outlet 县教研室, author 李明, 2023-07-17
    本报讯（记者 秦牧野 通讯员 罗小满）…                    author 秦牧野 罗小满
    来源：本网, with the site's name 鹿港区教育局            outlet 鹿港区教育局
    原文链接：http://…/t20230712_80898250.html              original_url

Leaves alone::

    数据来源：省统计局、资金来源：财政拨款                  no outlet
    摄影 鲍一帆、编辑：陶然 审核：穆青山                    no author
    3月19日，…                                             a day of the body
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.names.bylines import Writer, read_byline
from extractors.names.site_names import site_name
from extractors.text.addresses import is_page, own_address, web_address
from extractors.text.calendar import make_date
from extractors.text.page_frame import Frame
from extractors.text.page_labels import Labelled, read_labels
from extractors.text.passage import Passage, Stretch, find_lines
from extractors.text.press_days import bare_day, labelled_day, sign_off
from extractors.text.timestamps import day_in_address, read_day
from schemas.press import Press, PressField, PressReading, PressVia
from schemas.span import Span
from schemas.values import Date

_OWN_NAME = re.compile(r"(?:本(?:[网站校园局报台刊院县市区]|网站|单位|网讯|站讯)|我[校园局院]|(?:网站|官网|官方网站)?原创|学校|官网|网站)(?:原创|讯|网站|官网|自采|发布)?")
_OUTLET_END = re.compile(
    r"[，；）〔〕|]|[ ]?(?:19|20)[0-9]{2}[ ]?[-/.年]|[ ]{1,3}[0-9]|第?[0-9A-Z一二三四五六七八九十]{1,3}版|[ ](?=本?报?(?:记者|通讯员|作者|编辑|责编))|[ ]?(?:https?|www)"
)
_WRAPPED = re.compile(r"《([^《》]{2,30})》|“([^“”]{2,30})”")
_LONGEST_OUTLET = 40
_URL = re.compile(r"https?：//[A-Za-z0-9._\-/%&=？#：+-]{4,1000}", re.IGNORECASE)
_ORIGINAL_WORDS = re.compile(r"[〔（>\s]{0,3}(?:点击)?(?:(?:阅读|查看|浏览)(?:全文及)?原文|原文(?:链接|地址|网址|出处)?)[〕）>\s]{0,3}")
_REPORTED = re.compile(r"(?P<from>.{0,30}?(?:讯|电|消息))?[ ]{0,4}[（](?P<in>[^（）\n]{2,70})[）]")
_REPORTED_BARE = re.compile(r".{0,20}?(?:讯|电|消息)[ ]{0,4}(?P<in>(?:本报|本网|本台|特约)?(?:记者|通讯员)[^，。：（）\n]{2,40}?)(?:报道|摄影报道)[：，。]?")
_IN_BRACKETS = re.compile(r"（(?P<in>[^（）\n]{2,80})）[。 ]?$")
_MARKS = re.compile(r"[□■○●◎◇◆▲△▪·*\s-]{0,4}")
_HAS_REPORTER = re.compile(r"记者|通讯员|作者|撰稿|供稿|文[/、]图|图[/、]文|图文|评论员")
_ORDER: Mapping[PressVia, float] = {"line": 1.0, "byline": 0.9, "link": 0.9, "site": 0.9, "meta": 0.9, "feed": 1.0, "address": 0.7}
_RANK = {"person": 0, "unit": 1, "other": 2}


@dataclass(frozen=True, slots=True)
class _Value:
    """What was read for a field, and where."""

    value: str
    via: PressVia
    span: Span | None = None


def find_press(passage: Passage, frame: Frame, around: Stretch, metadata: Mapping[str, str], told_by: PressVia = "meta") -> Press:
    """The press of a news document in the frame of its page.

    ``around`` is the part of the page that belongs to no other document; ``metadata`` what the page or the feed says of the article.
    """
    page = _Page(passage, frame, around, metadata, told_by)
    day = _published(page)
    found: dict[PressField, _Value | None] = {
        "outlet": _outlet(page),
        "author": _author(page),
        "published": _Value(day[0].edtf, day[1], day[0].span) if day else None,
        "url": _url(page),
        "original_url": _original(page),
    }
    return Press(
        outlet=_value(found["outlet"]),
        author=_value(found["author"]),
        published=day[0] if day else None,
        url=_value(found["url"]),
        original_url=_value(found["original_url"]),
        readings=tuple(
            PressReading(field=name, via=value.via, span=value.span, confidence=_ORDER[value.via]) for name, value in found.items() if value
        ),
    )


def _value(found: _Value | None) -> str | None:
    return found.value if found else None


class _Page:
    """The article's frame with the labels of its lines."""

    def __init__(self, passage: Passage, frame: Frame, around: Stretch, metadata: Mapping[str, str], told_by: PressVia) -> None:
        self.passage, self.frame, self.around, self.metadata, self.told_by = passage, frame, around, metadata, told_by
        self.text = passage.text
        self.head = self._labels((*self.frame.below, *self.frame.above))
        self.tail = self._labels(self.frame.tail)
        self.rest = self._labels(self.frame.rest)

    def _labels(self, lines: Sequence[Stretch]) -> list[Labelled]:
        found: list[Labelled] = []
        for at, line in enumerate(lines):
            labels = read_labels(self.text, line.start, line.end)
            if labels and labels[-1].start >= line.end and at + 1 < len(lines):
                labels[-1] = self._from_next(labels[-1], lines[at + 1])
            found += labels
        return found

    def _from_next(self, label: Labelled, following: Stretch) -> Labelled:
        """A label whose words stand on the line below it."""
        if read_labels(self.text, following.start, following.end) or following.start < label.start:
            return label
        return Labelled(label.kind, label.label, following.start, following.end, label.main)

    def written(self, start: int, end: int) -> str:
        return self.passage.written(start, end)

    def labels(self, kind: str) -> Iterator[Labelled]:
        """The labels of a kind: those about the title first, then those behind the text."""
        return (label for label in (*self.head, *self.tail) if label.kind == kind)


def _outlet(page: _Page) -> _Value | None:
    for label in page.labels("outlet"):
        stretch = _outlet_words(page, label)
        if stretch is None:
            continue
        words = page.text[stretch.start : stretch.end]
        span = page.passage.span(stretch.start, stretch.end)
        if _OWN_NAME.fullmatch(words):
            name = _site(page)
            return _Value(name, "site", span) if name else _Value(page.written(stretch.start, stretch.end), "line", span)
        return _Value(page.written(stretch.start, stretch.end), "line", span)
    told = page.metadata.get("ContentSource", "").strip()
    if told and _OWN_NAME.fullmatch(told):
        told = _site(page) or told
    told = told or (page.metadata.get("ChannelTitle", "") if page.told_by == "feed" else "")
    return _Value(told, page.told_by) if told else None


def _outlet_words(page: _Page, label: Labelled) -> Stretch | None:
    """A label's words as far as they name an outlet, without brackets around them."""
    text, start, end = page.text, label.start, label.end
    depth = text.find("（", start, end)
    if match := _WRAPPED.match(text, start, end):
        group = 1 if match[1] else 2
        behind = text[match.end() : end].lstrip(" ")
        if group == 1 or not re.match(r"[\u4e00-\u9fff]", behind):
            return Stretch(match.start(group), match.end(group))
    if depth > start:
        end = depth
    if text[end - 1] == "”" and text.find("“", start, end) < 0:
        end -= 1
    if stop := _OUTLET_END.search(text, start, end):
        end = stop.start()
    while end > start and text[end - 1] in " -·、/>":
        end -= 1
    end = _without_writer(text, start, end)
    return Stretch(start, end) if 2 <= end - start <= _LONGEST_OUTLET else None


def _without_writer(text: str, start: int, end: int) -> int:
    """The end of the outlet where a person's name follows it behind a blank (来源：青石日报 李明)."""
    gap = text.rfind(" ", start, end)
    if gap > start and [one.sort for one in read_byline(text, gap + 1, end)] == ["person"]:
        return gap
    return end


def _site(page: _Page) -> str | None:
    text, frame = page.text, page.frame
    above = [text[line.start : line.end] for line in frame.above]
    first = [text[line.start : line.end] for line in frame_lines(text, page.around)]
    below = text[page.passage.end : page.around.end]
    title = page.passage.title
    return site_name(page.metadata, [*first, *above], below, text[title.start : title.end] if title else "")


def frame_lines(text: str, around: Stretch) -> list[Stretch]:
    """The first lines of the page's part."""
    return list(find_lines(text, around.start, min(around.end, around.start + 400)))[:6]


def _author(page: _Page) -> _Value | None:
    """People before units before what stands there otherwise; among equals the line under the title, the first paragraph, the tail."""
    groups: list[tuple[PressVia, list[Writer]]] = [
        ("line", [one for label in page.head for one in (_writers(page, label) if label.kind == "author" else _behind_outlet(page, label))]),
        ("line", _own_lines(page, page.frame.below)),
        ("byline", _opening(page)),
        ("byline", [one for label in page.tail for one in (_writers(page, label) if label.kind == "author" else _behind_outlet(page, label))]),
        ("byline", _own_lines(page, page.frame.tail)),
        ("byline", _closing(page)),
    ]
    best: tuple[int, PressVia, list[Writer]] | None = None
    for via, writers in groups:
        for rank in range(3):
            same = [one for one in writers if _RANK[one.sort] == rank]
            if same and (best is None or rank < best[0]):
                best = (rank, via, same)
    if best is not None:
        return _joined(page, best[1], best[2])
    told = page.metadata.get("Author", "").strip()
    return _told_author(page, told) if told else None


def _joined(page: _Page, via: PressVia, writers: Sequence[Writer]) -> _Value:
    names: list[str] = []
    for one in sorted(writers, key=lambda one: one.start):
        name = page.written(one.start, one.end).strip()
        if name not in names:
            names.append(name)
    first, last = min(one.start for one in writers), max(one.end for one in writers)
    return _Value(" ".join(names), via, page.passage.span(first, last))


def _told_author(page: _Page, told: str) -> _Value | None:
    """The author of the metadata; the site's own name is its maker's mark and no author's, in a page's meta tags."""
    if page.told_by == "meta" and told in (page.metadata.get("SiteName"), _site(page)):
        return None
    writers = read_byline(told, 0, len(told), labelled=True)
    people = [told[one.start : one.end] for one in writers]
    return _Value(" ".join(people) or told, page.told_by)


def _writers(page: _Page, label: Labelled) -> list[Writer]:
    end = label.end
    if figure := re.search("[0-9]", page.text[label.start : end]):
        end = label.start + figure.start()
    for mark in "）；":
        stop = page.text.find(mark, label.start, end)
        opened = page.text.find("（", label.start, end)
        if stop >= 0 and not label.start <= opened < stop:
            end = stop
    return read_byline(page.text, label.start, end, labelled=True)


def _behind_outlet(page: _Page, label: Labelled) -> list[Writer]:
    """The reporters that follow an outlet without a label of their own: 来源：青石日报 记者 李明."""
    match = _HAS_REPORTER.search(page.text, label.start, label.end) if label.kind == "outlet" else None
    if match is None:
        return []
    return [one for one in read_byline(page.text, match.start(), label.end) if one.sort == "person"]


def _own_lines(page: _Page, lines: Sequence[Stretch]) -> list[Writer]:
    """Lines that are a byline and nothing else: 本报记者 李明 通讯员 王芳 文/图, （县一中 李明）."""
    found: list[Writer] = []
    for line in lines:
        front = _MARKS.match(page.text, line.start, line.end)
        start, end = front.end() if front else line.start, line.end
        if page.text[start] == "（" and page.text[end - 1] == "）":
            start, end = start + 1, end - 1
            found += _in_brackets(page, start, end)
        elif _HAS_REPORTER.search(page.text, start, end) and end - start <= 50 and not read_labels(page.text, start, end):
            found += [one for one in read_byline(page.text, start, end) if one.sort == "person"]
    return found


def _opening(page: _Page) -> list[Writer]:
    """The reporters of 本报讯（记者 李明 通讯员 王芳）."""
    line = page.frame.opening
    if line is None:
        return []
    match = _REPORTED.match(page.text, line.start, line.end)
    if match is not None and (match["from"] or _HAS_REPORTER.search(match["in"])):
        return [one for one in read_byline(page.text, *match.span("in")) if one.sort == "person"]
    bare = _REPORTED_BARE.match(page.text, line.start, line.end)
    return read_byline(page.text, *bare.span("in")) if bare else []


def _closing(page: _Page) -> list[Writer]:
    """The bracket that ends the last paragraph: …。（通讯员 李明）."""
    line = page.frame.closing
    match = _IN_BRACKETS.search(page.text, max(line.start, line.end - 90), line.end) if line else None
    return _in_brackets(page, *match.span("in")) if match else []


def _in_brackets(page: _Page, start: int, end: int) -> list[Writer]:
    labels = [label for label in read_labels(page.text, start, end) if label.end > label.start]
    if labels:
        return [one for label in labels if label.kind == "author" for one in _writers(page, label)]
    return read_byline(page.text, start, end)


def _published(page: _Page) -> tuple[Date, PressVia] | None:
    text, frame = page.text, page.frame
    dated = [label for label in page.head if label.kind == "date"]
    days = [day for label in sorted(dated, key=lambda label: not label.main) if (day := labelled_day(text, label))]
    days += [day for line in frame.below if (day := bare_day(text, line))]
    days += [day for line in reversed(frame.above) if _may_date(page, line) and (day := bare_day(text, line))]
    days += [day for label in page.tail if label.kind == "date" and (day := labelled_day(text, label))]
    days += [day for line in frame.tail if line.end <= page.passage.end and (day := sign_off(text, line))]
    told = read_day(page.metadata.get("PubDate", ""))
    address = day_in_address(own_address(page.metadata) or "")
    for day in days:
        resolved = None
        if day.edtf.startswith("XXXX"):
            resolved = next((other for other in (told, address) if other and other[4:] == day.edtf[4:]), None)
        return make_date(day.edtf, page.passage.span(day.start, day.end), resolved), "line"
    if told:
        return make_date(told), page.told_by
    return (make_date(address), "address") if address else None


def _may_date(page: _Page, line: Stretch) -> bool:
    """Above the title only the line right there, or a newspaper's own head, tells the article's day."""
    return line == page.frame.above[-1] or bool(re.search(r"[0-9一二三四五六七八九十A-Z][ ]?版|[0-9][ ]?期", page.text[line.start : line.end]))


def _url(page: _Page) -> _Value | None:
    address = own_address(page.metadata)
    if address is not None:
        return _Value(address, page.told_by)
    return _addressed(page, "own")


def _original(page: _Page) -> _Value | None:
    """The address behind 原文链接：, in words or as a link; else a link to an article's page on the outlet's name."""
    found = _addressed(page, "original") or _linked(page)
    if found is not None:
        return found
    told = web_address(page.metadata.get("OriginalUrl"))
    return _Value(told, page.told_by) if told else None


def _addressed(page: _Page, kind: str) -> _Value | None:
    for label in (*page.head, *page.tail, *page.rest):
        if label.kind != kind and not (kind == "original" and label.kind == "outlet"):
            continue
        match = _URL.search(page.text, label.start, label.end)
        address = web_address(page.written(match.start(), match.end()).rstrip(".,")) if match else None
        if match and address:
            return _Value(address, "line", page.passage.span(match.start(), match.end()))
    return None


def _linked(page: _Page) -> _Value | None:
    normal = page.passage.normal
    labels = [label for label in (*page.head, *page.tail, *page.rest) if label.kind in ("original", "outlet")]
    low, high = normal.place(page.around.start, page.around.end)
    links = normal.source.links
    for link in links[bisect_left(links, low, key=lambda link: link.start) : bisect_left(links, high, key=lambda link: link.start)]:
        start, end = normal.normal_offset(link.start), normal.normal_offset(link.end)
        if start >= end:
            continue
        named = _ORIGINAL_WORDS.fullmatch(page.text, start, end)
        within = next((label for label in labels if label.start <= start and end <= label.end), None)
        if named or (within is not None and (within.kind == "original" or is_page(link.address))):
            return _Value(link.address, "link", page.passage.span(start, end))
    return None
