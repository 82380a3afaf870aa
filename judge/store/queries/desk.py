"""What a reviewer's desk reads: the queue, and one nomination with its papers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, select

from judge.domain.conflict import Interests
from judge.domain.desk import Document
from judge.domain.sheet import SheetState
from judge.store.current import current_nomination
from judge.store.current_panels import current_reviewer, other_names
from judge.store.driver import fetch
from judge.store.filed import blocks_from
from judge.store.queries.revisions import KeptRevision, revisions
from judge.store.tables import body, document, mark, nomination, reviewer, sheet

_STATES = {state.value: state for state in SheetState}
_NO_MARKS: Mapping[str, int | None] = MappingProxyType({})


class QueueRow(NamedTuple):
    """One assigned nomination with the marks so far, in ticks by criterion."""

    nomination: str
    award: str
    name: str
    organisation: str
    body: str
    state: SheetState
    rubric: str
    revision: int
    marks: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Papers:
    """One nomination with its revisions, the first filing first, and its documents."""

    award: str
    body: str
    revisions: Sequence[KeptRevision]
    documents: tuple[Document, ...]


def reviewer_keys(connection: Connection) -> tuple[str, ...]:
    """The keys of the edition's reviewers, in the order of appointment."""
    return tuple(connection.execute(select(reviewer.c.key).order_by(reviewer.c.id)).scalars())


def interests(connection: Connection, reviewer_key: str) -> Interests:
    """What is known of a reviewer that can show a conflict of interest."""
    who = current_reviewer.c
    asked = select(who.name, who.organisation, who.phone, who.aliases).where(who.key == reviewer_key)
    row = connection.execute(asked).one()
    return Interests(row.name, row.organisation, row.phone, other_names(row.aliases))


def own_marks(connection: Connection, reviewer_key: str, rubric: str) -> dict[str, dict[int | None, int]]:
    """By criterion and ticks, how many of the reviewer's sheets of a rubric (by digest) have that mark.

    Sheets that count nowhere, recused or excluded, are left out.
    """
    mine = select(reviewer.c.id).where(reviewer.c.key == reviewer_key).scalar_subquery()
    left_out = (SheetState.RECUSED.value, SheetState.EXCLUDED.value)
    rows = connection.execute(
        select(mark.c.criterion, mark.c.ticks, func.count())
        .join(sheet, sheet.c.id == mark.c.sheet_id)
        .where(sheet.c.reviewer_id == mine, sheet.c.rubric == rubric, sheet.c.state.not_in(left_out))
        .group_by(mark.c.criterion, mark.c.ticks)
    )
    counts: dict[str, dict[int | None, int]] = defaultdict(dict)
    for criterion, ticks, count in rows:
        counts[criterion][ticks] = count
    return counts


def queue(connection: Connection, reviewer_key: str, lines: int | None = None) -> tuple[QueueRow, ...]:
    """What is assigned to a reviewer, award by award, in the order of filing: all, or the first lines."""
    asked = _sheets_of(reviewer_key) if lines is None else sheet.c.id.in_(_first(reviewer_key, lines))
    found = fetch(
        connection,
        select(
            sheet.c.id,
            current_nomination.c.key,
            current_nomination.c.award,
            current_nomination.c.name,
            current_nomination.c.organisation,
            body.c.name.label("body"),
            sheet.c.state,
            sheet.c.rubric,
            current_nomination.c.revision,
        )
        .join(current_nomination, current_nomination.c.id == sheet.c.nomination_id)
        .join(body, body.c.id == current_nomination.c.body_id)
        .where(asked)
        .order_by(current_nomination.c.award, current_nomination.c.id),
    )
    rows = tuple(found)
    its_marks = asked if lines is None else sheet.c.id.in_([at for at, *_ in rows])
    marks: dict[int, dict[str, int | None]] = defaultdict(dict)
    for sheet_id, criterion, ticks in connection.execute(
        select(mark).join(sheet, sheet.c.id == mark.c.sheet_id).where(its_marks)
    ):
        marks[sheet_id][criterion] = ticks
    return tuple(
        QueueRow(key, award, name, organisation, by, _STATES[state], rubric, last, marks.get(at, _NO_MARKS))
        for at, key, award, name, organisation, by, state, rubric, last in rows
    )


def _sheets_of(reviewer_key: str) -> ColumnElement[bool]:
    mine = select(reviewer.c.id).where(reviewer.c.key == reviewer_key).scalar_subquery()
    return sheet.c.reviewer_id == mine


def _first(reviewer_key: str, lines: int) -> Select[tuple[int]]:
    """The first sheets of a queue, found without looking for every nomination's last revision."""
    return (
        select(sheet.c.id)
        .join(nomination, nomination.c.id == sheet.c.nomination_id)
        .where(_sheets_of(reviewer_key))
        .order_by(nomination.c.award, nomination.c.id)
        .limit(lines)
    )


def queue_counts(connection: Connection, reviewer_key: str) -> dict[tuple[SheetState, bool], int]:
    """How many of a reviewer's sheets there are by their state and by whether they have marks."""
    marked = select(mark.c.sheet_id).where(mark.c.sheet_id == sheet.c.id).exists().label("marked")
    counted = (
        select(sheet.c.state, marked, func.count())
        .where(_sheets_of(reviewer_key))
        .group_by(sheet.c.state, marked)
    )
    return {(_STATES[state], bool(has)): count for state, has, count in connection.execute(counted)}


def papers(connection: Connection, nomination_key: str) -> Papers:
    """One nomination with all that was filed for it."""
    row = connection.execute(
        select(nomination.c.id, nomination.c.award, body.c.name.label("body"))
        .join(body, body.c.id == nomination.c.body_id)
        .where(nomination.c.key == nomination_key)
    ).one()
    documents = connection.execute(
        select(document.c.title, document.c.blocks)
        .where(document.c.nomination_id == row.id)
        .order_by(document.c.id)
    )
    return Papers(
        award=row.award,
        body=row.body,
        revisions=revisions(connection, nomination_key),
        documents=tuple(Document(title, blocks_from(blocks)) for title, blocks in documents),
    )
