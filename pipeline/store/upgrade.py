"""Bring a store's tables up to date."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError

from pipeline.store.place import shown, writing
from schemas.errors import JieduiError

HEAD = "0002"
"""The newest version in ``migrations/versions``."""
_LOCK = 0x6A6965647569
"""PostgreSQL's number for our lock: the letters of the name."""


def ready(engine: sa.Engine) -> sa.Engine:
    """The engine, with tables as this program knows them.

    Raises :class:`JieduiError` where the store cannot be opened, or is of a newer program.
    """
    try:
        if _version(engine) != HEAD:
            _upgrade(engine)
    except OperationalError as error:
        raise cannot_open(engine, error) from error
    except DBAPIError as error:
        raise cannot_open(engine, error) from error
    return engine


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
        if not sa.inspect(connection).has_table("alembic_version"):
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
