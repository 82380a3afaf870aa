"""File whole sheets that others hold: one entry a sheet, the author the importer, the reviewer named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from imports.records import Record, RecusalRecord, ScoreRecord
from judge.domain.refusal import Refusal
from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.apply import SheetProjection, apply
from judge.ledger.chain import Head
from judge.ledger.entry import Written
from judge.services.editions import Edition
from judge.store.batches import next_id
from judge.store.pens import keep
from judge.store.sheet_writing import Change, add, save
from judge.store.sheets import SheetRow, copy_of, load_many
from judge.store.tables import nomination, reviewer, sheet

Pair = tuple[str, str]
"""A sheet's nomination and reviewer, by key."""


@dataclass(slots=True)
class FiledSheet:
    """What the papers say of one sheet: marks in ticks by criterion, or the reason of a recusal."""

    marks: dict[str, int | None] = field(default_factory=dict)
    recused: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """How filing went: sheets added to, sheets recused, and sheets that held it all already."""

    filed: int = 0
    recused: int = 0
    known: int = 0


def file_sheets(
    edition: Edition, connection: Connection, head: Head, papers: Mapping[Pair, FiledSheet]
) -> tuple[Filing, Head]:
    """Write sheets that papers hold, in one go, with the pen whose chain stands at `head`.

    A sheet whose every criterion then has a mark is submitted. Marks that are there already with the
    same value add nothing. Refusal "sheet-closed" where a recused or submitted sheet would change.
    """
    rows = load_many(connection, papers)
    known = _Known(edition, connection)
    written: list[Written] = []
    new: list[tuple[Mapping[str, int], str, SheetProjection]] = []
    changes: list[Change] = []
    counts = {"filed": 0, "recused": 0, "known": 0}
    for pair, paper in papers.items():
        row = rows.get(pair)
        before = row.projection if row else SheetProjection()
        rubric = row.rubric if row else known.rubric_of(pair[0])
        act = _act(edition, pair, paper, before, rubric)
        if act is None:
            counts["known"] += 1
            continue
        counts["recused" if paper.recused else "filed"] += 1
        one, head = head.next(act[0], acts.sheet_subject(*pair), act[1], edition.now())
        written.append(one)
        after = copy_of(before)
        apply(after, one.digest, one.entry)
        if row:
            changes.append(Change(row, after))
        else:
            new.append((known.ids_of(pair), rubric, after))
    if written:
        keep(connection, written, head)
    add(connection, new)
    save(connection, changes)
    return Filing(**counts), head


def _act(
    edition: Edition, pair: Pair, paper: FiledSheet, before: SheetProjection, rubric: str
) -> tuple[str, acts.Payload] | None:
    if paper.recused:
        return _recusal(pair, paper, before)
    if any(before.marks.get(key, ticks) != ticks for key, ticks in paper.marks.items()):
        # The report found no such mark: it was given since.
        raise Refusal("edition-changed-meanwhile")
    fresh = {key: ticks for key, ticks in paper.marks.items() if key not in before.marks}
    if not fresh:
        return None
    if before.state in {SheetState.SUBMITTED, SheetState.RECUSED}:
        raise Refusal(
            "sheet-closed-in-papers", nomination=pair[0], reviewer=pair[1], state=before.state.value
        )
    marked = before.marks.keys() | fresh.keys()
    complete = all(c.key in marked for c in edition.rubrics[rubric].criteria)
    return acts.SHEET_FILED, acts.sheet_filed(before.head, pair[1], rubric, fresh, complete=complete)


def _recusal(pair: Pair, paper: FiledSheet, before: SheetProjection) -> tuple[str, acts.Payload] | None:
    if before.state is SheetState.RECUSED:
        return None
    if before.state is SheetState.SUBMITTED:
        raise Refusal(
            "sheet-closed-in-papers", nomination=pair[0], reviewer=pair[1], state=before.state.value
        )
    return acts.SHEET_RECUSED, acts.sheet_recused(before.head, paper.recused)


class _Known:
    """Ids and awards of nominations and reviewers, read once for sheets that are new."""

    def __init__(self, edition: Edition, connection: Connection) -> None:
        rows = connection.execute(select(nomination.c.key, nomination.c.id, nomination.c.award)).all()
        self._nominations = {row.key: (row.id, row.award) for row in rows}
        self._reviewers = dict(connection.execute(select(reviewer.c.key, reviewer.c.id)).all())
        self._rubrics = {award.key: edition.rubric_digest(award.key) for award in edition.programme.awards}
        self._next = next_id(connection, sheet)

    def rubric_of(self, nomination_key: str) -> str:
        return self._rubrics[self._nominations[nomination_key][1]]

    def ids_of(self, pair: Pair) -> Mapping[str, int]:
        self._next += 1
        return {
            "id": self._next - 1,
            "nomination_id": self._nominations[pair[0]][0],
            "reviewer_id": self._reviewers[pair[1]],
        }


def filed_sheets(records: Iterable[Record]) -> dict[Pair, FiledSheet]:
    """The sheets that score and recusal records add up to; other records say nothing of sheets."""
    sheets: dict[Pair, FiledSheet] = {}
    for record in records:
        match record:
            case ScoreRecord():
                sheet_of = sheets.setdefault((record.nomination, record.reviewer), FiledSheet())
                sheet_of.marks[record.criterion] = record.ticks
            case RecusalRecord():
                sheet_of = sheets.setdefault((record.nomination, record.reviewer), FiledSheet())
                sheet_of.recused = f"{record.place.file} {record.place.row}"
            case _:
                pass
    return sheets


def closed_pairs(
    rows: Mapping[Pair, SheetRow], papers: Mapping[Pair, FiledSheet]
) -> Iterator[tuple[Pair, SheetRow]]:
    """The sheets that are submitted or recused and that the papers would change."""
    return ((pair, row) for pair, row in rows.items() if _would_change(row, papers[pair]))


def _would_change(row: SheetRow, paper: FiledSheet) -> bool:
    before = row.projection
    if before.state is SheetState.SUBMITTED:
        return bool(paper.recused) or any(before.marks.get(k, -1) != v for k, v in paper.marks.items())
    return before.state is SheetState.RECUSED and bool(paper.marks)
