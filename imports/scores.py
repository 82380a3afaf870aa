"""Panel score tables: the marks that reviewers gave nominations on criteria, however they are laid out."""

from collections.abc import Sequence
from typing import NamedTuple

from imports.findings import Place
from imports.grid import Grid
from imports.lines import Lines
from imports.marks import Marks, Points
from imports.matching import name_key
from imports.named import Known, Named, NamedCriteria
from imports.panel_tables.counting import say_read
from imports.panel_tables.naming import NamedRecord, names_in
from imports.panel_tables.rows import Cell, Row, lines_of, rows_of
from imports.panel_tables.tables import ScoreTable, score_tables
from imports.panel_tables.words import (
    CRITERION,
    NOMINATION_NAME,
    REVIEWER_NAME,
    is_recusal,
)
from imports.records import RecusalRecord, ScoreRecord
from imports.register import KnownNomination, KnownReviewer, Register
from imports.remarks import Remarks
from rubrics.model import Criterion
from rubrics.scale import MarkRefused

_NAMED_IN = {"nomination": NOMINATION_NAME, "reviewer": REVIEWER_NAME}


def read_scores(
    grids: Sequence[Grid], register: Register, remarks: Remarks
) -> tuple[NamedRecord | ScoreRecord | RecusalRecord, ...]:
    """The marks and recusals of the tables, in their order; each once, also one that the register holds.

    Before them stand the bodies, reviewers and nominations that the tables name, where the register `takes`
    them from there; the marks then go by the keys that follow from the register.

    A cell without points is no mark and gives no record. Blocking: the findings of `score_tables` and of the
    lines, those of `names_in`; `score-incomplete` (columns); `score-names-disagree` (key, written, known);
    those of `Named` and `NamedCriteria`; the codes of `read_points` (with criterion, where it is known) and
    `mark-must-apply` (criterion, title); `mark-twice` (nomination, reviewer, criterion, title, points,
    first_points, first_file, first_table, first_row), `mark-differs` (the first six) where the edition holds
    another value; `recusal-with-marks` (nomination, reviewer, marked_table, marked_row). Notes:
    `marks-repeated`, `marks-known` (count); those of `say_read`, and its warnings, unless all tables have
    one row for each mark and name what is known.
    """
    tables = score_tables(grids, register, remarks)
    named: tuple[NamedRecord, ...] = ()
    if register.takes:
        named, register = names_in(tables, register, remarks)
    reading = _Reading(register, remarks)
    for table in tables:
        reading.read(table)
    records = reading.records()
    if named or not all(table.layout.is_long for table in tables):
        say_read(tables, named, records, register, remarks)
    return (*named, *records)


class _Said(NamedTuple):
    """A nomination or a reviewer as written, in which column, and the name beside it."""

    written: str
    at: str
    name: str


class _Reading:
    """The score tables of one file on their way to records."""

    def __init__(self, register: Register, remarks: Remarks) -> None:
        self._remarks = remarks
        self._takes = frozenset(map(str, register.takes))
        self._nominations = Named("nomination", register.nominations)
        self._reviewers = Named("reviewer", register.reviewers)
        self._criteria = NamedCriteria(register.programme)
        self._points = Points(register.programme)
        self._marks = Marks(register, self._points, remarks)
        self._misnamed: set[tuple[str, str]] = set()
        self._incomplete: set[tuple[str | int, ...]] = set()
        self._only = {
            award.key: rubric.criteria[0]
            for award in register.programme.awards
            if len((rubric := register.programme.rubric_of(award.key)).criteria) == 1
        }
        """By award, the criterion that no table needs to name."""
        self._needs_criterion = len(self._only) < len(register.programme.awards)

    def read(self, table: ScoreTable) -> None:
        """Take in one table."""
        lines = lines_of(table.grid, table.layout, self._remarks)
        for row in rows_of(lines, table.layout):
            for cell in row.cells:
                if cell.written and not cell.written.isspace():
                    self._take_cell(row, cell, lines)

    def records(self) -> tuple[ScoreRecord | RecusalRecord, ...]:
        """What all tables gave; says what could not be resolved."""
        # What may be named here and is not known was refused as a name, with its reason.
        told = self._takes if self._remarks.refuses else frozenset()
        for named in (self._nominations, self._reviewers):
            named.report(self._remarks, but_unknown=named.kind in told)
        self._criteria.report(self._remarks)
        return self._marks.records()

    def _take_cell(self, row: Row, cell: Cell, lines: Lines) -> None:
        recused = is_recusal(cell.written)
        if not (cell.nomination.strip() and cell.reviewer.strip() and cell.criterion.strip()):
            self._check_complete(row, cell, lines, recused=recused)
        said = _Said(cell.nomination, cell.nomination_at, row.nomination_name)
        nominated = self._named(self._nominations, said, lines, row)
        said = _Said(cell.reviewer, cell.reviewer_at, row.reviewer_name)
        reviewing = self._named(self._reviewers, said, lines, row)
        place = lines.place(row.number, cell.at)
        if not recused:
            self._take(nominated, reviewing, self._judged(nominated, row, cell, lines), cell.written, place)
        elif nominated and reviewing:
            self._marks.recuse(nominated.key, reviewing.key, place)

    def _check_complete(self, row: Row, cell: Cell, lines: Lines, *, recused: bool) -> None:
        needed = {cell.nomination_at: cell.nomination, cell.reviewer_at: cell.reviewer}
        if not recused and (self._needs_criterion or CRITERION in lines.head.at):
            needed[cell.criterion_at] = cell.criterion
        empty = [at for at, written in needed.items() if not written.strip()]
        if empty and (lines.grid.name, row.number, *empty) not in self._incomplete:
            self._incomplete.add((lines.grid.name, row.number, *empty))
            columns = tuple(lines.head.heading(at) for at in empty)
            self._remarks.block("score-incomplete", lines.place(row.number, empty[0]), columns=columns)

    def _named(self, known: Named[Known], said: _Said, lines: Lines, row: Row) -> Known | None:
        """The nomination or reviewer of a cell, whose name beside the key is checked too."""
        if not said.written.strip():
            return None
        thing = known.resolve(said.written, lines, row.number, said.at)
        if thing is not None:
            self._check_name(thing, said.name, lines, row.number, _NAMED_IN[known.kind])
        return thing

    def _judged(
        self, nominated: KnownNomination | None, row: Row, cell: Cell, lines: Lines
    ) -> Criterion | None:
        if nominated is None:
            return None
        if not cell.criterion.strip():
            return self._only.get(nominated.award)
        asked = nominated.award, cell.criterion
        return self._criteria.resolve(asked, lines, row.number, cell.criterion_at)

    def _take(
        self,
        nominated: KnownNomination | None,
        reviewing: KnownReviewer | None,
        judged: Criterion | None,
        points: str,
        place: Place,
    ) -> None:
        """Keep a mark that is whole; of another, say at least what is wrong with its points."""
        award = nominated.award if nominated else None
        ticks = self._points.read(award, judged, points)
        if isinstance(ticks, MarkRefused):
            criterion = {"criterion": judged.key} if judged else {}
            self._remarks.block(ticks.code, place, **ticks.params, **criterion)
        elif nominated and reviewing and judged:
            self._marks.take((nominated.key, reviewing.key, judged.key), ticks, place)

    def _check_name(
        self, thing: KnownNomination | KnownReviewer, name: str, lines: Lines, row: int, column: str
    ) -> None:
        """A name beside a key must be that key's: one of the two is a slip."""
        if not name or name_key(name) in {"", name_key(thing.name)} or (thing.key, name) in self._misnamed:
            return
        self._misnamed.add((thing.key, name))
        place = lines.place(row, column)
        self._remarks.block(
            "score-names-disagree", place, key=thing.key, written=name.strip(), known=thing.name
        )
