from dataclasses import replace
from pathlib import Path

import pytest

from judge.assignment.plan import Wishes
from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import Asked, assign, plan_assignments
from judge.services.sheets.desk import Desk
from tests.judge.services import small_papers as papers


def test_loads_differ_by_one_at_most_and_the_plan_repeats(edition: Edition, tmp_path: Path) -> None:
    papers.file(
        edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path, count=5)
    )
    plan = plan_assignments(edition, 3, seed=7)
    assert plan == plan_assignments(edition, 3, seed=7)
    assert sum(plan.load.values()) == 12
    assert max(plan.load.values()) - min(plan.load.values()) <= 1


def test_a_reviewer_never_judges_their_own_organisation(edition: Edition, tmp_path: Path) -> None:
    reviewers = papers.table(
        tmp_path / "reviewers.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        ("R01", "甲", "哈密地区工信局", "", "自治区优秀质量管理小组"),
        ("R02", "乙", "企业３", "", "自治区优秀质量管理小组"),
        ("R03", "丙", "", "", "自治区优秀质量管理小组"),
    )
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), reviewers)
    plan = plan_assignments(edition, 3)
    judges = {(candidate.key, member.key) for candidate, member in plan.pairs}
    assert ("qc-group-0001", "R01") not in judges
    assert ("qc-group-0004", "R02") not in judges
    assert {(s.nomination, s.found) for s in plan.shortfalls} == {
        ("qc-group-0001", 2),
        ("qc-group-0002", 2),
        ("qc-group-0003", 2),
        ("qc-group-0004", 2),
    }


def test_assigning_again_adds_only_what_is_missing(assigned: Edition) -> None:
    assert plan_assignments(assigned, 3).pairs == ()
    Desk(assigned, "R01").recuse("qc-group-0001", "亲属", 0)
    plan = plan_assignments(assigned, 3)
    assert plan.pairs == ()
    assert [(s.nomination, s.found, s.wanted) for s in plan.shortfalls] == [("qc-group-0001", 2, 3)]
    assert audit(assigned).faults == ()


def test_a_plan_overtaken_by_another_is_refused(filed: Edition) -> None:
    plan = plan_assignments(filed, 3)
    assign(filed, plan)
    with pytest.raises(Refusal) as refused:
        assign(filed, plan)
    assert refused.value.code == "edition-changed-meanwhile"


def panel_of(edition: Edition, folder: Path, count: int) -> None:
    papers.file(
        edition, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder, count=count)
    )


def test_limits_bind_and_say_how_far_they_would_have_to_be_raised(edition: Edition, tmp_path: Path) -> None:
    panel_of(edition, tmp_path, 5)
    plan = plan_assignments(edition, 3, 0, Asked(limit=2))
    assert set(plan.load.values()) == {2}
    assert [(one.found, one.wanted) for one in plan.shortfalls] == [(2, 3), (2, 3)]
    (knot,) = plan.outcome.bottlenecks
    assert (knot.reviewers, knot.lacks) == (("R01", "R02", "R03", "R04", "R05"), 2)
    assert [(one.limit, one.sheets) for one in plan.outcome.raises] == [(3, 1), (3, 1)]
    (more,) = plan.outcome.newcomers
    assert (more.award, more.count, more.sheets) == ("qc-group", 1, 2)
    assert plan_assignments(edition, 3, 0, Asked(limit=3)).shortfalls == ()


def test_pairs_by_hand_are_kept_and_count(edition: Edition, tmp_path: Path) -> None:
    panel_of(edition, tmp_path, 5)
    asked = Asked(pairs=(("QC-GROUP-0001", "r02"), ("qc-group-0001", "R02"), ("qc-group-0002", "R02")))
    plan = plan_assignments(edition, 3, 0, asked)
    assert plan.manual == (("qc-group-0001", "R02"), ("qc-group-0002", "R02"))
    assert set(plan.manual) < {(candidate.key, member.key) for candidate, member in plan.pairs}
    assert assign(edition, plan) == 12
    assert max(plan.load.values()) - min(plan.load.values()) <= 1
    assert plan_assignments(edition, 3).pairs == ()
    assert audit(edition).faults == ()


@pytest.mark.parametrize(
    ("pair", "asked", "code"),
    [
        (("qc-group-0001", "R01"), Asked(), "pair-held"),
        (("qc-group-0002", "R01"), Asked(), "pair-recused"),
        (("qc-group-0003", "R04"), Asked(limit=0), "pair-over-limit"),
        (("qc-group-0009", "R01"), Asked(), "nomination-unknown"),
        (("qc-group-0001", "R011"), Asked(), "reviewer-unknown-but-near"),
        (("qc-group-0001", "甲"), Asked(), "reviewer-unknown"),
        (("qc-group-0001", "T01"), Asked(), "pair-not-on-panel"),
        (("qc-group-0001", "C01"), Asked(), "pair-in-conflict"),
    ],
)
def test_a_pair_that_may_not_be_is_refused_and_nothing_is_planned(
    edition: Edition, tmp_path: Path, pair: tuple[str, str], asked: Asked, code: str
) -> None:
    panel_of(edition, tmp_path, 3)
    assign(edition, plan_assignments(edition, 3))
    Desk(edition, "R01").recuse("qc-group-0002", "亲属", 0)
    groups = "自治区优秀质量管理小组"
    more = papers.table(
        tmp_path / "more.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        ("R04", "丁", "", "", groups),
        ("T01", "戊", "", "", "质量信得过班组"),
        ("C01", "己", "哈密地区工信局", "", groups),
    )
    papers.file(edition, more)
    with pytest.raises(Refusal) as refused:
        plan_assignments(edition, 3, 0, replace(asked, pairs=(pair,)))
    assert refused.value.code == code


def test_one_award_alone_counts_the_sheets_of_all(assigned: Edition, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="check-award-unknown"):
        plan_assignments(assigned, 3, 0, Asked(award="qc"))
    assert plan_assignments(assigned, 3, 0, Asked(award="trusted-team")).load == {}
    both = papers.table(
        tmp_path / "more.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        ("R04", "丁", "", "", "自治区优秀质量管理小组、质量信得过班组"),
    )
    papers.file(assigned, both)
    assert assign(assigned, plan_assignments(assigned, 4, 0, Asked(award="qc-group"))) == 4
    assert plan_assignments(assigned, 3, 0, Asked(award="trusted-team")).load == {"R04": 4}


def test_anchors_want_sections(filed: Edition) -> None:
    with pytest.raises(Refusal, match="anchors-without-sections"):
        plan_assignments(filed, 3, 0, Asked(wishes=Wishes(anchors=1)))


def test_what_falls_apart_is_joined_where_that_is_asked_for(edition: Edition, tmp_path: Path) -> None:
    panel_of(edition, tmp_path, 3)
    apart = plan_assignments(edition, 1)
    assert (len(apart.pairs), apart.outcome.connectedness[0].after) == (4, 3)
    joined = plan_assignments(edition, 1, 0, Asked(wishes=Wishes(connect=True)))
    assert len(joined.pairs) == 6
    assert joined.outcome.connectedness[0].after == 1
    assert max(joined.load.values()) == 2
