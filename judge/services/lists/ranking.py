"""From the sheets of an edition to its ranked lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

import numpy as np
import pandas as pd

from judge.domain.desk import Outcome
from judge.domain.quota import QuotaTable
from judge.domain.refusal import Refusal
from judge.domain.standing import RankedLine
from judge.scoring.award import award_list, subset_list
from judge.scoring.award_list import AwardList
from judge.scoring.criteria import CriterionMeans, criterion_means
from judge.scoring.method import Method
from judge.scoring.panel import read_panel
from judge.scoring.problems import PanelRefused
from judge.services.checks.gates import Gates, with_outcome
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.queries.frames import Filed, filed, marks_frame, quota_table, sheets_frame
from rubrics.model import Award, QuotaCategory, Rubric, Text


@dataclass(frozen=True, slots=True)
class ListedNomination:
    """A line of a ranked list, and the nomination it speaks of; `to_verify` are keys of gates still open."""

    line: RankedLine
    nomination: Filed
    body: str
    means: tuple[Fraction | None, ...]
    to_verify: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RankedList:
    """One quota category's list, or that of an award without quota."""

    key: str
    title: Text
    award: str
    rubric: Rubric
    rubric_digest: str
    method: Method
    straddles: bool
    lines: tuple[ListedNomination, ...]


def list_keys(edition: Edition) -> tuple[str, ...]:
    """Every list of the edition: the quota categories, and the awards that have none."""
    without = (award.key for award in edition.programme.awards if not award.quota_categories)
    return (*(category.key for category in edition.programme.quota_categories), *without)


def rank(edition: Edition, key: str, method: Method | None = None) -> RankedList:
    """One list by the edition's method, or by another for comparison.

    Refusal codes: "list-unknown", "panel-refused".
    """
    (ranked,) = rank_lists(edition, [key], method)
    return ranked


def rank_lists(
    edition: Edition, keys: list[str] | None = None, method: Method | None = None
) -> tuple[RankedList, ...]:
    """Several lists from one consistent view of the edition; all of them without `keys`."""
    return rank_with_quotas(edition, keys, method)[0]


def rank_with_quotas(
    edition: Edition, keys: list[str] | None = None, method: Method | None = None
) -> tuple[tuple[RankedList, ...], QuotaTable]:
    """Several lists and the quotas they were filled from, of one moment."""
    known = list_keys(edition)
    wanted = known if keys is None else tuple(keys)
    for key in wanted:
        if key not in known:
            raise Refusal("list-unknown", key=key, known=known)
    with edition.store.read() as connection:
        quotas = quota_table(connection)
        count = _Count(edition, connection, method or edition.method, quotas)
        return tuple(count.ranked(key) for key in wanted), quotas


def quotas_of(edition: Edition) -> QuotaTable:
    """The quota table as imported."""
    with edition.store.read() as connection:
        return quota_table(connection)


class _Count:
    """The making of lists from one view of the edition, each award counted once."""

    def __init__(self, edition: Edition, connection: Connection, method: Method, quotas: QuotaTable) -> None:
        self._edition = edition
        self._connection = connection
        self._method = method
        self._quotas = quotas
        self._counted: dict[str, _Counted] = {}

    def ranked(self, key: str) -> RankedList:
        category = next((c for c in self._edition.programme.quota_categories if c.key == key), None)
        award = self._award_of(key, category)
        counted = self._count(award, category)
        ranked = counted.ranked if category is None or category.subset_of is None else None
        if ranked is None:
            ranked = self._subset(cast("QuotaCategory", category), counted)
        title = category.title if category else award.title
        rubric = self._edition.programme.rubric_of(award.key)
        return RankedList(
            key=key,
            title=title,
            award=award.key,
            rubric=rubric,
            rubric_digest=self._edition.rubric_digest(award.key),
            method=self._method,
            straddles=ranked.straddles,
            lines=tuple(self._listed(line, counted) for line in ranked.lines()),
        )

    def _award_of(self, key: str, category: QuotaCategory | None) -> Award:
        if category is None:
            return self._edition.programme.award(key)
        return next(a for a in self._edition.programme.awards if category.key in a.quota_categories)

    def _count(self, award: Award, category: QuotaCategory | None) -> "_Counted":
        if award.key not in self._counted:
            root = (category.subset_of or category.key) if category else None
            seats = self._quotas.seats_of(root) if root else None
            self._counted[award.key] = _count(self._edition, self._connection, award, self._method, seats)
        return self._counted[award.key]

    def _subset(self, category: QuotaCategory, counted: "_Counted") -> AwardList:
        field = category.applied_by
        applied = [
            f.code
            for f in counted.filed.values()
            if any(x.key == field and x.value is True for x in f.fields)
        ]
        return subset_list(counted.ranked, applied, self._quotas.seats_of(category.key))

    def _listed(self, line: RankedLine, counted: "_Counted") -> ListedNomination:
        return ListedNomination(
            line=line,
            nomination=counted.filed[line.nomination],
            body=self._quotas.bodies[line.body],
            means=counted.means_of(line.nomination),
            to_verify=counted.open_gates[line.nomination],
        )


@dataclass(frozen=True, slots=True)
class _Counted:
    """An award counted: its list; by code, its nominations and their open gates; and the criteria's means."""

    ranked: AwardList
    filed: Mapping[int, Filed]
    open_gates: Mapping[int, tuple[str, ...]]
    means: CriterionMeans
    position: Mapping[int, int]
    step: Fraction

    def means_of(self, code: int) -> tuple[Fraction | None, ...]:
        at = self.position[code]
        return tuple(
            Fraction(int(ticks), self.means.ticks.denominator) * self.step if marked else None
            for ticks, marked in zip(self.means.ticks.numerators[at], self.means.marked[at], strict=True)
        )


def _count(
    edition: Edition,
    connection: Connection,
    award: Award,
    method: Method,
    seats: tuple[int | None, ...] | None,
) -> _Counted:
    rubric = edition.programme.rubric_of(award.key)
    entrants = {one.code: one for one in filed(connection, award.key)}
    nominations = pd.DataFrame(
        {
            "nomination": np.array(list(entrants), np.int64),
            "body": np.array([one.body for one in entrants.values()], np.int64),
        }
    )
    sheets = sheets_frame(connection, award.key)
    if (sheets["rubric"] != edition.rubric_digest(award.key)).any():
        raise Refusal("sheets-of-other-rubric", award=award.key)
    marks = marks_frame(connection, award.key, [criterion.key for criterion in rubric.criteria])
    gates = Gates(edition, connection)
    findings = {
        code: gates.findings(rubric, award.key, one.key, one.organisation, one.fields)
        for code, one in entrants.items()
    }
    barred = {code: keys for code, said in findings.items() if (keys := with_outcome(said, Outcome.NOT_MET))}
    open_gates = {code: with_outcome(said, Outcome.TO_VERIFY) for code, said in findings.items()}
    try:
        ranked = award_list(marks, sheets, nominations, rubric, method=method, seats=seats, ineligible=barred)
        panel = read_panel(marks, sheets, nominations, rubric)
    except PanelRefused as refused:
        codes = tuple(problem.code for problem in refused.problems)
        raise Refusal("panel-refused", award=award.key, problems=codes) from refused
    position = {int(code): at for at, code in enumerate(panel.nominations)}
    return _Counted(ranked, entrants, open_gates, criterion_means(panel, method), position, rubric.step)
