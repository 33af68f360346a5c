"""A store's tables: made by the migrations, the same as the program knows them, by whoever comes first."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from pipeline.store import news_tables, review_tables  # noqa: F401 - their tables are among those of METADATA
from pipeline.store.place import address_of, engine_of
from pipeline.store.tables import METADATA
from pipeline.store.upgrade import HEAD, kind_of, ready
from schemas.errors import JieduiError


def test_the_migrations_make_what_the_program_knows(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == HEAD


def test_the_newest_migration_is_the_one_that_is_named() -> None:
    folder = Path(__file__).resolve().parents[3] / "pipeline" / "store" / "migrations" / "versions"
    assert max(path.name.partition("_")[0] for path in folder.glob("*.py")) == HEAD


def test_two_programs_may_make_a_store_at_once(store_url: str) -> None:
    troubles: list[Exception] = []

    def make() -> None:
        engine = engine_of(address_of(store_url))
        try:
            ready(engine)
        except JieduiError as trouble:
            troubles.append(trouble)
        finally:
            engine.dispose()

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == []


def test_a_store_of_a_newer_program_is_left_alone(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(JieduiError, match="更新的 jiedui"):
        ready(engine)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://here/there", "不支持 mysql"),
        ("postgresql://:::/", "看不懂"),
        ("oracle+thing://x", "不支持 oracle"),
    ],
)
def test_an_address_that_is_none(address: str, said: str) -> None:
    with pytest.raises(JieduiError, match=said):
        address_of(address)


def test_a_store_that_cannot_be_opened_says_why_and_no_password() -> None:
    with pytest.raises(JieduiError) as told:
        ready(engine_of(address_of("postgresql://somebody:secret@127.0.0.1:1/none?connect_timeout=1")))
    assert "打不开存储" in str(told.value)
    assert "secret" not in str(told.value)


@pytest.mark.parametrize("content", ["not a database" * 100, None], ids=["a text", "another program's"])
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, content: str | None) -> None:
    place = tmp_path / "paper.db"
    if content is not None:
        place.write_text(content)
    else:
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("CREATE TABLE customers (name)")
    before = place.read_bytes()
    with pytest.raises(JieduiError, match=r"paper\.db 不是 jiedui 的存储"):
        ready(engine_of(address_of(str(place))))
    assert place.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["paper.db"]


@pytest.mark.parametrize(("place", "said"), [(".", "是文件夹，不是存储"), ("no/such/x.db", "没有 .*no/such 这个文件夹")])
def test_a_place_where_no_store_can_be(tmp_path: Path, place: str, said: str) -> None:
    with pytest.raises(JieduiError, match=said):
        ready(engine_of(address_of(str(tmp_path / place))))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    ready(engine_of(address_of(str(tmp_path / "x.db")))).dispose()
    assert kind_of(tmp_path / "x.db") == "store"
