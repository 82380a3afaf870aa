"""Every bad paper is one clear sentence with its file, row and field, and leaves the edition alone."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from tests.imports.word.papers import full, paragraph, run, written
from tests.judge.cli.conftest import AUDITED
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

GROUP = "自治区优秀质量管理小组"
FIRST = "qc-group-0001"
QUOTA_HEAD = ("序号", "地区或部门", "小组数", "发表小组数", "质量信得过班组数")
NOMINATION_HEAD = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表")
REVIEWER_HEAD = ("编号", "姓名", "单位", "手机", "评审奖项")
SCORE_HEAD = ("申报编号", "评委", "评分项", "分值")

Write = Callable[[Path], Path]


def table(name: str, *rows: tuple[object, ...]) -> Write:
    return lambda folder: papers.table(folder / name, *rows)


def scores(name: str, *rows: tuple[object, ...]) -> Write:
    return table(name, SCORE_HEAD, *rows)


def nominations(name: str, *rows: tuple[object, ...]) -> Write:
    return table(name, NOMINATION_HEAD, *rows)


def workbook(name: str, *rows: tuple[object, ...], merge: tuple[int, int, int, int] | None = None) -> Write:
    def write(folder: Path) -> Path:
        with xlsxwriter.Workbook(folder / name) as book:
            sheet = book.add_worksheet("表")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if merge:
                sheet.merge_range(*merge, rows[merge[0]][merge[1]])
        return folder / name

    return write


def bomb(name: str, part: str) -> Write:
    def write(folder: Path) -> Path:
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(part, b"\0" * (20 << 20))
        return folder / name

    return write


def cut(whole: Write) -> Write:
    def write(folder: Path) -> Path:
        path = whole(folder)
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])
        return path

    return write


def letter(name: str) -> Write:
    return lambda folder: written(folder, full(paragraph(run("致各推荐单位的一封信"))), name)


def content(name: str, what: bytes) -> Write:
    return lambda folder: written(folder, what, name)


SCORE = (FIRST, "R01", "alignment", 3)

BAD: dict[str, tuple[Write, str, str]] = {
    "a quota total that disagrees": (
        table("q.csv", QUOTA_HEAD, (99, "甲市工信局", 2, 1, 1), ("", "总计", 3, 1, 1)),
        "q.csv, table q, row 3, “小组数”",
        "total of 小组数 (QC groups) says 3, but the rows add up to 2",
    ),
    "a quota row that differs from the edition": (
        table("q.csv", QUOTA_HEAD, (1, "哈密地区工信局", 2, 1, 1), ("", "总计", 2, 1, 1)),
        "q.csv, table q, row 2",
        "哈密地区工信局 has other quotas in the edition",
    ),
    "a body that the quota table does not know": (
        nominations("n.csv", (GROUP, "哈密地区工信所", "甲QC小组", "甲厂", "是")),
        "n.csv, table n, row 2, “推荐单位”",
        "“哈密地区工信所” is no recommending body of the quota table; nearest: 哈密地区工信局",
    ),
    "an award that nobody gives": (
        nominations("n.csv", ("诺贝尔奖", "哈密地区工信局", "甲QC小组", "甲厂", "是")),
        "n.csv, table n, row 2, “奖项”",
        "No award is called “诺贝尔奖”",
    ),
    "a duplicate row of nominations": (
        nominations("n.csv", *[(GROUP, "哈密地区工信局", "甲QC小组", "甲厂", "是")] * 2),
        "n.csv, table n, row 3",
        "甲QC小组 stands here and in table n, row 2",
    ),
    "a nomination without its name": (
        nominations("n.csv", (GROUP, "哈密地区工信局", "", "甲厂", "是")),
        "n.csv, table n, row 2, “QC小组名称”",
        "must be filled in",
    ),
    "a reviewer's number given twice": (
        table("r.csv", REVIEWER_HEAD, ("R10", "甲", "某院", "", GROUP), ("R10", "乙", "某院", "", GROUP)),
        "r.csv, table r, row 3, “编号”",
        "Number R10 is given in table r, row 2 already",
    ),
    "a reviewer's number that is another's": (
        table("r.csv", REVIEWER_HEAD, ("R01", "别人", "某院", "", GROUP)),
        "r.csv, table r, row 2, “编号”",
        "Number R01 belongs to 评委1",
    ),
    "a mark out of range": (
        scores("s.csv", (FIRST, "R01", "alignment", 99)),
        "s.csv, table s, row 2, “分值”",
        "99 is out of range: points go from 0 to 15",
    ),
    "a mark off the step": (
        scores("s.csv", (FIRST, "R01", "process", 3), (FIRST, "R01", "alignment", "3.3")),
        "s.csv, table s, row 3, “分值”",
        "3.3 is off the step: points go in steps of 0.5",
    ),
    "a mark that is no number": (
        scores("s.csv", (FIRST, "R01", "alignment", "优")),
        "s.csv, table s, row 2, “分值”",
        "“优” is not a number of points",
    ),
    "a mark that says not applicable": (
        scores("s.csv", (FIRST, "R01", "alignment", "不适用")),
        "s.csv, table s, row 2, “分值”",
        "“选题契合 (Alignment)” cannot be marked “not applicable”",
    ),
    "a score by an unknown reviewer": (
        scores("s.csv", (FIRST, "R77", "alignment", 3)),
        "s.csv, table s, row 2, “评委”",
        "“R77” is no reviewer of this edition",
    ),
    "a score for an unknown nomination": (
        scores("s.csv", ("晨光QC小祖", "R01", "alignment", 3)),
        "s.csv, table s, row 2, “申报编号”",
        "“晨光QC小祖” is no nomination of this edition (rows: 1); nearest: 晨光QC小组",
    ),
    "a score on an unknown criterion": (
        scores("s.csv", (FIRST, "R01", "颜值", 3)),
        "s.csv, table s, row 2, “评分项”",
        "“颜值” is no criterion",
    ),
    "points that say not for what": (
        scores("s.csv", (FIRST, "R01", "", 3)),
        "s.csv, table s, row 2, “评分项”",
        "There are points in this row, but nothing under 评分项",
    ),
    "one mark with two values": (
        scores("s.csv", SCORE, (FIRST, "R01", "alignment", 4)),
        "s.csv, table s, row 3, “分值”",
        "R01 gives qc-group-0001 two marks for “选题契合 (Alignment)”: 4 here, 3 in",
    ),
    "a recusal beside marks": (
        scores("s.csv", SCORE, (FIRST, "R01", "", "回避")),
        "s.csv, table s, row 3",
        "R01 recuses from qc-group-0001 here, yet gives marks in table s, row 2",
    ),
    "a workbook with a merged head": (
        workbook(
            "s.xlsx",
            ("申报编号", "", "评分项", "分值", "评委"),
            (FIRST, "", "alignment", 3, "R01"),
            merge=(0, 0, 0, 1),
        ),
        "s.xlsx, table 表, row 1",
        "The head has merged cells (申报编号)",
    ),
    "a workbook with an empty head": (
        workbook("s.xlsx", ("申报编号", "评委", "", "分值"), SCORE),
        "s.xlsx, table 表, row 1",
        "The columns 评分项 (criterion) are missing",
    ),
    "a workbook with merged cells": (
        workbook("s.xlsx", SCORE_HEAD, SCORE, ("", "R01", "process", 3), merge=(1, 0, 2, 0)),
        "s.xlsx, table 表, row 3, “申报编号”",
        "covered by a merge",
    ),
    "an empty workbook": (workbook("s.xlsx"), "s.xlsx", "no filled, visible table"),
    "a Word file that is no known form": (
        letter("a.docx"),
        "a.docx",
        f"none of the known forms ({GROUP}申报表",
    ),
    "a Word file said to be a form": (
        letter("报告.docx"),
        "报告.docx",
        "cannot be attached to one nomination",
    ),
    "a zip bomb as a Word file": (bomb("b.docx", "word/document.xml"), "b.docx", "unpacks to far more"),
    "a zip bomb as a workbook": (bomb("b.xlsx", "xl/workbook.xml"), "b.xlsx", "unpacks to far more"),
    "a Word file cut short": (cut(letter("c.docx")), "c.docx", "The file is cut short"),
    "a workbook cut short": (cut(workbook("c.xlsx", SCORE_HEAD, SCORE)), "c.xlsx", "The file is cut short"),
    "a file of nothing": (content("n.csv", b""), "n.csv", "The file is empty"),
    "a picture of no one": (content("p.png", b"\x89PNG\r\n\x1a\n"), "p.png", "whose scan this is"),
    "a film": (content("p.mp4", b"\0\0\0\x18ftypmp42"), "p.mp4", "Judge reads Word files (.docx) and tables"),
    "bytes under a workbook's name": (
        content("x.xlsx", bytes(range(256)) * 9),
        "x.xlsx",
        "The file cannot be read; open it, save it anew",
    ),
    "bytes under a table's name": (
        content("x.csv", bytes(range(256)) * 9),
        "x.csv",
        "The encoding cannot be told; save the file as UTF-8 or as .xlsx",
    ),
    "text in no encoding": (
        content("x.csv", "申报编号,评委\n".encode("utf-16")[:-1]),
        "x.csv",
        "The encoding cannot be told; save the file as UTF-8 or as .xlsx",
    ),
    "a table that is something else": (
        table("x.csv", ("天气", "温度"), ("晴", 20)),
        "x.csv",
        "knows too few of the columns to tell what this table is",
    ),
    "another edition": (content("other.judge", b"SQLite format 3\0" * 99), "other.judge", "leave it out"),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_paper_is_refused_in_one_sentence(what: str, edition: Path, tmp_path: Path) -> None:
    write, place, says = BAD[what]
    paper = write(tmp_path)
    before = edition.read_bytes()
    said = judge("import", edition, paper)
    assert said.code == 1
    assert said.err == ""
    (fault,) = [line for line in said.out.splitlines() if line.startswith("fault: ")]
    assert fault.startswith(f"fault: {paper.parent / place}")
    assert says in fault
    assert said.out.splitlines()[-2:] == [
        f"Refused: {paper}",
        "Nothing was filed. Mend the refused files, or file the others with --accept-good.",
    ]
    assert edition.read_bytes() == before
    assert AUDITED.items() <= judge("audit", edition, "--json").data.items()


def test_two_reviewers_tables_may_not_give_one_mark_two_values(edition: Path, tmp_path: Path) -> None:
    first, second = scores("R01.csv", SCORE)(tmp_path), scores("R02.csv", (*SCORE[:3], 4))(tmp_path)
    before = edition.read_bytes()
    said = judge("import", edition, first, second)
    assert said.code == 1
    (fault,) = [line for line in said.out.splitlines() if line.startswith("fault: ")]
    assert fault.startswith(f"fault: {second}, table R02, row 2, “分值”")
    for part in ("R01", FIRST, "选题契合", "4 here", f"3 in {first}, table R01, row 2"):
        assert part in fault
    assert edition.read_bytes() == before


def test_reviewers_without_numbers_are_given_numbers_of_their_own(edition: Path, tmp_path: Path) -> None:
    paper = table("r.csv", REVIEWER_HEAD[1:], *((name, "某院", "", GROUP) for name in "甲乙"))(tmp_path)
    said = judge("import", edition, paper)
    assert (said.code, said.out) == (0, "Filed: 2 reviewers.\n")
    assert set(judge("assign", edition, "--per-nomination", "5", "--json").data["load"]) == {
        *("R01", "R02", "R03"),
        *("R04", "R05"),
    }


def test_all_faults_of_a_file_are_said_at_once(edition: Path, tmp_path: Path) -> None:
    rows = [(FIRST, "R01", "alignment", 99), (FIRST, "R77", "process", 3), (FIRST, "R01", "颜值", 3)]
    said = judge("import", edition, scores("s.csv", *rows)(tmp_path))
    assert said.out.count("fault: ") == 3
    for row in (2, 3, 4):
        assert f"table s, row {row}" in said.out


def test_a_folder_without_papers_is_no_import(edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / ".hidden").write_text("x")
    said = judge("import", edition, folder)
    assert said.code == 1
    assert said.out == ""
    assert said.err == f"There is no file in {folder}; name the folder that holds the papers.\n"


def test_a_missing_file_is_named(edition: Path, tmp_path: Path) -> None:
    before = edition.read_bytes()
    said = judge("import", edition, tmp_path / "nowhere.csv")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{tmp_path / 'nowhere.csv'}: There is no such file; check the path.\n"
    assert edition.read_bytes() == before


def test_a_refused_quota_table_does_not_make_every_nomination_a_fault(tmp_path: Path) -> None:
    edition = tmp_path / "new.judge"
    assert judge("new", edition, "--title", "new").code == 0
    bodies = ("甲市工信局", "乙市工信局")
    rows = [(n, body, 2, 1, 1) for n, body in enumerate(bodies, 1)]
    quotas = table("quotas.csv", QUOTA_HEAD, *rows, ("", "总计", 5, 2, 2))(tmp_path)
    filed = nominations("n.csv", *((GROUP, body, f"{body}小组", "甲厂", "是") for body in bodies))(tmp_path)
    rated = scores("s.csv", *((f"{body}小组", "R01", "alignment", 3) for body in bodies))(tmp_path)
    said = judge("import", edition, rated, filed, quotas)
    total, unchecked, *others = [line for line in said.out.splitlines() if line.startswith("fault: ")]
    assert total.startswith(f"fault: {quotas}, table quotas, row 4")
    assert unchecked.startswith(
        f"fault: {filed}, table n, “推荐单位”: The recommending bodies here cannot be"
    )
    assert [fault.partition(": The ")[2].split()[0] for fault in others] == ["nominations", "reviewers"]


def test_what_contradicts_the_edition_is_said_beside_other_faults(edition: Path, tmp_path: Path) -> None:
    differing = (1, "哈密地区工信局", 2, 1, 1)
    said = judge("import", edition, table("q.csv", QUOTA_HEAD, differing, (2, "乙局", "x", 1, 1))(tmp_path))
    faults = [line for line in said.out.splitlines() if line.startswith("fault: ")]
    assert len(faults) == 2
    assert "has other quotas in the edition" in faults[0]
    assert "“x”, not a whole number" in faults[1]
