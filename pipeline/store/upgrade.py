"""Bring a store's tables up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from pipeline.store.place import shown, writing
from schemas.errors import JieduiError

MARK = "alembic_version"
"""The table that every store has."""
HEAD = "0003"
"""The newest version in ``migrations/versions``."""
_LOCK = 0x6A6965647569
"""PostgreSQL's number for our lock: the letters of the name."""


FileKind = Literal["nothing", "empty", "store", "other", "folder", "unknown"]
"""What lies at a path: ``other`` is another program's database, ``unknown`` a file that cannot be looked into."""


def ready(engine: sa.Engine) -> sa.Engine:
    """The engine, with tables as this program knows them.

    Raises :class:`JieduiError` where the store cannot be opened, is of a newer program, or is another program's.
    """
    if engine.url.get_backend_name() == "sqlite":
        _check_file(engine.url)
    try:
        if not is_of_today(engine):
            _upgrade(engine)
    except DBAPIError as error:
        raise cannot_open(engine, error) from error
    return engine


def is_of_today(engine: sa.Engine) -> bool:
    """Whether the tables are those that this program knows."""
    return _version(engine) == HEAD


def kind_of(path: Path) -> FileKind:
    """What lies at a path: looked at without the settings of a store's engine, which would write to any database that they meet."""
    if path.is_dir():
        return "folder"
    if not path.is_file():
        return "nothing"
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.OperationalError:
        # one that is locked or must not be opened may be a store: what its engine meets then says why
        return "unknown"
    except sqlite3.DatabaseError:
        return "other"
    return "store" if MARK in tables else "other" if tables else "empty"


def _check_file(url: sa.URL) -> None:
    """Raises :class:`JieduiError` where a store can neither be nor be made."""
    if not url.database or url.database == ":memory:":
        return
    path = Path(url.database)
    kind = kind_of(path)
    if kind == "folder":
        raise is_folder(url)
    if kind == "other":
        raise JieduiError(f"{shown(url)} 不是 jiedui 的存储，是别的文件或别的程序的数据库，没有动它。请用 --store 换一个。")
    if kind == "nothing" and not path.absolute().parent.is_dir():
        raise JieduiError(f"没有 {path.absolute().parent} 这个文件夹，存储 {shown(url)} 写不了。请先建好文件夹，或用 --store 换一个。")


def is_folder(url: sa.URL) -> JieduiError:
    """What to say of a folder that was named as a store."""
    return JieduiError(f"{shown(url)} 是文件夹，不是存储。请写成文件的路径，如 {shown(url)}/jiedui.db。")


def cannot_open(engine: sa.Engine, error: DBAPIError) -> JieduiError:
    """What to say of a store that cannot be opened or written."""
    why = " ".join(str(error.orig).split())
    return JieduiError(f"打不开存储 {shown(engine.url)}：{why}。请检查地址、权限和磁盘空间，或用 --store 换一个。")


def cannot_write(engine: sa.Engine, error: DBAPIError) -> JieduiError:
    """What to say of a store that stopped taking what it is given: a full disk, a server that went away."""
    why = " ".join(str(error.orig).split())
    return JieduiError(f"写不进存储 {shown(engine.url)}：{why}。读完的都已存好；请检查磁盘空间或数据库，然后运行同一条命令接着读。")


def _version(engine: sa.Engine) -> str | None:
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table(MARK):
            return None
        version: str | None = connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
        return version


def _upgrade(engine: sa.Engine) -> None:
    """Run alembic; whoever comes second waits, and finds everything done."""
    from alembic import command  # noqa: PLC0415 - needed once in a store's life, and slow to import
    from alembic.config import Config  # noqa: PLC0415 - the same
    from alembic.util import CommandError  # noqa: PLC0415 - the same

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise JieduiError(f"存储 {shown(engine.url)} 由更新的 jiedui 写成。请先升级 jiedui，或用 --store 换一个存储。") from error
