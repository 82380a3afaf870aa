"""Summary workbooks of the kind that recommending bodies send, written as Excel writes them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from imports.headings import Headings
from imports.reading import read
from imports.records import FileReading, Kind, NominationRecord
from imports.register import Register
from tests.imports.tables.samples import REGISTER

Cells = Sequence[str | int | None]

BODY = "伊犁州工信局"
TITLE = "2019年自治区优秀质量管理小组推荐汇总表"
POPLAR: Cells = (1, "胡杨QC小组", "伊犁供水公司", "降低管网漏损率", "买买提·艾力、张三")
WILLOW: Cells = (2, "白杨QC小组", "伊犁供热公司", "降低锅炉能耗", "李四、王五")
ODD_HEAD: Cells = ("序号", "申报QC小组名称(全称)", "所属企业(盖章全称)", "活动课题", "小组成员（按排名）")


def fill(sheet: Worksheet, rows: Iterable[Cells], merges: Iterable[str] = ()) -> None:
    for row in rows:
        sheet.append(list(row))
    for cells in merges:
        sheet.merge_cells(cells)


def workbook(
    path: Path,
    rows: Iterable[Cells],
    merges: Iterable[str] = (),
    sheet: str = "Sheet1",
    more: Mapping[str, Iterable[Cells]] = {},
) -> Path:
    """A workbook of one sheet, and of `more`, rows by the sheet's name."""
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = sheet
    fill(first, rows, merges)
    for name, others in more.items():
        fill(book.create_sheet(name), others)
    book.save(path)
    return path


def sent(path: Path) -> Path:
    """Title, body and date above, an odd head, a total and signatures below: nothing as Judge calls it."""
    rows: list[Cells] = [
        (TITLE,),
        (f"推荐单位（盖章）：{BODY}", None, None, "填报日期：2019年5月20日"),
        ODD_HEAD,
        POPLAR,
        WILLOW,
        ("合计", None, 2),
        ("填表人：张三", None, None, "联系电话：0999-1234567"),
    ]
    return workbook(path, rows, ("A1:E1", "A2:C2", "A6:B6", "A7:C7"))


def reading(path: Path, headings: Headings | None = None, register: Register = REGISTER) -> FileReading:
    return read(path, replace(register, headings=headings or Headings()))


def filed(found: FileReading) -> list[NominationRecord]:
    assert found.kind is Kind.NOMINATIONS
    return [record for record in found.records if isinstance(record, NominationRecord)]


def particulars(found: FileReading) -> list[tuple[str, ...]]:
    return [(r.award, r.body, r.name, r.organisation, r.subject) for r in filed(found)]
