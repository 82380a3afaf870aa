"""From the sheets of an edition to its ranked lists."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import cast

from judge.domain.quota import QuotaTable
from judge.domain.refusal import Refusal
from judge.domain.standing import RankedLine
from judge.ledger.office_apply import Ruling
from judge.ledger.ruled import ruled
from judge.scoring.award import list_of, subset_list
from judge.scoring.award_list import AwardList
from judge.scoring.calibration.record import Calibration
from judge.scoring.criteria import CriterionMeans, criterion_means
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from judge.scoring.stages import StageScores
from judge.services.editions.edition import Edition
from judge.services.lists.applicants import applicants
from judge.services.lists.calibrating import told_of_calibration
from judge.services.lists.entered import Entered, entered
from judge.services.lists.methods import method_faults, method_of, ruled_method, stages_only_of
from judge.services.lists.staging import entered_stages, later_stages
from judge.store.connection import Connection
from judge.store.queries.frames import Filed, quota_table
from judge.store.queries.office import rulings
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
    """One quota category's list, or that of an award without quota.

    `quorum` is the least number of sheets where the chair has ruled it, None where the method says it;
    `method_ruled` says that the chair has ruled by which method the award is counted.
    `calibration` is what calibrating did, None where the method does not; `reviewers` are the keys of the
    codes in it. `stages` are the titles of a list in stages, its own award's first.
    """

    key: str
    title: Text
    award: str
    rubric: Rubric
    rubric_digest: str
    method: Method
    straddles: bool
    lines: tuple[ListedNomination, ...]
    quorum: int | None = None
    method_ruled: bool = False
    calibration: Calibration | None = None
    reviewers: Mapping[int, str] = field(default_factory=dict)
    stages: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CountedList:
    """A list in columns, and its award as it entered the counting.

    Of a list that is filled from another one, `subset_of` is that one's key and `applied` the codes of the
    nominations that applied for it.
    """

    key: str
    title: Text
    entered: Entered
    ranked: AwardList
    subset_of: str = ""
    applied: frozenset[int] = frozenset()


def list_keys(edition: Edition) -> tuple[str, ...]:
    """Every list of the edition: the quota categories, and the awards that have none."""
    without = (award.key for award in edition.programme.awards if not award.quota_categories)
    return (*(category.key for category in edition.programme.quota_categories), *without)


def rank(edition: Edition, key: str, method: Method | None = None) -> RankedList:
    """One list by the edition's method, or by another for comparison.

    Refusal codes: "list-unknown", "panel-refused", and those of `told_of_calibration`. Raises FileFaults
    where a method cannot count an award.
    """
    (ranked,) = rank_lists(edition, [key], method)
    return ranked


def rank_lists(
    edition: Edition, keys: list[str] | None = None, method: Method | None = None
) -> tuple[RankedList, ...]:
    """Several lists from one consistent view of the edition; all of them without `keys`."""
    return rank_with_quotas(edition, keys, method)[0]


def rank_countable(
    edition: Edition, method: Method | None = None
) -> tuple[tuple[RankedList, ...], tuple[Refusal, ...]]:
    """Every list that can be counted, from one view of the edition, and why others cannot, once an award."""
    lists: list[RankedList] = []
    refusals: dict[str, Refusal] = {}
    with edition.store.read() as connection:
        count = _Count(edition, connection, method, quota_table(connection))
        for key in list_keys(edition):
            award = award_of(edition, key)
            if award in refusals:
                continue
            try:
                lists.append(count.ranked(key))
            except Refusal as refused:
                refusals[award] = refused
    return tuple(lists), tuple(refusals.values())


def rank_with_quotas(
    edition: Edition, keys: list[str] | None = None, method: Method | None = None
) -> tuple[tuple[RankedList, ...], QuotaTable]:
    """Several lists and the quotas they were filled from, of one moment."""
    wanted = _wanted(edition, keys)
    with edition.store.read() as connection:
        quotas = quota_table(connection)
        count = _Count(edition, connection, method, quotas)
        return tuple(count.ranked(key) for key in wanted), quotas


def rank_by(
    edition: Edition, connection: Connection, keys: Sequence[str], method: Method | None
) -> tuple[RankedList, ...]:
    """Several lists in one view of the edition: as they are, or by another method as it is.

    All of them without `keys`. Refusals as for `rank`.
    """
    count = _Count(edition, connection, method, quota_table(connection))
    return tuple(count.ranked(key) for key in _wanted(edition, list(keys) or None))


def rank_supposing(
    edition: Edition, connection: Connection, keys: list[str], supposed: Sequence[Ruling]
) -> tuple[RankedList, ...]:
    """Several lists as they would be if these rulings had been made last; as they are for none."""
    count = _Count(edition, connection, None, quota_table(connection), supposed)
    return tuple(count.ranked(key) for key in _wanted(edition, keys))


def list_by(edition: Edition, connection: Connection, key: str, method: Method) -> RankedList:
    """One list of a view of the edition by another method of its own award; stages keep theirs."""
    award = next(one.key for one in edition.programme.awards if key in (one.key, *one.quota_categories))
    return _Count(edition, connection, {award: method}, quota_table(connection)).ranked(key)


def counted_lists(
    edition: Edition, connection: Connection, keys: Sequence[str], quotas: QuotaTable
) -> tuple[CountedList, ...]:
    """Several lists in columns, from the one view of the edition that `connection` has; "list-unknown"."""
    count = _Count(edition, connection, None, quotas)
    return tuple(count.listed(key) for key in _wanted(edition, list(keys)))


def lists_of(edition: Edition, award: str) -> list[str]:
    """The keys of an award's lists: of its quota categories, or its own where it has none."""
    return list(edition.programme.award(award).quota_categories) or [award]


def award_of(edition: Edition, key: str) -> str:
    """The key of the award that a list belongs to; Refusal "list-unknown"."""
    _wanted(edition, [key])
    having = (award.key for award in edition.programme.awards if key in award.quota_categories)
    return next(having, key)


def _wanted(edition: Edition, keys: list[str] | None) -> tuple[str, ...]:
    """The keys asked for, or all; Refusal "list-unknown"."""
    known = list_keys(edition)
    wanted = known if keys is None else tuple(keys)
    for key in wanted:
        if key not in known:
            raise Refusal("list-unknown", key=key, known=known)
    return wanted


def quotas_of(edition: Edition) -> QuotaTable:
    """The quota table as imported."""
    with edition.store.read() as connection:
        return quota_table(connection)


class _Count:
    """The making of lists from one view of the edition, each award counted once.

    By the edition's method, with the quorum that the chair has ruled; or by another `method` as it is,
    which may be one for some of the awards.
    """

    def __init__(
        self,
        edition: Edition,
        connection: Connection,
        method: Method | Mapping[str, Method] | None,
        quotas: QuotaTable,
        supposed: Sequence[Ruling] = (),
    ) -> None:
        self._edition = edition
        self._connection = connection
        self._other = method
        self._quotas = quotas
        self._ruled = ruled((*rulings(connection), *supposed))
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
            method=ranked.method,
            straddles=ranked.straddles,
            lines=tuple(self._listed(line, counted) for line in ranked.lines()),
            quorum=None if self._other else self._ruled.quorums.get(award.key),
            method_ruled=not self._other and ruled_method(self._edition, self._ruled, award.key) is not None,
            calibration=ranked.calibration,
            reviewers=counted.entered.reviewers if ranked.calibration else {},
            stages={one.award: self._edition.programme.award(one.award).title for one in ranked.stages},
        )

    def _method_of(self, award: str) -> Method:
        other = self._other.get(award) if isinstance(self._other, Mapping) else self._other
        return stages_only_of(award, other) if other else method_of(self._edition, self._ruled, award)

    def _award_of(self, key: str, category: QuotaCategory | None) -> Award:
        if category is None:
            return self._edition.programme.award(key)
        return next(a for a in self._edition.programme.awards if category.key in a.quota_categories)

    def _count(self, award: Award, category: QuotaCategory | None) -> "_Counted":
        if award.key not in self._counted:
            root = (category.subset_of or category.key) if category else None
            seats = self._quotas.seats_of(root) if root else None
            there = self._entered(award.key)
            method = self._method_of(award.key)
            plan = method.stages_of(award.key)
            stages = entered_stages(self._edition, self._entered, plan, self._method_of)
            later = tuple(later_stages(there, stages))
            self._counted[award.key] = _counted(there, method, seats, later)
        return self._counted[award.key]

    def _entered(self, award: str) -> Entered:
        return entered(self._edition, self._connection, award, self._ruled)

    def listed(self, key: str) -> CountedList:
        """A list in columns."""
        category = next((c for c in self._edition.programme.quota_categories if c.key == key), None)
        award = self._award_of(key, category)
        counted = self._count(award, category)
        if category is None or category.subset_of is None:
            return CountedList(key, (category or award).title, counted.entered, counted.ranked)
        applied = frozenset(applicants(category, counted.entered.filed.values()))
        ranked = self._subset(category, counted)
        return CountedList(key, category.title, counted.entered, ranked, category.subset_of, applied)

    def _subset(self, category: QuotaCategory, counted: "_Counted") -> AwardList:
        applied = applicants(category, counted.entered.filed.values())
        return subset_list(counted.ranked, applied, self._quotas.seats_of(category.key))

    def _listed(self, line: RankedLine, counted: "_Counted") -> ListedNomination:
        return ListedNomination(
            line=line,
            nomination=counted.entered.filed[line.nomination],
            body=self._quotas.bodies[line.body],
            means=counted.means_of(line.nomination),
            to_verify=counted.entered.open_gates[line.nomination],
        )


@dataclass(frozen=True, slots=True)
class _Counted:
    """An award counted: how it entered, its list, and the criteria's means, by position of nomination."""

    entered: Entered
    ranked: AwardList
    means: CriterionMeans
    position: Mapping[int, int]

    def means_of(self, code: int) -> tuple[Fraction | None, ...]:
        at = self.position[code]
        return tuple(
            Fraction(int(ticks), self.means.ticks.denominator) * self.entered.rubric.step if marked else None
            for ticks, marked in zip(self.means.ticks.numerators[at], self.means.marked[at], strict=True)
        )


def _counted(
    there: Entered, method: Method, seats: tuple[int | None, ...] | None, later: Sequence[StageScores]
) -> _Counted:
    """An entered award counted by a method, with its later stages; its seats by body.

    Refusal codes: those of `told_of_calibration`.
    """
    try:
        with told_of_calibration(there):
            ranked = list_of(
                there.panel,
                method=method,
                seats=seats,
                ineligible=there.barred,
                sections=there.sections,
                later=later,
            )
    except MethodRefused as refused:
        raise method_faults(refused, method, there.award) from refused
    position = {int(code): at for at, code in enumerate(there.panel.nominations)}
    return _Counted(there, ranked, criterion_means(there.panel, method), position)
