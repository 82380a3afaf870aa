"""Explained nominations: every sheet with why it counts or not, and the figures that the lists have."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judge.domain.desk import Outcome
from judge.domain.left_out import Ground
from judge.domain.refusal import Refusal
from judge.domain.standing import Standing
from judge.scoring.explaining.accounts import Account
from judge.scoring.explaining.combining import Fate
from judge.scoring.explaining.equations import rounded
from judge.scoring.explaining.explanation import Explanation, explanation_of
from judge.scoring.method import Method
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.figures.explained import ExplainedNomination, ExplainedSheet
from judge.services.figures.explaining import explain
from judge.services.lists.closing import close
from judge.services.lists.quorum import rule_quorum
from judge.services.lists.ranking import rank_lists
from judge.services.lists.withdrawing import Leaving, withdraw
from judge.services.methods.catalogue import NamedMethod
from judge.services.methods.using import use_method
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from tests.judge.conftest import TickingClock
from tests.judge.services import small_papers as papers
from tests.judge.services.figures import example
from tests.judge.services.figures.example import DAWN, GOBI, SAXAUL, WILLOW
from tests.judge.services.lists.panels import FIRST, GROUPS, SECOND, elsewhere, mark, submit


@pytest.fixture
def page(location: str, tmp_path: Path) -> Iterator[Edition]:
    """The example of docs/method.md."""
    edition = example.made(location, tmp_path, TickingClock())
    yield edition
    edition.close()


def one(edition: Edition, named: str) -> ExplainedNomination:
    (explained,) = explain(edition, [named])
    return explained


def sheet(explained: ExplainedNomination, reviewer: str) -> ExplainedSheet:
    return next(each for each in explained.sheets if each.reviewer == reviewer)


def left_out(edition: Edition, nomination: str, reviewer: str) -> tuple[Ground, str, str] | None:
    said = sheet(one(edition, nomination), reviewer).left_out
    return (said.ground, said.reason, said.by) if said else None


def test_the_example_is_worked_out_as_the_page_does(page: Edition) -> None:
    dawn = one(page, DAWN)
    assert dawn.score is not None
    assert dawn.score.result == Fraction(254, 3)
    assert dawn.score.printed.text == "84.67"
    (order,) = dawn.score.rows
    assert [placed.fate for placed in order.values] == [Fate.LOWEST, *[Fate.KEPT] * 3, Fate.HIGHEST]
    assert [int(placed.value) for placed in order.values] == [71, 80, 85, 88, 90]
    second = sheet(dawn, "R2").steps
    assert second is not None
    assert [second.total.sum, second.total.times, second.total.by] == [56, 100, 70]
    groups, presenting = dawn.lists
    assert groups.placing is not None
    assert groups.placing.overall is not None
    assert [dawn.filed[beside.nomination].key for beside in groups.placing.overall.level] == [WILLOW]
    assert groups.placing.line.standing is Standing.UNDECIDED
    assert [dawn.filed[code].key for code in groups.placing.seating.waiting] == [GOBI]
    assert presenting.applied
    assert presenting.parent is not None


def test_every_explanation_says_what_its_lists_say(page: Edition) -> None:
    lines = {
        (ranked.key, line.nomination.key): line.line for ranked in rank_lists(page) for line in ranked.lines
    }
    explained = explain(page, example.NAMES)
    assert [each.nomination.name for each in explained] == list(example.NAMES)
    for each in explained:
        for listed in each.lists:
            line = listed.placing.line if listed.placing else None
            assert line == lines.get((listed.key, each.nomination.key))


def test_who_stepped_back_is_told_with_the_reason_and_who_is_at_work_without(page: Edition) -> None:
    assert left_out(page, SAXAUL, "R5") == (Ground.RECUSED, "所在企业的子公司", "")
    assert left_out(page, GOBI, "R5") == (Ground.OPEN, "", "")
    gobi = one(page, GOBI)
    assert gobi.score is None
    assert sum(each.steps is not None for each in gobi.sheets) == 4
    # Willow did not apply to present, and is not on that list.
    assert [listed.placing is None for listed in one(page, WILLOW).lists] == [False, True]


def test_closed_without_a_sheet_the_reason_is_the_rulings(assigned: Edition) -> None:
    submit(assigned, FIRST, "R01", 20)
    submit(assigned, FIRST, "R02", 16)
    mark(assigned, FIRST, "R03", 1, count=4)
    rule_quorum(assigned, "qc-group", 2, "两份即可")
    close(assigned, FIRST, "评委三出差")
    explained = one(assigned, FIRST)
    assert left_out(assigned, FIRST, "R03") == (Ground.CLOSED, "评委三出差", "")
    absent = sheet(explained, "R03")
    assert [given is not None for given in absent.marks] == [True] * 4 + [False] * 2
    assert absent.steps is None
    assert explained.score is not None
    assert explained.score.printed.text == "54.00"
    assert explained.quorum is not None
    assert (explained.quorum.least, explained.quorum.reason) == (2, "两份即可")
    with elsewhere():
        submit(assigned, FIRST, "R03", 18)
    assert left_out(assigned, FIRST, "R03") == (Ground.LATE, "评委三出差", "")
    assert one(assigned, FIRST).score is None


def test_a_returned_sheet_says_why_and_still_does_when_it_is_back(assigned: Edition) -> None:
    submit(assigned, FIRST, "R01", 20)
    return_sheet(assigned, FIRST, "R01", "过程分过高")
    assert left_out(assigned, FIRST, "R01") == (Ground.RETURNED, "过程分过高", "")
    desk = Desk(assigned, "R01")
    desk.submit(FIRST, desk.page(FIRST).sheet.revision, 1)
    assert left_out(assigned, FIRST, "R01") is None
    assert [(word.kind, word.reason) for word in sheet(one(assigned, FIRST), "R01").words] == [
        ("sheet.returned", "过程分过高")
    ]


@pytest.mark.parametrize(
    ("leaving_out", "ground"), [(False, Ground.COUNTS), (True, Ground.LEFT_OUT)], ids=["counts", "left out"]
)
def test_what_a_withdrawn_reviewer_had_submitted(
    assigned: Edition, *, leaving_out: bool, ground: Ground
) -> None:
    submit(assigned, FIRST, "R01", 20)
    withdraw(assigned, Leaving("R01", left_out=leaving_out), "调离")
    assert left_out(assigned, FIRST, "R01") == (ground, "调离", "")
    assert (sheet(one(assigned, FIRST), "R01").steps is None) is leaving_out
    assert left_out(assigned, SECOND, "R01") == (Ground.WITHDRAWN, "调离", "")


def test_a_sheet_handed_over_names_whoever_judges_instead(edition: Edition, tmp_path: Path) -> None:
    sent = papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path, count=4)
    papers.file(edition, *sent)
    assign(edition, plan_assignments(edition, 3))
    nomination = next(
        key for key in GROUPS if "R04" not in {each.reviewer for each in one(edition, key).sheets}
    )
    leaving = one(edition, nomination).sheets[0].reviewer
    withdraw(edition, Leaving(leaving, ("R04",)), "调离")
    assert left_out(edition, nomination, leaving) == (Ground.REPLACED, "调离", "R04")
    assert left_out(edition, nomination, "R04") == (Ground.OPEN, "", "")


def test_before_anything_is_assigned_there_are_no_sheets_and_no_score(filed: Edition) -> None:
    explained = one(filed, FIRST)
    assert explained.sheets == ()
    assert explained.score is None
    assert not explained.blind
    change_setting(filed, "blind", "yes", "盲评")
    assert one(filed, FIRST).blind
    assert all(found.outcome is not Outcome.MET or found.evidence for found in one(filed, FIRST).gates)


def test_numbers_are_those_of_the_reviewers_desks(assigned: Edition) -> None:
    for reviewer in ("R01", "R02", "R03"):
        submit(assigned, FIRST, reviewer, 12)
    close(assigned, "qc-group", "截止")
    panel = Desk(assigned, "R02").page(FIRST).panel
    assert panel is not None
    (own,) = (shown.number for shown in panel.sheets if shown.own)
    assert sheet(one(assigned, FIRST), "R02").number == own


def test_a_nomination_is_found_by_key_or_by_a_name_that_only_one_has(filed: Edition, tmp_path: Path) -> None:
    assert one(filed, "晨光 qc小组").nomination.key == one(filed, " QC-GROUP-0001").nomination.key == FIRST
    papers.file(filed, papers.nominations(tmp_path, ["红柳二组", "晨光QC小组"], "more.csv"))
    with pytest.raises(Refusal) as shared:
        explain(filed, ["晨光QC小组"])
    assert shared.value.code == "nomination-name-shared"
    assert len(shared.value.params["known"]) == 2  # type: ignore[arg-type]  # names
    with pytest.raises(Refusal) as unknown:
        explain(filed, ["红柳QC小"])
    assert unknown.value.code == "nomination-name-unknown"
    assert any("红柳QC小组" in near for near in unknown.value.params["near"])  # type: ignore[union-attr]  # names
    for nothing in ("", "  ", "[/x]=1+1"):
        with pytest.raises(Refusal) as nobody:
            explain(filed, [nothing])
        assert nobody.value.code == "nomination-unknown"


def test_a_method_by_ruling_is_told_with_its_reason(page: Edition) -> None:
    assert one(page, DAWN).method_ruled is None
    method = Method(combine="median", weights={"c1": Fraction(2)})
    use_method(page, ["qc-group"], NamedMethod("ours", method), "理事会决议")
    ruled = one(page, DAWN)
    assert ruled.method_ruled == "理事会决议"
    assert [criterion.weight for criterion in ruled.rubric.criteria] == [1, 2, 1]
    assert ruled.score is not None
    (ranked,) = rank_lists(page, ["qc-group"])
    (line,) = (listed.line for listed in ranked.lines if listed.nomination.key == DAWN)
    assert ruled.score.result == line.score


def test_steps_that_do_not_come_to_the_list_are_not_told(
    page: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dishonest(account: Account, nomination: int) -> Explanation:
        honest = explanation_of(account, nomination)
        assert honest.score is not None
        return replace(honest, score=replace(honest.score, printed=rounded(Fraction(85), account.method)))

    monkeypatch.setattr("judge.services.figures.explaining.explanation_of", dishonest)
    with pytest.raises(Refusal) as refused:
        explain(page, [DAWN])
    assert refused.value.code == "explanation-differs"


def test_one_list_alone_and_none_of_another_award(filed: Edition) -> None:
    (explained,) = explain(filed, [FIRST], ["qc-presenting"])
    assert [listed.key for listed in explained.lists] == ["qc-presenting"]
    with pytest.raises(Refusal) as refused:
        explain(filed, [FIRST], ["trusted-team"])
    assert refused.value.code == "list-not-theirs"
    assert refused.value.params["known"] == ("qc-group", "qc-presenting")


def test_an_award_without_quota_has_no_cut_line(filed: Edition, tmp_path: Path) -> None:
    rows = ("奖项", "推荐单位", "企业名称"), ("质量管理小组活动优秀企业", "哈密地区工信局", "天山企业")
    papers.file(filed, papers.table(tmp_path / "enterprises.csv", *rows))
    explained = one(filed, "天山企业")
    (listed,) = explained.lists
    assert listed.key == "qc-enterprise"
    assert listed.placing is not None
    assert listed.placing.seating.seats is None
    assert listed.placing.line.standing is Standing.UNDECIDED
