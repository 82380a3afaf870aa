"""Imported rows: immutable, and pinned by their batch's digest; and the forms that an organiser brought."""

from sqlalchemy import (
    CheckConstraint,
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
