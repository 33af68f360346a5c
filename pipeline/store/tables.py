"""The tables. :mod:`pipeline.store.migrations` builds them.

A *content* is what a file holds, by the SHA-256 of its bytes (64 hexadecimal digits); a *source* is an address at which one was seen; a
*reading* is what one version of the extractors made of a content. Only the current reading of a content has rows in ``documents`` and the
tables below it; the JSON of every reading is kept whole. Days are ISO 8601 strings, for a paper may say year 0; figures are decimal
strings, for it may have five thousand digits.
"""

from __future__ import annotations

import sqlalchemy as sa

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = sa.MetaData(naming_convention=NAMING)
_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""SQLite numbers rows by itself only where the column is called INTEGER."""
_CONTENT, _DAY, _WORD = sa.String(64), sa.String(10), sa.String(64)


def _of_reading(*, document: bool = True) -> tuple[sa.Column[int], ...]:
    """The columns that say to which reading (and which of its documents) a row belongs; it goes with it."""
    reading = sa.Column("reading_id", _NUMBER, sa.ForeignKey("readings.id", ondelete="CASCADE"), primary_key=True)
    number = sa.Column("document", sa.Integer, primary_key=True, autoincrement=False)
    return (reading, number) if document else (reading,)


def _place() -> tuple[sa.Column[str] | sa.Column[int] | sa.Column[float], ...]:
    """The words of a value, where they stand in the record's text, on which page, and how sure the value is."""
    return (
        sa.Column("words", sa.Text),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("page", sa.Integer),
        sa.Column("confidence", sa.Float),
    )


def _amount() -> tuple[sa.Column[str] | sa.Column[bool], ...]:
    return (
        sa.Column("min", sa.Text),
        sa.Column("max", sa.Text),
        sa.Column("approximate", sa.Boolean, nullable=False),
        sa.Column("per_count", sa.Text),
        sa.Column("per_unit", sa.Text),
        sa.Column("for_each", sa.Text),
    )


def _row_number() -> sa.Column[int]:
    return sa.Column("number", sa.Integer, primary_key=True, autoincrement=False)


RUNS = sa.Table(
    "runs",
    METADATA,
    sa.Column("id", sa.String(36), primary_key=True),
    sa.Column("started", sa.DateTime(timezone=True), nullable=False),
    sa.Column("seen", sa.DateTime(timezone=True), nullable=False, comment="last sign of life"),
    sa.Column("ended", sa.DateTime(timezone=True)),
    sa.Column("state", _WORD, nullable=False, comment="running, done, interrupted"),
    sa.Column("host", sa.Text, nullable=False),
    sa.Column("process", sa.Text, nullable=False, comment="number and start of the process on its host"),
    sa.Column("version", _WORD, nullable=False),
    sa.Column("request", sa.JSON, nullable=False),
    sa.Column("counts", sa.JSON, nullable=False, comment="outcome → files"),
)

SOURCES = sa.Table(
    "sources",
    METADATA,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("address", sa.Text, nullable=False, unique=True, comment="absolute path, archive.zip!/member, s3://…"),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("content", _CONTENT, index=True, comment="null where its bytes could not be had"),
    sa.Column("size", sa.BigInteger),
    sa.Column("mark", sa.Text, comment="what a remote server says changes with the content (ETag …)"),
    sa.Column("reason", _WORD, comment="why its bytes could not be had"),
    sa.Column("message", sa.Text),
    sa.Column("first_run", sa.String(36), nullable=False),
    sa.Column("last_run", sa.String(36), nullable=False, index=True),
)

MARKED = sa.Index("ix_sources_mark", SOURCES.c.mark, sqlite_where=sa.text("mark IS NOT NULL"), postgresql_where=sa.text("mark IS NOT NULL"))

SOURCE_VERSIONS = sa.Table(
    "source_versions",
    METADATA,
    sa.Column("source_id", _NUMBER, sa.ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("content", _CONTENT, primary_key=True),
    sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
    sa.Column("run_id", sa.String(36), nullable=False),
)

READINGS = sa.Table(
    "readings",
    METADATA,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("content", _CONTENT, nullable=False),
    sa.Column("version", _WORD, nullable=False, comment="of the extractors"),
    sa.Column("names", sa.Boolean, nullable=False, comment="read with the model for names"),
    sa.Column("means", _WORD, nullable=False, comment="digest of the programs, passwords and limits at hand"),
    sa.Column("status", _WORD, nullable=False),
    sa.Column("reason", _WORD),
    sa.Column("message", sa.Text),
    sa.Column("record", sa.Text, nullable=False, comment="the record's JSON, whole"),
    sa.Column("is_current", sa.Boolean, nullable=False),
    sa.Column("changes", sa.JSON, comment="against the reading before it"),
    sa.Column("is_compared", sa.Boolean, nullable=False, comment="looked at for near-duplicates"),
    sa.Column("read", sa.DateTime(timezone=True), nullable=False),
    sa.Column("run_id", sa.String(36), nullable=False),
    sa.UniqueConstraint("content", "version", "names", "means"),
)
CURRENT = sa.Index(
    "ix_readings_current",
    READINGS.c.content,
    unique=True,
    sqlite_where=sa.text("is_current IS 1"),
    postgresql_where=sa.text("is_current IS true"),
)
UNCOMPARED = sa.Index(
    "ix_readings_uncompared",
    READINGS.c.id,
    sqlite_where=sa.text("is_compared IS 0"),
    postgresql_where=sa.text("is_compared IS false"),
)

DOCUMENTS = sa.Table(
    "documents",
    METADATA,
    *_of_reading(),
    sa.Column("kind", _WORD, nullable=False, index=True),
    sa.Column("title", sa.Text),
    sa.Column("is_template", sa.Boolean, nullable=False),
    sa.Column("dated", _DAY, index=True, comment="the day it was signed or published, else the day its term begins"),
    sa.Column("signed", _DAY),
    sa.Column("published", _DAY),
    sa.Column("outlet", sa.Text),
    sa.Column("term_start", _DAY),
    sa.Column("term_end", _DAY, index=True),
    sa.Column("copies", sa.Integer),
    sa.Column("supporter_regions", sa.Text),
    sa.Column("recipient_regions", sa.Text),
    sa.Column("text", sa.Text, nullable=False),
)

PARTIES = sa.Table(
    "parties",
    METADATA,
    *_of_reading(),
    _row_number(),
    sa.Column("role", sa.Text),
    sa.Column("name", sa.Text, nullable=False, index=True),
    sa.Column("side", _WORD, nullable=False),
    sa.Column("blank", sa.Boolean, nullable=False),
    sa.Column("aliases", sa.Text, comment="one a line"),
    *_place(),
)

QUOTAS = sa.Table(
    "quotas",
    METADATA,
    *_of_reading(),
    _row_number(),
    *_amount(),
    sa.Column("unit", sa.Text, nullable=False),
    sa.Column("what", sa.Text),
    sa.Column("each", sa.Boolean, nullable=False),
    sa.Column("actor", sa.Text),
    sa.Column("target", sa.Text),
    sa.Column("modality", _WORD, nullable=False),
    sa.Column("clause", sa.Text),
    *_place(),
)

FUNDING = sa.Table(
    "funding",
    METADATA,
    *_of_reading(),
    _row_number(),
    *_amount(),
    sa.Column("currency", sa.String(3), nullable=False),
    sa.Column("times", sa.Text),
    sa.Column("total_min", sa.Text),
    sa.Column("total_max", sa.Text),
    sa.Column("payer", sa.Text),
    sa.Column("payee", sa.Text),
    sa.Column("purpose", sa.Text),
    sa.Column("modality", _WORD, nullable=False),
    sa.Column("in_kind", sa.Boolean, nullable=False),
    sa.Column("part_of", sa.Boolean, nullable=False),
    sa.Column("is_total", sa.Boolean, nullable=False),
    sa.Column("clause", sa.Text),
    *_place(),
)

FINDINGS = sa.Table(
    "findings",
    METADATA,
    *_of_reading(document=False),
    _row_number(),
    sa.Column("document", sa.Integer, comment="null for what is said of the file"),
    sa.Column("rule", _WORD, nullable=False, index=True),
    sa.Column("severity", _WORD, nullable=False),
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("message", sa.Text, nullable=False),
    sa.Column("fingerprint", _WORD, nullable=False),
    sa.Column("words", sa.Text),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("page", sa.Integer),
)

LINKS = sa.Table(
    "links",
    METADATA,
    sa.Column("one", _CONTENT, primary_key=True),
    sa.Column("other", _CONTENT, primary_key=True, index=True),
    sa.Column("kind", _WORD, primary_key=True, comment="near-duplicate"),
    sa.Column("alike", sa.Float, nullable=False, comment="Jaccard index of the two texts' trigrams"),
)

FAILURES = sa.Table(
    "failures",
    METADATA,
    sa.Column("content", _CONTENT, primary_key=True),
    sa.Column("version", _WORD, primary_key=True),
    sa.Column("names", sa.Boolean, primary_key=True),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("error", sa.Text, nullable=False),
    sa.Column("run_id", sa.String(36), nullable=False),
)

ATTEMPTS = sa.Table(
    "attempts",
    METADATA,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("run_id", sa.String(36), nullable=False, index=True),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("content", _CONTENT),
    sa.Column("outcome", _WORD, nullable=False),
    sa.Column("reason", _WORD),
    sa.Column("seconds", sa.Float, nullable=False),
)

CLAIMS = sa.Table(
    "claims",
    METADATA,
    sa.Column("content", _CONTENT, primary_key=True),
    sa.Column("run_id", sa.String(36), nullable=False, index=True),
)

PAUSES = sa.Table(
    "pauses",
    METADATA,
    sa.Column("job", sa.Text, primary_key=True, comment="name of an inbox in jiedui.toml"),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
)
