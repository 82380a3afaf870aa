"""Checklists: what was ticked, and which attachments were filed as documents."""

from collections import defaultdict

from sqlalchemy import Connection, select

from judge.store.tables import checklist_item, document, nomination


def ticks(connection: Connection, only: str | None = None) -> dict[str, dict[str, tuple[str, str]]]:
    """By nomination and item, the state and remark ticked; of one nomination alone with its key `only`."""
    rows = select(nomination.c.key, checklist_item).join(
        nomination, nomination.c.id == checklist_item.c.nomination_id
    )
    if only is not None:
        rows = rows.where(nomination.c.key == only)
    ticked: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in connection.execute(rows):
        ticked[row.key][row.item] = (row.state, row.remark)
    return ticked


def attached(connection: Connection, only: str | None = None) -> dict[str, frozenset[str]]:
    """By nomination, the attachments of its form that were filed; of one nomination with its key `only`."""
    rows = (
        select(nomination.c.key, document.c.attachment)
        .join(nomination, nomination.c.id == document.c.nomination_id)
        .distinct()
    )
    if only is not None:
        rows = rows.where(nomination.c.key == only)
    filed: dict[str, set[str]] = defaultdict(set)
    for key, attachment in connection.execute(rows):
        filed[key].add(attachment)
    return {key: frozenset(attachments) for key, attachments in filed.items()}
