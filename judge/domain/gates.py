"""Eligibility: what decides each gate of a rubric for one nomination. Missing evidence is never met."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imports.records import FormField
from judge.domain.award_history import AwardHistory, YearFinding, outcome_of
from judge.domain.checklist import ChecklistItem, ItemState
from judge.domain.desk import GateFinding, Ground, GroundCode, Outcome, ShownField
from judge.domain.setting import years_of
from rubrics.model import Gate, NotMetWhen, Won

_BOTH = "and"
"""The reading of a clause of two alternatives under which a word for one of them settles nothing."""
_ZERO_IS_MET = "met"

_BETWEEN_POSTS = re.compile(r"[、，,;；/\n]+|兼")
_NOT_NOW = re.compile(r"[副原前曾拟]")
"""Deputies, and those who were or will be."""

_STATES = {
    ItemState.PRESENT: GroundCode.ITEM_PRESENT,
    ItemState.MISSING: GroundCode.ITEM_MISSING,
    ItemState.OPEN: GroundCode.ITEM_OPEN,
}


@dataclass(frozen=True, slots=True)
class GateCase:
    """What is known of one nomination."""

    organisation: str
    fields: Sequence[FormField]
    checklist: Sequence[ChecklistItem]


@dataclass(frozen=True, slots=True)
class GateRules:
    """What is the same for every nomination: the year, earlier awards, and how open clauses are read.

    `readings` are the values of settings by key.
    """

    year: int
    history: AwardHistory
    readings: Mapping[str, str]

    def decide(self, gate: Gate, case: GateCase) -> GateFinding:
        """The gate's finding for a nomination."""
        if gate.won:
            finding = self._by_history(gate, gate.won, case)
        elif gate.checklist:
            finding = _by_checklist(gate, case)
        else:
            finding = self._by_form(gate, case)
        reading = self.readings.get(gate.reading)
        if not reading:
            return finding
        ground = Ground(GroundCode.READING, gate.reading, reading)
        return GateFinding(finding.gate, finding.outcome, finding.evidence, (*finding.grounds, ground))

    def _by_history(self, gate: Gate, won: Won, case: GateCase) -> GateFinding:
        years = years_of(self.readings.get(gate.reading, ""), self.year, won.years)
        findings = self.history.in_years(won.award, case.organisation, years)
        return GateFinding(gate.key, outcome_of(findings), (), tuple(map(_year_ground, findings)))

    def _by_form(self, gate: Gate, case: GateCase) -> GateFinding:
        by_key = {field.key: field for field in case.fields}
        evidence = [by_key[key] for key in gate.evidence if key in by_key]
        shown = tuple(
            ShownField(field.key, field.label, field.written.strip())
            for field in evidence
            if field.written.strip()
        )
        return GateFinding(gate.key, self._said(gate, evidence), shown)

    def _said(self, gate: Gate, evidence: Sequence[FormField]) -> Outcome:
        reading = self.readings.get(gate.reading)
        if gate.not_met_when is NotMetWhen.POSITIVE:
            counts = [count for field in evidence if (count := _count(field)) is not None]
            if any(counts):
                return Outcome.NOT_MET
            if counts and reading == _ZERO_IS_MET:
                return Outcome.MET
        said = any(_says(field.written, word) for field in evidence for word in gate.met_when_says)
        return Outcome.MET if said and reading != _BOTH else Outcome.TO_VERIFY


def _by_checklist(gate: Gate, case: GateCase) -> GateFinding:
    items = {item.key: item for item in case.checklist}
    asked = [items[key] for key in gate.checklist if key in items]
    grounds = tuple(Ground(_STATES[item.state], item.title, item.remark) for item in asked)
    if any(item.state is ItemState.MISSING for item in asked):
        return GateFinding(gate.key, Outcome.NOT_MET, (), grounds)
    # An item that the form does not have can be ticked by nobody, so that the gate stays open.
    complete = len(asked) == len(gate.checklist) and all(i.state is ItemState.PRESENT for i in asked)
    return GateFinding(gate.key, Outcome.MET if complete else Outcome.TO_VERIFY, (), grounds)


def _year_ground(year: YearFinding) -> Ground:
    if year.winners:
        return Ground(GroundCode.YEAR_WON, str(year.year), "、".join(year.winners))
    code = GroundCode.YEAR_NOT_WON if year.covered else GroundCode.YEAR_NOT_COVERED
    return Ground(code, str(year.year))


def _says(written: str, word: str) -> bool:
    """Whether a post that is written ends in the word: 采油三班班组长 does, 副班组长 and 原班组长 do not."""
    posts = ("".join(post.split()) for post in _BETWEEN_POSTS.split(written))
    return any(post.endswith(word) and not _NOT_NOW.search(post.removesuffix(word)) for post in posts)


def _count(field: FormField) -> int | None:
    value = field.value
    return value if isinstance(value, int) and not isinstance(value, bool) else None
