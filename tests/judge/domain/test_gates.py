from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.records import FormField
from judge.domain.award_history import AwardHistory, PastWin
from judge.domain.checklist import ChecklistItem, ItemState
from judge.domain.desk import GroundCode, Outcome
from judge.domain.gates import GateCase, GateRules
from judge.domain.organisations import Organisations
from rubrics.catalogue import load_builtin
from rubrics.model import Gate, Text

RUBRICS = load_builtin("xinjiang_2019").rubrics
NAMED = Organisations([("新疆油田公司", "新疆石油管理局")])


def gate(rubric: str, key: str) -> Gate:
    return next(gate for gate in RUBRICS[rubric].gates if gate.key == key)


STRAIGHT = gate("qc-enterprise", "three-straight-years")
ROLE = gate("team-individual", "team-building-role")
ACCIDENTS = gate("trusted-team", "no-accidents")
COMPLETE = gate("qc-group", "filed-complete")
CONDUCT = gate("qc-promoter", "political-conduct")


def won(*years: int, organisation: str = "新疆油田公司", award: str = "qc-group") -> list[PastWin]:
    return [PastWin(year, award, f"晨光{year}QC小组", organisation) for year in years]


def decided(
    of: Gate,
    fields: Sequence[FormField] = (),
    *,
    items: Sequence[ChecklistItem] = (),
    wins: Sequence[PastWin] = (),
    readings: Mapping[str, str] | None = None,
) -> Outcome:
    rules = GateRules(2019, AwardHistory(wins, NAMED), readings or {})
    return rules.decide(of, GateCase("新疆油田公司", fields, items)).outcome


def field(key: str, written: str, value: int | str | None = None) -> FormField:
    return FormField(key, key, written, written if value is None else value)


def test_a_win_in_each_of_the_three_years_before_is_met_with_who_won() -> None:
    wins = [*won(2016, 2017, organisation="新疆石油管理局"), *won(2018)]
    rules = GateRules(2019, AwardHistory(wins, NAMED), {})
    finding = rules.decide(STRAIGHT, GateCase("新疆油田公司", (), ()))
    assert finding.outcome is Outcome.MET
    assert [(g.what, g.said) for g in finding.grounds] == [
        ("2016", "晨光2016QC小组（新疆石油管理局）"),
        ("2017", "晨光2017QC小组（新疆石油管理局）"),
        ("2018", "晨光2018QC小组（新疆油田公司）"),
    ]


def test_a_year_whose_list_shows_nobody_is_not_met_once_all_lists_are_there() -> None:
    wins = [*won(2016, 2018), *won(2017, organisation="吐哈油田")]
    assert decided(STRAIGHT, wins=wins) is Outcome.NOT_MET


@pytest.mark.parametrize("missing", [2016, 2017, 2018])
def test_a_year_without_any_list_is_to_verify(missing: int) -> None:
    covered = [year for year in (2016, 2017, 2018) if year != missing]
    assert decided(STRAIGHT, wins=won(*covered)) is Outcome.TO_VERIFY
    assert decided(STRAIGHT, wins=won(*covered, organisation="吐哈油田")) is Outcome.TO_VERIFY


def test_lists_of_another_award_cover_nothing() -> None:
    wins = [*won(2016, 2017), *won(2018, award="trusted-team")]
    rules = GateRules(2019, AwardHistory(wins, NAMED), {})
    finding = rules.decide(STRAIGHT, GateCase("新疆油田公司", (), ()))
    assert finding.outcome is Outcome.TO_VERIFY
    assert finding.grounds[-1].code is GroundCode.YEAR_NOT_COVERED


def test_the_years_are_a_setting() -> None:
    wins = won(2015, 2016, 2017)
    assert decided(STRAIGHT, wins=wins) is Outcome.TO_VERIFY
    assert decided(STRAIGHT, wins=wins, readings={"award-years": "2015-2017"}) is Outcome.MET


@given(
    st.lists(st.sampled_from([2016, 2017, 2018, 2019]), max_size=6),
    st.sampled_from(["新疆石油管理局", "吐哈油田"]),
)
def test_missing_lists_are_never_met_nor_not_met(years: list[int], winner: str) -> None:
    wins, ours = won(*years, organisation=winner), winner == "新疆石油管理局"
    outcome = decided(STRAIGHT, wins=wins)
    if not {2016, 2017, 2018} <= set(years):
        assert outcome is Outcome.TO_VERIFY
    else:
        assert outcome is (Outcome.MET if ours else Outcome.NOT_MET)


def items(*states: ItemState) -> list[ChecklistItem]:
    keys = ("body-seal", "unit-seal", "report")
    return [ChecklistItem(key, Text(key, key), state) for key, state in zip(keys, states, strict=True)]


P, M, O = ItemState.PRESENT, ItemState.MISSING, ItemState.OPEN  # noqa: E741 - present, missing, open


@pytest.mark.parametrize(
    ("states", "outcome"),
    [
        ((P, P, P), Outcome.MET),
        ((P, P, O), Outcome.TO_VERIFY),
        ((P, M, O), Outcome.NOT_MET),
        ((O, O, O), Outcome.TO_VERIFY),
    ],
)
def test_completeness_is_what_the_checklist_says(states: tuple[ItemState, ...], outcome: Outcome) -> None:
    assert decided(COMPLETE, items=items(*states)) is outcome


def test_conduct_is_attested_by_the_units_seal_alone() -> None:
    assert decided(CONDUCT, items=items(O, P, M)) is Outcome.MET
    assert decided(CONDUCT, items=items(P, M, P)) is Outcome.NOT_MET


def test_an_item_that_the_form_does_not_have_leaves_the_gate_open() -> None:
    assert decided(COMPLETE, items=items(P, P, P)[:2]) is Outcome.TO_VERIFY
    assert decided(COMPLETE) is Outcome.TO_VERIFY


@pytest.mark.parametrize(
    ("post", "reading", "outcome"),
    [
        ("班组长", "or", Outcome.MET),
        ("采油三班 班组长", "or", Outcome.MET),
        ("技术员、班组长", "or", Outcome.MET),
        ("班组长", "and", Outcome.TO_VERIFY),
        ("副班组长", "or", Outcome.TO_VERIFY),
        ("原班组长", "or", Outcome.TO_VERIFY),
        ("曾任班组长", "or", Outcome.TO_VERIFY),
        ("班组长助理", "or", Outcome.TO_VERIFY),
        ("质量科长", "or", Outcome.TO_VERIFY),
        ("", "or", Outcome.TO_VERIFY),
    ],
)
def test_a_team_leader_meets_the_role_where_either_will_do(post: str, reading: str, outcome: Outcome) -> None:
    readings = {"gate-alternatives": reading}
    assert decided(ROLE, [field("position", post)], readings=readings) is outcome


@pytest.mark.parametrize(
    ("written", "value", "reading", "outcome"),
    [
        ("1起", 1, "verify", Outcome.NOT_MET),
        ("0", 0, "verify", Outcome.TO_VERIFY),
        ("无", 0, "met", Outcome.MET),
        ("约1", "约1", "met", Outcome.TO_VERIFY),
        ("2", 2, "met", Outcome.NOT_MET),
    ],
)
def test_accidents_of_one_year_settle_the_gate_only_if_there_are_some_or_the_organiser_says_so(
    written: str, value: int | str, reading: str, outcome: Outcome
) -> None:
    fields = [field("accidents", written, value)]
    assert decided(ACCIDENTS, fields, readings={"zero-accidents": reading}) is outcome


def test_nothing_filed_is_never_met_under_any_reading() -> None:
    readings = {"zero-accidents": "met", "gate-alternatives": "or", "award-years": "before"}
    for rubric in RUBRICS.values():
        for one in rubric.gates:
            assert decided(one, readings=readings) is Outcome.TO_VERIFY


def test_a_finding_names_the_reading_that_it_rests_on() -> None:
    rules = GateRules(2019, AwardHistory((), NAMED), {"zero-accidents": "verify"})
    (ground,) = rules.decide(ACCIDENTS, GateCase("", (), ())).grounds
    assert (ground.code, ground.what, ground.said) == (GroundCode.READING, "zero-accidents", "verify")
