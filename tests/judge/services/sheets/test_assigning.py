from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import assign, plan_assignments
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
