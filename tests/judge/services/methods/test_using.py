"""The chair rules by which method an award is counted."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from judge.domain.refusal import FileFaults, Refusal
from judge.scoring.method import Method
from judge.services.audit.auditing import audit, ledger_fingerprint
from judge.services.editions.edition import Edition
from judge.services.lists.quorum import rule_quorum
from judge.services.lists.ranking import RankedList, rank, rank_lists
from judge.services.lists.ruling import rulings
from judge.services.methods.catalogue import NamedMethod
from judge.services.methods.comparing import compare_methods
from judge.services.methods.holding import held_method
from judge.services.methods.using import preview_method, use_method
from tests.judge.services.lists.panels import FIRST, FOURTH, SECOND, THIRD, line, submit

MEDIAN = NamedMethod("median", Method(combine="median"))
WEIGHED = NamedMethod("weighed", Method(weights={"tools": Fraction(3, 2), "sharing": Fraction(0)}))


@pytest.fixture
def working(assigned: Edition) -> Edition:
    """Four groups with three sheets each; the first and second have the same mean and other medians."""
    for nomination, given in {
        FIRST: (4, 10, 10),
        SECOND: (8, 8, 8),
        THIRD: (2, 2, 2),
        FOURTH: (6, 6, 6),
    }.items():
        for reviewer, ticks in zip(("R01", "R02", "R03"), given, strict=True):
            submit(assigned, nomination, reviewer, ticks)
    return assigned


def test_an_award_is_counted_by_the_method_that_is_ruled_and_others_are_not(working: Edition) -> None:
    assert (line(working, FIRST).line.rank, line(working, SECOND).line.rank) == (1, 1)
    shown = preview_method(working, ("qc-group",), MEDIAN, "")
    assert use_method(working, ("qc-group",), MEDIAN, " 理事会决定 ") == ("qc-group",)
    assert (line(working, FIRST).line.rank, line(working, SECOND).line.rank) == (1, 2)
    ranked, other = rank(working, "qc-group"), rank(working, "trusted-team")
    assert (ranked.method, ranked.method_ruled) == (MEDIAN.method, True)
    assert (other.method, other.method_ruled) == (working.method, False)
    assert shown[0].lists == tuple(one for one in rank_lists(working) if one.award == "qc-group")
    (made,) = rulings(working)
    assert (made.ruling.kind, made.ruling.reason) == ("method", "理事会决定")
    assert made.ruling.detail == {"method": MEDIAN.method.to_mapping()}
    assert audit(working).faults == ()


def test_a_later_ruling_supersedes_and_the_same_again_says_nothing(working: Edition) -> None:
    before = rank_lists(working)
    use_method(working, ("qc-group",), MEDIAN, "试")
    ledger = ledger_fingerprint(working)
    assert use_method(working, ("qc-group",), MEDIAN, "试") == ()
    assert ledger_fingerprint(working) == ledger
    use_method(working, ("qc-group",), NamedMethod("edition", working.method), "改回")
    after = rank_lists(working)
    assert [one.lines for one in after] == [one.lines for one in before]
    assert audit(working).faults == ()


def test_all_awards_are_ruled_at_once_or_none(working: Edition) -> None:
    awards = tuple(award.key for award in working.programme.awards)
    before = ledger_fingerprint(working)
    with pytest.raises(FileFaults) as refused:
        use_method(working, awards, WEIGHED, "全部")
    assert ledger_fingerprint(working) == before
    assert {fault.key for fault in refused.value.faults} == set(awards) - {"qc-group"}
    assert {fault.code for fault in refused.value.faults} == {"method-criterion-unknown"}
    assert use_method(working, awards, MEDIAN, "全部") == awards


def test_a_quorum_and_a_method_hold_beside_each_other_whichever_comes_first(working: Edition) -> None:
    rule_quorum(working, "qc-group", 2, "两份即可")
    use_method(working, ("qc-group",), MEDIAN, "中位数")
    rule_quorum(working, "trusted-team", 1, "一份即可")
    held = held_method(working, "qc-group")
    assert (held.method, held.ruled, held.quorum) == (Method(combine="median", min_sheets=2), True, 2)
    other = held_method(working, "trusted-team")
    assert (other.method, other.ruled, other.quorum) == (Method(min_sheets=1), False, 1)


@pytest.mark.parametrize(
    ("award", "reason", "code"),
    [("beauty", "r", "check-award-unknown"), ("qc-group", "  ", "reason-missing")],
)
def test_what_is_no_award_or_has_no_reason_is_refused(
    working: Edition, award: str, reason: str, code: str
) -> None:
    with pytest.raises(Refusal, match=code):
        use_method(working, (award,), MEDIAN, reason)
    assert rulings(working) == ()


def test_a_comparison_says_who_moves_and_who_gets_or_loses_a_seat(working: Edition) -> None:
    harsh = NamedMethod("harsh", Method(combine="trimmed-mean", trim_from=2, drop_high=1, drop_low=0))
    (compared,) = compare_methods(working, ["qc-group"], [MEDIAN, harsh])
    assert compared.now == rank(working, "qc-group")
    for effect, method in zip(compared.effects, (MEDIAN, harsh), strict=True):
        assert effect.ranked == rank(working, "qc-group", method.method)
        now, then = places(compared.now), places(effect.ranked)
        assert set(effect.moved) == {key for key in now if now[key]["rank"] != then[key]["rank"]}
        assert set(effect.seated) == {k for k in now if then[k]["awarded"] and not now[k]["awarded"]}
        assert set(effect.unseated) == {k for k in now if now[k]["awarded"] and not then[k]["awarded"]}
    assert compared.effects[0].moved == (SECOND,)
    assert compared.effects[1].moved
    differing = {one.nomination.nomination.key: one.differs for one in compared.nominations}
    assert differing[SECOND][0]
    assert not differing[THIRD][0]


def places(ranked: RankedList) -> Mapping[str, dict[str, Any]]:
    return {
        one.nomination.key: {"rank": one.line.rank, "awarded": one.line.standing == "awarded"}
        for one in ranked.lines
    }


def test_a_comparison_by_a_method_that_does_not_fit_is_refused(working: Edition) -> None:
    with pytest.raises(FileFaults):
        compare_methods(working, ["trusted-team"], [WEIGHED])
    (compared,) = compare_methods(working, ["qc-group"], [WEIGHED])
    assert compared.effects[0].ranked.lines[0].means[-1] is not None
