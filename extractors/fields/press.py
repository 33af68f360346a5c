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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.names.bylines import Writer, read_byline
from extractors.names.outlets import find_outlet, is_own_name, site_of
from extractors.names.writers import find_writers
from extractors.text.addresses import own_address, web_address
from extractors.text.calendar import make_date
from extractors.text.labelled_page import LabelledPage
from extractors.text.page_labels import Labelled
from extractors.text.passage import Stretch
from extractors.text.press_addresses import find_address, find_original_link
from extractors.text.press_days import Day, bare_day, is_masthead, labelled_day, sign_off
from extractors.text.timestamps import day_in_address, read_day
from schemas.press import Press, PressField, PressReading, PressVia
from schemas.span import Span
from schemas.values import Date

_CONFIDENCE: Mapping[PressVia, float] = {"line": 1.0, "feed": 1.0, "byline": 0.9, "link": 0.9, "site": 0.9, "meta": 0.9, "address": 0.7}


@dataclass(frozen=True, slots=True)
class _Value:
    """What was read for a field, how, and its words if it has any."""

    value: str
    via: PressVia
    span: Span | None = None


def find_press(page: LabelledPage) -> Press:
    """The press of a news document on its page."""
    published = _published(page)
    found: dict[PressField, _Value | None] = {
        "outlet": _outlet(page),
        "author": _author(page),
        "published": _Value(published[0].edtf, published[1], published[0].span) if published else None,
        "url": _url(page),
        "original_url": _original(page),
    }
    values = {name: one.value if one else None for name, one in found.items()}
    return Press(
        outlet=values["outlet"],
        author=values["author"],
        published=published[0] if published else None,
        url=values["url"],
        original_url=values["original_url"],
        readings=tuple(
            PressReading(field=name, via=one.via, span=one.span, confidence=_CONFIDENCE[one.via]) for name, one in found.items() if one
        ),
    )


def _told_by(page: LabelledPage) -> PressVia:
    return "feed" if page.in_feed else "meta"


def _span(page: LabelledPage, stretch: Stretch) -> Span:
    return page.passage.span(stretch.start, stretch.end)


def _outlet(page: LabelledPage) -> _Value | None:
    """The 来源; in a feed the channel's title where an item names none."""
    if found := find_outlet(page):
        stretch, site = found
        span = _span(page, stretch)
        return _Value(site, "site", span) if site else _Value(page.passage.written(stretch.start, stretch.end), "line", span)
    told = page.metadata.get("ContentSource", "").strip()
    if is_own_name(told):
        told = site_of(page) or told
    told = told or (page.metadata.get("ChannelTitle", "") if page.in_feed else "")
    return _Value(told, _told_by(page)) if told else None


def _author(page: LabelledPage) -> _Value | None:
    writers, on_line = find_writers(page)
    if writers:
        return _named(page, writers, "line" if on_line else "byline")
    told = page.metadata.get("Author", "").strip()
    # in a page's meta tags the site's own name is its maker's mark
    if not told or (not page.in_feed and told in (page.metadata.get("SiteName"), site_of(page))):
        return None
    people = [told[one.start : one.end] for one in read_byline(told, 0, len(told), labelled=True)]
    return _Value(" ".join(people) or told, _told_by(page))


def _named(page: LabelledPage, writers: Sequence[Writer], via: PressVia) -> _Value:
    """The names as they stand, each once; those that other words part are joined by a blank."""
    ordered = sorted(writers, key=lambda one: one.start)
    names = dict.fromkeys(page.passage.written(one.start, one.end).strip() for one in ordered)
    return _Value(" ".join(names), via, page.passage.span(ordered[0].start, max(one.end for one in ordered)))


def _published(page: LabelledPage) -> tuple[Date, PressVia] | None:
    told = read_day(page.metadata.get("PubDate", ""))
    address = day_in_address(own_address(page.metadata) or "")
    for day in _days(page):
        resolved = None
        if day.edtf.startswith("XXXX"):
            resolved = next((other for other in (told, address) if other and other[4:] == day.edtf[4:]), None)
        return make_date(day.edtf, page.passage.span(day.start, day.end), resolved), "line"
    if told:
        return make_date(told), _told_by(page)
    return (make_date(address), "address") if address else None


def _days(page: LabelledPage) -> Iterator[Day]:
    """The days on the page's own lines, the surest first: a day of publication, another labelled one, one without a label."""
    yield from _labelled_days(page, page.head)
    yield from filter(None, (bare_day(page.text, line, headed=True) for line in page.frame.below))
    yield from _days_above(page)
    yield from _labelled_days(page, page.tail)
    beside_outlet = (line for line in page.frame.tail if any(line.start <= label.label < line.end for label in page.labels("outlet")))
    yield from filter(None, (bare_day(page.text, line) for line in beside_outlet))
    yield from filter(None, (sign_off(page.text, line) for line in page.frame.tail if line.end <= page.passage.end))


def _labelled_days(page: LabelledPage, labels: Sequence[Labelled]) -> Iterator[Day]:
    dated = [label for label in labels if label.kind == "date"]
    yield from filter(None, (labelled_day(page.text, label) for label in sorted(dated, key=lambda label: not label.main)))


def _days_above(page: LabelledPage) -> Iterator[Day]:
    """Above the title only the line right there, or a newspaper's own head, tells the article's day."""
    above = page.frame.above
    for line in reversed(above):
        if (line == above[-1] or is_masthead(page.text, line)) and (day := bare_day(page.text, line)):
            yield day


def _url(page: LabelledPage) -> _Value | None:
    if address := own_address(page.metadata):
        return _Value(address, _told_by(page))
    if found := find_address(page, "own"):
        return _Value(found[1], "line", _span(page, found[0]))
    return None


def _original(page: LabelledPage) -> _Value | None:
    """The original's address, in words before links before metadata."""
    if found := find_address(page, "original", "outlet"):
        return _Value(found[1], "line", _span(page, found[0]))
    if found := find_original_link(page):
        return _Value(found[1], "link", _span(page, found[0]))
    told = web_address(page.metadata.get("OriginalUrl"))
    return _Value(told, _told_by(page)) if told else None
