"""The quota table: how many nominations each recommending body may file, by quota category."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from imports.findings import Place
from imports.grid import Grid
from imports.heads import Column, Head, check_head, find_head
from imports.lines import Lines
from imports.matching import label_key, name_key
from imports.records import QuotaRecord
from imports.remarks import Remarks
from rubrics.model import Programme, QuotaCategory

NUMBER, BODY = "number", "body"
_TOTALS = frozenset(
    map(label_key, ("总计", "合计", "共计", "总数", "小计", "total", "totals", "sum", "subtotal"))
)


def quota_columns(programme: Programme) -> tuple[Column, ...]:
    """The columns of a programme's quota table."""
    return (
        Column(NUMBER, ("序号", "编号", "No.", "number")),
        Column(
            BODY,
            (
                "地区或部门",
                "推荐地区或部门",
                "推荐地区、部门",
                "推荐单位",
                "地区",
                "部门",
                "recommending body",
            ),
            required=True,
        ),
        *(
            Column(c.key, (c.label, c.title.zh, c.title.en), required=True)
            for c in programme.quota_categories
        ),
    )


def find_quota_head(grid: Grid, programme: Programme) -> Head | None:
    """The head of a quota table; merged cells may spread it over two rows."""
    return find_head(grid, quota_columns(programme), two_rows=True)


def read_quotas(grids: Sequence[Grid], programme: Programme, remarks: Remarks) -> tuple[QuotaRecord, ...]:
    """One record for each recommending body, in the table's order.

    Blocking: the heads' findings; `quota-body-missing`, `quota-body-twice` (body, first_row),
    `quota-not-a-count` (body, category, written; blank too), `quota-subset-exceeds` (body, category, seats,
    of, of_seats), `quota-total-disagrees` (category, said, counted). Notes: `quota-total-missing`,
    `quota-number-gap` (expected, written).
    """
    table = _Reading(programme, remarks)
    for grid in grids:
        head = find_quota_head(grid, programme)
        if head is not None and check_head(grid, head, quota_columns(programme), remarks):
            table.read(Lines(grid, head, remarks))
    return tuple(table.records)


def count_of(text: str) -> int | None:
    """A whole number of at most nine digits in any width, blanks around it; None for anything else."""
    digits = unicodedata.normalize("NFKC", text).strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else None


@dataclass(slots=True)
class _Reading:
    """The quota tables of one file on their way to records."""

    programme: Programme
    remarks: Remarks
    records: list[QuotaRecord] = field(default_factory=list)
    _places: dict[str, Place] = field(default_factory=dict)

    @property
    def _categories(self) -> tuple[QuotaCategory, ...]:
        return self.programme.quota_categories

    def read(self, lines: Lines) -> None:
        """Take in one table."""
        start, complete, totalled = len(self.records), True, False
        keys = (NUMBER, BODY, *(c.key for c in self._categories))
        for row, (number, body, *seats) in lines.cells(keys, may_be_covered=frozenset({NUMBER, BODY})):
            if {label_key(number), label_key(body)} & _TOTALS:
                totalled = True
                if complete:
                    self._check_totals(lines, row, seats, self.records[start:])
            elif not self._take(lines, row, number, body.strip(), seats):
                complete = False
        if not totalled:
            self.remarks.note("quota-total-missing", self.remarks.place(lines.grid.name))

    def _take(self, lines: Lines, row: int, number: str, body: str, written: list[str]) -> bool:
        """Take in one body's row; False where it could not be read whole."""
        if not body:
            self.remarks.block("quota-body-missing", lines.place(row, BODY))
            return False
        here = lines.place(row, BODY)
        first = self._places.setdefault(name_key(body), here)
        if first != here:
            self.remarks.block("quota-body-twice", here, body=body, first_row=first.row or 0)
            return False
        seats = self._seats(lines, row, body, written)
        if seats is None:
            return False
        self._check_subsets(lines, row, body, seats)
        ordinal = self._number(lines, row, number)
        self.records.append(QuotaRecord(ordinal, body, MappingProxyType(seats), lines.place(row)))
        return True

    def _seats(self, lines: Lines, row: int, body: str, written: list[str]) -> dict[str, int] | None:
        seats: dict[str, int] = {}
        for category, text in zip(self._categories, written, strict=True):
            count = count_of(text)
            if count is None:
                place = lines.place(row, category.key)
                self.remarks.block(
                    "quota-not-a-count", place, body=body, category=category.label, written=text.strip()[:40]
                )
            else:
                seats[category.key] = count
        return seats if len(seats) == len(self._categories) else None

    def _check_subsets(self, lines: Lines, row: int, body: str, seats: dict[str, int]) -> None:
        labels = {c.key: c.label for c in self._categories}
        for part in self._categories:
            whole = part.subset_of
            if whole in seats and seats[part.key] > seats[whole]:
                self.remarks.block(
                    "quota-subset-exceeds",
                    lines.place(row, part.key),
                    body=body,
                    category=part.label,
                    seats=seats[part.key],
                    of=labels[whole],
                    of_seats=seats[whole],
                )

    def _number(self, lines: Lines, row: int, written: str) -> int:
        """The row's own number, or the next one where it has none."""
        expected = self.records[-1].number + 1 if self.records else 1
        number = count_of(written)
        if number != expected and NUMBER in lines.head.at:
            place = lines.place(row, NUMBER)
            self.remarks.note("quota-number-gap", place, expected=expected, written=written.strip()[:40])
        return expected if number is None else number

    def _check_totals(self, lines: Lines, row: int, written: list[str], records: list[QuotaRecord]) -> None:
        for category, text in zip(self._categories, written, strict=True):
            counted = sum(record.seats[category.key] for record in records)
            if count_of(text) != counted:
                place = lines.place(row, category.key)
                self.remarks.block(
                    "quota-total-disagrees",
                    place,
                    category=category.label,
                    said=text.strip()[:40],
                    counted=counted,
                )
