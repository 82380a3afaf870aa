"""File whole sheets that others hold: one entry a sheet, the author the importer, the reviewer named."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from imports.records import FilledSheetRecord, Record, RecusalRecord, ScoreRecord
from judge.domain.refusal import Refusal
from judge.domain.sheet import SheetState
from judge.ledger import acts
from judge.ledger.apply import apply
from judge.ledger.chain import Head
from judge.ledger.entry import Written
from judge.ledger.projection import SheetProjection
from judge.services.editions.edition import Edition
from judge.services.sheets.closed import check_panel_open
from judge.store.chunks import chunks
from judge.store.connection import Connection
from judge.store.pens import keep
from judge.store.queries.closings import has_closings
from judge.store.queries.known import ids
from judge.store.sheet_writing import Change, add, save
from judge.store.sheets import SheetRow, copy_of, load_many, next_sheet_id

Pair = tuple[str, str]
"""A sheet's nomination and reviewer, by key."""

_CLOSED = frozenset({SheetState.SUBMITTED, SheetState.RECUSED, SheetState.FORKED})


@dataclass(slots=True)
class FiledSheet:
    """What the papers say of one sheet: marks in ticks by criterion, or the reason of a recusal.

    `replaced` are marks that the sheet holds and that the reviewer saw and changed. `note` is the sheet's
    own, None where the papers say nothing of it, and `note_before` what the sheet holds. `revision` is the
    one of the nomination that was judged, None for its last.
    """

    marks: dict[str, int | None] = field(default_factory=dict)
    recused: str = ""
    replaced: dict[str, int | None] = field(default_factory=dict)
    note: str | None = None
    note_before: str = ""
    revision: int | None = None


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

    A sheet whose every criterion then has a mark is submitted, also where its last mark was there before.
    Marks that are there already with the same value add nothing. Refusal codes: "sheet-closed-in-papers"
    where a recused or submitted sheet would change, "edition-changed-meanwhile" where a mark has been given
    another value since the papers were read; and those of `closed.check_panel_open`.
    """
    known = _Known(edition, connection)
    due = _due(edition, known, load_many(connection, papers, locked=True), papers)
    _check_open(connection, known, due)
    for some in chunks(due):
        written, filed, head = _chained(edition, head, some)
        keep(connection, written, head)
        new = [(known.ids_of(one.pair), one.rubric, after) for one, after in filed if one.row is None]
        add(connection, new)
        save(connection, [Change(one.row, after) for one, after in filed if one.row is not None])
    recused = sum(one.kind == acts.SHEET_RECUSED for one in due)
    return Filing(filed=len(due) - recused, recused=recused, known=len(papers) - len(due)), head


@dataclass(frozen=True, slots=True)
class _Due:
    """An act that a sheet is due by its papers; `row` is None where it opens the sheet."""

    pair: Pair
    rubric: str
    row: SheetRow | None
    before: SheetProjection
    kind: str
    payload: acts.Payload


def _due(
    edition: Edition, known: "_Known", rows: Mapping[Pair, SheetRow], papers: Mapping[Pair, FiledSheet]
) -> list[_Due]:
    """One act for every sheet that does not hold it all already, in the papers' order."""
    due: list[_Due] = []
    for pair, paper in papers.items():
        row = rows.get(pair)
        before = row.projection if row else SheetProjection()
        rubric = row.rubric if row else known.rubric_of(pair[0])
        judged = paper.revision or known.revision_of(pair[0])
        act = _act(edition, pair, paper, before, _Judged(rubric, judged))
        if act is not None:
            due.append(_Due(pair, rubric, row, before, *act))
    return due


def _check_open(connection: Connection, known: "_Known", due: Sequence[_Due]) -> None:
    """Refuse papers that write on sheets which a ruling closed."""
    if has_closings(connection):
        for one in due:
            check_panel_open(connection, known.award_of(one.pair[0]), *one.pair)


def _chained(
    edition: Edition, head: Head, due: Sequence[_Due]
) -> tuple[list[Written], list[tuple[_Due, SheetProjection]], Head]:
    """The acts as entries one after the other, each with the sheet that it leaves; and the head after all."""
    written: list[Written] = []
    filed: list[tuple[_Due, SheetProjection]] = []
    for one in due:
        entry, head = head.next(one.kind, acts.sheet_subject(*one.pair), one.payload, edition.now())
        after = copy_of(one.before)
        apply(after, entry.digest, entry.entry)
        written.append(entry)
        filed.append((one, after))
    return written, filed, head


class _Judged(NamedTuple):
    """What a sheet judges by: the rubric's digest; and what: the nomination's revision."""

    rubric: str
    revision: int


_UNMARKED = -1
"""No mark in ticks."""


def _act(
    edition: Edition, pair: Pair, paper: FiledSheet, before: SheetProjection, judged: _Judged
) -> tuple[str, acts.Payload] | None:
    """Kind and payload of what the papers add to a sheet; None where that is nothing."""
    if paper.recused:
        return _recusal(pair, paper, before)
    if not _is_as_read(paper, before):
        raise Refusal("edition-changed-meanwhile")
    fresh = {key: ticks for key, ticks in paper.marks.items() if before.marks.get(key, _UNMARKED) != ticks}
    replaced = {key: before.marks[key] for key in fresh if key in before.marks}
    notes = {} if paper.note in {None, before.notes.get("", "")} else {"": paper.note or ""}
    marked = before.marks.keys() | fresh.keys()
    complete = all(c.key in marked for c in edition.rubrics[judged.rubric].criteria)
    if not fresh and not notes and not (complete and before.state is SheetState.OPEN):
        return None
    if before.state in _CLOSED:
        raise _closed(pair, before)
    return acts.SHEET_FILED, acts.sheet_filed(
        before.head,
        pair[1],
        judged.rubric,
        fresh,
        complete=complete,
        revision=judged.revision,
        notes=notes,
        replaced=replaced,
    )


def _is_as_read(paper: FiledSheet, before: SheetProjection) -> bool:
    """Whether the sheet holds what the report found: no other mark or note was given since."""
    return all(
        before.marks.get(key, ticks) in {ticks, paper.replaced.get(key, ticks)}
        for key, ticks in paper.marks.items()
    ) and (paper.note is None or before.notes.get("", "") in {paper.note, paper.note_before})


def _recusal(pair: Pair, paper: FiledSheet, before: SheetProjection) -> tuple[str, acts.Payload] | None:
    if before.state is SheetState.RECUSED:
        return None
    if before.state in _CLOSED:
        raise _closed(pair, before)
    return acts.SHEET_RECUSED, acts.sheet_recused(before.head, paper.recused)


def _closed(pair: Pair, before: SheetProjection) -> Refusal:
    nomination_key, reviewer_key = pair
    return Refusal(
        "sheet-closed-in-papers", nomination=nomination_key, reviewer=reviewer_key, state=before.state.value
    )


class _Known:
    """Ids and awards of nominations and reviewers, read once for sheets that are new."""

    def __init__(self, edition: Edition, connection: Connection) -> None:
        self._ids = ids(connection)
        self._rubrics = {award.key: edition.rubric_digest(award.key) for award in edition.programme.awards}
        self._next = next_sheet_id(connection)

    def rubric_of(self, nomination_key: str) -> str:
        return self._rubrics[self._ids.nominations[nomination_key].award]

    def award_of(self, nomination_key: str) -> str:
        return self._ids.nominations[nomination_key].award

    def revision_of(self, nomination_key: str) -> int:
        return self._ids.nominations[nomination_key].revision

    def ids_of(self, pair: Pair) -> Mapping[str, int]:
        self._next += 1
        return {
            "id": self._next - 1,
            "nomination_id": self._ids.nominations[pair[0]].id,
            "reviewer_id": self._ids.reviewers[pair[1]],
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
                # The file by its name: where it lay on someone's machine is nobody's business.
                sheet_of.recused = f"{Path(record.place.file).name}, {record.place.row}"
            case FilledSheetRecord():
                sheet_of = sheets.setdefault((record.nomination, record.reviewer), FiledSheet())
                _take_row(sheet_of, record)
            case _:
                pass
    return sheets


def _take_row(sheet_of: FiledSheet, record: FilledSheetRecord) -> None:
    """Take in a row of score sheets, compared with the edition; of a mark twice, the first replaces."""
    sheet_of.marks |= record.marks
    sheet_of.replaced = {**record.before, **sheet_of.replaced}
    sheet_of.recused = record.recused or sheet_of.recused
    sheet_of.revision = record.revision
    if record.note != record.note_before:
        if sheet_of.note is None:
            sheet_of.note_before = record.note_before
        sheet_of.note = record.note


def closed_pairs(
    rows: Mapping[Pair, SheetRow], papers: Mapping[Pair, FiledSheet]
) -> Iterator[tuple[Pair, SheetRow]]:
    """The sheets that are submitted or recused and that the papers would change."""
    return ((pair, row) for pair, row in rows.items() if _would_change(row, papers[pair]))


def _would_change(row: SheetRow, paper: FiledSheet) -> bool:
    before = row.projection
    if before.state not in _CLOSED:
        return False
    recused_now = bool(paper.recused) and before.state is not SheetState.RECUSED
    return recused_now or not paper.marks.items() <= before.marks.items()
