"""Where a store is: a file's path or a database's address, opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from schemas.errors import JieduiError

DEFAULT = "jiedui.db"
_WAIT, _LONG_WAIT = 60, 600
"""Seconds that SQLite waits for another's transaction, and a thread for a connection."""
_DRIVERS = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg", "sqlite": "sqlite"}


def address_of(text: str) -> URL:
    """The address that a person means: ``postgresql://…``, ``sqlite:///…`` or a file's path. Raises :class:`JieduiError`."""
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise JieduiError(f"看不懂存储的地址 {text.rpartition('@')[2]}。请写成文件路径，或 postgresql://用户@主机/数据库。") from error
    driver = _DRIVERS.get(url.drivername, url.drivername)
    if driver.partition("+")[0] not in {"sqlite", "postgresql"}:
        raise JieduiError(f"不支持 {url.drivername} 作存储。请用 SQLite 的文件路径，或 postgresql:// 开头的地址。")
    return url.set(drivername=driver)


def shown(url: URL) -> str:
    """The address for messages: a file's path, or an address without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def engine_of(url: URL, *, is_asked_only: bool = False) -> sa.Engine:
    """An engine whose transactions are whole; nothing is connected to yet.

    ``is_asked_only``: nothing will be written, so that a file in a folder that takes nothing can be opened too. Raises
    :class:`JieduiError`.
    """
    try:
        if url.get_backend_name() == "sqlite":
            return _sqlite_to_ask(url) if is_asked_only else _sqlite(url)
        return sa.create_engine(url, isolation_level="READ COMMITTED", pool_pre_ping=True, pool_timeout=_LONG_WAIT)
    except (NoSuchModuleError, ImportError) as error:
        raise JieduiError("没有安装 PostgreSQL 的驱动。请运行 pip install 'jiedui[postgres]' 后再试。") from error


def _sqlite(url: URL) -> sa.Engine:
    """SQLite in WAL mode: readers never wait, and a power cut loses at most what was not committed."""
    # a thread that waits for another's transaction holds its connection meanwhile
    engine = sa.create_engine(url, connect_args={"timeout": _WAIT, "check_same_thread": False}, max_overflow=-1)

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - as SQLAlchemy calls it
        # the driver begins transactions late and ends them early; SQLAlchemy's own BEGIN, below, says what is meant
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        how = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


def _sqlite_to_ask(url: URL) -> sa.Engine:
    """SQLite's file as it is. Where its folder takes nothing and nobody writes, it is taken for one that does not change."""
    path = Path(url.database or "").absolute()

    def connect() -> sqlite3.Connection:
        try:
            return opened("mode=ro")
        except sqlite3.OperationalError:
            if Path(f"{path}-wal").exists():
                raise
            return opened("mode=ro&immutable=1")

    def opened(how: str) -> sqlite3.Connection:
        connection = sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, timeout=_WAIT, check_same_thread=False, isolation_level=None)
        try:
            connection.execute("SELECT 1 FROM sqlite_master")
        except sqlite3.OperationalError:
            connection.close()
            raise
        return connection

    engine = sa.create_engine(url, creator=connect)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that writes: committed whole, or not at all. SQLite's takes its turn at once, so that it cannot fail half-way."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection
