"""Every mark finds its sheet, and only its own."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from judge.scoring.codes import Codes
from judge.scoring.sheets import index_sheets
from tests.judge.scoring.panels import Sheet, sheet_frame

CODES = st.one_of(st.integers(0, 12), st.integers(0, 12).map(lambda code: code * 100_000))
PAIRS = st.sets(st.tuples(CODES, CODES), max_size=60)


@given(PAIRS, PAIRS, st.sets(CODES))
def test_the_search_finds_what_a_plain_look_in_a_list_finds(
    assigned: set[tuple[int, int]], asked: set[tuple[int, int]], others: set[int]
) -> None:
    nominations = sorted({nomination for nomination, _ in assigned} | others)
    sheets = [Sheet(nomination, reviewer, ()) for nomination, reviewer in assigned]
    search = index_sheets(sheet_frame(sheets), Codes(np.array(nominations, np.int64))).search()
    pairs = [*assigned, *asked]
    nomination, reviewer = np.array(pairs, np.int64).reshape(-1, 2).T
    ordered = sorted(assigned)
    assert search.rows(nomination, reviewer).tolist() == [
        ordered.index(pair) if pair in assigned else -1 for pair in pairs
    ]
