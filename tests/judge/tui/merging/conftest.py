from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judge.services.packets.post import Post
from tests.judge.tui.merging.office import every_sort, posted


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Post]:
    """Returns of every sort in the folder where the secretary typed the command."""
    made = posted(tmp_path)
    every_sort(made)
    monkeypatch.chdir(tmp_path)
    yield made
    made.edition.close()
