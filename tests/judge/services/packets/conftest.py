from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from tests.judge.services.packets.post import Post


@pytest.fixture
def post(assigned: Edition, tmp_path: Path) -> Post:
    """An edition with four groups, each assigned to three reviewers, that sends packets out."""
    folder = tmp_path / "returns"
    folder.mkdir()
    return Post(assigned, folder)
