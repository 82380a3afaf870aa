"""Frames hold what the sheets say: every mark of the award and of no other, as numbers that scoring reads."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from sqlalchemy import update

from judge.domain.sheet import SheetState
from judge.services.editions.edition import Edition
from judge.services.sheets.assigning import assign, plan_assignments
from judge.store.driver import append
from judge.store.queries.frames import marks_frame, sheets_frame
from judge.store.tables import mark, sheet
from tests.judge.services import small_papers as papers

WHOLE = ("nomination", "reviewer", "criterion", "ticks")


@pytest.fixture
def assigned(edition: Edition, tmp_path: Path) -> Edition:
    """Four groups, each assigned to the first two reviewers; sheets 1 to 8."""
    papers.file(
        edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path, count=2)
    )
    assert assign(edition, plan_assignments(edition, 2)) == 8
    return edition


def marks(edition: Edition, award: str = "qc-group") -> pd.DataFrame:
    with edition.store.read() as connection:
        frame = marks_frame(connection, award, papers.CRITERIA)
    return frame.sort_values(["nomination", "reviewer", "criterion"], ignore_index=True)


def sheets(edition: Edition, award: str = "qc-group") -> pd.DataFrame:
    with edition.store.read() as connection:
        frame = sheets_frame(connection, award)
    return frame.sort_values(["nomination", "reviewer"], ignore_index=True)


def mark_rows(edition: Edition, *rows: tuple[int, str, int | None]) -> None:
    with edition.store.write() as connection:
        append(connection, mark, rows)


def test_zero_not_applicable_and_unmarked_are_three_things(assigned: Edition) -> None:
    mark_rows(assigned, (1, "alignment", 0), (1, "tools", None), (1, "sharing", 7))
    one = sheets(assigned).loc[0, ["nomination", "reviewer"]]
    expected = pd.DataFrame(
        {
            "nomination": np.full(3, one["nomination"], np.int64),
            "reviewer": np.full(3, one["reviewer"], np.int64),
            "criterion": np.array([0, 2, 5], np.int64),
            "ticks": np.array([0, 0, 7], np.int64),
            "applicable": np.array([True, False, True]),
        }
    )
    assert_frame_equal(marks(assigned), expected)


def test_a_criterion_that_the_rubric_lacks_is_seen(assigned: Edition) -> None:
    mark_rows(assigned, (1, "of-another-rubric", 3), (1, "alignment", 4))
    assert marks(assigned)[["criterion", "ticks"]].to_numpy().tolist() == [[-1, 3], [0, 4]]


def test_marks_by_the_thousand_arrive_each_in_its_place(assigned: Edition) -> None:
    rows = [(sheet, f"extra-{n}", sheet * 1000 + n) for sheet in range(1, 9) for n in range(400)]
    mark_rows(assigned, *rows)
    frame = marks(assigned)
    assert sorted(frame["ticks"]) == [ticks for _, _, ticks in rows]
    assert frame.groupby(["nomination", "reviewer"])["ticks"].agg(lambda t: (t // 1000).nunique()).eq(1).all()
    assert frame.groupby(["nomination", "reviewer"]).size().tolist() == [400] * 8


@pytest.mark.parametrize("award", ["qc-group", "trusted-team"])
def test_an_award_without_marks_has_frames_of_the_same_columns(assigned: Edition, award: str) -> None:
    frame = marks(assigned, award)
    assert len(frame) == 0
    assert frame.dtypes.astype(str).to_dict() == dict.fromkeys(WHOLE, "int64") | {"applicable": "bool"}


def test_other_awards_sheets_and_marks_stay_out(assigned: Edition) -> None:
    mark_rows(assigned, (1, "alignment", 4))
    assert len(marks(assigned, "trusted-team")) == len(sheets(assigned, "trusted-team")) == 0
    assert len(sheets(assigned)) == 8


def test_sheets_come_with_state_and_rubric_as_text(assigned: Edition) -> None:
    frame = sheets(assigned)
    assert frame.columns.tolist() == ["nomination", "reviewer", "state", "rubric"]
    assert frame.dtypes.iloc[:2].astype(str).tolist() == ["int64", "int64"]
    assert set(frame["state"]) == {SheetState.OPEN.value}
    assert set(frame["rubric"]) == {assigned.rubric_digest("qc-group")}


def test_a_state_that_nobody_knows_is_none_of_those_known(assigned: Edition) -> None:
    with assigned.store.write() as connection:
        connection.execute(update(sheet).where(sheet.c.id == 1).values(state="elsewhere"))
    states = sheets(assigned)["state"]
    assert states.cat.categories.tolist() == [state.value for state in SheetState]
    assert states.isna().sum() == 1
