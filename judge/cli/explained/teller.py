"""What people and nominations are called in an explanation, and what is not told of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from judge.locale import _, language, ngettext
from judge.locale.grounds import bracketed
from judge.locale.sentences import on_one_line
from judge.scoring.explaining.placing import Beside
from judge.services.figures.explained import ExplainedNomination, ExplainedSheet
from rubrics.model import Text

_MOST_NAMED = 6
"""So many of those who share a place are named; how many more there are is said."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Calls things by name: reviewers by key, or where it is `anonymous` by number.

    An anonymous explanation is for those who are judged. Of a sheet that does not count it tells only on what
    ground, and it tells no reason that somebody gave: that might say whose sheet it is.
    """

    explained: ExplainedNomination
    anonymous: bool = False

    @property
    def sheets(self) -> Sequence[ExplainedSheet]:
        """The sheets in the order in which they are told: that of appointment, or of their numbers."""
        sheets = self.explained.sheets
        return sorted(sheets, key=lambda one: one.number) if self.anonymous else sheets

    @property
    def body(self) -> str:
        """The recommending body."""
        return on_one_line(self.explained.body)

    @property
    def full_points(self) -> Fraction:
        """What a perfect sheet totals."""
        return self.explained.rubric.full_points

    def weight(self, criterion: int) -> Fraction:
        """What a criterion's points are multiplied by."""
        return self.explained.rubric.criteria[criterion].weight

    def tells_marks(self, sheet: ExplainedSheet) -> bool:
        """Whether the marks of a sheet are shown."""
        return sheet.steps is not None or (not self.anonymous and any(sheet.marks))

    def reviewer(self, sheet: ExplainedSheet) -> str:
        """Whose sheet it is."""
        if self.anonymous:
            return _("Reviewer {number}").format(number=sheet.number)
        return on_one_line(sheet.reviewer)

    def reviewer_of(self, code: int) -> str:
        """Whose counted sheet it is, by the reviewer's code."""
        sheets = self.explained.sheets
        return self.reviewer(next(one for one in sheets if one.steps and one.steps.reviewer == code))

    def successor(self, key: str) -> str:
        """Who judges in a withdrawn reviewer's place; "" where that is not to be told."""
        there = next((one for one in self.explained.sheets if one.reviewer == key), None)
        if there is not None:
            return self.reviewer(there)
        return "" if self.anonymous else on_one_line(key)

    def reason(self, said: str) -> str:
        """A reason given about a sheet, in brackets and with the space before them; "" where none is told."""
        if self.anonymous or not said:
            return ""
        return bracketed("", _("“{label}”").format(label=on_one_line(said)))

    def nomination(self, code: int) -> str:
        """A nomination of the award, by its code."""
        filed = self.explained.filed[code]
        return bracketed(on_one_line(filed.name), on_one_line(filed.key))

    def nominations(self, codes: Sequence[int]) -> str:
        """Several of them, as many as there is room for."""
        names = [self.nomination(code) for code in codes]
        said = _(", ").join(names[:_MOST_NAMED])
        more = len(names) - _MOST_NAMED
        if more <= 0:
            return said
        counted = ngettext("{names} and {count} more", "{names} and {count} more", more)
        return counted.format(names=said, count=more)

    def beside(self, others: Sequence[Beside]) -> str:
        """Those at one place."""
        return self.nominations([one.nomination for one in others])


def titled(text: Text) -> str:
    """A title of rubric or programme in the language in force, on one line."""
    return on_one_line(text.language(language()))
