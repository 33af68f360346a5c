"""Jobs that a person has paused.

Prefect forgets a pause when a schedule is served anew; a row here stays until the person takes it back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import sqlalchemy as sa

from pipeline.store.place import writing
from pipeline.store.tables import PAUSES
from pipeline.store.upsert import insert


def pause(engine: sa.Engine, job: str) -> None:
    """Write a pause down; one that is there already keeps its day."""
    with writing(engine) as connection:
        connection.execute(insert(connection, PAUSES).on_conflict_do_nothing(), {"job": job, "since": datetime.now(UTC)})


def resume(engine: sa.Engine, job: str) -> bool:
    """Take a pause back; whether there was one."""
    with writing(engine) as connection:
        return connection.execute(PAUSES.delete().where(PAUSES.c.job == job)).rowcount > 0


def pauses(engine: sa.Engine) -> Mapping[str, datetime]:
    """The paused jobs, and since when each is."""
    with engine.connect() as connection:
        rows = connection.execute(sa.select(PAUSES.c.job, PAUSES.c.since)).all()
    # SQLite keeps no zone
    return {job: since if since.tzinfo else since.replace(tzinfo=UTC) for job, since in rows}
