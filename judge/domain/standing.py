"""What an award list says of a nomination."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Standing(StrEnum):
    """The five standings of design.md; "undecided" always comes with its reasons."""

    AWARDED = "awarded"
    RESERVE = "reserve"
    NOT_AWARDED = "not-awarded"
    INELIGIBLE = "ineligible"
    UNDECIDED = "undecided"


class Reason(StrEnum):
    """Why a standing is what it is, beside the gates that make a nomination ineligible."""

    TOO_FEW_SHEETS = "too-few-sheets"
    """Fewer sheets count than the method's `min_sheets`."""
    SHEET_OPEN = "sheet-open"
    """An assigned sheet is still open."""
    SHEET_RETURNED = "sheet-returned"
    """A sheet was returned to its reviewer and has not come back."""
    SHEET_FORKED = "sheet-forked"
    """A sheet was continued in several places, which differ; the chair has not settled it."""
    SHEET_LATE = "sheet-late"
    """A sheet was submitted after a ruling closed the nomination without it: it is to be ruled on."""
    ABSENT_BY_RULING = "absent-by-ruling"
    """By ruling, it is decided without sheets that were assigned; `sheets_absent` says how many."""
    TIE_AT_CUT = "tie-at-cut"
    """Tied with others for fewer seats than they are: the chair's case."""
    NO_SEATS_SET = "no-seats-set"
    """Ranked, but nobody has said how many seats there are."""
    BODY_HAS_NO_SEATS = "body-has-no-seats"
    """The body's quota is zero: there is no seat to be reserve for."""
    BODY_INCOMPLETE = "body-incomplete"
    """Another nomination of the body is incomplete, so this standing is provisional."""
    PARENT_UNDECIDED = "parent-undecided"
    """The category that this one is a subset of has not decided."""
    STAGE_INCOMPLETE = "stage-incomplete"
    """A later stage, to which it was admitted, has no score of it yet."""
    STAGE_AWAITED = "stage-awaited"
    """A later stage has admitted nobody yet; the place is by the stages before it."""
    NOT_ADMITTED = "not-admitted"
    """Not admitted to a later stage: placed behind all who were, by the stages it took part in."""


@dataclass(frozen=True, slots=True)
class RawFigures:
    """What the same method would say of a nomination if it did not calibrate; ranks as in `RankedLine`."""

    score: Fraction
    printed: str
    rank: int | None
    rank_in_body: int | None


@dataclass(frozen=True, slots=True)
class StageLine:
    """What one stage, judged as the award `award`, says of a nomination; `score` in points of its rubric.

    It counts as its share of that rubric's `full_points`.
    """

    award: str
    weight: Fraction
    full_points: Fraction
    admitted: bool
    score: Fraction | None


@dataclass(frozen=True, slots=True)
class RankedLine:
    """One line of an award list, by the codes that the scoring frames use.

    `rank` is among all bodies, `rank_in_body` within the body; both None for a nomination that is not
    ranked. `score`, `lowest` and `highest` (the sheets' totals) are exact points, None while the
    nomination is incomplete; `printed` is the score as rounded by the method, "" where there is none.
    `reserve_place` counts from 1 within the body. `reasons` are `Reason`s and the keys of gates not met.
    `ahead_by` and `behind_by` name the tie breaker by which a line stands before the next place, or after
    the one before it, where the scores of the two are equal; "" where they are not, or share a place.
    `sheets_expected` includes the `sheets_absent`, without which it is decided by ruling. `raw` are the
    figures before calibrating, None where there is no score or the method does not calibrate. `stages` are
    those of a list in stages, its own award's first; `score` is then the weighted one, in points of its own
    rubric.
    """

    nomination: int
    body: int
    rank: int | None
    rank_in_body: int | None
    score: Fraction | None
    printed: str
    standing: Standing
    reserve_place: int | None
    reasons: tuple[str, ...]
    sheets_counted: int
    sheets_expected: int
    lowest: Fraction | None
    highest: Fraction | None
    sheets_absent: int = 0
    ahead_by: str = ""
    behind_by: str = ""
    raw: RawFigures | None = None
    stages: tuple[StageLine, ...] = ()
