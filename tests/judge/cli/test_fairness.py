"""What the secretary's commands say of conflicts of interest and of blind review."""

from pathlib import Path

from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers
from tests.judge.services.sheets.fair_papers import GROUP, aliases, nominations, reviewers


def test_the_shell_tells_a_conflict_and_takes_a_denial_and_masks_what_it_reads(tmp_path: Path) -> None:
    edition = tmp_path / "season.judge"
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019").code == 0
    tied = reviewers(tmp_path, ("R02", "评委二", "克拉玛依矿务局", ""))
    assert judge("import", edition, papers.quotas(tmp_path), nominations(tmp_path), tied).code == 0
    assert judge("assign", edition, "--per-nomination", "1").code == 0
    assert judge("import", edition, aliases(tmp_path)).code == 0
    assert judge("set", edition, "blind", "yes").code == 0
    said = judge("score", edition, GROUP, "--as", "R02", "--read")
    assert said.out.startswith(f"# {GROUP}\n")
    assert [name for name in ("晨光", "油田", "李梅", "13999123456", "哈密") if name in said.out] == []
    assert said.err.strip().endswith("says why it is none: the reviewer's own organisation")
    assert judge("score", edition, GROUP, "--as", "R02", "--no-conflict", "同名单位").code == 0
    assert judge("score", edition, GROUP, "--as", "R02", "--list").err == ""


def test_a_conflict_that_comes_to_light_later_is_listed(tmp_path: Path) -> None:
    edition = tmp_path / "season.judge"
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019").code == 0
    tied = reviewers(tmp_path, ("R02", "评委二", "克拉玛依矿务局", ""))
    assert judge("import", edition, papers.quotas(tmp_path), nominations(tmp_path), tied).code == 0
    assert judge("assign", edition, "--per-nomination", "1").code == 0
    assert "found later" not in judge("check", edition).out
    assert judge("import", edition, aliases(tmp_path)).code == 0
    said = judge("check", edition)
    assert said.code == 1
    assert "Sheets in a conflict of interest that was found later" in said.out
    assert "the reviewer's own organisation (新疆油田公司)" in said.out
    (listed,) = judge("check", edition, "--json").data["sheets_in_conflict"]
    assert listed == {
        "nomination": GROUP,
        "reviewer": "R02",
        "state": "open",
        "conflicts": [{"ground": "organisation", "said": "新疆油田公司", "label": ""}],
        "denied": False,
        "reasons": [],
    }
