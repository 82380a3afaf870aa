"""Sections are evened out over all of their nominations, also where only some are compared."""

import numpy as np

from judge.scoring.award import list_of
from judge.scoring.award_list import AwardList
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.safety.compared import compared
from judge.scoring.safety.recounting import Recount
from tests.judge.scoring.panels import mark_frame, nomination_frame, rubric, same_from_all, sheet_frame

TOTALS = {1: 100, 2: 96, 3: 90, 4: 20, 5: 98, 6: 97}
SECTIONS = {1: "A", 2: "A", 3: "A", 4: "A", 5: "B", 6: "B"}
METHOD = Method(combine="mean", calibrate="section")
BARRED = 4
"""The weak one of section A, by which its others are moved up, takes no place itself."""


def rank(panel: Panel, method: Method) -> AwardList:
    barred = {BARRED: ("gate",)} if BARRED in panel.nominations else {}
    return list_of(panel, method=method, ineligible=barred, sections=SECTIONS)


def test_drawing_every_reviewer_once_gives_the_list_itself() -> None:
    sheets = same_from_all(TOTALS)
    panel = read_panel(
        mark_frame(sheets), sheet_frame(sheets), nomination_frame(dict.fromkeys(TOTALS, 0)), rubric(200)
    )
    ranked = rank(panel, METHOD)
    there = compared(panel, ranked, by_body=False)
    assert BARRED not in there.panel.nominations
    found = Recount(there, METHOD, rank).places(np.ones((1, 3), np.int8))
    assert found[0].tolist() == there.place.tolist()
    # Among those compared alone, section A would not be moved up so far.
    alone = rank(there.panel, METHOD)
    assert alone.rank[np.argsort(alone.nomination)].tolist() != there.place.tolist()
