"""Panels as they stand: every reviewer with what holds of them, their seats, and how much they have to do."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from judge.ledger.closings import Withdrawal
from judge.ledger.panel_acts import REPLACED, SERVING, WITHDRAWN, ReviewerDetail, Seat, Section
from judge.ledger.ruled import ruled
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.queries.known import HeldReviewer, held_reviewers
from judge.store.queries.office import rulings
from judge.store.queries.panel_office import sections
from judge.store.queries.panels import sheets_at_work


@dataclass(frozen=True, slots=True)
class Member:
    """A reviewer as they stand, with their seats by award and how many of their sheets count or may yet.

    `standing` is what the office stated, or withdrawn or replaced where the chair ruled so; `successors` are
    the keys of who judges in their place.
    """

    key: str
    detail: ReviewerDetail
    seats: Mapping[str, Seat]
    sheets: int
    standing: str = SERVING
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Panels:
    """All reviewers in the order of appointment, and the sections that judge nominations, by key."""

    members: tuple[Member, ...]
    sections: Mapping[str, Section]


def panels(edition: Edition) -> Panels:
    """The panels of an edition, of one moment."""
    with edition.store.read() as connection:
        load = Counter(reviewer for _, reviewer, _ in sheets_at_work(connection))
        return Panels(members(connection, load), sections(connection))


def members(connection: Connection, load: Mapping[str, int]) -> tuple[Member, ...]:
    """All reviewers in the order of appointment; `load` counts their sheets, by key."""
    gone = ruled(rulings(connection)).withdrawn
    return tuple(_member(one, load.get(one.key, 0), gone.get(one.key)) for one in held_reviewers(connection))


def _member(held: HeldReviewer, sheets: int, gone: Withdrawal | None) -> Member:
    said = held.detail
    standing = said.standing
    successors: tuple[str, ...] = (said.successor,) if said.successor else ()
    if gone is not None:
        successors = tuple(sorted({one.by for one in gone.replaced.values()}))
        standing = REPLACED if successors else WITHDRAWN
    return Member(held.key, said, held.seats, sheets, standing, successors)
