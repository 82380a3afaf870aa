"""Each mark gets into its cell whatever the order of the rows, and what is wrong is refused in any order."""

import random
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring import sorting, spans
from judge.scoring.panel import read_panel
from judge.scoring.problems import PanelRefused
from tests.judge.scoring.panels import NA, Sheet, mark_frame, nomination_frame, rubric, sheet_frame

FULL = (4, 128, 9)
RUBRIC = rubric(*FULL, optional=(0, 2))
CODES = st.one_of(st.integers(1, 6), st.integers(1, 6).map(lambda code: code * 1_000_000))


def ticks(state: str) -> st.SearchStrategy[list[int | None]]:
    """What a sheet says; one that does not count may break off anywhere."""
    much = st.one_of(st.just(128), st.integers(0, 128))
    whole = st.tuples(st.one_of(st.none(), st.integers(0, 4)), much, st.integers(0, 9))
    least = len(FULL) if state == "submitted" else 0
    return st.tuples(whole, st.integers(least, len(FULL))).map(lambda said: list(said[0][: said[1]]))


@st.composite
def panels(draw: st.DrawFn) -> list[Sheet]:
    pairs = draw(st.lists(st.tuples(CODES, CODES), unique=True, max_size=12))
    states = [draw(st.sampled_from(("submitted", "submitted", "open", "recused"))) for _ in pairs]
    return [Sheet(*pair, draw(ticks(state)), state) for pair, state in zip(pairs, states, strict=True)]


def by_turns(marks: pd.DataFrame, column: str, within: str) -> pd.DataFrame:
    """The criteria come as on whole sheets, but from mark to mark another of `column` has its turn."""
    here = marks.groupby(within)[column]
    turn = (here.rank("dense") + marks["criterion"]) % here.transform("nunique")
    return marks.assign(turn=turn).sort_values([within, "turn", "criterion"])


def arrangements(marks: pd.DataFrame, draw: random.Random) -> Mapping[str, pd.DataFrame]:
    """The rows as the store gives them, and in several other orders."""
    key = marks["criterion"].map({0: 2, 1: 0, 2: 1})
    stored = marks.assign(key=key).sort_values(["nomination", "reviewer", "key"])
    sheets = [group for _, group in stored.groupby(["nomination", "reviewer"])]
    draw.shuffle(sheets)
    rows = list(range(len(marks)))
    draw.shuffle(rows)
    return {
        "as stored": stored,
        "sheet by sheet": pd.concat(sheets) if sheets else stored,
        "as in the rubric": marks.sort_values(["nomination", "reviewer", "criterion"]),
        "reviewers by turns": by_turns(marks, "reviewer", "nomination"),
        "nominations by turns": by_turns(marks, "nomination", "reviewer"),
        "none": marks.iloc[rows],
    }


@pytest.fixture(params=["as it is", "in small spans", "counted", "both"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small panels go every way that large ones go."""
    if request.param in {"in small spans", "both"}:
        monkeypatch.setattr(spans, "IN_CACHE", 6)
    if request.param in {"counted", "both"}:
        monkeypatch.setattr(sorting, "COUNTED_FROM", 1)


@given(sheets=panels(), draw=st.randoms(use_true_random=False))
def test_a_counted_sheet_says_what_its_marks_say_in_any_order(
    sheets: list[Sheet], draw: random.Random
) -> None:
    counting = sorted((s for s in sheets if s.state == "submitted"), key=lambda s: (s.nomination, s.reviewer))
    wanted = [[-1 if tick is NA else tick for tick in sheet.ticks] for sheet in counting]
    nominations = nomination_frame({sheet.nomination: 0 for sheet in sheets})
    for name, marks in arrangements(mark_frame(sheets), draw).items():
        draw.shuffle(sheets)
        panel = read_panel(marks, sheet_frame(sheets), nominations, RUBRIC)
        assert panel.ticks.tolist() == wanted, name
        assert panel.sheet_reviewer.tolist() == [sheet.reviewer for sheet in counting]
        assert panel.applicable.tolist() == [[tick >= 0 for tick in row] for row in wanted]


WHOLE = [Sheet(n, r, (n % 4, 100 + n + r, 9 - r)) for n in range(1, 5) for r in (3, 5, 8)]

NOMINATIONS = nomination_frame(dict.fromkeys(range(1, 5), 0))


def spoiled(marks: pd.DataFrame, code: str) -> pd.DataFrame:
    """Good marks with one mistake."""
    at = len(marks) // 2
    if code == "mark-repeated":
        return pd.concat([marks, marks.iloc[[at]]])
    if code == "mark-missing":
        return marks.drop(index=at)
    changes: Mapping[str, tuple[str, object]] = {
        "mark-without-sheet": ("reviewer", 4),
        "mark-criterion-unknown": ("criterion", 3),
        "mark-out-of-range": ("ticks", 129),
        "mark-not-applicable-with-ticks": ("applicable", False),
    }
    column, value = changes[code]
    return marks.assign(**{column: marks[column].where(marks.index != at, value)})


@pytest.mark.parametrize(
    "code",
    [
        "mark-repeated",
        "mark-missing",
        "mark-without-sheet",
        "mark-criterion-unknown",
        "mark-out-of-range",
        "mark-not-applicable-with-ticks",
    ],
)
def test_one_wrong_mark_is_refused_in_the_same_words_in_any_order(code: str) -> None:
    said = []
    for marks in arrangements(spoiled(mark_frame(WHOLE), code), random.Random(7)).values():  # noqa: S311
        with pytest.raises(PanelRefused) as refused:
            read_panel(marks, sheet_frame(WHOLE), NOMINATIONS, RUBRIC)
        said.append([(problem.code, dict(problem.params)) for problem in refused.value.problems])
    assert said[0][0][0] == code
    assert all(one == said[0] for one in said)


def test_a_sheet_that_comes_twice_is_not_two_sheets() -> None:
    twice: Sequence[pd.DataFrame] = [mark_frame(WHOLE), mark_frame(WHOLE[:1])]
    with pytest.raises(PanelRefused, match="mark-repeated"):
        read_panel(pd.concat(twice), sheet_frame(WHOLE), NOMINATIONS, RUBRIC)


def test_what_computes_with_ticks_gets_room_for_it() -> None:
    panel = read_panel(mark_frame(WHOLE), sheet_frame(WHOLE), NOMINATIONS, RUBRIC)
    assert panel.ticks.dtype == np.int64
    assert panel.ticks.flags.c_contiguous
