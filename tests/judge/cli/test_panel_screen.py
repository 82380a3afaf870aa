"""The screen of panels opens where somebody sits, alone, and nowhere else."""

from pathlib import Path

import pytest

from judge.services.panels.desk import PanelDesk
from judge.tui.own import Own
from tests.judge.cli.shell import judge


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A terminal with somebody before it; whose panels were opened there."""
    screens: list[str] = []

    def run(desk: PanelDesk, _own: Own) -> None:
        screens.append(desk.edition_title)

    monkeypatch.setattr("judge.cli.panel.at_a_terminal", lambda: True)
    monkeypatch.setattr("judge.tui.panel_app.run", run)
    return screens


def test_it_opens_in_a_terminal(edition: Path, opened: list[str]) -> None:
    assert judge("panel", edition, "--screen").code == 0
    assert len(opened) == 1
    assert judge("panel", edition).code == 0
    assert len(opened) == 1


def test_without_a_terminal_it_says_so(edition: Path) -> None:
    said = judge("panel", edition, "--screen")
    assert (said.code, "needs a terminal" in said.err) == (1, True)


@pytest.mark.parametrize(
    "more", [("R01",), ("--json",), ("--limit", "0"), ("--organisation", ""), ("--seed", "0"), ("--leave",)]
)
def test_it_goes_alone(edition: Path, opened: list[str], more: tuple[str, ...]) -> None:
    said = judge("panel", edition, *more, "--screen")
    assert (said.code, opened) == (2, [])
