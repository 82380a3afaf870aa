"""What was found once and mended stays mended: every file below `found`, its folder saying what it is."""

from pathlib import Path

import pytest

from tests.fuzz.cases import Case
from tests.fuzz.ground import Ground
from tests.fuzz.worker import outcome

FOUND = sorted(path for path in Path(__file__).with_name("found").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.parent.name)
def test_it_is_read_or_refused(path: Path, ground: Ground, papers: Path) -> None:
    assert not outcome(ground, Case(path.name, path.read_bytes(), ()), papers).fault


def test_there_are_files_to_try() -> None:
    assert FOUND
