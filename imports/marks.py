"""Marks as a file gives them: read in points, each kept once, and never two values for one."""

from collections.abc import Mapping
from fractions import Fraction

from imports.findings import Place, Term
from imports.matching import label_key
from imports.records import RecusalRecord, ScoreRecord
from imports.register import Register
from imports.remarks import Param, Remarks, standing
from rubrics.model import Criterion, Programme
from rubrics.scale import LONGEST, MarkRefused, points_text, read_points

_NOT_APPLICABLE = frozenset(map(label_key, ("不适用", "n/a", "not applicable")))
_NO_POINTS = "n/a"
"""How a finding shows a mark that says "not applicable"."""
_FINEST_STEP = Fraction(1, 10**LONGEST)
_NO_LIMIT = 10 ** (3 * LONGEST)
"""No number that can be read is off this step, or above this limit in ticks of any step."""

MarkKey = tuple[str, str, str]
"""Nomination, reviewer and criterion, by key."""


def criterion_term(criterion: Criterion) -> Term:
    """What a criterion is called."""
    return Term(criterion.title.zh, criterion.title.en)


class Points:
    """Reads points as ticks, each different text of a criterion once."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self._read: dict[tuple[str | None, str | None, str], int | MarkRefused | None] = {}

    def read(self, award: str | None, criterion: Criterion | None, written: str) -> int | MarkRefused | None:
        """Ticks, None for "not applicable" where the criterion allows it, or why the mark is refused.

        Where award or criterion are not known, a mark is refused for what is wrong with it under any.
        """
        asked = (award, criterion.key if criterion else None, written)
        if asked not in self._read:
            self._read[asked] = self._read_anew(award, criterion, written)
        return self._read[asked]

    def _read_anew(
        self, award: str | None, criterion: Criterion | None, written: str
    ) -> int | MarkRefused | None:
        if label_key(written) in _NOT_APPLICABLE:
            if criterion is None or criterion.may_not_apply:
                return None
            return MarkRefused("mark-must-apply", title=criterion_term(criterion))
        step = self.programme.rubric_of(award).step if award else _FINEST_STEP
        try:
            return read_points(written, step, criterion.full_ticks if criterion else _NO_LIMIT)
        except MarkRefused as refused:
            return refused

    def shown(self, award: str, ticks: int | None) -> str:
        """Ticks as points, for a finding."""
        return _NO_POINTS if ticks is None else points_text(ticks, self.programme.rubric_of(award).step)


class Marks:
    """The marks and recusals of one file, compared among themselves and with what the register holds."""

    def __init__(self, register: Register, points: Points, remarks: Remarks) -> None:
        self._register = register
        self._points = points
        self._remarks = remarks
        self._awards = {nomination.key: nomination.award for nomination in register.nominations}
        self._given: dict[MarkKey, ScoreRecord] = {}
        self._recusals: dict[tuple[str, str], RecusalRecord] = {}
        self._repeated = self._known = 0

    def take(self, mark: MarkKey, ticks: int | None, place: Place) -> None:
        """Keep a mark, known or new; say where it was given another value before."""
        held = self._register.marks
        known = mark in held
        if known and held[mark] != ticks:
            self._say_differing(mark, ticks, place, held[mark], self._register.marks_read.get(mark))
            return
        first = self._given.setdefault(mark, ScoreRecord(*mark, ticks, place))
        if known:
            self._known += 1
        elif first.place is place:
            return
        elif first.ticks == ticks:
            self._repeated += 1
        else:
            self._say_differing(mark, ticks, place, first.ticks, first.place)

    def recuse(self, nomination: str, reviewer: str, place: Place) -> None:
        """Keep a recusal; every row of the sheet may say so."""
        pair = (nomination, reviewer)
        self._recusals.setdefault(pair, RecusalRecord(*pair, place))

    def records(self) -> tuple[ScoreRecord | RecusalRecord, ...]:
        """What was given, marks before recusals; says how much is known and who marked though recused."""
        for code, count in (("marks-repeated", self._repeated), ("marks-known", self._known)):
            if count:
                self._remarks.note(code, count=count)
        if self._recusals:
            self._check_recusals()
        return (*self._given.values(), *self._recusals.values())

    def _check_recusals(self) -> None:
        marked = {mark[:2]: record.place for mark, record in reversed(self._given.items())}
        for pair, recusal in self._recusals.items():
            if pair in marked:
                nomination, reviewer = pair
                self._remarks.block(
                    "recusal-with-marks",
                    recusal.place,
                    nomination=nomination,
                    reviewer=reviewer,
                    **standing("marked", marked[pair]),
                )

    def _say_differing(
        self, mark: MarkKey, ticks: int | None, place: Place, first_ticks: int | None, first: Place | None
    ) -> None:
        """`mark-twice` names both places; `mark-differs` has only one: the edition holds the other value."""
        award = self._awards[mark[0]]
        params: Mapping[str, Param] = {
            "nomination": mark[0],
            "reviewer": mark[1],
            "criterion": mark[2],
            "title": criterion_term(self._points.programme.rubric_of(award).criterion(mark[2])),
            "points": self._points.shown(award, ticks),
            "first_points": self._points.shown(award, first_ticks),
        }
        if first is None:
            self._remarks.block("mark-differs", place, **params)
        else:
            self._remarks.block(
                "mark-twice",
                place,
                **params,
                first_file=first.file,
                **standing("first", first),
            )
