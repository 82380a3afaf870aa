"""The tables of an edition.

Three sorts: *the ledger* (`pen`, `entry`), *imported rows* (from `batch` to `past_award`), immutable and
pinned by their batch's digest, and *projections* (from `sheet` on), which say what the ledger's entries
add up to and can be rebuilt from it.
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
    Column("attachment", Text, nullable=False, server_default="report"),
    Column("total", Text, nullable=True, doc="a self-rating's one figure, as a decimal numeral"),
    Index(None, "nomination_id"),
)

nomination_revision = Table(
    "nomination_revision",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("source_file_id", Integer, ForeignKey("source_file.id"), nullable=False),
    Column("source_table", Text, nullable=True),
    Column("source_row", Integer, nullable=True),
    Column("nomination_id", Integer, ForeignKey("nomination.id"), nullable=False),
    Column("number", Integer, nullable=False, doc="from 2: the nomination's own row is its first"),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("filed", Bytes, nullable=False),
    UniqueConstraint("nomination_id", "number"),
    CheckConstraint("number >= 2", name="number_from_two"),
)

body_paper = Table(
    "body_paper",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("source_file_id", Integer, ForeignKey("source_file.id"), nullable=False),
    Column("body_id", Integer, ForeignKey("body.id"), nullable=False),
    Column("form", Text, nullable=False),
    Column("number", Integer, nullable=False, doc="from 1; the last one filed is the one that counts"),
    Column("filed", Bytes, nullable=False),
    Column("blocks", Bytes, nullable=False),
    UniqueConstraint("body_id", "form", "number"),
    CheckConstraint("number >= 1", name="number_from_one"),
)

organisation_alias = Table(
    "organisation_alias",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("source_file_id", Integer, ForeignKey("source_file.id"), nullable=False),
    Column("organisation", Text, nullable=False),
    Column("alias", Text, nullable=False),
    UniqueConstraint("organisation", "alias"),
)

past_award = Table(
    "past_award",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("batch_id", Integer, ForeignKey("batch.id"), nullable=False),
    Column("source_file_id", Integer, ForeignKey("source_file.id"), nullable=False),
    Column("source_row", Integer, nullable=True),
    Column("year", Integer, nullable=False),
    Column("award", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("body", Text, nullable=False, doc="'' where the list has none"),
    Index(None, "award", "year"),
)

form_definition = Table(
    "form_definition",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False, doc="of one key the highest counts"),
    Column("key", Text, nullable=False),
    Column("sha256", Bytes, nullable=False),
    Column("source", Bytes, nullable=False, doc="the TOML text as the organiser wrote it"),
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
    Column(
        "judged_revision",
        Integer,
        nullable=False,
        server_default="0",
        doc="the nomination's revision that a submitted sheet judged; 0 for a sheet that judged none yet",
    ),
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

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

checklist_item = Table(
    "checklist_item",
    metadata,
    Column("nomination_id", Integer, ForeignKey("nomination.id"), nullable=False),
    Column("item", Text, nullable=False, doc="the key of a seal or an attachment of the nomination's form"),
    Column("state", Text, nullable=False),
    Column("remark", Text, nullable=False),
    PrimaryKeyConstraint("nomination_id", "item"),
)

ruling = Table(
    "ruling",
    metadata,
    Column("pen", Text, ForeignKey("pen.name"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Bytes, nullable=False, doc="what the ruling says, in canonical bytes"),
    Column("reason", Text, nullable=False),
    PrimaryKeyConstraint("pen", "seq"),
    Index(None, "subject"),
)

IMMUTABLE = (
    edition,
    entry,
    batch,
    source_file,
    body,
    quota,
    nomination,
    reviewer,
    panel_member,
    document,
    nomination_revision,
    body_paper,
    organisation_alias,
    past_award,
    form_definition,
    ruling,
)
"""Tables whose rows the database itself refuses to change or delete."""
