"""The tables of an edition.

Three sorts: *the ledger*, *imported rows*, immutable and pinned by their batch's digest, and *projections*,
which say what the ledger's entries add up to and can be rebuilt from it.
"""

from judge.store.tables.imported import (
    batch,
    body,
    body_paper,
    document,
    form_definition,
    nomination,
    nomination_revision,
    organisation_alias,
    panel_member,
    past_award,
    quota,
    reviewer,
    source_file,
)
from judge.store.tables.ledger import (
    edition,
    entry,
    pen,
    seal,
)
from judge.store.tables.naming import (
    metadata,
)
from judge.store.tables.packets import (
    packet,
    packet_head,
    packet_own,
    packet_pen,
)
from judge.store.tables.projections import (
    checklist_item,
    mark,
    nomination_section,
    note,
    reviewer_detail,
    ruling,
    seat,
    setting,
    sheet,
)

__all__ = [
    "IMMUTABLE",
    "batch",
    "body",
    "body_paper",
    "checklist_item",
    "document",
    "edition",
    "entry",
    "form_definition",
    "mark",
    "metadata",
    "nomination",
    "nomination_revision",
    "nomination_section",
    "note",
    "organisation_alias",
    "packet",
    "packet_head",
    "packet_own",
    "packet_pen",
    "panel_member",
    "past_award",
    "pen",
    "quota",
    "reviewer",
    "reviewer_detail",
    "ruling",
    "seal",
    "seat",
    "setting",
    "sheet",
    "source_file",
]

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
    seal,
    packet,
)
"""Tables whose rows the database itself refuses to change or delete."""
