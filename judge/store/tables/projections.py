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

reviewer_detail = Table(
    "reviewer_detail",
    metadata,
    Column("reviewer_id", Integer, ForeignKey("reviewer.id"), primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("aliases", Bytes, nullable=False, doc="a canonical JSON list: their organisation's other names"),
    Column("languages", Text, nullable=False),
    Column("load_limit", Integer, nullable=True, doc="how many sheets at most; NULL for no limit"),
    Column("standing", Text, nullable=False, doc="serving, withdrawn or replaced"),
    Column("successor", Text, nullable=False, doc="the key of who replaced them; '' for nobody"),
)
"""What the office stated of a reviewer since the import; it holds instead of the imported row."""

seat = Table(
    "seat",
    metadata,
    Column("award", Text, nullable=False),
    Column("reviewer_id", Integer, ForeignKey("reviewer.id"), nullable=False),
    Column("section", Text, nullable=False, doc="'' for the whole award"),
    Column("role", Text, nullable=False, doc="reviewer, chair or secretary; none for who left the panel"),
    PrimaryKeyConstraint("award", "reviewer_id"),
)
"""What the office stated of a seat since the import; it holds instead of the imported panel_member row."""

nomination_section = Table(
    "nomination_section",
    metadata,
    Column("nomination_id", Integer, ForeignKey("nomination.id"), primary_key=True, autoincrement=False),
    Column("section", Text, nullable=False, doc="'' for none"),
    Column("anchor", Integer, nullable=False, doc="1 for a nomination that every section judges"),
)
