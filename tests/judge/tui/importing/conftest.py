"""The secretary's edition, and the folder that the command was typed in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.services.editions.edition import Edition, make_edition
from rubrics.catalogue import load_builtin
from tests.judge.tui.importing.secretary import NAME


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The secretary typed the command in the folder of the season."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    made = make_edition(
        str(tmp_path / NAME), title="[/x] 2019", year=2019, programme=load_builtin("xinjiang_2019")
    )
    yield made
    made.close()
