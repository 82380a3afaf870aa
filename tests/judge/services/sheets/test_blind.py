"""Nothing that a desk gives in a blind edition says whose nomination it is."""

from pathlib import Path

import pytest

from imports.forms.library import builtin_forms
from judge.domain.desk import ShownField
from judge.domain.folding import fold_name
from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from tests.judge.services import small_papers as papers
from tests.judge.services.sheets.fair_papers import (
    GROUP,
    NAMES,
    aliases,
    attach_report,
    nominations,
    reviewers,
)

OTHERS = (
    "李梅",
    "王建国",
    "买买提",
    "晨光",
    "新疆油田",
    "石油管理局",
    "哈密",
    "2237766",
    "13999123456",
    "试验路",
)


@pytest.fixture
def blind(edition: Edition, tmp_path: Path) -> Edition:
    """One group with a report, other names, two revisions; judged blind."""
    earlier = {"小组成员名单": "古丽娜尔、李梅"}
    papers.file(edition, papers.quotas(tmp_path), nominations(tmp_path, **earlier), aliases(tmp_path))
    papers.file(edition, reviewers(tmp_path, ("R01", "评委一", "研究院", "13800000001")))
    assert assign(edition, plan_assignments(edition, 1)) == 1
    papers.file(edition, nominations(tmp_path, name="revised.csv"))
    attach_report(edition, tmp_path)
    change_setting(edition, "blind", "yes")
    return edition


def test_nobodys_name_number_or_address_is_in_what_the_desk_gives(blind: Edition) -> None:
    desk = Desk(blind, "R01")
    page = desk.page(GROUP)
    # The rubric is everybody's, and the labels of a form are what it asks.
    shown = fold_name(repr((desk.queue(), page.name, page.subject, page.organisation, page.body)))
    shown += fold_name(repr([field.written for field in page.fields]))
    shown += fold_name(repr((page.documents, page.gates, page.changes, page.conflicts)))
    assert [name for name in (*NAMES, *OTHERS) if fold_name(name) in shown] == []
    assert page.blind
    assert {change.key for change in page.changes} == {"members"}


def test_what_is_judged_can_still_be_read(blind: Edition) -> None:
    page = Desk(blind, "R01").page(GROUP)
    written = {field.key: field.written for field in page.fields}
    assert (page.name, page.subject) == (GROUP, "〔推荐单位〕降低注水井故障率")
    assert written["headcount"] == "3"
    assert written["members"] == "〔姓名〕、〔姓名〕、〔姓名〕"
    assert written["narrative"].startswith(
        "课题来源于现场。〔小组〕，〔小组〕，〔单位〕，〔单位〕，〔推荐单位〕"
    )
    assert {written[key] for key in ("address", "postcode", "department")} == {"〔联系方式〕"}
    assert {written[key] for key in ("mobile", "phone")} == {"〔电话〕"}
    (document,) = page.documents
    assert document.title.startswith("〔小组〕 〔姓名〕 成果报告")
    assert [(item.name, item.organisation, item.body) for item in Desk(blind, "R01").queue()] == [
        (GROUP, "", "")
    ]


def test_without_the_setting_everything_is_shown(blind: Edition) -> None:
    change_setting(blind, "blind", "no")
    desk = Desk(blind, "R01")
    assert (desk.queue()[0].name, desk.page(GROUP).organisation) == ("晨光QC小组", "新疆油田公司")
    assert not desk.page(GROUP).blind


def test_notes_and_reasons_stay_as_their_authors_wrote_them(blind: Edition) -> None:
    desk = Desk(blind, "R01")
    revision = desk.set_note(GROUP, "", "李梅似曾相识", 0).revision
    assert desk.page(GROUP).sheet.notes[""] == "李梅似曾相识"
    assert desk.recuse(GROUP, "与李梅相识", revision).reason == "与李梅相识"


def test_every_identifying_field_of_a_form_is_masked_as_a_whole(blind: Edition) -> None:
    form = builtin_forms().form("qc-group")
    assert form is not None
    identifying = {field.key for field in form.fields if field.identifies}
    fields: tuple[ShownField, ...] = Desk(blind, "R01").page(GROUP).fields
    whole = {field.key for field in fields if field.written.replace("、", "").startswith("〔")}
    assert {field.key for field in fields} & identifying <= whole
