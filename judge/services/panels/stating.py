"""State what holds of reviewers, seats and sections; each a durable entry of the secretary's pen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from judge.domain.refusal import Refusal
from judge.domain.reviewer_keys import find_reviewer
from judge.ledger.panel_acts import ROLE_NONE, ROLES, ReviewerDetail, Seat, Section
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.panels.statements import Statements
from judge.services.texts import check_text
from judge.store.connection import Connection
from judge.store.pens import head_of, keep
from judge.store.queries.known import HeldReviewer, held_reviewers, ids
from judge.store.queries.panel_office import sections

Stated = TypeVar("Stated")
Change = Callable[[ReviewerDetail], ReviewerDetail]


@dataclass(frozen=True, slots=True)
class SeatWish:
    """A seat as it is to be: in an award's panel, with another section or role; None leaves that as it is."""

    award: str
    section: str | None = None
    role: str | None = None


def state_reviewer(edition: Edition, reviewer: str, change: Change, reason: str = "") -> ReviewerDetail:
    """State what `change` makes of what holds of a reviewer; nothing is written where it changes nothing.

    Refusal codes: those of `find_reviewer`, "reviewer-nameless", "load-limit-negative" (limit).
    """
    check_text(reason)

    def deed(held: HeldReviewer, statements: Statements, reviewer_id: int) -> ReviewerDetail:
        detail = change(held.detail)
        check_detail(detail)
        if detail != held.detail:
            statements.reviewer(held.key, reviewer_id, detail)
        return detail

    return _state(edition, reviewer, deed, reason)


def state_seat(edition: Edition, reviewer: str, wish: SeatWish, reason: str = "") -> Seat:
    """Give a reviewer a seat, another section or role there, or (role "none") take it away.

    Refusal codes: those of `find_reviewer`, "check-award-unknown" (award, known), "role-unknown" (role).
    """
    check_text(reason)
    check_seat(edition, wish.award, wish.role)

    def deed(held: HeldReviewer, statements: Statements, reviewer_id: int) -> Seat:
        before = held.seats.get(wish.award, Seat(role=ROLE_NONE))
        role = wish.role or ("reviewer" if before.role == ROLE_NONE else before.role)
        seat = Seat(before.section if wish.section is None else wish.section.strip(), role)
        check_text(seat.section)
        if seat != before:
            statements.seat(wish.award, held.key, reviewer_id, seat)
        return seat

    return _state(edition, reviewer, deed, reason)


def state_sections(edition: Edition, wished: Mapping[str, Section], reason: str = "") -> int:
    """State which sections judge nominations, by key; how many that changes.

    Refusal code "nomination-unknown" (nomination).
    """
    check_text(reason)
    for one in wished.values():
        check_text(one.section)
    with edition.store.write() as connection:
        statements = begin(edition, connection, reason)
        known = ids(connection).nominations
        for key in wished:
            if key not in known:
                raise Refusal("nomination-unknown", nomination=key)
        before = sections(connection)
        changed = {key: one for key, one in wished.items() if before.get(key, Section("")) != one}
        if changed:
            by_key = {key: known[key].id for key in changed}
            statements.sections(edition.id, dict(sorted(changed.items())), by_key)
            keep(connection, statements.written, statements.head)
        return len(changed)


def check_seat(edition: Edition, award: str, role: str | None) -> None:
    """Refusal codes: "check-award-unknown" (award, known), "role-unknown" (role)."""
    known = tuple(award.key for award in edition.programme.awards)
    if award not in known:
        raise Refusal("check-award-unknown", award=award, known=known)
    if role is not None and role not in ROLES:
        raise Refusal("role-unknown", role=role)


def check_detail(detail: ReviewerDetail) -> None:
    """Refusal codes: "reviewer-nameless", "load-limit-negative" (limit), those of `check_text`."""
    for text in (detail.name, detail.organisation, detail.phone, detail.languages, *detail.aliases):
        check_text(text)
    if not detail.name.strip():
        raise Refusal("reviewer-nameless")
    if detail.load_limit is not None and detail.load_limit < 0:
        raise Refusal("load-limit-negative", limit=detail.load_limit)


def begin(edition: Edition, connection: Connection, reason: str) -> Statements:
    """Statements of the secretary's pen, which is locked until the transaction ends."""
    return Statements(connection, head_of(connection, SECRETARY, locked=True), edition.now(), reason)


def _state(
    edition: Edition,
    reviewer: str,
    deed: Callable[[HeldReviewer, Statements, int], Stated],
    reason: str,
) -> Stated:
    """Do a deed to one reviewer in one transaction; what it states is kept."""
    with edition.store.write() as connection:
        statements = begin(edition, connection, reason)
        held = {one.key: one for one in held_reviewers(connection)}
        key = find_reviewer(reviewer, tuple(held))
        stated = deed(held[key], statements, ids(connection).reviewers[key])
        if statements.written:
            keep(connection, statements.written, statements.head)
        return stated
