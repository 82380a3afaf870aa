"""Explain nominations: every step from the marks to the places, from one view of the edition."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.office_apply import holding
from judge.ledger.ruled import ruled
from judge.scoring.explaining.accounts import Account, account_of
from judge.scoring.explaining.explanation import explanation_of
from judge.scoring.explaining.placing import Placing, placing_of
from judge.scoring.explaining.staged import StagedSteps, staged_of
from judge.scoring.explaining.ties import Tie, tie_between
from judge.services.checks.gates import Gates
from judge.services.editions.edition import Edition
from judge.services.figures.explained import ExplainedList, ExplainedNomination, RuledQuorum
from judge.services.figures.explained_sheets import SheetView
from judge.services.figures.finding import find_nomination
from judge.services.lists.methods import ruled_method
from judge.services.lists.ranking import CountedList, counted_lists, lists_of
from judge.services.sheets.blinding import is_blind
from judge.store.connection import Connection
from judge.store.queries.frames import quota_table
from judge.store.queries.known import ids
from judge.store.queries.office import rulings
from judge.store.queries.panels import sectioned_nominations
from rubrics.model import Text


def explain(
    edition: Edition, named: Sequence[str], keys: Sequence[str] = ()
) -> tuple[ExplainedNomination, ...]:
    """Explain nominations, named by key or by a name that only one has, on all of their lists or on `keys`.

    Refusal codes: those of `find_nomination` and of ranking; "list-not-theirs" (key, nomination, known);
    "explanation-differs" (nomination) where the steps do not come to what the list says, which is then a
    fault of Judge.
    """
    with edition.store.read() as connection:
        everybody = sectioned_nominations(connection)
        found = dict.fromkeys(find_nomination(one, everybody) for one in named)
        view = _View(edition, connection)
        return tuple(view.explained(key, keys) for key in found)


class _View:
    """One view of the edition; what several nominations need of it is read once."""

    def __init__(self, edition: Edition, connection: Connection) -> None:
        self._edition = edition
        self._connection = connection
        self._quotas = quota_table(connection)
        self._rulings = rulings(connection)
        self._ruled = ruled(self._rulings)
        self._known = ids(connection).nominations
        self._blind = is_blind(connection)
        self._sheets = SheetView(connection, self._ruled)
        self._awards: dict[str, _Award] = {}

    def explained(self, key: str, keys: Sequence[str]) -> ExplainedNomination:
        award = self._known[key].award
        known = lists_of(self._edition, award)
        for one in keys:
            if one not in known:
                raise Refusal("list-not-theirs", key=one, nomination=key, known=tuple(known))
        lists, account = self._award(award, known)
        entered, ranked = lists[0].entered, lists[0].ranked
        code, own = next((code, one) for code, one in entered.filed.items() if one.key == key)
        steps = explanation_of(account, code)
        explained = ExplainedNomination(
            edition=self._edition.title,
            edition_id=self._edition.id,
            year=self._edition.year,
            award=award,
            award_title=self._edition.programme.award(award).title,
            nomination=own,
            body=self._quotas.bodies[own.body],
            revision=self._known[key].revision,
            rubric=account.panel.rubric,
            rubric_digest=self._edition.rubric_digest(award),
            method=ranked.method,
            method_ruled=self._method_ruled(award),
            quorum=self._quorum(award),
            blind=self._blind,
            sheets=self._sheets.of(key, entered, steps.sheets),
            score=steps.score,
            raw=steps.raw,
            calibration=ranked.calibration,
            staged=_staged(lists, code),
            stages={one.award: self._edition.programme.award(one.award).title for one in ranked.stages},
            gates=Gates(self._edition, self._connection, key).findings(
                entered.rubric, award, key, own.organisation, own.fields
            ),
            lists=tuple(self._listed(one, code, account) for one in lists if not keys or one.key in keys),
            filed=entered.filed,
            reviewers=entered.reviewers,
        )
        _check(explained, lists, code)
        return explained

    def _award(self, award: str, keys: Sequence[str]) -> "_Award":
        if award not in self._awards:
            lists = counted_lists(self._edition, self._connection, keys, self._quotas)
            entered, ranked = lists[0].entered, lists[0].ranked
            account = account_of(entered.panel, ranked.method, ranked.calibration, entered.sections)
            self._awards[award] = _Award(lists, account)
        return self._awards[award]

    def _quorum(self, award: str) -> RuledQuorum | None:
        least = self._ruled.quorums.get(award)
        if least is None:
            return None
        return RuledQuorum(least, holding(self._rulings, acts.QUORUM)[acts.award_subject(award)].reason)

    def _method_ruled(self, award: str) -> str | None:
        if ruled_method(self._edition, self._ruled, award) is None:
            return None
        return holding(self._rulings, acts.METHOD)[acts.award_subject(award)].reason

    def _listed(self, one: CountedList, code: int, account: Account) -> ExplainedList:
        placing = placing_of(one.ranked, code, self._quotas.seats_of(one.key))
        return ExplainedList(
            key=one.key,
            title=one.title,
            parent=self._title(one.subset_of) if one.subset_of else None,
            applied=code in one.applied,
            placing=placing,
            straddles=one.ranked.straddles,
            ties=tuple(_ties(account, code, placing)) if placing else (),
        )

    def _title(self, category: str) -> Text:
        return next(c.title for c in self._edition.programme.quota_categories if c.key == category)


class _Award(NamedTuple):
    """An award's lists, and what its nominations are explained from."""

    lists: tuple[CountedList, ...]
    account: Account


def _ties(account: Account, code: int, placing: Placing) -> Iterator[Tie]:
    """With the nearest above, level and below whose figures are equal, one each, over all and in the body."""
    places = [place for place in (placing.overall, placing.in_body) if place is not None]
    groups = [group for place in places for group in (place.above, place.level, place.below)]
    nearest = dict.fromkeys(group[0] for group in groups if group) if account.method.ties else {}
    tied = {one.nomination: one.score for one in nearest if one.is_level_with(placing.line, account.method)}
    own, score = explanation_of(account, code), placing.line.score
    for other, its in tied.items():
        scores = (score, its) if score is not None else None
        yield tie_between(own, explanation_of(account, other), other, account, scores)


def _staged(lists: Sequence[CountedList], code: int) -> StagedSteps | None:
    placing = placing_of(lists[0].ranked, code, None)
    return staged_of(placing.line, lists[0].ranked.method) if placing else None


def _check(explained: ExplainedNomination, lists: Sequence[CountedList], code: int) -> None:
    """Refuse to explain a figure by steps that do not come to it."""
    score, raw, staged = explained.score, explained.raw, explained.staged
    placings = (placing_of(one.ranked, code, None) for one in lists)
    lines = [one.line for one in placings if one]
    printed = staged.printed if staged else score and score.printed
    worked = (printed.exact, printed.text) if printed else (None, "")
    differs = any((one.score, one.printed) != worked for one in lines)
    if staged:
        differs |= staged.stages[0].score != (score and score.result)
    else:
        differs |= any((one.raw and one.raw.score) != (raw and raw.result) for one in lines)
    if differs:
        raise Refusal("explanation-differs", nomination=explained.nomination.key)
