"""The tables of reviews: beside :mod:`pipeline.store.tables`, to whose contents they belong.

``reviews`` is a log: a row is written once and never changed. ``review_states`` is made from it, so that a queue need not read the log.
"""

from __future__ import annotations

import sqlalchemy as sa

from pipeline.store.tables import METADATA

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CONTENT, _WORD, _BUNDLE = sa.String(64), sa.String(64), sa.String(36)
_MOMENT = sa.DateTime(timezone=True)
_JSON = sa.JSON(none_as_null=True)

REVIEWS = sa.Table(
    "reviews",
    METADATA,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("at", _MOMENT, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("content", _CONTENT, nullable=False, index=True),
    sa.Column("reading_id", _NUMBER, nullable=False, comment="that was looked at; it may be gone"),
    sa.Column("version", _WORD, nullable=False, comment="of the extractors"),
    sa.Column("action", _WORD, nullable=False),
    sa.Column("target", sa.Text, nullable=False, comment="JSON Pointer into the record of that reading"),
    sa.Column("words", sa.Text, comment="what was decided on, as it stands in the text"),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("was", _JSON, comment="the value as it was read"),
    sa.Column("becomes", _JSON),
    sa.Column("note", sa.Text),
    sa.Column("bundle", _BUNDLE, nullable=False, index=True, comment="what is undone together"),
    sa.Column("ref", _BUNDLE, comment="bundle that an undo or a redo is about"),
    sqlite_autoincrement=True,
)

REVIEW_STATES = sa.Table(
    "review_states",
    METADATA,
    sa.Column("content", _CONTENT, primary_key=True),
    sa.Column("reading_id", _NUMBER, nullable=False, comment="that the state was computed for"),
    sa.Column("state", _WORD, nullable=False, index=True),
    sa.Column("decided", sa.Integer, nullable=False),
    sa.Column("decisive", sa.Integer, nullable=False),
    sa.Column("conflicts", sa.Integer, nullable=False),
    sa.Column("by", sa.Text, comment="who decided last, or signed"),
    sa.Column("at", _MOMENT),
)
