from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from imports.reading import read
from imports.records import AliasRecord, FileReading, Kind
from tests.imports.tables.samples import REGISTER, Row, codes, only, read_rows, write_xlsx

HEAD = ("序号", "单位名称", "曾用名", "简称")


def aliases(reading: FileReading) -> list[tuple[str, str]]:
    return [(r.organisation, r.alias) for r in reading.records if isinstance(r, AliasRecord)]


def test_other_names_in_several_columns_and_cells(tmp_path: Path) -> None:
    rows: list[Row] = [
        HEAD,
        (1, "新疆油田公司", "新疆石油管理局、克拉玛依矿务局", "新疆油田"),
        (2, "Tarim Co., Ltd.", "Tarim Oil Inc; 塔里木油田", ""),
    ]
    reading = read_rows(tmp_path, rows)
    assert (reading.kind, reading.findings) == (Kind.ALIASES, ())
    assert aliases(reading) == [
        ("新疆油田公司", "新疆石油管理局"),
        ("新疆油田公司", "克拉玛依矿务局"),
        ("新疆油田公司", "新疆油田"),
        ("Tarim Co., Ltd.", "Tarim Oil Inc"),
        ("Tarim Co., Ltd.", "塔里木油田"),
    ]
    first = reading.records[0].place
    assert (first.row, first.label) == (2, "曾用名")


def test_an_organisation_merged_over_several_rows(tmp_path: Path) -> None:
    path = tmp_path / "别名.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ("单位名称", "别名"))
        sheet.merge_range(1, 0, 2, 0, "新疆油田公司")
        sheet.write_column(1, 1, ("新疆石油管理局", "新疆油田", "无主"))
    reading = read(path, REGISTER)
    assert aliases(reading) == [("新疆油田公司", "新疆石油管理局"), ("新疆油田公司", "新疆油田")]
    lone = only(reading, "alias-without-organisation")
    assert (lone.place.row, lone.params["alias"]) == (4, "无主")


def test_the_own_name_is_noted_and_hostile_names_stay_as_written(tmp_path: Path) -> None:
    rows: list[Row] = [HEAD[1:], ("新疆油田公司", "新疆 油田公司、=1+1、[/x]", "")]
    reading = read_rows(tmp_path, rows)
    assert codes(reading) == ["alias-is-name"]
    assert aliases(reading) == [("新疆油田公司", "=1+1"), ("新疆油田公司", "[/x]")]


def test_a_table_without_other_names_is_none(tmp_path: Path) -> None:
    reading = read(
        write_xlsx(tmp_path / "a.xlsx", [("单位名称", "邮编"), ("新疆油田公司", "834000")]), REGISTER
    )
    assert codes(reading) == ["kind-unknown"]
    said = read_rows(tmp_path, [("单位名称", "邮编"), ("新疆油田公司", "834000")], Kind.ALIASES)
    assert "head-missing" in codes(said)
