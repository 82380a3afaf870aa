"""What a report asks about headings can be answered heading by heading, whatever file they came from."""

from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from judge.services.papers.heading_questions import choices, heading_questions
from judge.services.papers.importing import read_papers
from judge.services.papers.kept_headings import HeadingChoices
from tests.judge.services import small_papers as papers

HEAD = ("奖项", "推荐单位", "QC小组名称", "所属企业(盖章全称)", "活动课题")


def summary(folder: Path, name: str, head: tuple[str, ...] = HEAD) -> Path:
    row = ("自治区优秀质量管理小组", "哈密地区工信局", f"{name}小组", "新疆油田", "降低漏损率")
    return papers.table(folder / f"{name}.csv", head, row)


@pytest.fixture
def office(edition: Edition, tmp_path: Path) -> Edition:
    papers.file(edition, papers.quotas(tmp_path))
    return edition


def test_a_heading_of_several_files_is_asked_once_with_what_is_proposed(
    office: Edition, tmp_path: Path
) -> None:
    sent = [summary(tmp_path, "晨光"), summary(tmp_path, "红柳")]
    enterprise, subject = heading_questions(read_papers(office, sent).findings())
    assert (enterprise.heading, enterprise.proposed, enterprise.needed) == (
        "所属企业(盖章全称)",
        "企业名称",
        True,
    )
    assert enterprise.values == ("新疆油田",)
    assert enterprise.files == tuple(map(str, sent))
    assert 0 < enterprise.likeness <= 100
    assert (subject.proposed, subject.needed) == ("课题", False)


def test_rivals_for_one_column_are_each_asked(office: Edition, tmp_path: Path) -> None:
    head = ("奖项", "推荐单位", "QC小组名称", "所属企业", "企业")
    asked = heading_questions(read_papers(office, [summary(tmp_path, "晨光", head)]).findings())
    assert all(question.needed for question in asked)
    assert {"企业名称"} <= {label for q in asked for label in (*q.nearest, q.proposed)}


def test_answers_read_the_paper_and_what_is_left_unread_says_nothing(office: Edition, tmp_path: Path) -> None:
    sent = [summary(tmp_path, "晨光")]
    answers = {
        question.heading: question.proposed
        for question in heading_questions(read_papers(office, sent).findings())
    }
    assert choices(answers | {"活动课题": ""}) == HeadingChoices((("所属企业(盖章全称)", "企业名称"),))
    report = read_papers(office, sent, headings=choices(answers))
    assert not report.refused
    assert heading_questions(report.findings()) == ()
