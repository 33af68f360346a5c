"""What alembic runs: every version that is missing, in one transaction, over the connection that it is given."""

from __future__ import annotations

from alembic import context

from pipeline.store import news_tables, review_tables  # noqa: F401 - their tables are among those of METADATA
from pipeline.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
context.run_migrations()
