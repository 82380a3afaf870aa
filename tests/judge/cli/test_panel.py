"""Panels from the shell: shown, and stated."""

from pathlib import Path

import pytest

from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    path = tmp_path / "season.judge"
    assert judge("new", path, "--title", "2019 awards", "--year", "2019").code == 0
    sent = (papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    assert judge("import", path, *sent).code == 0
    return path


def test_the_panel_is_shown_with_all_that_holds(edition: Path) -> None:
    said = judge("panel", edition, "R01", "--phone", "138", "--alias", "企业0", "--limit", "2", "--json")

    (one,) = said.data["reviewers"]
    assert (one["key"], one["phone"], one["aliases"], one["load_limit"]) == ("R01", "138", ["企业0"], 2)
    assert one["seats"] == {"qc-group": {"section": "", "role": "reviewer"}}
    shown = judge("panel", edition).out
    assert "研究院1 = 企业0" in shown
    assert "评委3" in shown


def test_a_seat_is_given_changed_and_left(edition: Path) -> None:
    seat = ("panel", edition, "R01", "--award", "trusted-team")
    assert "trusted-team A chair" in judge(*seat, "--seat-section", "A", "--role", "chair").out
    assert judge(*seat, "--leave", "--json").data["reviewers"] == []
    assert judge("audit", edition).code == 0


def test_sections_are_stated_or_split(edition: Path) -> None:
    for reviewer, section in (("R01", "A"), ("R02", "A"), ("R03", "B")):
        said = judge("panel", edition, reviewer, "--award", "qc-group", "--seat-section", section)
        assert said.code == 0
    first, anchor = "qc-group-0001", "qc-group-0002"
    said = judge("panel", edition, "--section", f"{first}=B", "--anchor", anchor, "--json")
    assert said.data["sections"][first] == {"section": "B", "anchor": False}
    split = judge("panel", edition, "--split", "qc-group", "--json")
    assert split.err.splitlines() == ["A: 3 nominations"]
    assert split.data["sections"][first]["section"] == "B"
    assert split.data["sections"][anchor]["anchor"] is True


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("X9", "--phone", "1"), 1, "no reviewer “X9”"),
        (("--phone", "1"), 2, "Say whom"),
        (("R01", "--role", "chair"), 2, "Say which panel"),
        (("R01", "--limit", "many"), 2, "a whole number of sheets"),
        (("--section", "qc-group-0001"), 2, "Put “=”"),
        (("--section", "qc-group-9999=A"), 1, "qc-group-9999"),
        (("--split", "qc-group"), 1, "sits in no sections"),
        (("--award", "nobel"), 1, "no award “nobel”"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    edition: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    said = judge("panel", edition, *words)

    assert said.code == code
    assert says in said.err
    assert "Traceback" not in said.err


def test_who_was_withdrawn_is_shown_so_with_who_came_instead(edition: Path) -> None:
    assert judge("assign", edition, "--per-nomination", "1").code == 0
    held = {one["key"]: one["sheets"] for one in judge("panel", edition, "--json").data["reviewers"]}
    coming, *_others, leaving = sorted(held, key=lambda key: held[key])
    assert judge("rule", edition, "withdraw", leaving, "--replaced-by", coming, "--reason", "ill").code == 0

    said = {one["key"]: one for one in judge("panel", edition, "--json").data["reviewers"]}
    assert (said[leaving]["standing"], said[leaving]["successors"]) == ("replaced", [coming])
    assert f"replaced → {coming}" in judge("panel", edition, leaving).out
