"""Make the first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it so."""
    op.create_table(
        "attempts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=True),
        sa.Column("outcome", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index(op.f("ix_attempts_run_id"), "attempts", ["run_id"], unique=False)

    op.create_table(
        "claims",
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("content", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_run_id"), "claims", ["run_id"], unique=False)

    op.create_table(
        "failures",
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("names", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("content", "version", "names", name=op.f("pk_failures")),
    )
    op.create_table(
        "links",
        sa.Column("one", sa.String(length=64), nullable=False),
        sa.Column("other", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False, comment="near-duplicate"),
        sa.Column("alike", sa.Float(), nullable=False, comment="Jaccard index of the two texts' trigrams"),
        sa.PrimaryKeyConstraint("one", "other", "kind", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_other"), "links", ["other"], unique=False)

    op.create_table(
        "pauses",
        sa.Column("job", sa.Text(), nullable=False, comment="name of an inbox in jiedui.toml"),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("job", name=op.f("pk_pauses")),
    )
    op.create_table(
        "readings",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False, comment="of the extractors"),
        sa.Column("names", sa.Boolean(), nullable=False, comment="read with the model for names"),
        sa.Column("means", sa.String(length=64), nullable=False, comment="digest of the programs, passwords and limits at hand"),
        sa.Column("status", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=True),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False, comment="the record's JSON, whole"),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=True, comment="against the reading before it"),
        sa.Column("is_compared", sa.Boolean(), nullable=False, comment="looked at for near-duplicates"),
        sa.Column("read", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_readings")),
        sa.UniqueConstraint("content", "version", "names", "means", name=op.f("uq_readings_content_version_names_means")),
    )
    op.create_index(
        "ix_readings_current",
        "readings",
        ["content"],
        unique=True,
        sqlite_where=sa.text("is_current IS 1"),
        postgresql_where=sa.text("is_current IS true"),
    )
    op.create_index(
        "ix_readings_uncompared",
        "readings",
        ["id"],
        unique=False,
        sqlite_where=sa.text("is_compared IS 0"),
        postgresql_where=sa.text("is_compared IS false"),
    )

    op.create_table(
        "runs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("started", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False, comment="last sign of life"),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("state", sa.String(length=64), nullable=False, comment="running, done, interrupted"),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False, comment="number and start of the process on its host"),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("request", sa.JSON(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False, comment="outcome → files"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("address", sa.Text(), nullable=False, comment="absolute path, archive.zip!/member, s3://…"),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=True, comment="null where its bytes could not be had"),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("mark", sa.Text(), nullable=True, comment="what a remote server says changes with the content (ETag …)"),
        sa.Column("reason", sa.String(length=64), nullable=True, comment="why its bytes could not be had"),
        sa.Column("message", sa.Text(), nullable=True),
        sa.Column("first_run", sa.String(length=36), nullable=False),
        sa.Column("last_run", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("address", name=op.f("uq_sources_address")),
    )
    op.create_index(op.f("ix_sources_content"), "sources", ["content"], unique=False)
    op.create_index(op.f("ix_sources_last_run"), "sources", ["last_run"], unique=False)
    op.create_index(
        "ix_sources_mark", "sources", ["mark"], unique=False,
        sqlite_where=sa.text("mark IS NOT NULL"), postgresql_where=sa.text("mark IS NOT NULL"),
    )  # fmt: skip

    op.create_table(
        "documents",
        sa.Column("reading_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("is_template", sa.Boolean(), nullable=False),
        sa.Column("dated", sa.String(length=10), nullable=True, comment="the day it was signed or published, else the day its term begins"),
        sa.Column("signed", sa.String(length=10), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("term_start", sa.String(length=10), nullable=True),
        sa.Column("term_end", sa.String(length=10), nullable=True),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("supporter_regions", sa.Text(), nullable=True),
        sa.Column("recipient_regions", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_documents_reading_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "document", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_dated"), "documents", ["dated"], unique=False)
    op.create_index(op.f("ix_documents_kind"), "documents", ["kind"], unique=False)
    op.create_index(op.f("ix_documents_term_end"), "documents", ["term_end"], unique=False)

    op.create_table(
        "findings",
        sa.Column("reading_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Integer(), nullable=True, comment="null for what is said of the file"),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("severity", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_findings_reading_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "number", name=op.f("pk_findings")),
    )
    op.create_index(op.f("ix_findings_rule"), "findings", ["rule"], unique=False)

    op.create_table(
        "funding",
        sa.Column("reading_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("min", sa.Text(), nullable=True),
        sa.Column("max", sa.Text(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("per_count", sa.Text(), nullable=True),
        sa.Column("per_unit", sa.Text(), nullable=True),
        sa.Column("for_each", sa.Text(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("times", sa.Text(), nullable=True),
        sa.Column("total_min", sa.Text(), nullable=True),
        sa.Column("total_max", sa.Text(), nullable=True),
        sa.Column("payer", sa.Text(), nullable=True),
        sa.Column("payee", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("modality", sa.String(length=64), nullable=False),
        sa.Column("in_kind", sa.Boolean(), nullable=False),
        sa.Column("part_of", sa.Boolean(), nullable=False),
        sa.Column("is_total", sa.Boolean(), nullable=False),
        sa.Column("clause", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_funding_reading_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "document", "number", name=op.f("pk_funding")),
    )
    op.create_table(
        "parties",
        sa.Column("reading_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=64), nullable=False),
        sa.Column("blank", sa.Boolean(), nullable=False),
        sa.Column("aliases", sa.Text(), nullable=True, comment="one a line"),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_parties_reading_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "document", "number", name=op.f("pk_parties")),
    )
    op.create_index(op.f("ix_parties_name"), "parties", ["name"], unique=False)

    op.create_table(
        "quotas",
        sa.Column("reading_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("document", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("min", sa.Text(), nullable=True),
        sa.Column("max", sa.Text(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("per_count", sa.Text(), nullable=True),
        sa.Column("per_unit", sa.Text(), nullable=True),
        sa.Column("for_each", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=True),
        sa.Column("each", sa.Boolean(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("modality", sa.String(length=64), nullable=False),
        sa.Column("clause", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("page", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["readings.id"], name=op.f("fk_quotas_reading_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("reading_id", "document", "number", name=op.f("pk_quotas")),
    )
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

    op.create_table(
        "source_versions",
        sa.Column("source_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", sa.String(length=64), nullable=False),
        sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("run_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["source_id"], ["sources.id"], name=op.f("fk_source_versions_source_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source_id", "content", name=op.f("pk_source_versions")),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("source_versions")
    op.drop_index(op.f("ix_reviews_content"), table_name="reviews")

    op.drop_table("reviews")
    op.drop_table("quotas")
    op.drop_index(op.f("ix_parties_name"), table_name="parties")

    op.drop_table("parties")
    op.drop_table("funding")
    op.drop_index(op.f("ix_findings_rule"), table_name="findings")

    op.drop_table("findings")
    op.drop_index(op.f("ix_documents_term_end"), table_name="documents")
    op.drop_index(op.f("ix_documents_kind"), table_name="documents")
    op.drop_index(op.f("ix_documents_dated"), table_name="documents")

    op.drop_table("documents")
    op.drop_index(
        "ix_sources_mark", table_name="sources", sqlite_where=sa.text("mark IS NOT NULL"), postgresql_where=sa.text("mark IS NOT NULL")
    )
    op.drop_index(op.f("ix_sources_last_run"), table_name="sources")
    op.drop_index(op.f("ix_sources_content"), table_name="sources")

    op.drop_table("sources")
    op.drop_table("runs")
    op.drop_index(
        "ix_readings_uncompared",
        table_name="readings",
        sqlite_where=sa.text("is_compared IS 0"),
        postgresql_where=sa.text("is_compared IS false"),
    )
    op.drop_index(
        "ix_readings_current",
        table_name="readings",
        sqlite_where=sa.text("is_current IS 1"),
        postgresql_where=sa.text("is_current IS true"),
    )

    op.drop_table("readings")
    op.drop_table("pauses")
    op.drop_index(op.f("ix_links_other"), table_name="links")

    op.drop_table("links")
    op.drop_table("failures")
    op.drop_index(op.f("ix_claims_run_id"), table_name="claims")

    op.drop_table("claims")
    op.drop_index(op.f("ix_attempts_run_id"), table_name="attempts")

    op.drop_table("attempts")
