"""One reviewer's score sheets in one workbook: cover, a table for each award, rubrics, and what binds it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from exports.looks import looks_of
from exports.names import sheet_name
from exports.page import Running, set_page
from exports.pen import Pen
from exports.records import Alteration
from exports.replacing import replacing
from exports.score_sheets.award_sheet import write_award
from exports.score_sheets.binding import MARK, SHEET, Binding, binding_of, shown_fingerprint
from exports.score_sheets.cover import reviewer_line, write_cover
from exports.score_sheets.looks import sheet_looks
from exports.score_sheets.records import ScoreWorkbook
from exports.score_sheets.rubric_sheet import write_rubrics
from exports.texts import visible
from exports.xlsx import Workbook, workbook_to


def fingerprint_of(book: ScoreWorkbook) -> str:
    """The fingerprint as people compare it, whether or not the workbook is written."""
    return shown_fingerprint(binding_of(book, _table_names(book)).fingerprint)


def write_score_sheets(book: ScoreWorkbook, target: Path, *, replace: bool = False) -> tuple[Alteration, ...]:
    """Write `book` to `target`, all of it or nothing; say which texts could not be written as they were.

    The same book gives the same bytes. A file that is there already is kept, unless `replace` is given.

    Raises:
        ExportRefused: the place is taken or cannot be written; an earlier file is untouched.
    """
    alterations: list[Alteration] = []
    tables = _table_names(book)
    binding = binding_of(book, tables)
    with (
        replacing(target, replace=replace) as stream,
        TemporaryDirectory(prefix="judge-export-", ignore_cleanup_errors=True) as parts,
        workbook_to(stream, Path(parts), visible(book.title)[0], book.made_on) as workbook,
    ):
        _write(workbook, book, tables, binding, alterations)
    return tuple(alterations)


def _table_names(book: ScoreWorkbook) -> list[str]:
    taken = {SHEET, *(label.casefold() for label in (book.labels.cover, book.labels.rubrics))}
    names = []
    for award in book.awards:
        names.append(sheet_name(award.title, taken))
        taken.add(names[-1].casefold())
    return names


def _write(
    workbook: Workbook,
    book: ScoreWorkbook,
    tables: list[str],
    binding: Binding,
    alterations: list[Alteration],
) -> None:
    looks, own = looks_of(workbook), sheet_looks(workbook)
    shown = shown_fingerprint(binding.fingerprint)
    whose = f"{reviewer_line(book)} · {book.labels.fingerprint} {shown}"

    def pen_for(name: str) -> Pen:
        sheet = workbook.add_worksheet(name)
        set_page(sheet, Running(book.title, name, f"{book.reviewer} {shown}", book.labels.page))
        return Pen(sheet, looks, alterations)

    cover = pen_for(book.labels.cover)
    placed = [
        write_award(pen_for(name), own, book, award, whose)
        for award, name in zip(book.awards, tables, strict=True)
    ]
    write_cover(cover, own, book, binding.fingerprint, placed)
    write_rubrics(pen_for(book.labels.rubrics), book)
    hidden = pen_for(SHEET)
    for row, text in enumerate((MARK, binding.fingerprint, *binding.lines)):
        hidden.text(row, 0, text, looks.note)
    hidden.sheet.protect("", {})
    hidden.sheet.very_hidden()
