"""A file told to be a workbook of score sheets, whatever became of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from imports.grid import Grid
from imports.guards import FileRefused
from imports.records import Kind
from imports.score_sheets.binding import SHEET, is_bound, shown_fingerprints
from imports.tables import xlsx
from imports.tables.formulas import Formulas, formulas_of

HIDDEN = SHEET
"""The one hidden sheet that is read."""


@dataclass(frozen=True, slots=True)
class FilledWorkbook:
    """The sheets of a workbook of score sheets, with its hidden one, and their formulas by sheet."""

    grids: tuple[Grid, ...]
    formulas: Mapping[str, Formulas]


def filled_workbook(
    grids: Sequence[Grid], content: bytes, parts: Collection[str], said: Kind | None
) -> FilledWorkbook | None:
    """The workbook in `content`, whose archive has these `parts`; None where it is something else.

    Raises:
        FileRefused: "score-sheet-binding-gone" for one without its hidden sheet, "score-sheet-not-xlsx" for
            one saved as anything but .xlsx, "score-sheet-cannot-be" (kind) where the user says that it is
            something else, "not-a-score-sheet" where they say that something else is one.
    """
    bound = is_bound(grids)
    if not bound and not any(shown_fingerprints(grids)):
        if said is Kind.SCORE_SHEETS:
            raise FileRefused("not-a-score-sheet")
        return None
    if said not in {None, Kind.SCORE_SHEETS}:
        raise FileRefused("score-sheet-cannot-be", kind=said.value if said else "")
    if not bound:
        raise FileRefused("score-sheet-binding-gone")
    if xlsx.WORKBOOK not in parts:
        raise FileRefused("score-sheet-not-xlsx")
    return FilledWorkbook(tuple(grids), formulas_of(content))
