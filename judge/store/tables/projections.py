"""What the ledger's entries add up to; it can be rebuilt from them."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from judge.store.tables.naming import metadata
from judge.store.values import Bytes

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
