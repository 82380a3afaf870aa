from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from judge.services.editions.settings import change_setting
from judge.services.sheets.assigning import assign, plan_assignments
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.post import Post
from tests.judge.services.sheets.fair_papers import aliases, attach_report, nominations, reviewers


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The folder that packets are written to."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def telling(edition: Edition, tmp_path: Path) -> Edition:
    """One group with a report and two revisions, all full of names; three who judge it, one of them tied."""
    earlier = {"小组成员名单": "古丽娜尔、李梅"}
    papers.file(edition, papers.quotas(tmp_path), nominations(tmp_path, **earlier))
    judges = (
        ("R01", "评委一", "研究院", "13800000001"),
        ("R02", "评委二", "克拉玛依矿务局", ""),
        ("R03", "评委三", "", "+86 139 9912 3456"),
    )
    papers.file(edition, reviewers(tmp_path, *judges))
    assert assign(edition, plan_assignments(edition, 2)) == 2
    papers.file(edition, aliases(tmp_path))
    papers.file(edition, nominations(tmp_path, name="revised.csv"))
    attach_report(edition, tmp_path)
    return edition


@pytest.fixture
def blind(telling: Edition) -> Edition:
    """The same, judged with names masked."""
    change_setting(telling, "blind", "yes")
    return telling


@pytest.fixture
def post(assigned: Edition, tmp_path: Path) -> Post:
    """An edition with four groups, each assigned to three reviewers, that sends packets out."""
    folder = tmp_path / "returns"
    folder.mkdir()
    return Post(assigned, folder)
