"""Write what goes out: the award book, and single lists as CSV."""

from datetime import date
from pathlib import Path
from typing import TextIO

from exports.award_book import write_award_book
from exports.records import Alteration
from exports.refusal import ExportRefused
from exports.tables import write_list_csv
from judge.domain.refusal import Refusal
from judge.services.award_book import award_book, exported, labels
from judge.services.editions import Edition
from judge.services.ranking import RankedList


def export_book(edition: Edition, target: Path, made_on: date | None = None) -> tuple[Alteration, ...]:
    """Write the award book beside its target and put it in its place; an earlier file stays on any failure.

    Returns:
        The texts that a workbook cannot hold as they are, with what was done to each.

    Raises:
        Refusal: with the codes of `exports.refusal.ExportRefused`.
    """
    book = award_book(edition, made_on or edition.clock().date())
    try:
        return write_award_book(book, target)
    except ExportRefused as refused:
        code = "target-disk-full" if refused.code == "disk-full" else refused.code
        raise Refusal(code, **refused.params) from refused


def write_csv(ranked: RankedList, stream: TextIO) -> None:
    """Write one list as CSV, safe to open in a spreadsheet."""
    write_list_csv(exported(ranked), labels(), stream)
