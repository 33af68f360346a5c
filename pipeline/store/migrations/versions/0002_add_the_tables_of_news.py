"""Add the tables of news that is fetched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it so."""
    op.create_table(
        "alarms",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False, comment="empty, lost-field, silent, failing, blocked"),
        sa.Column("facts", sa.JSON(), nullable=False, comment="what its sentence says, in whatever language it is read"),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told", sa.DateTime(timezone=True), nullable=True, comment="when the webhook had it"),
        sa.Column("over", sa.DateTime(timezone=True), nullable=True, comment="null while it lasts"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
    )
    op.create_index(op.f("ix_alarms_feed"), "alarms", ["feed"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True, comment="the article it hangs on"),
        sa.Column("title", sa.Text(), nullable=True, comment="as the list has it"),
        sa.Column("day", sa.String(length=10), nullable=True, comment="as the list has it"),
        sa.Column("found", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=True),
        sa.Column("text", sa.String(length=64), nullable=True, comment="digest of its words: a page's template may change without them"),
        sa.Column("content", sa.String(length=64), nullable=True, comment="of the reading"),
        sa.Column("first_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True, comment="of what it is a reprint"),
        sa.Column("failures", sa.Integer(), nullable=False, comment="in a row"),
        sa.Column("reason", sa.String(length=64), nullable=True, comment="why it could not be had or read"),
        sa.Column("why", sa.JSON(), nullable=True, comment="the same with what its sentence says, in whatever language it is read"),
        sa.Column("run_id", sa.String(length=36), nullable=False, comment="that found it"),
        sa.ForeignKeyConstraint(["first_id"], ["articles.id"], name=op.f("fk_articles_first_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["parent_id"], ["articles.id"], name=op.f("fk_articles_parent_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("address", name=op.f("uq_articles_address")),
    )
    op.create_index(op.f("ix_articles_content"), "articles", ["content"], unique=False)
    op.create_index(op.f("ix_articles_feed"), "articles", ["feed"], unique=False)
    op.create_index(op.f("ix_articles_first_id"), "articles", ["first_id"], unique=False)
    op.create_index(op.f("ix_articles_parent_id"), "articles", ["parent_id"], unique=False)
    op.create_table(
        "feeds",
        sa.Column("name", sa.Text(), nullable=False, comment="as in feeds.toml"),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False, comment="when it was tried first"),
        sa.Column("tried", sa.DateTime(timezone=True), nullable=False),
        sa.Column("succeeded", sa.DateTime(timezone=True), nullable=True),
        sa.Column("items", sa.Integer(), nullable=False, comment="entries of its list at the last success"),
        sa.Column("usual", sa.Integer(), nullable=False, comment="entries that its list has had: the median of late successes"),
        sa.Column("fresh", sa.DateTime(timezone=True), nullable=True, comment="when something was new the last time"),
        sa.Column("failures", sa.Integer(), nullable=False, comment="in a row"),
        sa.Column(
            "wait_until", sa.DateTime(timezone=True), nullable=True, comment="it is left alone so long after failures: a day at most"
        ),
        sa.Column("reason", sa.String(length=64), nullable=True, comment="why it failed"),
        sa.Column("why", sa.JSON(), nullable=True, comment="the same with what its sentence says, in whatever language it is read"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_feeds")),
    )
    op.create_table(
        "pages",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True, comment="Last-Modified, as the server wrote it"),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="of the body"),
        sa.Column("fetched", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_pages")),
    )
    op.create_table(
        "article_versions",
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=True, comment="against the version before it"),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_article_versions_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "content", name=op.f("pk_article_versions")),
    )
    op.create_table(
        "bands",
        sa.Column("band", sa.BigInteger(), nullable=False, comment="hash of a few MinHash values and of which ones they are"),
        sa.Column("article_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_bands_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("band", "article_id", name=op.f("pk_bands")),
    )
    op.create_index(op.f("ix_bands_article_id"), "bands", ["article_id"], unique=False)


def downgrade() -> None:
    """Undo it."""
    op.drop_index(op.f("ix_bands_article_id"), table_name="bands")
    op.drop_table("bands")
    op.drop_table("article_versions")
    op.drop_table("pages")
    op.drop_table("feeds")
    op.drop_index(op.f("ix_articles_parent_id"), table_name="articles")
    op.drop_index(op.f("ix_articles_first_id"), table_name="articles")
    op.drop_index(op.f("ix_articles_feed"), table_name="articles")
    op.drop_index(op.f("ix_articles_content"), table_name="articles")
    op.drop_table("articles")
    op.drop_index(op.f("ix_alarms_feed"), table_name="alarms")
    op.drop_table("alarms")
