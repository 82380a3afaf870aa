"""What packets leave in the edition that issued them, and what a packet's own file says of itself."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from judge.store.tables.naming import metadata
from judge.store.values import Bytes

packet = Table(
    "packet",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reviewer_id", Integer, ForeignKey("reviewer.id"), nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("blind", Integer, nullable=False, doc="1 for one that hides who is judged"),
    Column("heads", Bytes, nullable=False, doc="canonical bytes of what the packet knew of the ledger"),
    Column("holds", Bytes, nullable=False, doc="SHA-256 of what the packet holds"),
)
"""What was issued; each row is accounted for by its act "packet.issued"."""

packet_pen = Table(
    "packet_pen",
    metadata,
    Column("name", Text, primary_key=True),
    Column("reviewer_id", Integer, ForeignKey("reviewer.id"), nullable=False),
    Column("packet", Text, nullable=False, doc="the packet that the pen was made in; '' where none is known"),
    Column("public_key", Bytes, nullable=False, doc="Ed25519, 32 bytes"),
    Column("confirmed_at", Text, nullable=False, doc="'' for a pen that nobody has confirmed yet"),
)
"""Pens that write elsewhere; what they wrote comes in by returns. A projection of acts "pen.confirmed"."""

packet_head = Table(
    "packet_head",
    metadata,
    Column("pen", Text, ForeignKey("packet_pen.name"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("digest", Bytes, nullable=False),
    PrimaryKeyConstraint("pen", "seq", "digest"),
)
"""Where the chains of packets' pens end here: one row a pen, several for one that was continued twice."""

packet_own = Table(
    "packet_own",
    metadata,
    Column("packet", Text, primary_key=True),
    Column("reviewer", Text, nullable=False, doc="the reviewer's key"),
    Column("pen", Text, nullable=False, doc="'' until the packet is first opened, as are the keys"),
    Column("secret_key", Bytes, nullable=False),
    Column("public_key", Bytes, nullable=False),
)
"""In a packet's file the one row that makes it a packet; in an edition empty."""
