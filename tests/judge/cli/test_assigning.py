"""judge assign: the matrix, limits, pairs by hand, what connects, and what would mend what cannot be met."""

from pathlib import Path

import pytest

from judge.ledger.panel_acts import Seat
from judge.services.editions.edition import open_edition
from tests.judge.cli.conftest import QUOTAS
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers
from tests.judge.services.sheets.stated_panels import state_seats

GROUPS = "自治区优秀质量管理小组"


@pytest.fixture
def panel(tmp_path: Path, desk: Path) -> Path:
    """Four groups and five reviewers, the fifth of the body that recommends the first three."""
    edition = tmp_path / "panel.judge"
    judge("new", edition, "--title", "2019 awards", "--year", "2019")
    reviewers = papers.table(
        tmp_path / "reviewers.csv",
        ("编号", "姓名", "单位", "手机", "评审奖项"),
        *((f"R{n:02}", "甲乙丙丁"[n - 1], "", "", GROUPS) for n in range(1, 5)),
        ("R05", "戊", "哈密地区工信局", "", GROUPS),
    )
    imported = judge("import", edition, desk / QUOTAS.name, desk / "nominations.csv", reviewers)
    assert imported.code == 0, imported
    return edition


def matrix(said: str) -> dict[str, str]:
    """The signs behind each nomination's key."""
    lines = [line.split() for line in said.splitlines() if line.startswith("qc-group-")]
    return {line[0]: line[1] for line in lines if len(line) == 2}


def test_a_dry_run_shows_the_matrix_with_conflicts_pairs_and_what_is_held(panel: Path) -> None:
    before = panel.read_bytes()
    pair = ("--pair", "qc-group-0004=r05")
    shown = judge("assign", panel, "--per-nomination", "3", "--dry-run", *pair)
    assert shown.code == 0, shown
    signs = matrix(shown.out)
    tied = [key for key, row in signs.items() if row[4] == "×"]
    assert tied == ["qc-group-0001", "qc-group-0002", "qc-group-0003"]
    assert signs["qc-group-0004"][4] == "◆"
    assert all(row.count("●") + row.count("◆") == 3 for row in signs.values())
    assert "Sheets connect all reviewers and nominations of each award." in shown.out
    assert shown.out.endswith("Would open 12 sheets.\n")
    assert panel.read_bytes() == before

    assert judge("assign", panel, "--per-nomination", "3", *pair).out.endswith("Opened 12 sheets.\n")
    again = matrix(judge("assign", panel, "--per-nomination", "3", "--dry-run").out)
    assert again == {key: row.replace("●", "○").replace("◆", "○") for key, row in signs.items()}


def test_limits_say_who_is_full_and_three_ways_out(panel: Path) -> None:
    said = judge("assign", panel, "--per-nomination", "3", "--limit", "2", "--dry-run")
    assert said.code == 1
    assert "has 2 of 3 reviewers: the others are at their limit." in said.out
    assert "At their limit, 3 sheets short of what these nominations want: R01, R02, R03, R04." in said.out
    ways = [line for line in said.out.splitlines() if line.startswith("· ")]
    assert ways[0].count(" to 3") == 3
    assert ways[1].startswith("· appoint 1 reviewer more for ")
    assert ways[1].endswith(", with room for 3 sheets")
    assert ways[2].startswith("· take fewer sheets: 2 instead of 3 for qc-group-")
    assert said.out.endswith("Would open 9 sheets.\n")
    raised = judge("assign", panel, "--per-nomination", "3", "--limit", "3", "--dry-run")
    assert raised.code == 0


def test_it_says_so_in_chinese(panel: Path) -> None:
    said = judge("--lang", "zh", "assign", panel, "--per-nomination", "3", "--limit", "2", "--dry-run")
    assert "以下评委已到上限，这些申报还缺 3 份评分表：R01、R02、R03、R04。" in said.out
    assert "· 提高上限：" in said.out
    assert "· 减少份数：3 份减为 2 份的有 qc-group-" in said.out
    assert "将开出 9 份评分表。" in said.out


def test_a_pair_in_conflict_is_refused_with_its_grounds(panel: Path) -> None:
    before = panel.read_bytes()
    refused = judge("assign", panel, "--pair", "qc-group-0001=R05")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "R05 must not judge qc-group-0001 (the reviewer's organisation recommends it (哈密地区工信局)); "
        "nothing was assigned; name somebody else.\n"
    )
    assert panel.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--pair", "qc-group-0001"), "Put “=” between nomination and reviewer"),
        (("--pair", "=R01"), "Put “=” between nomination and reviewer"),
        (("--anchors", "many"), "Give a number of nominations, such as 6, or a share, such as 5%."),
        (("--anchors", "101%"), "Give a number of nominations, such as 6, or a share, such as 5%."),
    ],
)
def test_what_cannot_be_read_is_a_usage_error(panel: Path, words: tuple[str, ...], said: str) -> None:
    refused = judge("assign", panel, *words)
    assert refused.code == 2
    assert said in refused.err


def test_by_hand_alone(panel: Path) -> None:
    done = judge("assign", panel, "--per-nomination", "0", "--pair", "qc-group-0001=R01", "--no-connect")
    assert (done.code, done.out.splitlines()[-1]) == (0, "Opened 1 sheet.")


def test_parts_that_no_sheet_connects_are_said_and_joined(panel: Path) -> None:
    apart = judge("assign", panel, "--per-nomination", "1", "--no-connect", "--dry-run")
    assert "no sheets connect its 4 parts" in apart.out
    assert "--connect joins them." in apart.out
    joined = judge("assign", panel, "--per-nomination", "1", "--dry-run")
    assert "4 parts joined by 3 sheets more." in joined.out
    assert "".join(matrix(joined.out).values()).count("◎") == 3
    assert joined.out.endswith("Would open 7 sheets.\n")


def test_json_says_everything(panel: Path) -> None:
    words = ("--per-nomination", "3", "--limit", "2", "--dry-run", "--json", "--pair", "qc-group-0004=R05")
    said = judge("assign", panel, *words)
    assert said.code == 1
    data = said.data
    assert {one["why"] for one in data["assigned"]} == {"pair", "plan"}
    assert {(one["nomination"], one["reviewer"]) for one in data["tied"]} == {
        (f"qc-group-000{n}", "R05") for n in (1, 2, 3)
    }
    assert data["tied"][0]["grounds"] == ["body"]
    assert sum(one["limited"] for one in data["shortfalls"]) == 3
    assert [(one["limit"], one["sheets"]) for one in data["relaxations"]["limits"]] == [(3, 1)] * 3
    assert data["connectedness"] == [
        {"award": "qc-group", "before": 1, "after": 1, "exchanged": 0, "extra": 0}
    ]
    assert data["sections"] == []
    assert data["held"] == []


def test_sections_stand_side_by_side_and_anchors_are_named(panel: Path) -> None:
    edition = open_edition(str(panel))
    state_seats(edition, {f"R0{n}": Seat("A" if n in {1, 3} else "B") for n in range(1, 6)})
    edition.close()
    words = ("--per-nomination", "2", "--anchors", "25%", "--dry-run")
    said = judge("assign", panel, *words)
    assert said.code == 0, said
    assert "RR RRR" in [line.strip() for line in said.out.splitlines()]
    rows = [line.split() for line in said.out.splitlines() if line.startswith("qc-group-")]
    assert sorted(row[1] for row in rows) == ["A", "A", "B", "B"]
    (anchor,) = (row for row in rows if row[2] == "anchor")
    assert all("●" in signs for signs in anchor[-2:])
    data = judge("assign", panel, *words, "--json").data
    assert [one["nomination"] for one in data["sections"] if one["anchor"]] == [anchor[0]]
