"""What a workbook of score sheets is made of: plain, frozen records, filled and worded by the caller."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a criterion: its rank, the lowest mark that reaches it (in ticks), what it means."""

    rank: int
    lowest: int
    text: str


@dataclass(frozen=True, slots=True)
class Criterion:
    """One column of marks; full points are counted in ticks, and `weight` multiplies points in the total."""

    key: str
    title: str
    full_ticks: int
    weight: Fraction
    clauses: tuple[str, ...]
    levels: tuple[Level, ...]
    may_not_apply: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One nomination to be marked, as the edition holds the reviewer's sheet.

    `head` is the digest of the sheet's last act in hexadecimal ("" for none), `revision` the nomination's
    last. `marks` are in ticks by criterion, None for "not applicable". `closed` is the word for a sheet that
    can no longer be written on ("submitted"), "" for one that can; `remark` is what the reviewer should know
    of it. A recused sheet gives its reason in `recusal`.
    """

    nomination: str
    name: str
    organisation: str
    revision: int
    head: str
    marks: Mapping[str, int | None]
    note: str = ""
    closed: str = ""
    recusal: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Award:
    """One award's table: the rubric by its digest, a mark's step in points, criteria and nominations."""

    key: str
    title: str
    rubric: str
    step: Fraction
    criteria: tuple[Criterion, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """Every fixed text of the workbook in the language of its reader; nothing is worded here.

    `score_range` has the places {full} and {step}, `missing` and `wrong` {count}, `head` {title} and {full},
    `level` {rank}, `page` {page} and {pages}. `not_applicable` and `recused` are words that a cell may hold.
    """

    cover: str
    rubrics: str
    reviewer: str
    made_on: str
    fingerprint: str
    award: str
    nominations: str
    complete: str
    still_open: str
    number: str
    nomination: str
    name: str
    organisation: str
    head: str
    total: str
    status: str
    note: str
    recuse: str
    reason: str
    remark: str
    unmarked: str
    missing: str
    wrong: str
    whole: str
    recused: str
    not_applicable: str
    score_range: str
    or_not_applicable: str
    wrong_mark: str
    wrong_recusal: str
    criterion: str
    full: str
    clauses: str
    level_head: str
    level: str
    lowest: str
    meaning: str
    page: str


@dataclass(frozen=True, slots=True)
class ScoreWorkbook:
    """One reviewer's score sheets.

    `edition` is the edition's own identity. `named` is False where reviewers judge blind: names and
    organisations then have no columns. `guide` says how to fill the sheets in, `notes` the same in brief
    above each table. `made_on` is written as the file's date, so that the same records give the same bytes.
    """

    edition: str
    title: str
    reviewer: str
    reviewer_name: str
    made_on: date
    awards: tuple[Award, ...]
    labels: Labels
    guide: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    named: bool = True
