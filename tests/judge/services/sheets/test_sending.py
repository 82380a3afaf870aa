"""Workbooks of score sheets as the office writes them: whose, what is in them, what of names."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.locale import speak
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.services.sheets.sending import send_sheets
from tests.conftest import Convert
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.filled_workbooks import GROUP, award_sheet, filled, sent, ticks, whole_row

SEEN = ("企业", "QC小组", "哈密", "和田")
"""What gives away who is judged."""


def test_everybody_with_sheets_gets_a_workbook_and_nobody_else(assigned: Edition, tmp_path: Path) -> None:
    more = papers.table(
        tmp_path / "more.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        ("R09", "闲人", "某院", "", "自治区优秀质量管理小组"),
    )
    papers.file(assigned, more)
    sheets = send_sheets(assigned, [], tmp_path / "out")
    assert [(one.reviewer, one.path.name, one.sheets, one.open) for one in sheets] == [
        (f"R0{n}", f"R0{n} 评委{n}.xlsx", 4, 4) for n in (1, 2, 3)
    ]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [one.path.name for one in sheets]
    assert len({one.fingerprint for one in sheets}) == 3
    with pytest.raises(Refusal, match="no-sheets-assigned"):
        send_sheets(assigned, ["R01", "R09"], tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_nothing_is_written_where_one_file_is_there_already(assigned: Edition, tmp_path: Path) -> None:
    out = tmp_path / "out"
    send_sheets(assigned, ["r02"], out)
    with pytest.raises(Refusal, match="target-exists"):
        send_sheets(assigned, [], out)
    assert [path.name for path in out.iterdir()] == ["R02 评委2.xlsx"]
    assert len(send_sheets(assigned, [], out, replace=True)) == 3


def test_writing_changes_no_entry_and_a_dry_run_no_file(assigned: Edition, tmp_path: Path) -> None:
    planned = send_sheets(assigned, [], tmp_path / "out", dry_run=True)
    assert not (tmp_path / "out").exists()
    written = send_sheets(assigned, [], tmp_path / "out")
    assert [one.fingerprint for one in planned] == [one.fingerprint for one in written]


def test_states_are_shown_and_closed_rows_locked(assigned: Edition, tmp_path: Path) -> None:
    papers.file(assigned, filled(sent(assigned, tmp_path), {**whole_row(5), **whole_row(4, 6)}))
    return_sheet(assigned, GROUP, "R01", "请复核")
    sheet = award_sheet(openpyxl.load_workbook(sent(assigned, tmp_path)))
    assert [sheet.cell(row, 5).protection.locked for row in (5, 6, 7)] == [False, True, False]
    assert (sheet["P4"].value, sheet["P5"].value) == ("From the office", "returned: 请复核")
    assert sheet["L6"].value == "submitted"


def test_a_blind_edition_writes_no_name_anywhere(assigned: Edition, tmp_path: Path) -> None:
    change_setting(assigned, "blind", "yes")
    path = sent(assigned, tmp_path)
    with ZipFile(path) as archive:
        written = "".join(archive.read(name).decode() for name in archive.namelist())
    speak("en")
    assert GROUP in written
    assert [name for name in SEEN if name in written] == []
    papers.file(assigned, filled(path, {"C5": 5}))
    assert ticks(assigned) == {"alignment": 10}


@pytest.mark.parametrize("location", ["sqlite"], indirect=True)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.slow
def test_saved_by_libreoffice_it_comes_back_with_totals_as_the_desk_has_them(
    assigned: Edition, tmp_path: Path, soffice: Convert, language: str
) -> None:
    Desk(assigned, "R01").set_mark("qc-group-0003", "alignment", Mark(7), 0)
    speak(language)
    try:
        path = sent(assigned, tmp_path)
    finally:
        speak("en")
    back = filled(path, {**whole_row(7.5), "E6": 0, "F7": 12.5, "M5": "数据可信"})
    soffice("xlsx", tmp_path / "saved", back)
    saved = tmp_path / "saved" / back.name
    sheet = award_sheet(openpyxl.load_workbook(saved, data_only=True))
    totals = [sheet.cell(row, 11).value for row in range(5, 9)]
    papers.file(assigned, saved)
    queue = Desk(assigned, "R01").queue()
    assert (
        totals == [None if item.total is None else float(item.total) for item in queue] == [45, 0, 16, None]
    )
    assert Desk(assigned, "R01").page(GROUP).sheet.notes == {"": "数据可信"}
