"""A page with one piece of news for the tests of its press, and what is told of it."""

from __future__ import annotations

import opencc

from extractors.documents import find_documents
from extractors.fields.press import find_press
from extractors.readers.source_text import SourceText
from extractors.text.labelled_page import LabelledPage
from extractors.text.normal import normalise
from extractors.text.page_frame import frame_of
from extractors.text.passage import make_passage
from schemas.press import Press

_SIMPLIFY = opencc.OpenCC("t2s").convert
TITLE = "携手同行 共育新苗"
FIRST = "9月1日，青石县第一小学教师一行12人来到柳树乡中心小学，开展送教下乡活动，共上示范课4节。"
LAST = "活动中，教师们向学校捐赠图书300册，受到师生的热烈欢迎，双方商定每学期送教2次。"
Told = tuple[str | None, str | None, str | None]


def press_of(text: str, metadata: dict[str, str] | None = None) -> Press:
    normal = normalise(SourceText(text, "text/plain", metadata=metadata or {}), _SIMPLIFY)
    (section,) = find_documents(normal)
    assert section.kind == "news"
    passage = make_passage(normal, section.start, section.end, section.kind, section.title)
    return find_press(LabelledPage(passage, frame_of(passage, section.around), section.around, section.metadata))


def told(press: Press) -> Told:
    return press.outlet, press.author, press.published.edtf if press.published else None


def page(*, above: str = "", head: str = "", first: str = FIRST, last: str = LAST, tail: str = "") -> str:
    return "\n".join(filter(None, (above, TITLE, head, first, last, tail))) + "\n"
