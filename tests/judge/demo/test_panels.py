from collections import Counter

import pytest

from imports.matching import name_key
from imports.register import Register
from imports.remarks import Remarks
from imports.reviewers import read_reviewers
from imports.tables.reading import table_grids
from judge.demo.panels import Reviewer, assignments, panel
from judge.demo.papers import Papers
from rubrics.model import Programme
from tests.judge.demo.conftest import SEED


@pytest.fixture(scope="module")
def reviewers(programme: Programme) -> tuple[Reviewer, ...]:
    return panel(["某地工信局", "某某油田公司"], programme, SEED)


def test_every_award_has_reviewers_enough(reviewers: tuple[Reviewer, ...], programme: Programme) -> None:
    judged = Counter(award for reviewer in reviewers for award in reviewer.awards)
    assert {award.key for award in programme.awards} == set(judged)
    assert min(judged.values()) >= 5


def test_reviewers_differ_in_severity(reviewers: tuple[Reviewer, ...]) -> None:
    severities = [reviewer.severity for reviewer in reviewers]
    assert min(severities) < -0.02
    assert max(severities) > 0.02


def test_loads_are_even_and_within_the_panel(reviewers: tuple[Reviewer, ...]) -> None:
    nominations = [(str(number), "qc-group" if number % 3 else "trusted-team") for number in range(300)]
    chosen = assignments(nominations, reviewers, 5, SEED)
    able = {reviewer.key: reviewer.awards for reviewer in reviewers}
    for nomination, award in nominations:
        assert len(set(chosen[nomination])) == 5
        assert all(award in able[key] for key in chosen[nomination])
    for award in ("qc-group", "trusted-team"):
        loads = Counter(key for nomination, own in nominations if own == award for key in chosen[nomination])
        assert max(loads.values()) - min(loads.values()) <= 1
    assert chosen == assignments(nominations, reviewers, 5, SEED)


def test_the_reviewers_workbook_reads_back(small: Papers, programme: Programme) -> None:
    remarks = Remarks("reviewers.xlsx")
    grids = table_grids(small.reviewers.read_bytes(), "reviewers", remarks)
    records = read_reviewers(grids, Register(programme), remarks)
    assert remarks.findings == ()
    assert [(r.key, name_key(r.name), r.organisation, r.phone, set(r.awards)) for r in records] == [
        (r.key, name_key(r.name), r.organisation, r.phone, set(r.awards)) for r in small.panel
    ]
