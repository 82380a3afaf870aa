"""The import screen opens where somebody sits, and nowhere else."""

from pathlib import Path

import pytest

from judge.services.papers.desk import ImportDesk
from judge.tui.own import Own
from tests.judge.cli.shell import judge


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Path, ...]]]:
    """A terminal with somebody before it; what screens were opened there."""
    screens: list[tuple[str, tuple[Path, ...]]] = []

    def run(_desk: ImportDesk, name: str, _own: Own, paths: list[Path]) -> tuple[()]:
        screens.append((name, tuple(paths)))
        return ()

    monkeypatch.setattr("judge.cli.importing.at_a_terminal", lambda: True)
    monkeypatch.setattr("judge.tui.import_app.run", run)
    return screens


def test_without_paths_it_opens_in_a_terminal(
    edition: Path, opened: list[tuple[str, tuple[Path, ...]]]
) -> None:
    assert judge("import", edition).code == 0
    assert judge("import", edition, "forms", "--screen").code == 0
    assert opened == [(str(edition), ()), (str(edition), (Path("forms"),))]


def test_without_a_terminal_missing_paths_are_a_usage_error(edition: Path) -> None:
    said = judge("import", edition)
    assert (said.code, "Say which files or folders to import." in said.err) == (2, True)
    said = judge("import", edition, "--screen")
    assert (said.code, "needs a terminal" in said.err) == (1, True)


@pytest.mark.parametrize("option", ["--json", "--dry-run", "--quiet", "--accept-good"])
def test_what_prints_opens_no_screen(
    edition: Path, opened: list[tuple[str, tuple[Path, ...]]], option: str
) -> None:
    assert judge("import", edition, option).code == 2
    assert judge("import", edition, "--screen", option).code == 2
    assert judge("import", edition, "").code == 2
    assert opened == []
