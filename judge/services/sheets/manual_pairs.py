"""Pairs of nomination and reviewer that the office assigns by hand: kept, unless something forbids them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from imports.matching import name_key, nearest
from judge.assignment.task import Nomination, Reviewer
from judge.domain.conflict import Conflict
from judge.domain.refusal import Refusal
from judge.services.sheets.assignable import Assignable

Pair = tuple[str, str]


class PairInConflict(Refusal):
    """A pair that is not assigned, since `conflicts` tie the reviewer to the nomination."""

    def __init__(self, pair: Pair, conflicts: tuple[Conflict, ...]) -> None:
        grounds = tuple(conflict.ground.value for conflict in conflicts)
        super().__init__("pair-in-conflict", nomination=pair[0], reviewer=pair[1], grounds=grounds)
        self.conflicts = conflicts


def with_pairs(found: Assignable, pairs: Sequence[Pair]) -> tuple[Assignable, tuple[Pair, ...]]:
    """The same with the pairs assigned, and the pairs, each once, by the edition's own spelling of keys.

    Another section's reviewer may be paired, a reviewer at their limit not.

    Refusal codes: "nomination-unknown" and "nomination-closed" (nomination), "reviewer-unknown-but-near"
    (reviewer, nearest), "pair-not-on-panel", "pair-held", "pair-recused", "pair-in-conflict" (grounds),
    "pair-over-limit" (limit), these with nomination and reviewer.
    """
    nominations = {one.key: one for one in found.nominations}
    reviewers = {one.key: one for one in found.reviewers}
    spelled = dict.fromkeys(
        (_nomination(given, nominations), _reviewer(key, reviewers)) for given, key in pairs
    )
    for pair in spelled:
        one, judge = nominations[pair[0]], reviewers[pair[1]]
        if one.key in found.closed:
            raise Refusal("nomination-closed", nomination=one.key)
        _check(one, judge, found.tied.get(one.key, {}).get(judge.key, ()))
        nominations[one.key] = replace(one, holders=one.holders | {judge.key})
        reviewers[judge.key] = replace(judge, load=judge.load + 1)
    taken = replace(found, nominations=tuple(nominations.values()), reviewers=tuple(reviewers.values()))
    return taken, tuple(spelled)


def _nomination(given: str, known: Mapping[str, Nomination]) -> str:
    keys = {name_key(key): key for key in known}
    if (key := keys.get(name_key(given))) is None:
        raise Refusal("nomination-unknown", nomination=given)
    return key


def _reviewer(given: str, known: Mapping[str, Reviewer]) -> str:
    keys = {name_key(key): key for key in known}
    if key := keys.get(name_key(given)):
        return key
    if near := nearest(given, known):
        raise Refusal("reviewer-unknown-but-near", reviewer=given, nearest=near)
    raise Refusal("reviewer-unknown", reviewer=given, known=tuple(known))


def _check(nomination: Nomination, reviewer: Reviewer, conflicts: tuple[Conflict, ...]) -> None:
    pair = {"nomination": nomination.key, "reviewer": reviewer.key}
    if nomination.award not in reviewer.seats:
        raise Refusal("pair-not-on-panel", **pair)
    if reviewer.key in nomination.holders:
        raise Refusal("pair-held", **pair)
    if conflicts:
        raise PairInConflict((nomination.key, reviewer.key), conflicts)
    if reviewer.key in nomination.barred:
        raise Refusal("pair-recused", **pair)
    if reviewer.limit is not None and reviewer.load >= reviewer.limit:
        raise Refusal("pair-over-limit", **pair, limit=reviewer.limit)
