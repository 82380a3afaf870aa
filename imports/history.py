"""Earlier years' award lists: who won what, by year; the year may stand in a title or a sheet's name."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from imports.awards import AwardNames
from imports.findings import Place
from imports.grid import Grid
from imports.heads import Column, Head, check_head, find_head
from imports.lines import Lines
from imports.matching import label_key, name_key
from imports.records import PastAwardRecord
from imports.register import Register
from imports.remarks import Remarks
from rubrics.model import Programme

YEAR, AWARD, NAME, ORGANISATION, BODY = "year", "award", "name", "organisation", "body"
HISTORY_COLUMNS = (
    Column(YEAR, ("年度", "年份", "获奖年度", "获奖年份", "表彰年度", "命名年度", "years")),
    Column(AWARD, ("奖项", "获奖奖项", "获奖名称", "荣誉称号", "荣誉名称", "奖项名称", "awards")),
    Column(
        NAME,
        (
            "小组名称",
            "QC小组名称",
            "质量管理小组名称",
            "班组名称",
            "质量信得过班组名称",
            "小组/班组名称",
            "小组、班组名称",
            "名称",
            "姓名",
            "获奖者",
            "winner",
        ),
    ),
    Column(
        ORGANISATION,
        ("企业名称", "单位名称", "单位", "工作单位", "所在单位", "organization"),
        required=True,
    ),
    Column(BODY, ("推荐单位", "推荐地区或部门", "推荐地区、部门", "地区或部门", "recommending body")),
)
_HARMLESS = ("序号", "No.", "编号", "备注", "remarks", "课题名称", "成果名称", "小组活动成果名称", "证书编号")

_YEAR_IN_TITLE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:\.0)?年?度?")
_RECOMMENDED = re.compile(r"推荐|申报|填报|汇总|nominat", re.IGNORECASE)
_WON = re.compile(r"获奖|表彰|命名|历年|往年|获得|名单|winners|awarded|past", re.IGNORECASE)


def read_history(grids: Sequence[Grid], register: Register, remarks: Remarks) -> tuple[PastAwardRecord, ...]:
    """One record for each row. Year and award are the row's own, else those of the title or sheet's name.

    Blocking: the head's and lines' findings; `history-year-missing`, `history-year-unclear` (written),
    `history-year-not-before` (year, edition), `history-award-missing`, `award-unknown` (award, known),
    `history-organisation-missing`. Note: `history-twice` (name, first_row); the second is left out.
    """
    reading = _Reading(register, remarks, AwardNames(register.programme))
    for grid in grids:
        head = find_head(grid, HISTORY_COLUMNS)
        if head is not None and check_head(grid, head, HISTORY_COLUMNS, remarks, _HARMLESS):
            reading.read(Lines(grid, head, remarks))
    return tuple(reading.records)


def is_of_earlier_years(grid: Grid, head: Head, register: Register) -> bool:
    """Whether a table is of years before the edition's, told by its column of years or by its title.

    The title of what could be a table of nominations, which may carry any year, must also say that something
    was won: what has both columns of one, or calls itself one.
    """
    if YEAR in head.at:
        at = head.at[YEAR]
        cells = (row[at] for row in grid.rows[head.last + 1 :] if at < len(row))
        years = [year for cell in cells if (year := year_of(cell or "")) is not None]
        return bool(years) and (register.year is None or min(years) < register.year)
    told = _told_year(grid, head)
    if told is None or (register.year is not None and told >= register.year):
        return False
    may_be_new = {AWARD, BODY} <= head.at.keys() or any(map(_RECOMMENDED.search, _titles(grid, head)))
    return not may_be_new or _says_won(grid, head)


def year_of(written: str) -> int | None:
    """The year that a cell holds: 2018, 2018年, 2018年度, in any width; None for anything else."""
    plain = unicodedata.normalize("NFKC", written).replace(" ", "").strip()
    found = _YEAR.fullmatch(plain)
    return int(found[1]) if found else None


def _titles(grid: Grid, head: Head) -> list[str]:
    above = [cell for row in grid.rows[: head.first] for cell in row if cell]
    return [unicodedata.normalize("NFKC", text) for text in (*above, grid.name)]


def _told_year(grid: Grid, head: Head) -> int | None:
    """The one year that the title names, else the one of the sheet's name."""
    for text in _titles(grid, head):
        years = {int(found) for found in _YEAR_IN_TITLE.findall(text)}
        if len(years) == 1:
            return years.pop()
    return None


def _says_won(grid: Grid, head: Head) -> bool:
    return any(_WON.search(text) for text in _titles(grid, head))


def _told_award(grid: Grid, head: Head, programme: Programme) -> str:
    """The key of the award whose title stands in the table's title; the longest, where one holds another."""
    told = "\n".join(label_key(text) for text in _titles(grid, head))
    titles = {
        label_key(text): award.key for award in programme.awards for text in (award.title.zh, award.key)
    }
    found = sorted((title for title in titles if title and title in told), key=len, reverse=True)
    return titles[found[0]] if found else ""


@dataclass(slots=True)
class _Reading:
    """The lists of one file on their way to records."""

    register: Register
    remarks: Remarks
    awards: AwardNames
    records: list[PastAwardRecord] = field(default_factory=list)
    _places: dict[tuple[int | str, ...], Place] = field(default_factory=dict)

    def read(self, lines: Lines) -> None:
        """Take in one table."""
        told_year = _told_year(lines.grid, lines.head)
        told_award = _told_award(lines.grid, lines.head, self.register.programme)
        may_be_covered = frozenset({YEAR, AWARD, BODY})
        above = dict.fromkeys(may_be_covered, "")
        keys = tuple(column.key for column in HISTORY_COLUMNS)
        for row, cells in lines.cells(keys, may_be_covered):
            written = {key: cell.strip() for key, cell in zip(keys, cells, strict=True)}
            for key in may_be_covered:
                # The first of merged rows speaks for those that it covers.
                if written[key] or not _is_covered(lines, row, key):
                    above[key] = written[key]
                written[key] = above[key]
            self._take(lines, row, written, told_year, told_award)

    def _take(
        self, lines: Lines, row: int, written: dict[str, str], told_year: int | None, told_award: str
    ) -> None:
        year = self._year(lines, row, written[YEAR], told_year)
        award = self._award(lines, row, written[AWARD], told_award)
        if not written[ORGANISATION]:
            self.remarks.block("history-organisation-missing", lines.place(row, ORGANISATION))
            return
        if year is None or not award:
            return
        record = PastAwardRecord(
            year, award, written[NAME], written[ORGANISATION], written[BODY], lines.place(row)
        )
        names = (record.name, record.organisation, record.body)
        identity: tuple[int | str, ...] = (year, award, *map(name_key, names))
        first = self._places.setdefault(identity, record.place)
        if first is not record.place:
            name = record.name or record.organisation
            self.remarks.note("history-twice", record.place, name=name, first_row=first.row or 0)
            return
        self.records.append(record)

    def _year(self, lines: Lines, row: int, written: str, told: int | None) -> int | None:
        place = lines.place(row, YEAR) if YEAR in lines.head.at else lines.place(row)
        year = year_of(written) if written else told
        if year is None:
            code = "history-year-unclear" if written else "history-year-missing"
            self.remarks.block(code, place, **({"written": written[:40]} if written else {}))
            return None
        if self.register.year is not None and year >= self.register.year:
            self.remarks.block("history-year-not-before", place, year=year, edition=self.register.year)
            return None
        return year

    def _award(self, lines: Lines, row: int, written: str, told: str) -> str:
        if not written:
            if not told:
                self.remarks.block("history-award-missing", lines.place(row))
            return told
        found = self.awards.find(written, lines.place(row, AWARD), self.remarks)
        return found.key if found else ""


def _is_covered(lines: Lines, row: int, key: str) -> bool:
    at = lines.head.at.get(key)
    return at is not None and lines.grid.rows[row - lines.grid.first_row][at : at + 1] == (None,)
