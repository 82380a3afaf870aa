"""The cells of a score sheet's rows: marks, notes and recusals, each read as it is at the desk."""

from collections.abc import Iterator

from imports.findings import Place
from imports.marks import Points, criterion_term
from imports.matching import name_key
from imports.panel_tables.words import is_recusal
from imports.records import FilledSheetRecord
from imports.register import Register
from imports.remarks import Remarks
from imports.score_sheets.binding import BoundAward
from imports.score_sheets.rows import FoundRow, same
from imports.tables.formulas import Formulas
from rubrics.model import Criterion
from rubrics.scale import MarkRefused


class Cells:
    """Reads the cells of one award's rows.

    Blocking: "score-sheet-merged", "score-sheet-formula", "score-sheet-recusal-word" (given),
    "score-sheet-recusal-reason", "score-sheet-reason-alone", "score-sheet-recusal-marks" (nomination); the
    codes of `rubrics.scale.read_points` and "mark-must-apply" (criterion). Warning: "score-sheet-emptied"
    (nomination, what).
    """

    def __init__(
        self, of: tuple[str, BoundAward], table: tuple[str, Formulas], register: Register, remarks: Remarks
    ) -> None:
        """`of` is the reviewer's key and the award; `table` the sheet's name and its formulas."""
        reviewer, award = of
        self._reviewer = next(
            (known.key for known in register.reviewers if name_key(known.key) == name_key(reviewer)), reviewer
        )
        self._award = award
        self._table, self._formulas = table
        self._criteria = register.programme.rubric_of(award.award).criteria
        self._points = Points(register.programme)
        self._remarks = remarks

    def record(self, row: FoundRow) -> FilledSheetRecord | None:
        """What was filled in or changed in a row; None where nothing was, or where it cannot be read."""
        odd = self._odd(row)
        marks = self._marks(row, odd)
        note, note_before = _text(row, self._award.note), row.bound.note.strip()
        recused = self._recused(row, marks) if odd.isdisjoint(self._stepping_back) else None
        if odd or marks is None or recused is None:
            return None
        self._say_emptied(row, marks)
        changed = {k: ticks for k, ticks in marks.items() if row.bound.marks.get(k, -1) != ticks}
        if not changed and same(note) in {"", same(note_before)} and not recused:
            return None
        return FilledSheetRecord(
            nomination=row.bound.nomination,
            reviewer=self._reviewer,
            head=row.bound.head,
            revision=row.bound.revision,
            marks=marks,
            before=row.bound.marks,
            note=note,
            note_before=note_before,
            recused=recused,
            place=self._remarks.place(self._table, row.number),
        )

    def _inputs(self) -> Iterator[tuple[int, Criterion | None]]:
        for at, criterion in enumerate(self._criteria):
            yield self._award.first_mark + at, criterion
        for column in (self._award.note, self._award.recuse, self._award.reason):
            yield column, None

    @property
    def _stepping_back(self) -> tuple[int, int]:
        return self._award.recuse, self._award.reason

    def _odd(self, row: FoundRow) -> set[int]:
        """The columns to be filled in whose cell is merged with another or computed."""
        odd: set[int] = set()
        for column, _criterion in self._inputs():
            merged = row.cells[column] is None
            if merged or self._formulas.at(row.number - 1, column):
                code = "score-sheet-merged" if merged else "score-sheet-formula"
                self._remarks.block(code, self._place(row, column))
                odd.add(column)
        return odd

    def _marks(self, row: FoundRow, odd: set[int]) -> dict[str, int | None] | None:
        """The marks in ticks, but for cells that are `odd`; None where one of them cannot be read."""
        marks: dict[str, int | None] = {}
        sound = True
        for column, criterion in self._inputs():
            written = _text(row, column)
            if criterion is None or not written or column in odd:
                continue
            ticks = self._points.read(self._award.award, criterion, written)
            if isinstance(ticks, MarkRefused):
                params = {**ticks.params, "criterion": criterion.key}
                self._remarks.block(ticks.code, self._place(row, column), **params)
                sound = False
            else:
                marks[criterion.key] = ticks
        return marks if sound else None

    def _recused(self, row: FoundRow, marks: dict[str, int | None] | None) -> str | None:
        """The reason of a recusal, "" for none or for one that was there; None where it cannot be read."""
        word, reason = _text(row, self._award.recuse), _text(row, self._award.reason)
        if row.bound.reason and same(reason) == same(row.bound.reason) and is_recusal(word):
            return ""
        if not word:
            if not reason:
                return ""
            self._remarks.block("score-sheet-reason-alone", self._place(row, self._award.reason))
        elif not is_recusal(word):
            self._remarks.block("score-sheet-recusal-word", self._place(row, self._award.recuse), given=word)
        elif not reason:
            self._remarks.block("score-sheet-recusal-reason", self._place(row, self._award.reason))
        elif any(row.bound.marks.get(key, -1) != ticks for key, ticks in (marks or {}).items()):
            place = self._place(row, self._award.recuse)
            self._remarks.block("score-sheet-recusal-marks", place, nomination=row.bound.nomination)
        else:
            return reason
        return None

    def _say_emptied(self, row: FoundRow, marks: dict[str, int | None]) -> None:
        """Say what stood here and is gone: the edition keeps it."""
        gone: list[str] = [
            criterion_term(c) for c in self._criteria if c.key in row.bound.marks and c.key not in marks
        ]
        for column, before in ((self._award.note, row.bound.note), (self._award.reason, row.bound.reason)):
            if before.strip() and not _text(row, column):
                gone.append(" ".join(self._award.heads[column].split()))
        if gone:
            place = self._remarks.place(self._table, row.number)
            self._remarks.warn(
                "score-sheet-emptied", place, nomination=row.bound.nomination, what=tuple(gone)
            )

    def _place(self, row: FoundRow, column: int) -> Place:
        label = " ".join(self._award.heads[column].split())
        return self._remarks.place(self._table, row.number, label)


def _text(row: FoundRow, column: int) -> str:
    return (row.cells[column] or "").strip()
