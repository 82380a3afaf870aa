"""Reviewers who come again with other particulars: what changes is said, and stated once it is accepted.

Nothing that was imported is overwritten: what a later table says is an act of the office, which holds
instead. What a table leaves blank, or has no column for, stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping

from imports.findings import Finding, Severity
from imports.matching import name_key
from imports.records import ReviewerRecord
from imports.reviewers import (
    ALIASES,
    AWARDS,
    LANGUAGES,
    LIMIT,
    ORGANISATION,
    PHONE,
    REVIEWER_COLUMNS,
    ROLE,
    SECTION,
)
from judge.ledger.panel_acts import ROLE_NONE, ReviewerDetail, Seat
from judge.services.panels.statements import Statements
from judge.store.queries.known import HeldReviewer

_HEADS = {column.key: column.head for column in REVIEWER_COLUMNS}


def stated_detail(record: ReviewerRecord, before: ReviewerDetail) -> ReviewerDetail:
    """What holds of a reviewer once the row is taken; another spelling of the same is no change."""
    organisation = record.organisation
    if not organisation or name_key(organisation) == name_key(before.organisation):
        organisation = before.organisation
    return before._replace(
        organisation=organisation,
        phone=record.phone or before.phone,
        aliases=record.aliases or before.aliases,
        languages=record.languages or before.languages,
        load_limit=before.load_limit if record.limit is None else record.limit,
    )


def stated_seats(record: ReviewerRecord, before: Mapping[str, Seat]) -> dict[str, Seat]:
    """The seats that the row changes, by award; a table that names awards names all of them."""
    seats = {}
    for award in record.awards or before:
        held = before.get(award, Seat(role=ROLE_NONE))
        role = record.role or (Seat().role if held.role == ROLE_NONE else held.role)
        seats[award] = Seat(record.section or held.section, role)
    if record.awards:
        seats |= {award: _left(seat) for award, seat in before.items() if award not in record.awards}
    return {award: seat for award, seat in seats.items() if before.get(award) != seat}


def _left(seat: Seat) -> Seat:
    """The seat as left."""
    return seat._replace(role=ROLE_NONE)


def changes(record: ReviewerRecord, held: HeldReviewer) -> Iterator[Finding]:
    """Warning "reviewer-restated" (name, what, old, new) for each thing that the row changes."""
    was, becomes = held.detail, stated_detail(record, held.detail)
    pairs = [
        (ORGANISATION, was.organisation, becomes.organisation),
        (PHONE, was.phone, becomes.phone),
        (ALIASES, "、".join(was.aliases), "、".join(becomes.aliases)),
        (LANGUAGES, was.languages, becomes.languages),
        (LIMIT, _number(was.load_limit), _number(becomes.load_limit)),
        *_seat_changes(record, held),
    ]
    for column, old, new in pairs:
        if old != new:
            params = {"name": f"{held.key} {was.name}", "what": _HEADS[column], "old": old, "new": new}
            yield Finding("reviewer-restated", Severity.WARNING, record.place, params)


def _seat_changes(record: ReviewerRecord, held: HeldReviewer) -> Iterator[tuple[str, str, str]]:
    after = {**held.seats, **stated_seats(record, held.seats)}
    sits = {award: seat for award, seat in after.items() if seat.role != ROLE_NONE}
    yield AWARDS, "、".join(sorted(held.seats)), "、".join(sorted(sits))
    for award in sorted(sits.keys() & held.seats.keys()):
        yield SECTION, held.seats[award].section, sits[award].section
        yield ROLE, held.seats[award].role, sits[award].role


def _number(limit: int | None) -> str:
    return "" if limit is None else str(limit)


def restate(
    statements: Statements,
    reviewers: Iterable[tuple[str, ReviewerRecord]],
    held: Mapping[str, HeldReviewer],
    ids: Mapping[str, int],
) -> None:
    """State what rows say beyond what is held: of reviewers just added as of those who come again."""
    for key, record in reviewers:
        before = held[key]
        detail = stated_detail(record, before.detail)
        if detail != before.detail:
            statements.reviewer(key, ids[key], detail)
        for award, seat in sorted(stated_seats(record, before.seats).items()):
            statements.seat(award, key, ids[key], seat)
