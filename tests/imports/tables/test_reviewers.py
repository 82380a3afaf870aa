from pathlib import Path

import pytest

from imports.records import FileReading, Kind, ReviewerRecord
from tests.imports.tables.samples import PROGRAMME, REVIEWER_HEAD, Row, codes, only, read_rows

LI: Row = ("R07", "李四", "新疆大学", "13800138000", "自治区优秀质量管理小组、trusted-team")


def reviewers(reading: FileReading) -> list[ReviewerRecord]:
    return [record for record in reading.records if isinstance(record, ReviewerRecord)]


def test_a_reviewer_as_written(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [REVIEWER_HEAD, LI])
    assert (reading.kind, reading.findings) == (Kind.REVIEWERS, ())
    (li,) = reviewers(reading)
    assert (li.key, li.name, li.organisation, li.phone) == LI[:4]
    assert li.awards == ("qc-group", "trusted-team")


@pytest.mark.parametrize("every", ["全部", "ALL", " 所有奖项 "])
def test_all_awards(tmp_path: Path, every: str) -> None:
    reading = read_rows(tmp_path, [REVIEWER_HEAD, (*LI[:4], every)])
    assert reviewers(reading)[0].awards == tuple(award.key for award in PROGRAMME.awards)


def test_everything_wrong_with_reviewers_at_once(tmp_path: Path) -> None:
    rows: list[Row] = [
        REVIEWER_HEAD,
        LI,
        ("R08", "", "某单位", "", "全部"),
        ("r07", "王五", "", "", "全部"),
        ("R09", "李 四", "新疆大学", "", "全部"),
        ("R10", "赵六", "", "", "优秀小组奖"),
        ("R11", "钱七", "", "", ""),
        ("R01", "张三丰", "", "", "全部"),
        ("R02", "阿里木•买买提", "", "", "全部"),
    ]
    reading = read_rows(tmp_path, rows)
    unnamed, unknown = only(reading, "reviewer-unnamed"), only(reading, "award-unknown")
    assert (unnamed.place.row, unnamed.place.label) == (3, "姓名")
    twice, numbered = only(reading, "reviewer-twice"), only(reading, "reviewer-key-twice")
    assert (twice.place.row, twice.params["name"], twice.params["first_row"]) == (5, "李 四", 2)
    assert (numbered.place.row, numbered.place.label) == (4, "评委编号")
    assert dict(numbered.params) == {"key": "r07", "first_table": "table", "first_row": 2}
    assert (unknown.place.row, unknown.params["award"]) == (6, "优秀小组奖")
    assert "质量信得过班组" in str(unknown.params["known"])
    assert only(reading, "reviewer-no-awards").params["name"] == "钱七"
    taken = only(reading, "reviewer-key-taken")
    assert dict(taken.params) == {"key": "R01", "name": "张三丰", "known": "张三"}
    assert reading.refused


@pytest.mark.parametrize("key", ["R/07", "R07@edition", "R 07", "../R07", "R" * 33, "[/x]", "=1+1"])
def test_a_number_that_would_confuse_pens_and_commands_is_refused(tmp_path: Path, key: str) -> None:
    reading = read_rows(tmp_path, [REVIEWER_HEAD, (key, "王五", "", "", "全部")])
    assert only(reading, "reviewer-key-malformed").place.label == "评委编号"


def test_two_people_of_one_name_in_two_organisations(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [REVIEWER_HEAD, LI, ("R08", "李四", "石河子大学", "", "全部")])
    assert [(r.key, r.name) for r in reviewers(reading)] == [("R07", "李四"), ("R08", "李四")]
    assert codes(reading) == []


def test_all_that_is_wrong_with_a_row_is_said_at_once(tmp_path: Path) -> None:
    rows: list[Row] = [
        REVIEWER_HEAD,
        LI,
        ("R/8", "", "新疆大学", "", "优秀小组奖、全部"),
        ("R01", "李 四", "新疆大学", "", "无此奖"),
        ("R07", "", "新疆大学", "", "全部"),
    ]
    reading = read_rows(tmp_path, rows)
    assert {(f.place.row, f.place.label, f.code) for f in reading.findings} == {
        (3, "评委编号", "reviewer-key-malformed"),
        (3, "姓名", "reviewer-unnamed"),
        (3, "评审奖项", "award-unknown"),
        (4, "评委编号", "reviewer-key-taken"),
        (4, "姓名", "reviewer-twice"),
        (4, "评审奖项", "award-unknown"),
        (5, "评委编号", "reviewer-key-twice"),
        (5, "姓名", "reviewer-unnamed"),
    }
