"""Random panels on paper: in both languages every printed equation recomputes, and no line is too wide."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from judge.cli.explained.data import as_data
from judge.cli.explained.paper import WIDTH, Grid, Heading, Line, page
from judge.cli.explained.paper_of import explained_items
from judge.domain.left_out import Ground, LeftOut
from judge.domain.sheet import Mark
from judge.locale import speak
from judge.scoring.award import list_of
from judge.scoring.award_list import AwardList
from judge.scoring.calibration.record import CalibrationRefused
from judge.scoring.counting import NOWHERE
from judge.scoring.explaining.accounts import Account, account_of
from judge.scoring.explaining.explanation import explanation_of
from judge.scoring.explaining.placing import placing_of
from judge.scoring.method import Method
from judge.scoring.panel import read_panel
from judge.services.figures.explained import ExplainedList, ExplainedNomination, ExplainedSheet
from judge.store.queries.frames import Filed
from rubrics.model import Gate, Text
from tests.judge.locale.arithmetic import chains, checked, evaluated
from tests.judge.scoring.calibration.tables import crossed
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame
from tests.property.test_scoring import BODIES, Case, cases

TITLE = Text("优秀小组", "Outstanding groups")
GROUNDS = {
    "open": Ground.OPEN,
    "returned": Ground.RETURNED,
    "recused": Ground.RECUSED,
    "excluded": Ground.EXCLUDED,
    "forked": Ground.FORKED,
    "absent": Ground.CLOSED,
    "late": Ground.LATE,
}


def explained(case: Case, sections: Mapping[int, str] = NOWHERE) -> Iterator[ExplainedNomination]:
    """What a service would make of the case: every nomination, on one list."""
    frames = mark_frame(case.sheets), sheet_frame(case.sheets), nomination_frame(case.bodies)
    panel = read_panel(*frames, case.rubric)
    ranked = list_of(
        panel, method=case.method, seats=case.seats, ineligible=case.ineligible, sections=sections
    )
    account = account_of(panel, case.method, ranked.calibration, sections)
    for nomination in case.bodies:
        yield _explained(case, ranked, account, nomination)


def _explained(case: Case, ranked: AwardList, account: Account, nomination: int) -> ExplainedNomination:
    steps = explanation_of(account, nomination)
    filed = {
        code: Filed(code, f"n-{code}", body, f"小组{code}", "企业", "", ())
        for code, body in case.bodies.items()
    }
    own = [sheet for sheet in case.sheets if sheet.nomination == nomination]
    sheets = tuple(
        ExplainedSheet(
            reviewer=f"R{sheet.reviewer}",
            number=number,
            state=sheet.state,
            left_out=LeftOut(GROUNDS[sheet.state], "有其理由") if sheet.state in GROUNDS else None,
            judged=1,
            marks=tuple(map(Mark, sheet.ticks)),
            words=(),
            steps=steps.sheets.get(sheet.reviewer),
        )
        for number, sheet in enumerate(own, start=1)
    )
    placing = placing_of(ranked, nomination, case.seats)
    listed = ExplainedList("a", TITLE, None, applied=False, placing=placing, straddles=ranked.straddles)
    return ExplainedNomination(
        edition="一届",
        edition_id="1",
        year=2019,
        award="a",
        award_title=TITLE,
        nomination=filed[nomination],
        body="某地区工信局",
        revision=1,
        rubric=replace(account.panel.rubric, gates=(Gate("gate", TITLE, "一.3"),)),
        rubric_digest="0" * 64,
        method=ranked.method,
        method_ruled=None,
        quorum=None,
        blind=False,
        sheets=sheets,
        score=steps.score,
        raw=steps.raw,
        staged=None,
        stages={},
        calibration=ranked.calibration,
        gates=(),
        lists=(listed,),
        filed=filed,
        reviewers={sheet.reviewer: f"R{sheet.reviewer}" for sheet in case.sheets},
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@settings(max_examples=60, deadline=None)
@given(case=cases(), anonymous=st.booleans())
def test_every_equation_of_every_page_recomputes(language: str, case: Case, *, anonymous: bool) -> None:
    assert len(case.seats) == BODIES
    speak(language)
    try:
        for one in explained(case):
            items = tuple(explained_items(one, anonymous=anonymous))
            comes_to = [checked(chain, case.method.decimals) for item in items for chain in said(item)]
            assert one.score is None or one.score.result in comes_to or not equations(one)
            for sheet in one.sheets:
                assert sheet.steps is None or sheet.steps.total.result in comes_to or len(sheet.marks) == 1
            for line in page(items):
                assert cell_len(line) <= WIDTH
            as_data(one, anonymous=anonymous)
    finally:
        speak("en")


def said(item: Heading | Line | Grid) -> list[str]:
    """The arithmetic of an item; a grid has none."""
    return list(chains(item.text)) if isinstance(item, Line) else []


def equations(one: ExplainedNomination) -> bool:
    """Whether the score is made of more than one figure, so that there is an equation to be printed."""
    assert one.score is not None
    equation = one.score.total or one.score.rows[0].mean
    return equation is not None and len(equation.terms) > 1


_ABOUT = re.compile(r"(\([-−0-9./]+ − [0-9.]+\) × [0-9.]+ ÷ [0-9.]+) ≈ ([−0-9.]+)")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", ["severity", "z-score", "section"])
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 10**6), combine=st.sampled_from(("mean", "trimmed-mean")), anonymous=st.booleans())
def test_calibrated_pages_recompute(
    language: str, kind: str, seed: int, combine: str, *, anonymous: bool
) -> None:
    sheets = [Sheet(n, r, (ticks,)) for (n, r), ticks in crossed(seed, each=4).items()]
    bodies = dict.fromkeys((sheet.nomination for sheet in sheets), 0)
    method = Method(calibrate=kind, combine=combine, trim_from=4)
    case = Case(sheets, bodies, rubric(200), method, (5,), {})
    sections = {code: "甲乙"[code % 2] for code in bodies}
    speak(language)
    try:
        pages = tuple(explained(case, sections))
    except CalibrationRefused:
        return
    else:
        for one in pages:
            items = tuple(explained_items(one, anonymous=anonymous))
            comes_to = [checked(chain, 2) for item in items for chain in said(item)]
            assert one.score is not None
            assert one.raw is not None
            assert {one.score.result, one.raw.result} <= set(comes_to)
            about = [found for item in items if isinstance(item, Line) for found in _ABOUT.findall(item.text)]
            assert len(about) == (len(one.sheets) if kind == "z-score" else 0)
            for expression, shown in about:
                assert abs(evaluated(expression) - evaluated(shown)) < Fraction(1, 10**4)
            as_data(one, anonymous=anonymous)
    finally:
        speak("en")
