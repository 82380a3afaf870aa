"""What the office states of panels holds from then on, and the ledger proves it."""

import pytest

from judge.domain.refusal import Refusal
from judge.ledger.panel_acts import Seat, Section
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.panels.splitting import split_award
from judge.services.panels.standing import Member, panels
from judge.services.panels.stating import SeatWish, state_reviewer, state_seat, state_sections
from judge.services.sheets.assigning import assign, plan_assignments

GROUPS = "qc-group"


def member(edition: Edition, key: str) -> Member:
    return next(one for one in panels(edition).members if one.key == key)


def assigned_to(edition: Edition) -> set[str]:
    plan = plan_assignments(edition, 3)
    return {reviewer.key for _, reviewer in plan.pairs}


def test_an_import_is_what_holds_until_something_is_stated(filed: Edition) -> None:
    first = member(filed, "R01")

    assert (first.detail.name, first.detail.organisation, first.detail.load_limit) == (
        "评委1",
        "研究院1",
        None,
    )
    assert first.seats == {GROUPS: Seat()}


def test_a_statement_holds_and_the_audit_proves_it(filed: Edition) -> None:
    state_reviewer(filed, "r01", lambda d: d._replace(phone="138", aliases=("企业0",), load_limit=2), "换号")

    said = member(filed, "R01").detail
    assert (said.name, said.phone, said.aliases, said.load_limit) == ("评委1", "138", ("企业0",), 2)
    assert audit(filed).faults == ()


def test_the_same_statement_again_writes_nothing(filed: Edition) -> None:
    state_reviewer(filed, "R01", lambda d: d._replace(phone="138"))
    before = audit(filed).entries

    state_reviewer(filed, "R01", lambda d: d._replace(phone="138"))
    state_seat(filed, "R01", SeatWish(GROUPS))
    assert state_sections(filed, {"qc-group-0001": Section("")}) == 0

    assert audit(filed).entries == before


def test_another_name_of_the_organisation_is_a_conflict(filed: Edition) -> None:
    state_reviewer(filed, "R01", lambda d: d._replace(aliases=("企业0",)))

    pairs = {(one.key, who.key) for one, who in plan_assignments(filed, 3).pairs}
    assert ("qc-group-0001", "R01") not in pairs
    assert ("qc-group-0002", "R01") in pairs


def test_a_limit_is_never_exceeded(filed: Edition) -> None:
    state_reviewer(filed, "R01", lambda d: d._replace(load_limit=1))

    plan = plan_assignments(filed, 3)

    assert plan.load["R01"] == 1
    assert len(plan.shortfalls) == 3


@pytest.mark.parametrize("wish", [SeatWish(GROUPS, role="none"), SeatWish(GROUPS, role="chair")])
def test_who_leaves_the_panel_or_presides_over_it_is_given_no_sheets(filed: Edition, wish: SeatWish) -> None:
    state_seat(filed, "R02", wish, "改任")

    assert assigned_to(filed) == {"R01", "R03"}
    assert audit(filed).faults == ()


def test_a_seat_can_be_given_on_another_panel(filed: Edition) -> None:
    state_seat(filed, "R02", SeatWish("trusted-team", section="A"))

    assert member(filed, "R02").seats == {GROUPS: Seat(), "trusted-team": Seat("A")}


def test_sections_share_the_nominations_and_keep_to_themselves(filed: Edition) -> None:
    for reviewer, section in (("R01", "A"), ("R02", "B"), ("R03", "B")):
        state_seat(filed, reviewer, SeatWish(GROUPS, section))

    given = split_award(filed, GROUPS)
    assign(filed, plan_assignments(filed, 1))

    assert sorted(given) == [f"qc-group-000{n}" for n in range(1, 5)]
    assert set(given.values()) == {"A", "B"}
    assert {key: one.section for key, one in panels(filed).sections.items()} == given
    assert audit(filed).faults == ()


def test_a_panel_without_sections_cannot_split(filed: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        split_award(filed, GROUPS)
    assert refused.value.code == "panel-without-sections"


def test_what_cannot_be_is_refused_and_changes_nothing(filed: Edition) -> None:
    before = audit(filed).entries
    attempts = (
        (lambda: state_reviewer(filed, "X9", lambda d: d), "reviewer-unknown"),
        (lambda: state_reviewer(filed, "R01", lambda d: d._replace(name=" ")), "reviewer-nameless"),
        (lambda: state_reviewer(filed, "R01", lambda d: d._replace(load_limit=-1)), "load-limit-negative"),
        (lambda: state_seat(filed, "R01", SeatWish("nobel")), "check-award-unknown"),
        (lambda: state_seat(filed, "R01", SeatWish(GROUPS, role="king")), "role-unknown"),
        (lambda: state_sections(filed, {"qc-group-9999": Section("A")}), "nomination-unknown"),
    )
    for attempt, code in attempts:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.code == code

    assert audit(filed).entries == before
