"""The tables of news that is fetched: beside :mod:`pipeline.store.tables`, whose readings an article's ``content`` leads to.

A *feed* is a source of ``feeds.toml``; a *page* is an address that was asked for; an *article* is a page (or a document that hangs on one)
whose words were read. Moments are in UTC; days are ISO 8601 strings.
"""

from __future__ import annotations

import sqlalchemy as sa

from pipeline.store.tables import METADATA

_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_CONTENT, _DAY, _WORD = sa.String(64), sa.String(10), sa.String(64)
_MOMENT = sa.DateTime(timezone=True)

FEEDS = sa.Table(
    "feeds",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True, comment="as in feeds.toml"),
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("begun", _MOMENT, nullable=False, comment="when it was tried first"),
    sa.Column("tried", _MOMENT, nullable=False),
    sa.Column("succeeded", _MOMENT),
    sa.Column("items", sa.Integer, nullable=False, comment="entries of its list at the last success"),
    sa.Column("usual", sa.Integer, nullable=False, comment="entries that its list has had: the median of late successes"),
    sa.Column("fresh", _MOMENT, comment="when something was new the last time"),
    sa.Column("failures", sa.Integer, nullable=False, comment="in a row"),
    sa.Column("wait_until", _MOMENT, comment="it is left alone so long after failures: a day at most"),
    sa.Column("reason", _WORD, comment="why it failed"),
    sa.Column("why", sa.JSON(none_as_null=True), comment="the same with what its sentence says, in whatever language it is read"),
)

PAGES = sa.Table(
    "pages",
    METADATA,
    sa.Column("address", sa.Text, primary_key=True),
    sa.Column("etag", sa.Text),
    sa.Column("modified", sa.Text, comment="Last-Modified, as the server wrote it"),
    sa.Column("digest", _CONTENT, nullable=False, comment="of the body"),
    sa.Column("fetched", _MOMENT, nullable=False),
)

ARTICLES = sa.Table(
    "articles",
    METADATA,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("address", sa.Text, nullable=False, unique=True),
    sa.Column("feed", sa.Text, nullable=False, index=True),
    sa.Column("parent_id", _NUMBER, sa.ForeignKey("articles.id", ondelete="CASCADE"), index=True, comment="the article it hangs on"),
    sa.Column("title", sa.Text, comment="as the list has it"),
    sa.Column("day", _DAY, comment="as the list has it"),
    sa.Column("found", _MOMENT, nullable=False),
    sa.Column("fetched", _MOMENT),
    sa.Column("text", _CONTENT, comment="digest of its words: a page's template may change without them"),
    sa.Column("content", _CONTENT, index=True, comment="of the reading"),
    sa.Column("first_id", _NUMBER, sa.ForeignKey("articles.id", ondelete="SET NULL"), index=True, comment="of what it is a reprint"),
    sa.Column("failures", sa.Integer, nullable=False, comment="in a row"),
    sa.Column("reason", _WORD, comment="why it could not be had or read"),
    sa.Column("why", sa.JSON(none_as_null=True), comment="the same with what its sentence says, in whatever language it is read"),
    sa.Column("run_id", sa.String(36), nullable=False, comment="that found it"),
)

ARTICLE_VERSIONS = sa.Table(
    "article_versions",
    METADATA,
    sa.Column("article_id", _NUMBER, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("content", _CONTENT, primary_key=True),
    sa.Column("seen", _MOMENT, nullable=False),
    sa.Column("changes", sa.JSON(none_as_null=True), comment="against the version before it"),
    sa.Column("run_id", sa.String(36), nullable=False),
)

BANDS = sa.Table(
    "bands",
    METADATA,
    sa.Column("band", sa.BigInteger, primary_key=True, comment="hash of a few MinHash values and of which ones they are"),
    sa.Column("article_id", _NUMBER, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
)

ALARMS = sa.Table(
    "alarms",
    METADATA,
    sa.Column("id", _NUMBER, primary_key=True),
    sa.Column("feed", sa.Text, nullable=False, index=True),
    sa.Column("kind", _WORD, nullable=False, comment="empty, lost-field, silent, failing, blocked"),
    sa.Column("facts", sa.JSON, nullable=False, comment="what its sentence says, in whatever language it is read"),
    sa.Column("since", _MOMENT, nullable=False),
    sa.Column("seen", _MOMENT, nullable=False),
    sa.Column("told", _MOMENT, comment="when the webhook had it"),
    sa.Column("over", _MOMENT, comment="null while it lasts"),
)
