"""The house stays small: no file that nobody can hold in mind."""

from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
PACKAGES = ("judge", "rubrics", "imports", "exports")
FILES = [path for package in PACKAGES for path in sorted((HOUSE / package).rglob("*.py"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_no_file_is_longer_than_five_hundred_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


def test_most_files_are_shorter_than_a_hundred_and_fifty_lines() -> None:
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES)
    assert lengths[len(lengths) * 3 // 4] <= 150
