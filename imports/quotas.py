"""The quota table: how many nominations each recommending body may file, by quota category."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from imports.findings import Place, Term
from imports.grid import Grid
from imports.heads import Column, Head, check_head, find_head
from imports.lines import Lines
from imports.matching import label_key, name_key
from imports.records import QuotaRecord
from imports.remarks import Remarks, standing
from rubrics.model import Programme, QuotaCategory

NUMBER, BODY = "number", "body"
UNNAMED = "—"
"""Shown for a body whose row does not name it."""
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
    """One record for each recommending body, in the table's order; everything wrong with a row is said.

    A category's total is checked where every row's count of it is known.
    Blocking: the heads' findings; `quota-body-missing`, `quota-body-twice` (body, first_table, first_row),
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

    @property
    def _keys(self) -> tuple[str, ...]:
        return tuple(category.key for category in self._categories)

    def read(self, lines: Lines) -> None:
        """Take in one table."""
        sums: dict[str, int | None] = dict.fromkeys(self._keys, 0)
        totalled = False
        may_be_covered = frozenset({NUMBER, BODY})
        for row, (number, body, *seats) in lines.cells((NUMBER, BODY, *self._keys), may_be_covered):
            written = dict(zip(self._keys, seats, strict=True))
            if {label_key(number), label_key(body)} & _TOTALS:
                totalled = True
                self._check_totals(lines, row, written, sums)
            else:
                taken = self._take(lines, row, number, body.strip(), written)
                sums = {key: _sum(so_far, taken.get(key)) for key, so_far in sums.items()}
        if not totalled:
            self.remarks.note("quota-total-missing", self.remarks.place(lines.grid.name))

    def _take(
        self, lines: Lines, row: int, number: str, body: str, written: Mapping[str, str]
    ) -> Mapping[str, int]:
        """Take in one body's row; its seats as far as they count towards the totals."""
        is_a_body = self._is_a_body(lines.place(row, BODY), body)
        seats = self._seats(lines, row, body or UNNAMED, written)
        self._check_subsets(lines, row, body or UNNAMED, seats)
        if is_a_body and len(seats) == len(self._keys):
            ordinal = self._number(lines, row, number)
            self.records.append(QuotaRecord(ordinal, body, MappingProxyType(seats), lines.place(row)))
        return seats if is_a_body else {}

    def _is_a_body(self, here: Place, body: str) -> bool:
        if not body:
            self.remarks.block("quota-body-missing", here)
            return False
        first = self._places.setdefault(name_key(body), here)
        if first != here:
            self.remarks.block("quota-body-twice", here, body=body, **standing("first", first))
        return first == here

    def _seats(self, lines: Lines, row: int, body: str, written: Mapping[str, str]) -> dict[str, int]:
        """The counts that can be read, by category."""
        seats: dict[str, int] = {}
        for category in self._categories:
            text = written[category.key]
            count = count_of(text)
            if count is None:
                place = lines.place(row, category.key)
                self.remarks.block(
                    "quota-not-a-count", place, body=body, category=_term(category), written=text.strip()[:40]
                )
            else:
                seats[category.key] = count
        return seats

    def _check_subsets(self, lines: Lines, row: int, body: str, seats: dict[str, int]) -> None:
        labels = {c.key: _term(c) for c in self._categories}
        for part in self._categories:
            whole = part.subset_of
            if whole in seats and part.key in seats and seats[part.key] > seats[whole]:
                self.remarks.block(
                    "quota-subset-exceeds",
                    lines.place(row, part.key),
                    body=body,
                    category=labels[part.key],
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

    def _check_totals(
        self, lines: Lines, row: int, written: Mapping[str, str], sums: Mapping[str, int | None]
    ) -> None:
        for category in self._categories:
            said, counted = written[category.key], sums[category.key]
            if counted is not None and count_of(said) != counted:
                place = lines.place(row, category.key)
                self.remarks.block(
                    "quota-total-disagrees",
                    place,
                    category=_term(category),
                    said=said.strip()[:40],
                    counted=counted,
                )


def _term(category: QuotaCategory) -> Term:
    return Term(category.label, category.title.en)


def _sum(so_far: int | None, count: int | None) -> int | None:
    """None once a count is not known."""
    return None if so_far is None or count is None else so_far + count
