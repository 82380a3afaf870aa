from pathlib import Path

import pytest

from judge.domain.checklist import ItemState
from judge.domain.desk import Outcome
from judge.domain.refusal import FileFaults, Refusal
from judge.services.audit.auditing import audit
from judge.services.checks.checklists import Tick, tick, tick_from
from judge.services.editions.edition import Edition
from tests.judge.services import small_papers as papers
from tests.judge.services.checks import season as checks

GROUP = "qc-group-0001"


@pytest.fixture
def filed(edition: Edition, tmp_path: Path) -> Edition:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path))
    return edition


def states(edition: Edition, nomination: str = GROUP) -> dict[str, str]:
    return {item.key: item.state for item in checks.checked(edition, nomination).checklist}


def test_nobody_has_looked_until_somebody_ticks(filed: Edition) -> None:
    assert states(filed) == {"body-seal": "open", "unit-seal": "open", "report": "open"}
    assert (
        tick(filed, [Tick(GROUP, "unit-seal", "present"), Tick(GROUP, "成果报告", "missing", "缺封面")]) == 2
    )
    assert states(filed) == {"body-seal": "open", "unit-seal": "present", "report": "missing"}
    (report,) = checks.checked(filed, GROUP).items_in(ItemState.MISSING)
    assert (report.ticked, report.remark) == (True, "缺封面")
    assert audit(filed).faults == ()


def test_the_same_tick_again_writes_nothing_and_a_tick_can_be_taken_back(filed: Edition) -> None:
    assert tick(filed, [Tick(GROUP, "unit-seal", "present")]) == 1
    entries = audit(filed).entries
    assert tick(filed, [Tick(GROUP, "unit-seal", "present")]) == 0
    assert audit(filed).entries == entries
    assert tick(filed, [Tick(GROUP, "unit-seal", "clear")]) == 1
    assert tick(filed, [Tick(GROUP, "unit-seal", "clear")]) == 0
    assert states(filed)["unit-seal"] == "open"
    assert audit(filed).faults == ()


def test_a_filed_document_is_there_without_a_tick_and_a_tick_goes_before_it(
    filed: Edition, tmp_path: Path
) -> None:
    checks.attach(filed, tmp_path, GROUP, "report", "故障率降到3.1%。")
    assert states(filed) == {"body-seal": "open", "unit-seal": "open", "report": "present"}
    tick(filed, [Tick(GROUP, "report", "missing", "不是本小组的")])
    assert states(filed)["report"] == "missing"


def test_all_seals_and_attachments_meet_the_condition(filed: Edition, tmp_path: Path) -> None:
    checks.attach(filed, tmp_path, GROUP, "report", "故障率降到3.1%。")
    tick(filed, [Tick(GROUP, "unit-seal", "present")])
    assert checks.finding(filed, GROUP, "filed-complete").outcome is Outcome.TO_VERIFY
    tick(filed, [Tick(GROUP, "body-seal", "present")])
    assert checks.finding(filed, GROUP, "filed-complete").outcome is Outcome.MET
    tick(filed, [Tick(GROUP, "body-seal", "missing")])
    assert checks.finding(filed, GROUP, "filed-complete").outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (Tick("qc-group-0099", "unit-seal", "present"), "nomination-unknown"),
        (Tick(GROUP, "deeds", "present"), "item-unknown"),
        (Tick(GROUP, "unit-seal", "perhaps"), "tick-state-unknown"),
        (Tick(GROUP, "unit-seal", "present", "x" * 5001), "note-too-long"),
        (Tick(GROUP, "unit-seal", "present", "a\0b"), "note-not-text"),
    ],
)
def test_one_bad_tick_of_many_refuses_them_all(filed: Edition, given: Tick, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        tick(filed, [Tick(GROUP, "body-seal", "present"), given])
    assert refused.value.code == code
    assert states(filed)["body-seal"] == "open"


def test_many_at_once_from_a_table(filed: Edition, tmp_path: Path) -> None:
    table = papers.table(
        tmp_path / "ticks.csv",
        ("申报编号", "项目", "结果", "备注"),
        (GROUP, "单位盖章", "有", ""),
        (GROUP, "推荐地区、部门盖章", "缺", "章不清楚"),
        ("qc-group-0002", "unit-seal", "", ""),
    )
    assert tick_from(filed, table) == 2
    assert tick_from(filed, table) == 0
    assert states(filed) == {"body-seal": "missing", "unit-seal": "present", "report": "open"}
    assert audit(filed).faults == ()


def test_everything_wrong_with_a_table_is_said_at_its_row_and_nothing_is_taken(
    filed: Edition, tmp_path: Path
) -> None:
    table = papers.table(
        tmp_path / "ticks.csv",
        ("申报编号", "项目", "结果"),
        (GROUP, "单位盖章", "有"),
        (GROUP, "合同", "有"),
        ("qc-group-0099", "单位盖章", "有"),
        (GROUP, "单位盖章", "也许"),
    )
    with pytest.raises(FileFaults) as refused:
        tick_from(filed, table)
    assert sorted((f.code, f.row) for f in refused.value.faults) == [
        ("item-unknown", 3),
        ("nomination-unknown", 4),
        ("tick-state-unclear", 5),
    ]
    assert states(filed)["unit-seal"] == "open"
