"""Databases for tests: a new SQLite file, or a new database on a real PostgreSQL server."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url

from pipeline.store.place import address_of, engine_of
from pipeline.store.upgrade import ready

VARIABLE = "JIEDUI_TEST_POSTGRES"
DATABASES = ("sqlite", "postgresql")
_USUAL = ("postgresql://root@127.0.0.1:5432/test", "postgresql://postgres@127.0.0.1:5432/postgres")


@cache
def postgres_server() -> str | None:
    """The address of a server on which databases can be made: the one named by ``JIEDUI_TEST_POSTGRES``, else one on this machine."""
    for address in filter(None, (os.environ.get(VARIABLE), *_USUAL)):
        try:
            with psycopg.connect(address, connect_timeout=5):
                return address
        except psycopg.OperationalError:
            continue
    return None


@contextmanager
def new_postgres() -> Iterator[str]:
    """The address of a database that is dropped afterwards. Skips the test where there is no server; in CI, fails it."""
    server = postgres_server()
    if server is None:
        said = f"no PostgreSQL server: start one, or name it in {VARIABLE}"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    name = f"jiedui_test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            url: URL = make_url(server).set(database=name)
            yield url.render_as_string(hide_password=False)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def new_place(database: str, folder: Path) -> Iterator[str]:
    """The address of a store that is still to be made, in one of :data:`DATABASES`: a file in this folder, or on a server."""
    if database == "sqlite":
        yield str(folder / "store.db")
        return
    with new_postgres() as url:
        yield url


@contextmanager
def new_store(database: str, folder: Path) -> Iterator[sa.Engine]:
    """An empty store, with its tables."""
    with new_place(database, folder) as address:
        engine = ready(engine_of(address_of(address)))
        yield engine
        engine.dispose()
