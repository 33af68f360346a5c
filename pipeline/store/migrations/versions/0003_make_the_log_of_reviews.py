"""Make the log of reviews, in place of a table that nothing was ever written to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it so."""
    op.drop_index(op.f("ix_reviews_content"), table_name="reviews")
    op.drop_table("reviews")
    op.create_table(
        "reviews",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column(
            "reading_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="that was looked at; it may be gone",
        ),
        sa.Column("version", sa.String(length=64), nullable=False, comment="of the extractors"),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("target", sa.Text(), nullable=False, comment="JSON Pointer into the record of that reading"),
        sa.Column("words", sa.Text(), nullable=True, comment="what was decided on, as it stands in the text"),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("was", sa.JSON(none_as_null=True), nullable=True, comment="the value as it was read"),
        sa.Column("becomes", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("bundle", sa.String(length=36), nullable=False, comment="what is undone together"),
        sa.Column("ref", sa.String(length=36), nullable=True, comment="bundle that an undo or a redo is about"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reviews_bundle"), "reviews", ["bundle"], unique=False)
    op.create_index(op.f("ix_reviews_content"), "reviews", ["content"], unique=False)
    op.create_table(
        "review_states",
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column(
            "reading_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="that the state was computed for",
        ),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("decided", sa.Integer(), nullable=False),
        sa.Column("decisive", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("by", sa.Text(), nullable=True, comment="who decided last, or signed"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("content", name=op.f("pk_review_states")),
    )
    op.create_index(op.f("ix_review_states_state"), "review_states", ["state"], unique=False)


def downgrade() -> None:
    """Undo it."""
    op.drop_index(op.f("ix_review_states_state"), table_name="review_states")
    op.drop_table("review_states")
    op.drop_index(op.f("ix_reviews_content"), table_name="reviews")
    op.drop_index(op.f("ix_reviews_bundle"), table_name="reviews")
    op.drop_table("reviews")
    op.create_table(
        "reviews",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("reading_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("path", sa.Text(), nullable=False, comment="JSON Pointer into the record"),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("was", sa.JSON(), nullable=True),
        sa.Column("becomes", sa.JSON(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_reviews_reading_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_content"), "reviews", ["content"], unique=False)
