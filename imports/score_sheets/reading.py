"""A workbook of score sheets read: what was filled in, and all that was done to it beside."""

from collections.abc import Iterator, Sequence

from imports.grid import Grid
from imports.matching import name_key
from imports.records import FilledSheetRecord
from imports.register import Register
from imports.remarks import Remarks
from imports.score_sheets.binding import SHEET, Binding, BoundAward, binding_in, shown_fingerprints
from imports.score_sheets.cells import Cells
from imports.score_sheets.rows import TableRows, same
from imports.score_sheets.workbook import FilledWorkbook
from imports.tables.formulas import Formulas
from rubrics.digest import digest


def read_score_sheets(
    workbook: FilledWorkbook, register: Register, remarks: Remarks
) -> tuple[FilledSheetRecord, ...]:
    """A record for every row in which anything was filled in or changed; the others give none.

    Blocking: "score-sheet-of-another-edition", "score-sheet-reviewer-unknown" (reviewer),
    "score-sheet-cover-differs" (shown, bound), "score-sheet-rubric-changed" (award),
    "score-sheet-table-missing" (table), those of `TableRows` and `Cells`. Warning: "sheet-ignored" for a
    sheet that was added.

    Raises:
        FileRefused: as `binding_in`.
    """
    binding = binding_in(workbook.grids)
    if not _is_of_here(binding, register, remarks):
        return ()
    _say_strange(binding, workbook.grids, remarks)
    tables = dict(_tables(binding, workbook.grids, remarks))
    records: list[FilledSheetRecord] = []
    for award, grid in tables.items():
        bound = next(one for one in binding.awards if one.award == award)
        if not _is_judged_so(bound, register):
            place = remarks.place(grid.name)
            remarks.block("score-sheet-rubric-changed", place, award=bound.table)
            continue
        formulas = workbook.formulas.get(grid.name, Formulas())
        cells = Cells((binding.reviewer, bound), (grid.name, formulas), register, remarks)
        records += (
            record for row in TableRows(grid, bound, remarks).found() if (record := cells.record(row))
        )
    return tuple(records)


def _is_of_here(binding: Binding, register: Register, remarks: Remarks) -> bool:
    """Whether edition and reviewer are known: of others' keys nothing can be said."""
    if register.edition and binding.edition != register.edition:
        remarks.block("score-sheet-of-another-edition")
        return False
    if all(name_key(binding.reviewer) != name_key(known.key) for known in register.reviewers):
        remarks.block("score-sheet-reviewer-unknown", reviewer=binding.reviewer)
        return False
    return True


def _say_strange(binding: Binding, grids: Sequence[Grid], remarks: Remarks) -> None:
    """Say which sheets come from another workbook."""
    for table, row, shown in shown_fingerprints(grids):
        if shown != binding.shown:
            place = remarks.place(table, row)
            remarks.block("score-sheet-cover-differs", place, shown=shown, bound=binding.shown)


def _tables(binding: Binding, grids: Sequence[Grid], remarks: Remarks) -> Iterator[tuple[str, Grid]]:
    """Each award's sheet, by its name, or where that was changed by its heads."""
    free = {grid.name: grid for grid in grids if grid.name.casefold() != SHEET}
    named = {one.award: free.pop(one.table) for one in binding.awards if one.table in free}
    for one in binding.awards:
        grid = named.get(one.award) or next(
            (free.pop(name) for name, other in list(free.items()) if _has_heads(other, one)), None
        )
        if grid is None:
            remarks.block("score-sheet-table-missing", table=one.table)
        else:
            yield one.award, grid


def _has_heads(grid: Grid, award: BoundAward) -> bool:
    expected = tuple(map(same, award.heads))
    return any(tuple(same(text or "") for text in row[: len(expected)]) == expected for row in grid.rows)


def _is_judged_so(bound: BoundAward, register: Register) -> bool:
    """Whether the award is judged by the very rubric that the sheet was written for."""
    try:
        rubric = register.programme.rubric_of(bound.award)
    except KeyError:
        return False
    return digest(rubric) == bound.rubric and tuple(c.key for c in rubric.criteria) == bound.criteria
