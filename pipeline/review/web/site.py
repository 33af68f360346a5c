"""What the server's answers are made from: the store, the words, who asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, unquote

import orjson
import sqlalchemy as sa
from starlette.requests import Request

from pipeline.messages import Lang
from pipeline.printable import one_line
from pipeline.review.page_images import PageImages, SourceFile
from pipeline.review.situation import Situation
from pipeline.review.view import About, Json, make_view
from pipeline.review.web.safety import Safety
from pipeline.store.tables import READINGS, SOURCES

NAME_COOKIE, LANG_COOKIE = "jiedui_name", "jiedui_lang"
LONGEST_NAME = 40
LARGEST = 2**63 - 1
"""Of a number that both databases take."""


@dataclass(frozen=True)
class Site:
    """``name`` is who decides where the browser does not say; ``lang`` the language until somebody chooses another."""

    engine: sa.Engine
    safety: Safety
    images: PageImages
    lang: Lang = "zh"
    name: str | None = None

    def lang_of(self, request: Request) -> Lang:
        """The language of a request."""
        chosen = request.cookies.get(LANG_COOKIE)
        return "zh" if chosen == "zh" else "en" if chosen == "en" else self.lang

    def name_of(self, request: Request) -> str | None:
        """Who asks; None where nobody has said."""
        return clean_name(unquote(request.cookies.get(NAME_COOKIE, ""), errors="ignore")) or self.name

    def view_of(self, situation: Situation, lang: Lang) -> Json:
        """The JSON of a record as it stands."""
        with self.engine.connect() as connection:
            sources = sources_of(connection, situation.content)
            current = connection.scalar(
                sa.select(READINGS.c.id).where(READINGS.c.content == situation.content, READINGS.c.is_current.is_(True))
            )
        name, address = sources[0] if sources else (None, None)
        return make_view(situation, About(name, address, lang)) | {"current": current}


def clean_name(given: str) -> str:
    """A name as it is kept: on one line, nothing in it that cannot be seen."""
    return one_line(given)[:LONGEST_NAME].strip()


def name_cookie(name: str) -> str:
    """The name as a cookie holds it."""
    return quote(name, safe="")


def sources_of(connection: sa.Connection, content: str) -> Sequence[tuple[str, str]]:
    """The names and addresses of the sources that hold a content, in order of these."""
    asked = sa.select(SOURCES.c.name, SOURCES.c.address).where(SOURCES.c.content == content).order_by(SOURCES.c.address)
    return [(name, address) for name, address in connection.execute(asked)]


def file_of(connection: sa.Connection, number: int) -> SourceFile | None:
    """The file of a reading; None where there is no such reading."""
    columns = (READINGS.c.content, READINGS.c.record)
    row = connection.execute(sa.select(*columns).where(READINGS.c.id == number)).one_or_none()
    if row is None:
        return None
    return SourceFile(
        row.content,
        orjson.loads(row.record)["source"]["media_type"] or "",
        tuple(address for _, address in sources_of(connection, row.content)),
    )
