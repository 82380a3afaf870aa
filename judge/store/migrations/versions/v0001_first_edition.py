"""0001: the ledger, imported rows and the projections of the first edition."""

import sqlalchemy as sa
from alembic import op

from judge.store.migrations.triggers import postgresql_triggers, sqlite_triggers

revision = "0001"
down_revision = None

_IMMUTABLE = (
    "edition",
    "entry",
    "batch",
    "source_file",
    "body",
    "quota",
    "nomination",
    "reviewer",
    "panel_member",
    "document",
)


def upgrade() -> None:
    """Create every table, and the triggers that keep the append-only ones so."""
    _ledger()
    _imported_rows()
    _projections()
    triggers = sqlite_triggers if op.get_bind().dialect.name == "sqlite" else postgresql_triggers
    for statement in triggers(_IMMUTABLE):
        op.execute(sa.text(statement.replace(":", "\\:")))


def _ledger() -> None:
    op.create_table(
        "edition",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("programme", sa.LargeBinary(), nullable=False),
        sa.Column("method", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
    )
    op.create_table(
        "pen",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_pen"),
    )
    op.create_table(
        "entry",
        sa.Column("pen", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("seq >= 1", name="ck_entry_seq_from_one"),
        sa.ForeignKeyConstraint(["pen"], ["pen.name"], name="fk_entry_pen"),
        sa.PrimaryKeyConstraint("pen", "seq", name="pk_entry"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entry_subject", "entry", ["subject"], unique=False)


def _imported_rows() -> None:
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("imported_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
    )
    op.create_table(
        "source_file",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_source_file_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_source_file"),
        sa.UniqueConstraint("sha256", name="uq_source_file_sha256"),
    )
    op.create_table(
        "body",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_body_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_body"),
        sa.UniqueConstraint("name", name="uq_body_name"),
        sa.UniqueConstraint("number", name="uq_body_number"),
    )
    op.create_table(
        "quota",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.CheckConstraint("seats >= 0", name="ck_quota_seats_not_negative"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_quota_body_id"),
        sa.PrimaryKeyConstraint("body_id", "category", name="pk_quota"),
    )
    op.create_table(
        "nomination",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        sa.Column("source_table", sa.Text(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("award", sa.Text(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("filed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_nomination_batch_id"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_nomination_body_id"),
        sa.ForeignKeyConstraint(["source_file_id"], ["source_file.id"], name="fk_nomination_source_file_id"),
        sa.PrimaryKeyConstraint("id", name="pk_nomination"),
        sa.UniqueConstraint("key", name="uq_nomination_key"),
    )
    op.create_index("ix_nomination_award_id", "nomination", ["award", "id"], unique=False)
    op.create_index("ix_nomination_body_id", "nomination", ["body_id"], unique=False)
    op.create_table(
        "reviewer",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_reviewer_batch_id"),
        sa.PrimaryKeyConstraint("id", name="pk_reviewer"),
        sa.UniqueConstraint("key", name="uq_reviewer_key"),
    )
    op.create_table(
        "panel_member",
        sa.Column("award", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_panel_member_reviewer_id"),
        sa.PrimaryKeyConstraint("award", "reviewer_id", name="pk_panel_member"),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("blocks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name="fk_document_batch_id"),
        sa.ForeignKeyConstraint(["nomination_id"], ["nomination.id"], name="fk_document_nomination_id"),
        sa.ForeignKeyConstraint(["source_file_id"], ["source_file.id"], name="fk_document_source_file_id"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_nomination_id", "document", ["nomination_id"], unique=False)


def _projections() -> None:
    op.create_table(
        "sheet",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("rubric", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("head", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["nomination_id"], ["nomination.id"], name="fk_sheet_nomination_id"),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_sheet_reviewer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sheet"),
        sa.UniqueConstraint("nomination_id", "reviewer_id", name="uq_sheet_nomination_id_reviewer_id"),
    )
    op.create_index("ix_sheet_reviewer_id", "sheet", ["reviewer_id"], unique=False)
    op.create_table(
        "mark",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("ticks", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_mark_sheet_id"),
        sa.PrimaryKeyConstraint("sheet_id", "criterion", name="pk_mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "note",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("criterion", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["sheet.id"], name="fk_note_sheet_id"),
        sa.PrimaryKeyConstraint("sheet_id", "criterion", name="pk_note"),
    )
