"""What the award book is made of: plain, frozen records, filled and worded by the caller."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Figure = Decimal | Fraction | int
"""An exact number; it is rounded once, half up, where it is printed."""


class Column(StrEnum):
    """A column of a ranked list, named by the attribute of `ListLine` it shows.

    `MEANS` stands for one column per criterion.
    """

    RANK = "rank"
    RANK_IN_BODY = "rank_in_body"
    SCORE = "score"
    RAW_SCORE = "raw_score"
    STANDING = "standing"
    NAME = "name"
    ORGANISATION = "organisation"
    BODY = "body"
    SUBJECT = "subject"
    NOMINATION = "nomination"
    REMARKS = "remarks"
    RAW_RANK = "raw_rank"
    RAW_RANK_IN_BODY = "raw_rank_in_body"
    SHEETS_COUNTED = "sheets_counted"
    SHEETS_EXPECTED = "sheets_expected"
    MEANS = "means"


RAW_COLUMNS = frozenset({Column.RAW_SCORE, Column.RAW_RANK, Column.RAW_RANK_IN_BODY})
"""What a calibrated list shows beside its scores and ranks, and no other."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """One nomination in a ranked list.

    A rank, score or mean that is not there is None and leaves its cell empty: nothing unscored is
    ever shown as zero. `means` follow the list's criteria, or are () where there are none yet. The raw
    figures are those before calibrating.
    """

    rank: int | None
    rank_in_body: int | None
    score: Figure | None
    standing: str
    name: str
    organisation: str
    body: str
    subject: str
    nomination: str
    sheets_counted: int
    sheets_expected: int
    means: tuple[Figure | None, ...] = ()
    remarks: str = ""
    raw_score: Figure | None = None
    raw_rank: int | None = None
    raw_rank_in_body: int | None = None


@dataclass(frozen=True, slots=True)
class CriterionColumn:
    """A criterion's heading and its full points."""

    title: str
    full: Figure


@dataclass(frozen=True, slots=True)
class RankedList:
    """One ranked list of a quota category or an award.

    `lines` come in the order to be printed and are read once, so they may be generated; `notes` stand
    between title and table; `columns` are the ones shown, in this order. Raw ranks, sheet counts and means
    at their end stay on the sheet and off its printed pages, which could not hold them legibly.
    """

    key: str
    title: str
    lines: Iterable[ListLine]
    criteria: tuple[CriterionColumn, ...] = ()
    notes: tuple[str, ...] = ()
    decimals: int = 2
    columns: tuple[Column, ...] = tuple(column for column in Column if column not in RAW_COLUMNS)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What calibrating an award took off each total of a reviewer, or added to each score of a section.

    `count` is how many sheets or nominations that was worked out from, `mean` and `deviation` are theirs,
    `points` is what was added, `error` its standard error, all in points. None leaves an empty cell.
    """

    award: str
    who: str
    count: int
    mean: Figure | None = None
    deviation: Figure | None = None
    points: Figure | None = None
    error: Figure | None = None


@dataclass(frozen=True, slots=True)
class QuotaUse:
    """What became of one body's seats in one quota category; `seats` is None where it has none set."""

    seats: int | None
    filed: int
    awarded: int
    undecided: int


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """One recommending body; `uses` follow the table's categories, None where it holds and filed nothing."""

    number: int
    body: str
    uses: tuple[QuotaUse | None, ...]


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """The quotas used, per body and category; `categories` are titles."""

    categories: tuple[str, ...]
    lines: tuple[QuotaLine, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """Every fixed text of the book in the language of its readers; nothing is worded here.

    `overview`, `quotas` and `facts` name the sheets. `ranked_list` and `lines`, then `fact`, `value`
    and `setting` are headings of the overview and of the facts. `over_quota` explains the mark ▲ beside
    a figure above the seats. `page` numbers printed pages, with the places {page} and {pages}.
    `standings` are the standings' words in the order in which the overview counts them. `calibration` names
    the sheet of adjustments, `adjustments` are its headings in the order of `Adjustment`'s attributes.
    """

    overview: str
    quotas: str
    facts: str
    ranked_list: str
    lines: str
    number: str
    body: str
    seats: str
    filed: str
    awarded: str
    undecided: str
    total: str
    over_quota: str
    fact: str
    value: str
    setting: str
    page: str
    columns: Mapping[Column, str]
    standings: tuple[str, ...] = ()
    calibration: str = ""
    adjustments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to know of the book, in words; `setting` is the same as files state it, or ""."""

    what: str
    value: str
    setting: str = ""


@dataclass(frozen=True, slots=True)
class AwardBook:
    """Everything the workbook holds.

    `status` is worded ("未定稿", "frozen, version 2"); `draft` puts it and the date on the head of every
    printed page. `made_on` is written as the file's date, so that the same book gives the same bytes.
    `facts` are the method, its settings and the digests. `adjustments` are what calibrating did, with
    `adjustment_notes` above them; without any there is no sheet of them.
    """

    title: str
    year: int
    made_on: date
    status: str
    draft: bool
    labels: Labels
    facts: tuple[Fact, ...] = ()
    quotas: QuotaTable | None = None
    lists: tuple[RankedList, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    adjustment_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alteration:
    """A text that could not be written as it was: what was done (`code`) and where.

    `table` is the sheet's name, `row` counts from 1 as Excel shows it, `label` is the column's
    heading. Codes: "control-character-shown", "text-cut".
    """

    code: str
    table: str
    row: int
    label: str
