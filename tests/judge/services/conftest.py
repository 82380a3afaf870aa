from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import assign, plan_assignments
from tests.judge.services import small_papers as papers


@pytest.fixture
def filed(edition: Edition, tmp_path: Path) -> Edition:
    """An edition with quotas, four groups and three reviewers."""
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    return edition


@pytest.fixture
def assigned(filed: Edition) -> Edition:
    """The same, with every group assigned to all three reviewers."""
    assert assign(filed, plan_assignments(filed, 3)) == 12
    return filed
