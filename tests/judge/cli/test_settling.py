"""A fork is shown and settled from the shell."""

from pathlib import Path

import pytest

from judge.services.editions.edition import open_edition
from tests.judge.cli.shell import judge
from tests.judge.services.elsewhere import Elsewhere, merge

GROUP = "qc-group-0001"


@pytest.fixture
def pens(edition: Path) -> tuple[str, str]:
    """The pens of two packets that came back to the edition with different marks."""
    opened = open_edition(str(edition))
    packets = [Elsewhere(opened, "R01", words) for words in ("first", "second")]
    for packet, ticks in zip(packets, (10, 12), strict=True):
        packet.mark(GROUP, "results", ticks)
    merge(opened, *packets)
    opened.close()
    return packets[0].pen, packets[1].pen


def test_the_sides_of_a_fork_are_shown(edition: Path, pens: tuple[str, str]) -> None:
    shown = judge("rule", edition, "settle")
    assert (shown.code, shown.err) == (0, "")
    assert f"{GROUP}, sheet of R01:" in shown.out
    assert all(pen in shown.out for pen in pens)
    lines = [line.split() for line in shown.out.splitlines() if "R01@" in line]
    assert {(pen, state, points) for _key, pen, state, points in lines} == {
        (pens[0], "open", "5"),
        (pens[1], "open", "6"),
    }
    (fork,) = judge("rule", edition, "settle", "--json").data["forked"]
    (contested,) = fork["contested"]
    assert (fork["nomination"], fork["reviewer"], contested["criterion"]) == (GROUP, "R01", "results")
    assert {(one["points"], *one["pens"]) for one in contested["variants"]} == {
        ("5", pens[0]),
        ("6", pens[1]),
    }


def test_a_fork_is_settled_by_a_side(edition: Path, pens: tuple[str, str]) -> None:
    done = judge("rule", edition, "settle", GROUP, "R01", "--take", pens[1], "--reason", "以第二份为准")
    assert (done.code, "is returned now" in done.err) == (0, True)
    assert judge("rule", edition, "settle").out == "No sheet is forked.\n"
    listed = judge("rule", edition, "--list").out
    assert "sheet settled" in listed
    assert "以第二份为准" in listed
    sheet = judge("score", edition, GROUP, "--as", "R01", "--json").data
    assert [one["points"] for one in sheet["criteria"] if one["points"]] == ["6"]
    assert judge("audit", edition).code == 0


def test_a_fork_is_settled_by_the_mark_itself(edition: Path, pens: tuple[str, str]) -> None:
    refused = judge("rule", edition, "settle", GROUP, "R01", "--reason", "核分")
    assert (refused.code, "Say what holds for Results" in refused.err) == (1, True)
    wrong = judge("rule", edition, "settle", GROUP, "R01", "--take", "R09@edition", "--reason", "核分")
    assert (wrong.code, pens[0] in wrong.err) == (1, True)
    assert judge("rule", edition, "settle", GROUP, "R01", "--mark", "results=4").code == 1
    done = judge("rule", edition, "settle", GROUP, "R01", "--mark", "results=4", "--reason", "核分")
    assert done.code == 0


@pytest.mark.parametrize("words", [("settle", GROUP), ("settle", GROUP, "R01", "R02")])
def test_half_a_sheet_is_no_sheet(edition: Path, words: tuple[str, ...]) -> None:
    assert judge("rule", edition, *words, "--reason", "核分").code == 2
