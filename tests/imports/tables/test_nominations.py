from dataclasses import replace
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.reading import read
from imports.records import FileReading, Kind, NominationRecord
from tests.imports.tables.samples import (
    BODIES,
    DAWN,
    NOMINATION_HEAD,
    REGISTER,
    Row,
    codes,
    only,
    read_rows,
    write_xlsx,
)

POPLAR: Row = (
    "自治区优秀质量管理小组",
    "伊犁州工信局",
    "胡杨QC小组",
    "伊犁供水公司",
    "降低管网漏损率",
    "是",
    "否",
    "买买提·艾力、张三；李四\n王五",
)


def nominations(reading: FileReading) -> list[NominationRecord]:
    return [record for record in reading.records if isinstance(record, NominationRecord)]


def changed(**cells: str) -> Row:
    places = dict(
        zip(("award", "body", "name", "organisation", "subject", "presents"), range(6), strict=True)
    )
    row = list(POPLAR)
    for key, text in cells.items():
        row[places[key]] = text
    return tuple(row)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_nomination_as_filed(tmp_path: Path, suffix: str) -> None:
    rows = [NOMINATION_HEAD, POPLAR]
    reading = (
        read(write_xlsx(tmp_path / "n.xlsx", rows), REGISTER)
        if suffix == ".xlsx"
        else read_rows(tmp_path, rows)
    )
    assert (reading.kind, reading.findings) == (Kind.NOMINATIONS, ())
    (poplar,) = nominations(reading)
    assert (poplar.award, poplar.body, poplar.name) == ("qc-group", "伊犁州工信局", "胡杨QC小组")
    assert (poplar.organisation, poplar.subject) == ("伊犁供水公司", "降低管网漏损率")
    assert poplar.members == ("买买提·艾力", "张三", "李四", "王五")
    assert (poplar.value("presents"), poplar.value("plaque")) == (True, False)
    assert next(f.written for f in poplar.fields if f.key == "members") == POPLAR[7]


def test_further_columns_become_the_forms_fields(tmp_path: Path) -> None:
    rows = [(*NOMINATION_HEAD, "邮  编", "小组人数", "颜色"), (*POPLAR, "835000", "12人", "绿")]
    reading = read_rows(tmp_path, rows)
    (poplar,) = nominations(reading)
    assert (poplar.value("postcode"), poplar.value("headcount")) == ("835000", 12)
    assert only(reading, "column-unknown").params["column"] == "颜色"


def test_a_column_of_another_awards_form_is_named(tmp_path: Path) -> None:
    reading = read_rows(
        tmp_path, [(*NOMINATION_HEAD, "班组长"), (*POPLAR, "赵六"), (*changed(name="白杨"), "钱")]
    )
    finding = only(reading, "field-not-of-form")
    assert (finding.place.row, finding.params["column"], finding.severity) == (2, "班组长", Severity.WARNING)


@pytest.mark.parametrize(("written", "meant"), [("√", True), ("Yes", True), ("no", False), ("否", False)])
def test_plain_answers(tmp_path: Path, written: str, meant: bool) -> None:  # noqa: FBT001 - a table's column
    reading = read_rows(tmp_path, [NOMINATION_HEAD, changed(presents=written)])
    assert nominations(reading)[0].value("presents") is meant
    assert reading.findings == ()


def test_bodies_match_exactly_or_are_offered(tmp_path: Path) -> None:
    rows = [NOMINATION_HEAD, changed(body="伊犁州 工信局"), changed(body="伊犁工信局", name="白杨QC小组")]
    reading = read_rows(tmp_path, rows)
    assert [n.body for n in nominations(reading)] == ["伊犁州工信局"]
    finding = only(reading, "body-unknown")
    assert (finding.place.row, finding.place.label, finding.params["written"]) == (
        3,
        "推荐单位",
        "伊犁工信局",
    )
    nearest = finding.params["nearest"]
    assert isinstance(nearest, tuple)
    assert nearest[0] == "伊犁州工信局"
    assert len(nearest) <= 3
    assert reading.refused


@pytest.mark.parametrize(
    ("cell", "label"), [("name", "名称"), ("organisation", "企业名称"), ("body", "推荐单位")]
)
def test_what_a_nomination_cannot_lack(tmp_path: Path, cell: str, label: str) -> None:
    reading = read_rows(tmp_path, [NOMINATION_HEAD, changed(**{cell: "  "})])
    finding = only(reading, "field-missing")
    assert (finding.place.row, finding.place.label, finding.severity) == (2, label, Severity.BLOCKING)
    assert nominations(reading) == []


def test_awards_unknown_and_missing(tmp_path: Path) -> None:
    rows = [NOMINATION_HEAD, changed(award="优秀小组"), changed(award=""), changed(award="QC-Group")]
    reading = read_rows(tmp_path, rows)
    unknown = only(reading, "award-unknown")
    assert (unknown.place.row, unknown.params["award"]) == (2, "优秀小组")
    assert "自治区优秀质量管理小组" in str(unknown.params["known"])
    assert only(reading, "award-missing").place.row == 3
    assert [n.award for n in nominations(reading)] == ["qc-group"]


def test_the_same_nomination_twice(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [NOMINATION_HEAD, POPLAR, changed(name="胡杨 QC小组", subject="另一课题")])
    finding = only(reading, "nomination-twice")
    assert (finding.place.row, finding.params["first_row"], finding.params["name"]) == (3, 2, "胡杨 QC小组")
    assert reading.refused


def test_a_nomination_already_filed_is_read_like_any_other(tmp_path: Path) -> None:
    filed = changed(body=BODIES[0], name=DAWN.name, organisation=DAWN.organisation)
    reading = read_rows(tmp_path, [NOMINATION_HEAD, filed, POPLAR])
    assert [n.name for n in nominations(reading)] == [DAWN.name, "胡杨QC小组"]
    assert not reading.refused


@pytest.mark.parametrize("award", ["优秀小组", ""])
def test_all_that_is_wrong_with_a_row_is_said_at_once(tmp_path: Path, award: str) -> None:
    row = changed(award=award, body="伊犁工信局", name="", organisation="")
    reading = read_rows(tmp_path, [NOMINATION_HEAD, row])
    assert {(f.place.row, f.place.label, f.code) for f in reading.findings} == {
        (2, "奖项", "award-unknown" if award else "award-missing"),
        (2, "推荐单位", "body-unknown"),
        (2, "名称", "field-missing"),
        (2, "企业名称", "field-missing"),
    }
    assert nominations(reading) == []


def test_a_row_that_stands_twice_is_found_under_an_unknown_body_too(tmp_path: Path) -> None:
    reading = read_rows(tmp_path, [NOMINATION_HEAD, *[changed(body="伊犁工信局")] * 2])
    assert codes(reading) == ["body-unknown", "body-unknown", "nomination-twice"]


def test_without_a_quota_table_bodies_are_said_to_be_unchecked_once(tmp_path: Path) -> None:
    rows = [NOMINATION_HEAD, POPLAR, changed(name="白杨QC小组"), changed(name="雪松QC小组", award="优秀小组")]
    reading = read_rows(tmp_path, rows, register=replace(REGISTER, bodies=()))
    unchecked = only(reading, "bodies-unchecked")
    assert (unchecked.place.label, unchecked.severity) == ("推荐单位", Severity.BLOCKING)
    assert codes(reading) == ["bodies-unchecked", "award-unknown"]
    assert nominations(reading) == []


def test_a_table_without_names_is_said_to_lack_the_column_once(tmp_path: Path) -> None:
    rows = [[*row[:2], *row[3:]] for row in (NOMINATION_HEAD, POPLAR, POPLAR)]
    reading = read_rows(tmp_path, rows)
    lacking = only(reading, "head-missing")
    assert (lacking.place.row, lacking.params["columns"]) == (1, ("名称",))
    assert codes(reading) == ["head-missing"]
