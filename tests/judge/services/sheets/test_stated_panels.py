"""What the office states of reviewers, seats and sections is what assignments keep to."""

from pathlib import Path

import pytest

from judge.assignment.plan import Wishes
from judge.domain.conflict import ConflictGround
from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.services.audit.auditing import audit
from judge.services.checks.checking import check
from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import Asked, Plan, assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.store.queries.panel_office import sections
from tests.judge.services import small_papers as papers
from tests.judge.services.sheets.stated_panels import state_reviewers, state_seats, state_sections


@pytest.fixture
def panel(edition: Edition, tmp_path: Path) -> Edition:
    """Four groups and six reviewers."""
    quotas, groups = papers.quotas(tmp_path), papers.nominations(tmp_path)
    papers.file(edition, quotas, groups, papers.reviewers(tmp_path, count=6))
    return edition


def judges(plan: Plan, nomination: str) -> set[str]:
    return {member.key for candidate, member in plan.pairs if candidate.key == nomination}


def in_two_sections(edition: Edition) -> None:
    state_seats(edition, {f"R0{n}": Seat("甲组" if n <= 3 else "乙组") for n in range(1, 7)})


def test_nominations_are_split_and_the_sections_stated_with_the_sheets(panel: Edition) -> None:
    in_two_sections(panel)
    plan = plan_assignments(panel, 3)
    assert sorted(plan.outcome.sections.values()) == ["乙组", "乙组", "甲组", "甲组"]
    for key, section in plan.outcome.sections.items():
        assert judges(plan, key) == ({"R01", "R02", "R03"} if section == "甲组" else {"R04", "R05", "R06"})
    assert assign(panel, plan) == 12
    with panel.store.read() as connection:
        assert sections(connection) == {key: Section(one) for key, one in plan.outcome.sections.items()}
    assert audit(panel).faults == ()
    assert plan_assignments(panel, 3).outcome.sections == {}


def test_anchors_are_stated_too_and_not_chosen_again(panel: Edition) -> None:
    in_two_sections(panel)
    asked = Asked(wishes=Wishes(anchors=1))
    plan = plan_assignments(panel, 3, 0, asked)
    (anchor,) = plan.outcome.anchors
    assert len(judges(plan, anchor) & {"R01", "R02", "R03"}) in {1, 2}
    assert plan.outcome.connectedness[0].before == 1
    assign(panel, plan)
    again = plan_assignments(panel, 3, 0, asked)
    assert (again.pairs, again.outcome.anchors) == ((), (anchor,))
    assert audit(panel).faults == ()


def test_a_stated_section_holds(panel: Edition) -> None:
    in_two_sections(panel)
    state_sections(panel, {"qc-group-0001": Section("乙组"), "qc-group-0002": Section("乙组", anchor=True)})
    plan = plan_assignments(panel, 3)
    assert judges(plan, "qc-group-0001") == {"R04", "R05", "R06"}
    assert plan.outcome.anchors == ("qc-group-0002",)
    assert len(judges(plan, "qc-group-0002") & {"R01", "R02", "R03"}) == 1
    assert plan.outcome.sections.keys() == {"qc-group-0003", "qc-group-0004"}


def test_a_stated_limit_holds_and_the_lower_of_two(panel: Edition) -> None:
    state_reviewers(panel, {"R01": ReviewerDetail("甲", "", "", load_limit=1)})
    assert plan_assignments(panel, 3).load["R01"] == 1
    assert plan_assignments(panel, 3, 0, Asked(limit=2)).load["R01"] == 1
    assert plan_assignments(panel, 6).load == {"R01": 1, **{f"R0{n}": 4 for n in range(2, 7)}}


def test_chairs_secretaries_and_who_left_are_given_nothing(panel: Edition) -> None:
    roles = {"R01": "chair", "R02": "secretary", "R03": "none"}
    state_seats(panel, {key: Seat("", role) for key, role in roles.items()})
    state_reviewers(panel, {"R04": ReviewerDetail("丁", "", "", standing="withdrawn")})
    assert set(plan_assignments(panel, 2).load) == {"R05", "R06"}


def test_another_name_of_the_reviewers_organisation_is_a_conflict_everywhere(panel: Edition) -> None:
    assign(panel, plan_assignments(panel, 6))
    state_reviewers(panel, {"R01": ReviewerDetail("甲", "研究院", "", ("企业２",))})
    (found,) = Desk(panel, "R01").page("qc-group-0003").conflicts
    assert found.ground == ConflictGround.ORGANISATION
    assert [(one.nomination, one.reviewer) for one in check(panel).sheets_in_conflict] == [
        ("qc-group-0003", "R01")
    ]


def test_it_is_never_assigned(panel: Edition) -> None:
    state_reviewers(panel, {"R01": ReviewerDetail("甲", "研究院", "", ("企业２",))})
    plan = plan_assignments(panel, 6)
    assert judges(plan, "qc-group-0003") == {f"R0{n}" for n in range(2, 7)}
    assert [(one.nomination, one.found) for one in plan.shortfalls] == [("qc-group-0003", 5)]
