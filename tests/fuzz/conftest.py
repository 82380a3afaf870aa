from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.locale import language, speak
from tests.fuzz.ground import Ground
from tests.fuzz.worker import without_office


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    laid = Ground(tmp_path_factory.mktemp("fuzz"))
    yield laid
    laid.close()


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = language()
    without_office(monkeypatch.setattr)
    yield
    speak(before)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Where a case's file is put."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder
