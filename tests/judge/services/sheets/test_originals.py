"""A nomination's files as they were sent: its reviewers get its own, and nothing that speaks of others."""

from pathlib import Path

import pytest

from judge.domain.desk import OriginalRole
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import full, paragraph, run
from tests.judge.services import small_papers as papers

HAMI = "哈密地区工信局"
PDF = b"%PDF-1.7 ..."


def form(name: str, **fields: str) -> bytes:
    return full(qc_group(name=name, organisation=f"{name}厂", body=HAMI, **fields))


def sent(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.fixture
def desk(edition: Edition, tmp_path: Path) -> Desk:
    """R01's desk: a nomination with form, report and scan; another with a form."""
    papers.file(edition, papers.quotas(tmp_path), papers.reviewers(tmp_path))
    forms = sent(tmp_path, "晨光.docx", form("晨光小组")), sent(tmp_path, "红柳.docx", form("红柳小组"))
    papers.file(edition, *forms)
    report = sent(tmp_path, "晨光小组（晨光小组厂）成果报告.docx", full(paragraph(run("降低注水井故障率。"))))
    scan = sent(tmp_path, "晨光小组（晨光小组厂）盖章页.pdf", PDF)
    papers.file(edition, report, scan)
    assign(edition, plan_assignments(edition, 3))
    return Desk(edition, "R01")


def refused(desk: Desk, nomination: str) -> str:
    with pytest.raises(Refusal) as refusal:
        desk.originals(nomination)
    return refusal.value.code


def test_a_nominations_own_files_are_given_byte_by_byte(desk: Desk, tmp_path: Path) -> None:
    nomination = next(item.nomination for item in desk.queue() if item.name == "晨光小组")
    files = desk.originals(nomination)
    assert [(file.role, file.name) for file in files] == [
        (OriginalRole.FORM, "晨光.docx"),
        (OriginalRole.DOCUMENT, "晨光小组（晨光小组厂）成果报告.docx"),
        (OriginalRole.SCAN, "晨光小组（晨光小组厂）盖章页.pdf"),
    ]
    for file in files:
        content = (tmp_path / file.name).read_bytes()
        assert (desk.original(nomination, file.number), file.size) == (content, len(content))


def test_the_file_of_another_nomination_is_not_given(desk: Desk) -> None:
    one, other = (item.nomination for item in desk.queue())
    with pytest.raises(Refusal, match="original-unknown"):
        desk.original(one, desk.originals(other)[0].number)


def test_a_blind_edition_gives_none(edition: Edition, desk: Desk) -> None:
    nomination = desk.queue()[0].nomination
    number = desk.originals(nomination)[0].number
    change_setting(edition, "blind", "yes")
    assert refused(desk, nomination) == "originals-blind"
    with pytest.raises(Refusal, match="originals-blind"):
        desk.original(nomination, number)


def test_a_table_of_many_is_kept_from_reviewers(assigned: Edition) -> None:
    desk = Desk(assigned, "R01")
    assert refused(desk, desk.queue()[0].nomination) == "originals-with-others"


def test_who_does_not_judge_it_gets_nothing(desk: Desk) -> None:
    assert refused(desk, "N9999") == "sheet-not-assigned"


def test_a_revisions_form_comes_before_the_one_it_follows(
    edition: Edition, desk: Desk, tmp_path: Path
) -> None:
    nomination = next(item.nomination for item in desk.queue() if item.name == "红柳小组")
    later = sent(tmp_path, "红柳 改.docx", form("红柳小组", phone="0990-1234567"))
    file_papers(edition, read_papers(edition, [later], nomination=nomination))
    assert [(file.revision, file.name) for file in desk.originals(nomination)] == [
        (2, "红柳 改.docx"),
        (1, "红柳.docx"),
    ]
