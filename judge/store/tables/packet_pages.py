"""What a packet's desk shows of a nomination beside its papers."""

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint, Table

from judge.store.tables.naming import metadata
from judge.store.values import Bytes

packet_page = Table(
    "packet_page",
    metadata,
    Column("nomination_id", Integer, ForeignKey("nomination.id"), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("concluded", Bytes, nullable=False, doc="gates, changes and conflicts, in canonical bytes"),
    PrimaryKeyConstraint("nomination_id", "revision"),
)
"""In a packet's file what the office concluded, a row for each revision; in an edition empty."""
