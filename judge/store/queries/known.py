"""What the edition holds of each thing that papers may bring again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, literal, select, union_all

from imports.records import Kind
from judge.ledger import acts
from judge.ledger.entry import Entry
from judge.ledger.office import Assigned, SheetsAssigned
from judge.ledger.panel_acts import ROLE_NONE, ReviewerDetail, Seat
from judge.ledger.particles import Malformed
from judge.ledger.pens import SECRETARY
from judge.ledger.reading import read
from judge.store.current import current_nomination
from judge.store.current_panels import current_reviewer, current_seat, other_names
from judge.store.tables import (
    body,
    document,
    entry,
    nomination,
    nomination_revision,
    quota,
    reviewer,
    source_file,
)


@dataclass(frozen=True, slots=True)
class HeldBody:
    """A recommending body of the quota table; `seats` by quota category."""

    number: int
    name: str
    seats: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class HeldReviewer:
    """A reviewer as they stand, with their seats by award."""

    key: str
    detail: ReviewerDetail
    seats: Mapping[str, Seat]


@dataclass(frozen=True, slots=True)
class HeldNomination:
    """A revision of a nomination; `filed` is what it says, spelled by `judge.store.filed.filed_bytes`.

    `has_form`: whether this or an earlier revision was filed from a form, not from a table.
    """

    key: str
    revision: int
    award: str
    body: str
    name: str
    organisation: str
    filed: bytes
    has_form: bool = False


def held_bodies(connection: Connection) -> Iterator[HeldBody]:
    """The recommending bodies, by number."""
    seats: dict[int, dict[str, int]] = defaultdict(dict)
    for body_id, category, count in connection.execute(select(quota)):
        seats[body_id][category] = count
    for row in connection.execute(select(body).order_by(body.c.number)):
        yield HeldBody(row.number, row.name, seats[row.id])


def held_reviewers(connection: Connection) -> Iterator[HeldReviewer]:
    """The reviewers, in the order of registration; seats that they left are not among theirs."""
    seats: dict[int, dict[str, Seat]] = defaultdict(dict)
    for row in connection.execute(select(current_seat).where(current_seat.c.role != ROLE_NONE)):
        seats[row.reviewer_id][row.award] = Seat(row.section, row.role)
    for r in connection.execute(select(current_reviewer).order_by(current_reviewer.c.id)):
        detail = ReviewerDetail(
            r.name,
            r.organisation,
            r.phone,
            other_names(r.aliases),
            r.languages,
            r.load_limit,
            r.standing,
            r.successor,
        )
        yield HeldReviewer(r.key, detail, seats[r.id])


def held_nominations(connection: Connection) -> Iterator[HeldNomination]:
    """The nominations as they stand, in the order of filing."""
    current = current_nomination.c
    rows = connection.execute(
        select(
            current.key,
            current.revision,
            current.award,
            body.c.name.label("body"),
            current.name,
            current.organisation,
            current.filed,
            current.id,
        )
        .join(body, body.c.id == current.body_id)
        .order_by(current.id)
    )
    with_form = _filed_from_forms(connection)
    for row in rows:
        yield HeldNomination(*row[:-2], bytes(row.filed), row.id in with_form)


def _filed_from_forms(connection: Connection) -> set[int]:
    """The ids of nominations of which a revision was filed from a form."""
    first, later = nomination.c, nomination_revision.c
    sources = union_all(
        select(first.id, first.source_file_id), select(later.nomination_id, later.source_file_id)
    ).subquery()
    forms = (
        select(sources.c.id)
        .join(source_file, source_file.c.id == sources.c.source_file_id)
        .where(source_file.c.kind == Kind.FORM.value)
    )
    return set(connection.execute(forms).scalars())


def former_revisions(connection: Connection) -> Iterator[HeldNomination]:
    """What nominations that were revised said before, each from its first filing on."""
    current, first, later = current_nomination.c, nomination.c, nomination_revision.c
    number = literal(1).label("revision")
    filed = select(first.key, number, first.award, first.body_id, first.name, first.organisation, first.filed)
    revised = select(
        first.key, later.number, first.award, first.body_id, later.name, later.organisation, later.filed
    ).join(nomination, first.id == later.nomination_id)
    said = union_all(filed, revised).subquery()
    rows = connection.execute(
        select(said, body.c.name.label("body"))
        .join(body, body.c.id == said.c.body_id)
        .join(current_nomination, current.key == said.c.key)
        .where(said.c.revision < current.revision)
        .order_by(current.id, said.c.revision)
    )
    for row in rows:
        yield HeldNomination(
            row.key, row.revision, row.award, row.body, row.name, row.organisation, bytes(row.filed)
        )


def held_files(connection: Connection) -> dict[str, str]:
    """The path of every file kept, by its SHA-256 in hexadecimal."""
    rows = connection.execute(select(source_file.c.sha256, source_file.c.path))
    return {bytes(sha256).hex(): path for sha256, path in rows}


def attachments(connection: Connection) -> dict[str, set[str]]:
    """By a file's SHA-256 in hexadecimal, the nominations that it is attached to as a document."""
    attached: dict[str, set[str]] = defaultdict(set)
    rows = connection.execute(
        select(source_file.c.sha256, nomination.c.key)
        .join(document, document.c.source_file_id == source_file.c.id)
        .join(nomination, nomination.c.id == document.c.nomination_id)
    )
    for sha256, key in rows:
        attached[bytes(sha256).hex()].add(key)
    return attached


def held_sources(connection: Connection) -> dict[str, int]:
    """The id of every file kept, by its SHA-256 in hexadecimal."""
    rows = connection.execute(select(source_file.c.sha256, source_file.c.id))
    return {bytes(sha256).hex(): source for sha256, source in rows}


def assigned_pairs(connection: Connection) -> dict[str, set[tuple[str, str]]]:
    """By award, the (nomination, reviewer) pairs that were assigned; sheets that papers opened are none.

    Told from the ledger: the tables do not say what opened a sheet. An entry that cannot be read raises
    NotCanonical or Malformed, which the store refuses as "edition-damaged": passed over, it would take the
    award for one whose sheets nobody assigned, and papers of strangers would be filed without a word.
    """
    assigned: dict[str, set[tuple[str, str]]] = defaultdict(set)
    entries = select(entry.c.data).where(entry.c.pen == SECRETARY, entry.c.kind == acts.SHEETS_ASSIGNED)
    for data in connection.execute(entries).scalars():
        for one in _sheets_assigned(data):
            assigned[one.award].add((one.nomination, one.reviewer))
    return assigned


def _sheets_assigned(data: bytes) -> tuple[Assigned, ...]:
    act = read(Entry.from_bytes(data))
    if not isinstance(act, SheetsAssigned):
        # Under another kind than the row says, as only somebody else's hand leaves it.
        raise Malformed(acts.SHEETS_ASSIGNED)
    return act.sheets


def award_of_each(connection: Connection) -> dict[str, str]:
    """The award of every nomination, by key."""
    rows = connection.execute(select(nomination.c.key, nomination.c.award))
    return dict(rows.all())


@dataclass(frozen=True, slots=True)
class NominationId:
    """A nomination's id, with its award and its last revision's number."""

    id: int
    award: str
    revision: int


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of what sheets hang on, by key."""

    nominations: Mapping[str, NominationId]
    reviewers: Mapping[str, int]


def ids(connection: Connection) -> Ids:
    """The ids of every nomination and reviewer."""
    columns = (current_nomination.c[name] for name in ("key", "id", "award", "revision"))
    nominations = connection.execute(select(*columns))
    reviewers = connection.execute(select(reviewer.c.key, reviewer.c.id))
    return Ids({key: NominationId(*rest) for key, *rest in nominations}, dict(reviewers.all()))
