"""Nominations that come again with other words, and a clock that can be set."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from imports.findings import Severity
from judge.services.editions.edition import Edition
from judge.services.papers.importing import read_papers
from judge.services.papers.report import ImportReport
from tests.judge.services import small_papers as papers

AWARD = "自治区优秀质量管理小组"
BODY = "哈密地区工信局"
HEAD = ("奖项", "推荐单位", "QC小组名称", "企业名称", "是否与会发表", "小组成员名单", "小组人数")
GROUP = "qc-group-0001"
BEFORE_DEADLINE = datetime(2019, 7, 20, 15, 59, 59, tzinfo=UTC)
AFTER_DEADLINE = datetime(2019, 7, 20, 16, 0, tzinfo=UTC)


class SetClock:
    """A clock that says what it was set to, a millisecond more at each look."""

    def __init__(self, at: datetime = BEFORE_DEADLINE - timedelta(days=9)) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


def form(
    folder: Path,
    file: str,
    *,
    name: str = "晨光QC小组",
    members: str = "张三、李四",
    size: object = 2,
    organisation: str = "企业0",
    body: str = BODY,
    presents: str = "是",
) -> Path:
    """A table of one group, as a form would say it."""
    return papers.table(folder / file, HEAD, (AWARD, body, name, organisation, presents, members, size))


def faults(report: ImportReport) -> list[str]:
    return [f.code for f in report.findings() if f.severity is Severity.BLOCKING]


def named(edition: Edition, nomination: str, *paths: Path) -> ImportReport:
    """A report of papers that the user says belong to one nomination."""
    return read_papers(edition, paths, nomination=nomination)


def told(report: ImportReport) -> list[tuple[str, str | None, Sequence[object]]]:
    """Every finding's code, label and particulars."""
    return [(f.code, f.place.label, tuple(f.params.values())) for f in report.findings()]
