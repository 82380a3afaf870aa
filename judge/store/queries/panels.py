"""Panels, what they are to judge, and who holds which sheet already."""

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from imports.records import FormField
from judge.domain.sheet import SheetState
from judge.store.current import current_nomination
from judge.store.filed import filed_fields
from judge.store.tables import body, nomination, panel_member, reviewer, sheet


@dataclass(frozen=True, slots=True)
class Panellist:
    """A reviewer who sits on a panel."""

    id: int
    key: str
    name: str
    organisation: str
    phone: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nomination as far as an assignment must know it."""

    id: int
    key: str
    award: str
    organisation: str
    body: str
    fields: tuple[FormField, ...] = field(compare=False)


@dataclass(slots=True)
class Held:
    """Who holds a sheet of a nomination, and how many of those sheets count (recused ones do not)."""

    reviewers: set[str] = field(default_factory=set)
    counting: int = 0


def panel(connection: Connection, award: str) -> tuple[Panellist, ...]:
    """The award's panel, in the order of appointment."""
    rows = connection.execute(
        select(reviewer.c.id, reviewer.c.key, reviewer.c.name, reviewer.c.organisation, reviewer.c.phone)
        .join(panel_member, panel_member.c.reviewer_id == reviewer.c.id)
        .where(panel_member.c.award == award)
        .order_by(reviewer.c.id)
    )
    return tuple(Panellist(*row) for row in rows)


def to_judge(connection: Connection, award: str) -> tuple[Candidate, ...]:
    """The award's nominations, in the order of filing."""
    rows = connection.execute(
        select(
            current_nomination.c.id,
            current_nomination.c.key,
            current_nomination.c.award,
            current_nomination.c.organisation,
            body.c.name.label("body"),
            current_nomination.c.filed,
        )
        .join(body, body.c.id == current_nomination.c.body_id)
        .where(current_nomination.c.award == award)
        .order_by(current_nomination.c.id)
    )
    return tuple(Candidate(*row[:-1], filed_fields(bytes(row.filed))) for row in rows)


def sheets_of(connection: Connection, award: str) -> defaultdict[int, Held]:
    """By nomination id, who holds its sheets."""
    held: defaultdict[int, Held] = defaultdict(Held)
    rows = connection.execute(
        select(sheet.c.nomination_id, reviewer.c.key, sheet.c.state)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .where(nomination.c.award == award)
    )
    for nomination_id, reviewer_key, state in rows:
        held[nomination_id].reviewers.add(reviewer_key)
        held[nomination_id].counting += state != SheetState.RECUSED
    return held


def assigned_reviewers(connection: Connection) -> frozenset[str]:
    """The keys of the reviewers who hold any sheet, in whatever state."""
    rows = select(reviewer.c.key).join(sheet, sheet.c.reviewer_id == reviewer.c.id).distinct()
    return frozenset(connection.execute(rows).scalars())


def sheets_at_work(connection: Connection) -> tuple[tuple[str, str, SheetState], ...]:
    """(nomination, reviewer, state) of every sheet that counts or may yet: none recused, none excluded."""
    left_out = (SheetState.RECUSED.value, SheetState.EXCLUDED.value)
    rows = connection.execute(
        select(nomination.c.key, reviewer.c.key, sheet.c.state)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .join(reviewer, reviewer.c.id == sheet.c.reviewer_id)
        .where(sheet.c.state.not_in(left_out))
        .order_by(nomination.c.id, reviewer.c.id)
    )
    return tuple((key, judge, SheetState(state)) for key, judge, state in rows)
