"""The edition's own row, and the ledger: pens, their entries, and the seals on their chains."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from judge.store.tables.naming import metadata
from judge.store.values import Bytes

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
    Column("pen", Text, nullable=False, doc="a row of pen for what writes here, of packet_pen for others"),
    Column("seq", Integer, nullable=False),
    Column("digest", Bytes, nullable=False, doc="in the key: two continuations of one chain are both kept"),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("data", Bytes, nullable=False),
    PrimaryKeyConstraint("pen", "seq", "digest"),
    CheckConstraint("seq >= 1", name="seq_from_one"),
    Index(None, "subject"),
    sqlite_with_rowid=False,
)

seal = Table(
    "seal",
    metadata,
    Column("pen", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("digest", Bytes, nullable=False, doc="of the entry whose whole past is signed"),
    Column("signature", Bytes, nullable=False, doc="Ed25519, 64 bytes"),
    PrimaryKeyConstraint("pen", "seq", "digest"),
)
