"""Write what goes out: the award book, and single lists as CSV."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from exports.award_book import write_award_book
from exports.records import Alteration
from exports.tables import write_list_csv
from judge.services.editions.edition import Edition
from judge.services.lists.award_book import award_book, exported, labels
from judge.services.lists.ranking import RankedList
from judge.services.targets import told_of_targets


@dataclass(frozen=True, slots=True)
class ExportedBook:
    """What was written: how much, of which status (in words), and what no workbook can hold as it is."""

    lists: int
    lines: int
    status: str
    alterations: tuple[Alteration, ...]


def export_book(
    edition: Edition, target: Path, made_on: date | None = None, *, replace: bool = False
) -> ExportedBook:
    """Write the award book beside its target and put it in its place; an earlier file stays on any failure.

    Without `replace` it stays in any case.

    Raises:
        Refusal: with the codes of `exports.refusal.ExportRefused`.
    """
    book = award_book(edition, made_on or edition.clock().date())
    with told_of_targets():
        alterations = write_award_book(book, target, replace=replace)
    lines = sum(1 for ranked in book.lists for _line in ranked.lines)
    return ExportedBook(len(book.lists), lines, book.status, alterations)


def write_csv(ranked: RankedList, stream: TextIO) -> None:
    """Write one list as CSV, safe to open in a spreadsheet."""
    write_list_csv(exported(ranked), labels(), stream)
