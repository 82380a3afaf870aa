"""Panels, what they are to judge, and who holds which sheet already."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import Connection, select

from imports.records import FormField
from judge.domain.sheet import SheetState
from judge.ledger.panel_acts import ROLE_REVIEWER, SERVING
from judge.store.current import current_nomination
from judge.store.current_panels import current_reviewer, current_seat, other_names
from judge.store.filed import filed_fields
from judge.store.tables import body, nomination, nomination_section, reviewer, sheet


@dataclass(frozen=True, slots=True)
class Panellist:
    """A reviewer who sits on a panel, in a `section` of it or ("") in all, with at most `limit` sheets.

    `others` are more names of their organisation.
    """

    id: int
    key: str
    name: str
    organisation: str
    phone: str
    others: tuple[str, ...] = ()
    section: str = ""
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nomination as far as an assignment must know it; "" is no section, an anchor is judged by several."""

    id: int
    key: str
    award: str
    organisation: str
    body: str
    fields: tuple[FormField, ...] = field(compare=False)
    section: str = ""
    anchor: bool = False


class SectionedNomination(NamedTuple):
    """A nomination as the office deals them out: which section judges it, "" for none."""

    key: str
    award: str
    name: str
    organisation: str
    body: str
    section: str
    anchor: bool


@dataclass(slots=True)
class Held:
    """Who holds a sheet of a nomination, by key; those who stepped back have sheets that do not count."""

    reviewers: set[str] = field(default_factory=set)
    recused: set[str] = field(default_factory=set)


def panel(connection: Connection, award: str) -> tuple[Panellist, ...]:
    """The award's reviewers who serve, in the order of appointment."""
    who, at = current_reviewer.c, current_seat.c
    rows = connection.execute(
        select(
            who.id, who.key, who.name, who.organisation, who.phone, who.aliases, at.section, who.load_limit
        )
        .join(current_seat, at.reviewer_id == who.id)
        .where(at.award == award, at.role == ROLE_REVIEWER, who.standing == SERVING)
        .order_by(who.id)
    )
    return tuple(
        Panellist(
            r.id, r.key, r.name, r.organisation, r.phone, other_names(r.aliases), r.section, r.load_limit
        )
        for r in rows
    )


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
            nomination_section.c.section,
            nomination_section.c.anchor,
        )
        .join(body, body.c.id == current_nomination.c.body_id)
        .outerjoin(nomination_section, nomination_section.c.nomination_id == current_nomination.c.id)
        .where(current_nomination.c.award == award)
        .order_by(current_nomination.c.id)
    )
    return tuple(
        Candidate(
            r.id,
            r.key,
            r.award,
            r.organisation,
            r.body,
            filed_fields(bytes(r.filed)),
            r.section or "",
            bool(r.anchor),
        )
        for r in rows
    )


def sectioned_nominations(connection: Connection) -> tuple[SectionedNomination, ...]:
    """Every nomination with the section that judges it, in the order of filing."""
    current, dealt = current_nomination.c, nomination_section.c
    rows = connection.execute(
        select(
            current.key,
            current.award,
            current.name,
            current.organisation,
            body.c.name.label("body"),
            dealt.section,
            dealt.anchor,
        )
        .join(body, body.c.id == current.body_id)
        .outerjoin(nomination_section, dealt.nomination_id == current.id)
        .order_by(current.id)
    )
    return tuple(SectionedNomination(*row[:-2], row.section or "", bool(row.anchor)) for row in rows)


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
        if state == SheetState.RECUSED:
            held[nomination_id].recused.add(reviewer_key)
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
