"""Whether a piece tells of assistance at all: a feed without keywords, or a folder of saved pages, also brings the school sports day.

Counts::

    赴石门县开展结对帮扶活动、选派教师支教、捐赠图书、送课下乡

Leaves alone::

    我区举行中小学生运动会，2000名学生参加           a count, and nobody is helped
    人大代表视察学校、召开安全工作会议
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from pipeline.digest.pieces import Key, Piece, some
from pipeline.store.tables import DOCUMENTS, PARTIES

_HELP = re.compile(
    "[帮幫]扶|[帮幫]教|[帮幫]建|结对|結對|[对對]口|支教|支援|援助|援建|[援对對][疆藏青]|扶[贫貧]|扶[智志]|[东東]西[部]?[协協]作|教育[协協]作|山海[协協]作|[组組][团團]式|托管|共同体|共同體"
    "|教[联聯][体體]|手拉手|手牵手|手牽手|携手|牵手|牽手|[联聯]盟|一[对對]一|送[教课課培]|[轮輪][岗崗]|跟[岗崗]|[挂掛]职|捐|赠|贈|[资資]助|助[学學]|[爱愛]心"
)
"""What assistance is called; a figure beside none of these words is no help."""


def on_help(connection: sa.Connection, found: Sequence[Piece]) -> list[Piece]:
    """The pieces that tell of assistance: by their words, or because somebody helps and somebody is helped in them."""
    telling = _telling(connection, {key for piece in found for key in piece.documents})
    return [piece for piece in found if any(key in telling for key in piece.documents)]


def _telling(connection: sa.Connection, documents: Iterable[Key]) -> set[Key]:
    texts = sa.select(DOCUMENTS.c.reading_id, DOCUMENTS.c.document, DOCUMENTS.c.text)
    sides = sa.select(PARTIES.c.reading_id, PARTIES.c.document, PARTIES.c.side).distinct()
    told: set[Key] = set()
    helping: dict[Key, set[str]] = {}
    for readings in some(sorted({reading for reading, _ in documents})):
        rows = connection.execute(texts.where(DOCUMENTS.c.reading_id.in_(readings)))
        told.update((row.reading_id, row.document) for row in rows if _HELP.search(row.text))
        for row in connection.execute(sides.where(PARTIES.c.reading_id.in_(readings))):
            helping.setdefault((row.reading_id, row.document), set()).add(row.side)
    return told | {key for key, sides in helping.items() if {"supporter", "recipient"} <= sides}
