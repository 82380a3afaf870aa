"""0003: chains continued twice, seals, packets and their pens; what is stated of reviewers and sections."""

from collections.abc import Iterable

import sqlalchemy as sa
from alembic import op

from judge.store.migrations.triggers import postgresql_guards, sqlite_triggers

revision = "0003"
down_revision = "0002"

_IMMUTABLE = ("seal", "packet")


def upgrade() -> None:
    """Add what packets and panels need; what is there keeps its meaning."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        _rebuild_entries()
    else:
        _alter_entries()
    _packets()
    _projections()
    _run((sqlite_triggers if sqlite else postgresql_guards)(_IMMUTABLE))


def _run(statements: Iterable[str]) -> None:
    for statement in statements:
        op.execute(sa.text(statement.replace(":", "\\:")))


def _alter_entries() -> None:
    op.drop_constraint("fk_entry_pen", "entry", type_="foreignkey")
    op.drop_constraint("pk_entry", "entry", type_="primary")
    op.create_primary_key("pk_entry", "entry", ["pen", "seq", "digest"])


def _rebuild_entries() -> None:
    """SQLite cannot change a key in place: the same rows in a new table, which takes the name of the old."""
    op.create_table(
        "entry_rebuilt",
        sa.Column("pen", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("seq >= 1", name="ck_entry_seq_from_one"),
        sa.PrimaryKeyConstraint("pen", "seq", "digest", name="pk_entry"),
        sqlite_with_rowid=False,
    )
    columns = "pen, seq, digest, kind, subject, data"
    op.execute(sa.text(f"INSERT INTO entry_rebuilt ({columns}) SELECT {columns} FROM entry"))  # noqa: S608 - no input
    # Its triggers and its index go with it.
    op.drop_table("entry")
    op.rename_table("entry_rebuilt", "entry")
    op.create_index("ix_entry_subject", "entry", ["subject"], unique=False)
    _run(sqlite_triggers(["entry"]))


def _packets() -> None:
    op.create_table(
        "seal",
        sa.Column("pen", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("pen", "seq", "digest", name="pk_seal"),
    )
    op.create_table(
        "packet",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.Text(), nullable=False),
        sa.Column("blind", sa.Integer(), nullable=False),
        sa.Column("heads", sa.LargeBinary(), nullable=False),
        sa.Column("holds", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_packet_reviewer_id"),
        sa.PrimaryKeyConstraint("id", name="pk_packet"),
    )
    op.create_table(
        "packet_pen",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("packet", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_packet_pen_reviewer_id"),
        sa.PrimaryKeyConstraint("name", name="pk_packet_pen"),
    )
    op.create_table(
        "packet_head",
        sa.Column("pen", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["pen"], ["packet_pen.name"], name="fk_packet_head_pen"),
        sa.PrimaryKeyConstraint("pen", "seq", "digest", name="pk_packet_head"),
    )
    op.create_table(
        "packet_own",
        sa.Column("packet", sa.Text(), nullable=False),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("pen", sa.Text(), nullable=False),
        sa.Column("secret_key", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("packet", name="pk_packet_own"),
    )


def _projections() -> None:
    op.create_table(
        "reviewer_detail",
        sa.Column("reviewer_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("aliases", sa.LargeBinary(), nullable=False),
        sa.Column("languages", sa.Text(), nullable=False),
        sa.Column("load_limit", sa.Integer(), nullable=True),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("successor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_reviewer_detail_reviewer_id"),
        sa.PrimaryKeyConstraint("reviewer_id", name="pk_reviewer_detail"),
    )
    op.create_table(
        "seat",
        sa.Column("award", sa.Text(), nullable=False),
        sa.Column("reviewer_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["reviewer_id"], ["reviewer.id"], name="fk_seat_reviewer_id"),
        sa.PrimaryKeyConstraint("award", "reviewer_id", name="pk_seat"),
    )
    op.create_table(
        "nomination_section",
        sa.Column("nomination_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["nomination_id"], ["nomination.id"], name="fk_nomination_section_nomination_id"
        ),
        sa.PrimaryKeyConstraint("nomination_id", name="pk_nomination_section"),
    )
