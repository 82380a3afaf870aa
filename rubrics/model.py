"""The words of a rubric as plain, frozen types; reading them from TOML is `rubrics.loader`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Final

LATER: Final = MappingProxyType({"later": True})
"""Marks a field that editions of before do not know: at its default the canonical form leaves it out."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the house."""

    zh: str
    en: str

    def language(self, language: str) -> str:
        """The text in `language`: "en" for English, anything else for Chinese."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True, slots=True)
class Level:
    """A band of a criterion's points: from `floor_percent` of full points up to the next level."""

    rank: int
    floor_percent: int
    text: Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """What one mark is given for.

    `full_ticks` are the full points counted in the rubric's steps; `weight` multiplies the points in
    a sheet's total; `clauses` name the published source; `levels` are none where the rubric states points
    alone; `evidence` are keys of form fields to show beside the criterion.
    """

    key: str
    title: Text
    full_ticks: int
    weight: Fraction
    clauses: tuple[str, ...]
    levels: tuple[Level, ...]
    evidence: tuple[str, ...] = ()
    may_not_apply: bool = False


class NotMetWhen(StrEnum):
    """How a form field alone can show that a gate is not met; what it cannot show is to verify."""

    POSITIVE = "positive"
    """A count above zero."""


@dataclass(frozen=True, slots=True)
class Won:
    """An award that the organisation must have won in each of so many straight years before the edition's."""

    award: str
    years: int


@dataclass(frozen=True, slots=True)
class Gate:
    """An eligibility rule; where nothing decides it, its finding is "to verify".

    `evidence` are keys of form fields, and what those say may show that the gate is not met (`not_met_when`)
    or is met (`met_when_says`: any of these words). `checklist` are the seals and attachments that must all
    be there. `won` is what the award history must show. `reading` names the setting that says how the clause
    is read where the notice leaves it open.
    """

    key: str
    title: Text
    clause: str
    evidence: tuple[str, ...] = ()
    not_met_when: NotMetWhen | None = None
    met_when_says: tuple[str, ...] = field(default=(), metadata=LATER)
    checklist: tuple[str, ...] = field(default=(), metadata=LATER)
    won: Won | None = field(default=None, metadata=LATER)
    reading: str = field(default="", metadata=LATER)


@dataclass(frozen=True, slots=True)
class Rubric:
    """A versioned set of criteria and gates. `step` is the smallest difference of points between marks."""

    key: str
    version: int
    title: Text
    source: Text
    step: Fraction
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...] = ()

    @property
    def full_points(self) -> Fraction:
        """Σ full points × weight over all criteria: what a perfect sheet totals."""
        return sum((c.full_ticks * self.step * c.weight for c in self.criteria), start=Fraction(0))

    def criterion(self, key: str) -> Criterion:
        """The criterion called `key`; KeyError where there is none."""
        for criterion in self.criteria:
            if criterion.key == key:
                return criterion
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class QuotaCategory:
    """A column of the quota table.

    `label` is the column's heading in the published table. A category with `subset_of` is filled from
    the awarded of that category whose form field `applied_by` is ticked.
    """

    key: str
    title: Text
    label: str
    subset_of: str | None = None
    applied_by: str | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """One award of a programme: what judges it, which form nominates for it, which quotas limit it.

    `form` is "" where no form does: its nominations come in tables alone.
    """

    key: str
    title: Text
    rubric: str
    form: str
    quota_categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Programme:
    """A folder of rubrics with the awards and quota categories they serve.

    `rubrics` holds every rubric of the folder by key, alternates included.
    """

    key: str
    title: Text
    awards: tuple[Award, ...]
    quota_categories: tuple[QuotaCategory, ...]
    rubrics: Mapping[str, Rubric] = field(default_factory=lambda: MappingProxyType({}))

    def award(self, key: str) -> Award:
        """The award called `key`; KeyError where there is none."""
        for award in self.awards:
            if award.key == key:
                return award
        raise KeyError(key)

    def rubric_of(self, award_key: str) -> Rubric:
        """The rubric that judges the award called `award_key`."""
        return self.rubrics[self.award(award_key).rubric]
