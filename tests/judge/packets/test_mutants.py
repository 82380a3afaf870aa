"""Spoilt returns by the hundred; the ten thousand are `make mutants`."""

from pathlib import Path

import pytest

from judge.services.editions.edition import make_edition
from judge.services.sheets.assigning import assign, plan_assignments
from rubrics.catalogue import load_builtin
from tests.judge.packets.trials import try_mutants
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.post import Post, proved


@pytest.fixture
def post(tmp_path: Path) -> Post:
    edition = make_edition(
        str(tmp_path / "2019.judge"), title="2019", year=2019, programme=load_builtin("xinjiang_2019")
    )
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    assign(edition, plan_assignments(edition, 3))
    folder = tmp_path / "returns"
    folder.mkdir()
    return Post(edition, folder)


@pytest.mark.slow
def test_no_spoilt_return_is_taken_not_even_in_part(post: Post) -> None:
    trials = try_mutants(post, seed=2019, count=440)
    assert [(deed, fault) for _, (deed, _data), fault in trials.wrong] == []
    assert len(trials.codes) > 20
    proved(post.edition)
    post.edition.close()
