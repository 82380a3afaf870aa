"""Tables written as users write them, and what an edition knows when they are read."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from imports.findings import Finding
from imports.reading import read
from imports.records import FileReading, Kind
from imports.register import KnownNomination, KnownReviewer, Register
from rubrics.catalogue import load_builtin

PROGRAMME = load_builtin("xinjiang_2019")
BODIES = ("乌鲁木齐市工信局", "伊犁州工信局", "塔城地区工信局", "自治区卫健委")
DAWN = KnownNomination("QC-0001", "qc-group", BODIES[0], "晨光QC小组", "新疆油田")
WILLOW = KnownNomination("QC-0002", "qc-group", BODIES[1], "红柳QC小组", "吐哈油田")
DAWN_TEAM = KnownNomination("TT-0001", "trusted-team", BODIES[0], "曙光班组", "新疆油田")
ZHANG = KnownReviewer("R01", "张三")
ALIM = KnownReviewer("R02", "阿里木·买买提")
REGISTER = Register(PROGRAMME, BODIES, (DAWN, WILLOW, DAWN_TEAM), (ZHANG, ALIM))

Row = Sequence[str | float | None]

QUOTA_HEAD = ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数")
SCORE_HEAD = ("申报编号", "评委编号", "评分项", "分值")
REVIEWER_HEAD = ("评委编号", "姓名", "单位", "电话", "评审奖项")
NOMINATION_HEAD = (
    "奖项",
    "推荐单位",
    "名称",
    "企业名称",
    "成果名称",
    "是否与会发表",
    "是否加做奖牌",
    "成员名单",
)


def csv_bytes(rows: Iterable[Row], encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)


def write_csv(path: Path, rows: Iterable[Row], encoding: str = "utf-8") -> Path:
    path.write_bytes(csv_bytes(rows, encoding))
    return path


def write_xlsx(path: Path, rows: Iterable[Row], sheet: str = "Sheet1") -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        page = workbook.add_worksheet(sheet)
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return path


def read_rows(
    folder: Path, rows: Iterable[Row], kind: Kind | None = None, register: Register = REGISTER
) -> FileReading:
    """The rows, saved as UTF-8 CSV, as Judge reads them."""
    return read(write_csv(folder / "table.csv", rows), register, kind)


def only(reading: FileReading, code: str) -> Finding:
    """The one finding called `code`, which names the file."""
    (finding,) = [finding for finding in reading.findings if finding.code == code]
    assert finding.place.file == reading.path
    return finding


def codes(reading: FileReading) -> list[str]:
    return [finding.code for finding in reading.findings]
