"""Papers whose words name everybody, for tests of blind review and of conflicts of interest."""

from pathlib import Path

from imports.records import DocumentRecord
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from tests.imports.word.papers import full, lines, written
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"
PROMOTER = "qc-promoter-0001"
NAMES = (
    "晨光QC小组",
    "晨光小组",
    "新疆油田公司",
    "新 疆 石油管理局",
    "哈密地区工信局",
    "哈密",
    "王建国",
    "阿依努尔・买买提",
    "李梅",
    "古丽娜尔",
    "赵六",
    "13999123456",
    "139 9912 3456",
    "0902-2237766",
    "office@example.com",
    "试验路８号",
)
"""Whoever must not be read, as the narrative and the report spell them."""
STORY = f"课题来源于现场。{'，'.join(NAMES)}，都在文中。"


def nominations(folder: Path, story: str = STORY, name: str = "nominations.csv", **changed: str) -> Path:
    group = {
        "奖项": "自治区优秀质量管理小组",
        "推荐单位": "哈密地区工信局",
        "QC小组名称": "晨光QC小组",
        "企业名称": "新疆油田公司",
        "详细通讯地址": "哈密市试验路8号",
        "邮编": "839000",
        "小组联系部门": "质量管理部",
        "直接联系人": "王建国 13999123456",
        "手机": "139-9912-3456",
        "小组活动指导者": "赵六",
        "联系电话": "0902-2237766",
        "小组人数": "3",
        "小组活动成果名称": "哈密降低注水井故障率",
        "小组成员名单": "李梅、阿依努尔·买买提、王建国",
        "QC小组简介及主要活动过程与效果": story,
        **changed,
    }
    return papers.table(folder / name, tuple(group), tuple(group.values()))


def aliases(folder: Path) -> Path:
    rows = (("新疆油田公司", "新疆石油管理局"), ("新疆石油管理局", "克拉玛依矿务局"))
    return papers.table(folder / "aliases.csv", ("单位名称", "曾用名"), *rows)


def reviewers(folder: Path, *rows: tuple[str, str, str, str]) -> Path:
    """By default one without any tie, and one each tied by organisation, body, name and telephone."""
    given = rows or (
        ("R01", "评委一", "研究院", "13800000001"),
        ("R02", "评委二", "克拉玛依矿务局", ""),
        ("R03", "评委三", "哈密地区工信局", ""),
        ("R04", "阿依努尔•买买提", "研究院", ""),
        ("R05", "评委五", "", "+86 139 9912 3456"),
    )
    body = [(*row, "自治区优秀质量管理小组") for row in given]
    return papers.table(folder / "reviewers.csv", ("编号", "姓名", "单位", "手机", "评审奖项"), *body)


def attach_report(edition: Edition, folder: Path, text: str = STORY) -> None:
    """A result report that names everybody in its file's name, its text and a table."""
    path = written(folder, full(lines(f"一、小组概况\n{text}")), "晨光QC小组 李梅 成果报告.docx")
    report = read_papers(edition, [path], nomination=GROUP)
    assert any(isinstance(record, DocumentRecord) for p in report.papers for record in p.reading.records)
    assert file_papers(edition, report).files == 1
