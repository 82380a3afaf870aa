from collections.abc import Iterator
from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from tests.judge.tui.panels.office import with_panels


@pytest.fixture
def edition(tmp_path: Path) -> Iterator[Edition]:
    made = with_panels(tmp_path)
    yield made
    made.close()
