"""Open a store that is there to ask it; none is made where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.store.place import engine_of, shown
from pipeline.store.upgrade import MARK, cannot_open, is_folder, is_of_today, kind_of, ready
from schemas.errors import JieduiError


class NoStore(JieduiError):  # noqa: N818 - it names what is missing, as NotARecord does
    """There is no store at ``place``."""

    def __init__(self, place: str) -> None:
        """Where it was looked for."""
        super().__init__(f"没有存储 {place}。请用 --store 给出 jiedui batch 写成的存储，或先运行 jiedui batch。")
        self.place = place


@contextmanager
def opened_to_write(url: sa.URL) -> Iterator[sa.Engine]:
    """The store at an address, made where there is none. Raises :class:`JieduiError` where it cannot be opened."""
    engine = engine_of(url)
    try:
        yield ready(engine)
    finally:
        engine.dispose()


def existing(url: sa.URL) -> sa.Engine:
    """The store at an address, to be asked. Raises :class:`NoStore`, and :class:`JieduiError` where it cannot be opened."""
    if url.get_backend_name() == "sqlite":
        kind = kind_of(Path(url.database or ""))
        if kind in {"nothing", "empty", "other"}:
            raise NoStore(shown(url))
        if kind == "folder":
            raise is_folder(url)
    engine = engine_of(url, is_asked_only=True)
    try:
        if is_of_today(engine):
            return engine
        with engine.connect() as connection:
            is_store = sa.inspect(connection).has_table(MARK)
    except DBAPIError as error:
        raise cannot_open(engine, error) from error
    engine.dispose()
    if not is_store:
        raise NoStore(shown(url))
    return ready(engine_of(url))


@contextmanager
def looking_at(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection that sees the store as it is now, whatever is written meanwhile. Raises :class:`JieduiError` when the store fails."""
    # SQLite's transactions see one state anyway, and have no such level
    options = {} if engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
    try:
        with engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection
    except DBAPIError as error:
        raise cannot_open(engine, error) from error
