"""The tables of an edition.

Three sorts: *the ledger* (`pen`, `entry`), *imported rows* (from `batch` to `document`), immutable and
pinned by their batch's digest, and *projections* (`sheet`, `mark`, `note`), which say what the ledger's
entries add up to and can be rebuilt from it.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from judge.store.values import Bytes

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

edition = Table(
    "edition",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("programme", Bytes, nullable=False),
    Column("method", Bytes, nullable=False),
    Column("made_at", Text, nullable=False),
)

pen = Table(
    "pen",
    metadata,
    Column("name", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("head", Bytes, nullable=False),
)

entry = Table(
    "entry",
    metadata,
    Column("pen", Text, ForeignKey("pen.name"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("digest", Bytes, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("data", Bytes, nullable=False),
    PrimaryKeyConstraint("pen", "seq"),
    CheckConstraint("seq >= 1", name="seq_from_one"),
    Index(None, "subject"),
    sqlite_with_rowid=False,
)

batch = Table(
    "batch",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("imported_at", Text, nullable=False),
)

source_file = Table(
    "source_file",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sha256", Bytes, nullable=False, unique=True),
    Column("content", Bytes, nullable=False),
)

body = Table(
    "body",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
)

quota = Table(
    "quota",
    metadata,
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False),
    Column("category", Text, nullable=False),
    Column("seats", Integer, nullable=False),
    PrimaryKeyConstraint("body_id", "category"),
    CheckConstraint("seats >= 0", name="seats_not_negative"),
)

nomination = Table(
    "nomination",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("source_file_id", Integer, ForeignKey("source_file.id"), nullable=False),
    Column("source_table", Text, nullable=True),
    Column("source_row", Integer, nullable=True),
    Column("key", Text, nullable=False, unique=True),
    Column("award", Text, nullable=False),
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("filed", Bytes, nullable=False),
    Index(None, "award", "id"),
    Index(None, "body_id"),
)

reviewer = Table(
    "reviewer",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("phone", Text, nullable=False),
)

panel_member = Table(
    "panel_member",
    metadata,
    Column("award", Text, nullable=False),
    Column("reviewer_id", Integer, ForeignKey("reviewer.id"), nullable=False),
    PrimaryKeyConstraint("award", "reviewer_id"),
)

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("source_file_id", Integer, ForeignKey("source_file.id"), nullable=False),
    Column("nomination_id", Integer, ForeignKey("nomination.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("blocks", Bytes, nullable=False),
    Index(None, "nomination_id"),
)

sheet = Table(
    "sheet",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("nomination_id", Integer, ForeignKey("nomination.id"), nullable=False),
    Column("reviewer_id", Integer, ForeignKey("reviewer.id"), nullable=False),
    Column("rubric", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("head", Bytes, nullable=False),
    Column("reason", Text, nullable=False),
    UniqueConstraint("nomination_id", "reviewer_id"),
    Index(None, "reviewer_id"),
)

mark = Table(
    "mark",
    metadata,
    Column("sheet_id", Integer, ForeignKey("sheet.id"), nullable=False),
    Column("criterion", Text, nullable=False),
    Column("ticks", Integer, nullable=True, doc="NULL is 'not applicable'; unmarked has no row"),
    PrimaryKeyConstraint("sheet_id", "criterion"),
    sqlite_with_rowid=False,
)

note = Table(
    "note",
    metadata,
    Column("sheet_id", Integer, ForeignKey("sheet.id"), nullable=False),
    Column("criterion", Text, nullable=False, doc="'' for the sheet's own note"),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("sheet_id", "criterion"),
)

IMMUTABLE = (edition, entry, batch, source_file, body, quota, nomination, reviewer, panel_member, document)
"""Tables whose rows the database itself refuses to change or delete."""
