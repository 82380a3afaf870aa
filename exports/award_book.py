"""The award book: one workbook with the overview, the quotas used, every ranked list, and the method."""

from pathlib import Path
from tempfile import TemporaryDirectory

from exports.looks import looks_of
from exports.names import sheet_name
from exports.page import Running, set_page
from exports.pen import Pen
from exports.records import Alteration, AwardBook
from exports.replacing import replacing
from exports.sheets.adjustments import write_adjustments
from exports.sheets.facts import write_facts
from exports.sheets.overview import write_overview
from exports.sheets.quotas import write_quotas
from exports.sheets.ranked import require_room, write_ranked_list
from exports.texts import visible
from exports.xlsx import Workbook, workbook_to


def write_award_book(book: AwardBook, target: Path, *, replace: bool = False) -> tuple[Alteration, ...]:
    """Write `book` to `target`, all of it or nothing; say which texts could not be written as they were.

    A file that is there already is kept, unless `replace` is given.

    The workbook holds no formula and no link. The same book gives the same bytes. Lines are taken one
    at a time and not kept.

    Raises:
        ExportRefused: the place is taken or cannot be written, or a list is too long; an earlier file is
            untouched.
    """
    for ranked in book.lists:
        require_room(ranked)
    alterations: list[Alteration] = []
    title = visible(book.title)[0]
    with (
        replacing(target, replace=replace) as stream,
        TemporaryDirectory(prefix="judge-export-", ignore_cleanup_errors=True) as parts,
        workbook_to(stream, Path(parts), title, book.made_on) as workbook,
    ):
        _write_sheets(workbook, book, alterations)
    return tuple(alterations)


def _write_sheets(workbook: Workbook, book: AwardBook, alterations: list[Alteration]) -> None:
    looks = looks_of(workbook)
    labels = book.labels
    mark = f"{book.status} · {book.made_on:%Y-%m-%d}" if book.draft else ""
    taken: set[str] = set()

    def pen_for(title: str) -> Pen:
        name = sheet_name(title, taken)
        taken.add(name.casefold())
        sheet = workbook.add_worksheet(name)
        set_page(sheet, Running(book.title, title, mark, labels.page))
        return Pen(sheet, looks, alterations)

    overview = pen_for(labels.overview)
    if book.quotas:
        write_quotas(pen_for(labels.quotas), book.quotas, labels)
    counted = [write_ranked_list(pen_for(ranked.title), ranked, labels) for ranked in book.lists]
    if book.adjustments:
        write_adjustments(pen_for(labels.calibration), book)
    write_facts(pen_for(labels.facts), book)
    write_overview(overview, book, counted)
