"""0002: revisions, bodies' own papers, aliases, earlier awards, forms, settings, checklists and rulings."""

import sqlalchemy as sa
from alembic import op

from judge.store.migrations.triggers import postgresql_guards, sqlite_triggers

revision = "0002"
down_revision = "0001"

_IMMUTABLE = (
    "nomination_revision",
    "body_paper",
    "organisation_alias",
    "past_award",
    "form_definition",
    "ruling",
)


def upgrade() -> None:
    """Add what the papers of a whole notice need; what is there keeps its meaning."""
    _columns()
    _imported_rows()
    _projections()
    guards = sqlite_triggers if op.get_bind().dialect.name == "sqlite" else postgresql_guards
    for statement in guards(_IMMUTABLE):
        op.execute(sa.text(statement.replace(":", "\\:")))


def _columns() -> None:
    op.add_column("document", sa.Column("attachment", sa.Text(), nullable=False, server_default="report"))
    op.add_column("document", sa.Column("total", sa.Text(), nullable=True))
    op.add_column("sheet", sa.Column("judged_revision", sa.Integer(), nullable=False, server_default="0"))
    # Until now there was but one revision to judge.
    op.execute(sa.text("UPDATE sheet SET judged_revision = 1 WHERE state = 'submitted'"))


def _imported_rows() -> None:
    _imported(
        "nomination_revision",
        sa.Column("source_table", sa.Text(), nullable=True),
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("filed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nomination.id"], name="fk_nomination_revision_nomination_id"
        ),
        sa.UniqueConstraint("nomination_id", "number", name="uq_nomination_revision_nomination_id_number"),
        sa.CheckConstraint("number >= 2", name="ck_nomination_revision_number_from_two"),
    )
    _imported(
        "body_paper",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("filed", sa.LargeBinary(), nullable=False),
        sa.Column("blocks", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"], name="fk_body_paper_body_id"),
        sa.UniqueConstraint("body_id", "form", "number", name="uq_body_paper_body_id_form_number"),
        sa.CheckConstraint("number >= 1", name="ck_body_paper_number_from_one"),
    )
    _imported(
        "organisation_alias",
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.UniqueConstraint("organisation", "alias", name="uq_organisation_alias_organisation_alias"),
    )
    _imported(
        "past_award",
        sa.Column("source_row", sa.Integer(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("award", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
    )
    op.create_index("ix_past_award_award_year", "past_award", ["award", "year"], unique=False)
    op.create_table(
        "form_definition",
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("source", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_form_definition"),
    )


def _imported(name: str, *items: sa.Column[object] | sa.Constraint) -> None:
    """A table of imported rows: each names its batch and the file it came from."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("source_file_id", sa.Integer(), nullable=False),
        *items,
        sa.ForeignKeyConstraint(["batch_id"], ["batch.id"], name=f"fk_{name}_batch_id"),
        sa.ForeignKeyConstraint(["source_file_id"], ["source_file.id"], name=f"fk_{name}_source_file_id"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def _projections() -> None:
    op.create_table(
        "setting",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
    op.create_table(
        "checklist_item",
        sa.Column("nomination_id", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["nomination_id"], ["nomination.id"], name="fk_checklist_item_nomination_id"),
        sa.PrimaryKeyConstraint("nomination_id", "item", name="pk_checklist_item"),
    )
    op.create_table(
        "ruling",
        sa.Column("pen", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["pen"], ["pen.name"], name="fk_ruling_pen"),
        sa.PrimaryKeyConstraint("pen", "seq", name="pk_ruling"),
    )
    op.create_index("ix_ruling_subject", "ruling", ["subject"], unique=False)
