"""Score tables against the sheets of the edition: which marks are new, and what speaks against them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from imports.findings import Finding, Place, Severity
from imports.records import RecusalRecord, ScoreRecord
from imports.register import Register
from imports.remarks import Param
from judge.domain.organisations import Organisations
from judge.domain.sheet import SheetState
from judge.services.papers.conflicting_marks import FieldsOf, conflicting_marks
from judge.services.sheets.filing import FiledSheet, Pair, closed_pairs, filed_sheets
from judge.store.connection import Connection
from judge.store.queries.known import assigned_pairs
from judge.store.sheets import SheetRow, load_many

SheetRecord = ScoreRecord | RecusalRecord


class SheetPapers:
    """Takes in score tables, file after file."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def take(
        self,
        records: Sequence[SheetRecord],
        register: Register,
        organisations: Organisations,
        fields_of: FieldsOf,
    ) -> tuple[tuple[SheetRecord, ...], tuple[Finding, ...]]:
        """The records that a sheet is due, and what is to be said of them.

        Marks that are known are left out, unless their sheet is complete and still open: filing submits it.
        Blocking: "sheet-closed-in-papers" (nomination, reviewer, state), and of
        `conflicting_marks`. Warning: "sheet-not-assigned-in-papers" (count of sheets, rows;
        reviewer and nomination of the first), for awards whose sheets were assigned.
        """
        papers = filed_sheets(records)
        rows = load_many(self._connection, papers)
        due = _due(records, papers, rows, register)
        marked = [record for record in due if isinstance(record, ScoreRecord)]
        findings = (
            *_closed(records, papers, rows),
            *conflicting_marks(self._connection, _places(marked), register, organisations, fields_of),
            *self._not_assigned(marked, register),
        )
        return due, findings

    @cached_property
    def _assigned(self) -> Mapping[str, Collection[Pair]]:
        """By award, read only once a score table needs it."""
        return assigned_pairs(self._connection)

    def _not_assigned(self, marked: Iterable[ScoreRecord], register: Register) -> Iterator[Finding]:
        """One finding for all sheets of the file that nobody was assigned."""
        awards = {known.key: known.award for known in register.nominations}
        strangers: Counter[Pair] = Counter()
        first: Place | None = None
        for record in marked:
            assigned = self._assigned.get(awards[record.nomination])
            if assigned and _pair(record) not in assigned:
                strangers[_pair(record)] += 1
                first = first or record.place
        if first is not None:
            nomination, reviewer = next(iter(strangers))
            params: dict[str, Param] = {
                "count": len(strangers),
                "rows": strangers.total(),
                "nomination": nomination,
                "reviewer": reviewer,
            }
            yield Finding("sheet-not-assigned-in-papers", Severity.WARNING, first, params)


def _pair(record: SheetRecord) -> Pair:
    return record.nomination, record.reviewer


def _places(records: Iterable[SheetRecord]) -> dict[Pair, Place]:
    """Where each sheet is first spoken of."""
    places: dict[Pair, Place] = {}
    for record in records:
        places.setdefault(_pair(record), record.place)
    return places


def _due(
    records: Sequence[SheetRecord],
    papers: Mapping[Pair, FiledSheet],
    rows: Mapping[Pair, SheetRow],
    register: Register,
) -> tuple[SheetRecord, ...]:
    """The records that are not in the edition, or that have an open sheet submitted."""
    finished = {pair for pair, row in rows.items() if _is_finished(row, papers[pair], register)}
    recused = {pair for pair, row in rows.items() if row.projection.state is SheetState.RECUSED}
    return tuple(
        record
        for record in records
        if (
            _pair(record) not in recused
            if isinstance(record, RecusalRecord)
            else (*_pair(record), record.criterion) not in register.marks or _pair(record) in finished
        )
    )


def _is_finished(row: SheetRow, paper: FiledSheet, register: Register) -> bool:
    """True for an open sheet whose every criterion has a mark, with those of the paper."""
    marked = row.projection.marks.keys() | paper.marks.keys()
    criteria = register.programme.rubric_of(row.award).criteria
    return row.projection.state is SheetState.OPEN and all(c.key in marked for c in criteria)


def _closed(
    records: Iterable[SheetRecord], papers: Mapping[Pair, FiledSheet], rows: Mapping[Pair, SheetRow]
) -> Iterator[Finding]:
    """Sheets that are submitted or recused and that the file would change."""
    places = _places(records)
    for pair, row in closed_pairs(rows, papers):
        params = {"nomination": pair[0], "reviewer": pair[1], "state": row.projection.state.value}
        yield Finding("sheet-closed-in-papers", Severity.BLOCKING, places[pair], params)
