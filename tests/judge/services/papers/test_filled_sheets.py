"""Score sheets out and in again: what a reviewer fills in is what the edition holds, and nothing else."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.domain.sheet_history import Author, SheetDeed
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.papers.filing import file_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.store.pens import head_of
from rubrics.model import Programme
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.filled_workbooks import (
    FIRST_ROW,
    GROUP,
    MARKS,
    NOTE,
    REASON,
    RECUSE,
    SECOND,
    blocking,
    codes,
    filled,
    sent,
    ticks,
    whole_row,
)


def secretary_seq(edition: Edition) -> int:
    with edition.store.read() as connection:
        return head_of(connection, "@secretary").seq


def test_long_and_odd_names_come_back_as_they_went(edition: Edition, tmp_path: Path) -> None:
    names = ("=1+1", "很长的名字" * 60, "[/x]\U00020bb7·a_x0041_b", "  两 端 ")
    papers.file(
        edition, papers.quotas(tmp_path), papers.nominations(tmp_path, names), papers.reviewers(tmp_path)
    )
    assign(edition, plan_assignments(edition, 3))
    path = sent(edition, tmp_path)
    assert codes(edition, path) == ["nothing-filled"]
    # openpyxl spells a text such as _x0041_ anew when it saves it: that row stays as it went.
    cells = {f"E{FIRST_ROW + row}": row for row in (0, 1, 3)}
    report = papers.read(edition, filled(path, cells))
    assert {(f.code, f.place.row) for f in report.findings()} <= {("score-sheet-name-changed", FIRST_ROW + 2)}
    assert len(report.papers[0].reading.records) == 3


def test_a_complete_row_is_submitted_and_others_stay_open(assigned: Edition, tmp_path: Path) -> None:
    cells = {**whole_row(7.5), f"E{FIRST_ROW + 1}": 0}
    filing = papers.file(assigned, filled(sent(assigned, tmp_path), cells))
    assert (filing.sheets.filed, filing.sheets.recused) == (2, 0)
    queue = {item.nomination: item for item in Desk(assigned, "R01").queue()}
    assert [queue[key].state for key in (GROUP, SECOND)] == [SheetState.SUBMITTED, SheetState.OPEN]
    assert ticks(assigned, SECOND) == {"alignment": 0}
    assert queue[GROUP].total == 45
    assert audit(assigned).faults == ()


def test_a_workbook_that_comes_back_as_it_went_or_twice_writes_nothing(
    assigned: Edition, tmp_path: Path
) -> None:
    path = sent(assigned, tmp_path)
    assert codes(assigned, path) == ["nothing-filled"]
    back = filled(path, whole_row(5))
    papers.file(assigned, back)
    before = secretary_seq(assigned)
    again = filled(path, whole_row(5) | {"A1": "saved anew"}, "again.xlsx")
    assert codes(assigned, back) == ["file-known"]
    assert codes(assigned, again) == ["marks-known"]
    assert papers.file(assigned, back, again).files == 0
    assert secretary_seq(assigned) == before


def test_full_width_digits_and_units_are_read_as_at_the_desk(assigned: Edition, tmp_path: Path) -> None:
    cells = {"E5": "１２．５", "F5": " 20 分 ", "G5": ".5"}
    papers.file(assigned, filled(sent(assigned, tmp_path), cells))
    assert ticks(assigned) == {"alignment": 25, "process": 40, "tools": 1}


def test_notes_and_recusals_come_in_with_their_texts(assigned: Edition, tmp_path: Path) -> None:
    cells = {f"{NOTE}5": "数据有出处", f"{RECUSE}6": "回避", f"{REASON}6": "亲属参加该小组"}
    filing = papers.file(assigned, filled(sent(assigned, tmp_path), cells))
    assert (filing.sheets.filed, filing.sheets.recused) == (1, 1)
    desk = Desk(assigned, "R01")
    assert desk.page(GROUP).sheet.notes == {"": "数据有出处"}
    assert (desk.page(SECOND).sheet.state, desk.page(SECOND).sheet.reason) == (
        SheetState.RECUSED,
        "亲属参加该小组",
    )
    (noted,) = desk.history(GROUP)
    assert (noted.author, noted.deed, noted.text) == (Author.SECRETARY, SheetDeed.NOTED, "数据有出处")
    assert audit(assigned).faults == ()


def test_a_mark_that_the_workbook_was_written_with_may_be_changed_in_it(
    assigned: Edition, tmp_path: Path
) -> None:
    Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(10), 0)
    papers.file(assigned, filled(sent(assigned, tmp_path), {"E5": 6}))
    assert ticks(assigned) == {"alignment": 12}
    assert audit(assigned).faults == ()


def test_a_returned_sheet_is_changed_and_submitted_again(assigned: Edition, tmp_path: Path) -> None:
    papers.file(assigned, filled(sent(assigned, tmp_path), whole_row(5)))
    return_sheet(assigned, GROUP, "R01", "请复核成效一项")
    path = sent(assigned, tmp_path)
    assert codes(assigned, path) == ["nothing-filled"]
    papers.file(assigned, filled(path, {"H5": 9}))
    sheet = Desk(assigned, "R01").page(GROUP).sheet
    assert (sheet.state, sheet.marks["results"]) == (SheetState.SUBMITTED, Mark(18))
    assert audit(assigned).faults == ()


def test_what_changed_on_both_sides_is_refused_and_what_changed_alike_is_known(
    assigned: Edition, tmp_path: Path
) -> None:
    path = sent(assigned, tmp_path)
    desk = Desk(assigned, "R01")
    desk.set_mark(GROUP, "alignment", Mark(10), 0)
    desk.set_mark(GROUP, "process", Mark(20), 1)
    report = papers.read(assigned, filled(path, {"E5": 6, "F5": 10, "G5": 3}))
    (finding,) = [f for f in report.findings() if f.severity == "blocking"]
    assert finding.code == "score-sheet-changed-meanwhile"
    assert (finding.params["points"], finding.params["first_points"]) == ("6", "5")
    with pytest.raises(Refusal, match="papers-refused"):
        file_papers(assigned, report)
    assert ticks(assigned) == {"alignment": 10, "process": 20}


def test_what_the_edition_alone_changed_stands(assigned: Edition, tmp_path: Path) -> None:
    desk = Desk(assigned, "R01")
    desk.set_mark(GROUP, "alignment", Mark(10), 0)
    path = sent(assigned, tmp_path)
    desk.set_mark(GROUP, "alignment", Mark(12), 1)
    papers.file(assigned, filled(path, {"F5": 10}))
    assert ticks(assigned) == {"alignment": 12, "process": 20}


def test_a_mark_cleared_at_the_edition_is_not_brought_back_nor_overwritten(
    assigned: Edition, tmp_path: Path
) -> None:
    desk = Desk(assigned, "R01")
    desk.set_mark(GROUP, "alignment", Mark(10), 0)
    path = sent(assigned, tmp_path)
    desk.set_mark(GROUP, "alignment", None, 1)
    papers.file(assigned, filled(path, {"F5": 10}))
    assert ticks(assigned) == {"process": 20}
    assert blocking(papers.read(assigned, filled(path, {"E5": 3}))) == ["score-sheet-changed-meanwhile"]


def test_an_emptied_mark_is_said_and_kept(assigned: Edition, tmp_path: Path) -> None:
    desk = Desk(assigned, "R01")
    desk.set_mark(GROUP, "alignment", Mark(10), 0)
    desk.set_note(GROUP, "", "甲", 1)
    back = filled(sent(assigned, tmp_path), {"E5": None, f"{NOTE}5": None, "F5": 10})
    (warned,) = [f for f in papers.read(assigned, back).findings() if f.severity == "warning"]
    assert (warned.code, len(warned.params["what"])) == ("score-sheet-emptied", 2)  # type: ignore[arg-type]
    papers.file(assigned, back)
    assert ticks(assigned) == {"alignment": 10, "process": 20}
    assert desk.page(GROUP).sheet.notes == {"": "甲"}


def test_notes_changed_on_both_sides_are_kept_both_and_only_once(assigned: Edition, tmp_path: Path) -> None:
    path = sent(assigned, tmp_path)
    Desk(assigned, "R01").set_note(GROUP, "", "台上写的", 0)
    back = filled(path, {f"{NOTE}5": "表里写的"})
    assert codes(assigned, back) == ["score-sheet-notes-joined"]
    papers.file(assigned, back)
    assert Desk(assigned, "R01").page(GROUP).sheet.notes == {"": "台上写的\n表里写的"}
    again = filled(path, {f"{NOTE}5": "表里写的", "A1": "saved anew"}, "again.xlsx")
    assert papers.file(assigned, again).files == 0


def test_a_submitted_or_recused_sheet_is_not_changed(assigned: Edition, tmp_path: Path) -> None:
    path = sent(assigned, tmp_path)
    papers.file(assigned, filled(path, whole_row(5)))
    Desk(assigned, "R01").recuse(SECOND, "亲属", 0)
    report = papers.read(assigned, filled(path, {f"{NOTE}5": "迟到的", f"E{FIRST_ROW + 1}": 3}, "late.xlsx"))
    found = [(f.code, f.params["state"]) for f in report.findings()]
    assert found == [("sheet-closed-in-papers", "submitted"), ("sheet-closed-in-papers", "recused")]


def test_a_conflict_of_interest_is_found_and_a_recusal_is_taken_instead(
    assigned: Edition, tmp_path: Path
) -> None:
    path = sent(assigned, tmp_path)
    aliases = papers.table(tmp_path / "aliases.csv", ("单位名称", "曾用名"), ("研究院1", "企业0"))
    papers.file(assigned, aliases)
    assert blocking(papers.read(assigned, filled(path, {"E5": 3}))) == ["reviewer-in-conflict"]
    papers.file(assigned, filled(path, {f"{RECUSE}5": "recused", f"{REASON}5": "本单位"}))
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.RECUSED


def test_two_copies_of_a_workbook_complete_or_contradict_each_other(
    assigned: Edition, tmp_path: Path
) -> None:
    path = sent(assigned, tmp_path)
    first = filled(path, {"E5": 3, "F5": 4, f"{NOTE}5": "甲"}, "1.xlsx")
    other = filled(path, {"E5": 5}, "2.xlsx")
    assert blocking(papers.read(assigned, first, other)) == ["mark-twice"]
    stepping_back = filled(path, {f"{RECUSE}5": "回避", f"{REASON}5": "亲属"}, "3.xlsx")
    assert blocking(papers.read(assigned, first, stepping_back)) == ["score-sheet-recusal-marks"]
    papers.file(assigned, first, filled(path, {"E5": 3, "G5": 5, f"{NOTE}5": "乙"}, "4.xlsx"))
    assert ticks(assigned) == {"alignment": 6, "process": 8, "tools": 10}
    assert Desk(assigned, "R01").page(GROUP).sheet.notes == {"": "甲\n乙"}
    assert audit(assigned).faults == ()


def test_a_report_that_a_mark_has_overtaken_is_refused(assigned: Edition, tmp_path: Path) -> None:
    report = papers.read(assigned, filled(sent(assigned, tmp_path), {"E5": 3}))
    Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(1), 0)
    with pytest.raises(Refusal, match="edition-changed-meanwhile"):
        file_papers(assigned, report)
    assert ticks(assigned) == {"alignment": 1}


def test_what_came_from_a_workbook_is_not_the_reviewers_to_undo(assigned: Edition, tmp_path: Path) -> None:
    papers.file(assigned, filled(sent(assigned, tmp_path), {"E5": 3}))
    with pytest.raises(Refusal, match="nothing-to-undo"):
        Desk(assigned, "R01").undo(GROUP, 1)


def test_a_sheet_of_another_reviewer_is_left_alone(assigned: Edition, tmp_path: Path) -> None:
    papers.file(assigned, filled(sent(assigned, tmp_path), whole_row(5)))
    assert ticks(assigned, GROUP, "R02") == {}


@pytest.fixture
def kept(tmp_path: Path, programme: Programme) -> Path:
    """An edition with everything assigned, closed and ready to be copied."""
    location = tmp_path / "kept.judge"
    edition = make_edition(str(location), title="2019", year=2019, programme=programme)
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    assign(edition, plan_assignments(edition, 3))
    edition.close()
    return location


_POINTS = st.one_of(st.none(), st.integers(0, 20).map(lambda tick: tick / 2))
_SHEETS = st.lists(st.lists(_POINTS, min_size=6, max_size=6), min_size=4, max_size=4)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=_SHEETS, then=_SHEETS)
def test_whatever_is_marked_and_changed_is_what_the_edition_holds(
    kept: Path, first: list[list[float | None]], then: list[list[float | None]]
) -> None:
    with TemporaryDirectory() as folder:
        location = Path(folder, "2019.judge")
        shutil.copyfile(kept, location)
        edition = open_edition(str(location))
        expected: dict[tuple[int, str], int] = {}
        for number, sheets in enumerate((first, then)):
            cells = {}
            for row, points in enumerate(sheets):
                if sum((row, criterion) in expected for criterion in papers.CRITERIA) == 6:
                    continue  # It is submitted, and its cells are locked.
                for column, criterion, given_ in zip(MARKS, papers.CRITERIA, points, strict=True):
                    if given_ is not None:
                        cells[f"{column}{FIRST_ROW + row}"] = given_
                        expected[row, criterion] = int(2 * given_)
            report = papers.read(edition, filled(sent(edition, Path(folder)), cells, f"{number}.xlsx"))
            assert blocking(report) == []
            file_papers(edition, report)
            for row in range(4):
                now = {c: t for (r, c), t in expected.items() if r == row}
                nomination = f"qc-group-{row + 1:04}"
                assert ticks(edition, nomination) == now
                state = Desk(edition, "R01").page(nomination).sheet.state
                assert state is (SheetState.SUBMITTED if len(now) == 6 else SheetState.OPEN)
        assert audit(edition).faults == ()
        edition.close()
