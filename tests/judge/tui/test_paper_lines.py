from judge.domain.desk import Document
from judge.tui.ink import plain
from judge.tui.paper_lines import report_lines
from tests.judge.tui.fake_desk import page

SAID = "This is a scan and cannot be read here; look among the original files."


def test_a_scan_among_the_reports_is_said_to_be_there() -> None:
    shown = page(1, "晨光QC小组", documents=(Document("晨光QC小组盖章页", ()),))
    told = [plain(line) for line in report_lines(shown, 80)]
    assert told[:3] == ["晨光QC小组盖章页", "", SAID]


def test_a_report_with_text_is_no_scan() -> None:
    assert all(SAID not in plain(line) for line in report_lines(page(1, "晨光QC小组"), 80))
