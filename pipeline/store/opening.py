"""Open a store that is there to ask it; none is made where there is none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.store.place import address_of, engine_of, shown
from pipeline.store.upgrade import cannot_open, ready
from schemas.errors import JieduiError

_MARK = "alembic_version"
"""The table that every store has."""


class NoStore(JieduiError):  # noqa: N818 - it names what is missing, as NotARecord does
    """There is no store at ``place``."""

    def __init__(self, place: str) -> None:
        """Where it was looked for."""
        super().__init__(f"没有存储 {place}。请用 --store 给出 jiedui batch 写成的存储，或先运行 jiedui batch。")
        self.place = place


def existing(store: str) -> sa.Engine:
    """The store at an address. Raises :class:`NoStore`, and :class:`JieduiError` where it cannot be opened."""
    url = address_of(store)
    if url.get_backend_name() == "sqlite" and not _is_store(Path(url.database or "")):
        raise NoStore(shown(url))
    engine = engine_of(url)
    try:
        with engine.connect() as connection:
            is_store = sa.inspect(connection).has_table(_MARK)
    except DBAPIError as error:
        raise cannot_open(engine, error) from error
    if not is_store:
        engine.dispose()
        raise NoStore(shown(url))
    return ready(engine)


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


def _is_store(path: Path) -> bool:
    """Whether a file is a store: looked at without the settings of :func:`engine_of`, which would write to any database that they meet."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_MARK,)).fetchone())
    except sqlite3.DatabaseError as error:
        # one that is locked or must not be opened may be one: what engine_of meets then says why
        return isinstance(error, sqlite3.OperationalError)
