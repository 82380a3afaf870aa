"""Small panels, drawn by hypothesis, and their bootstrap once more in fractions and loops."""

from fractions import Fraction
from itertools import product

from hypothesis import strategies as st

from judge.scoring.award import list_of
from judge.scoring.counting import count
from judge.scoring.exact import Exact
from judge.scoring.method import Method
from judge.scoring.panel import Panel, read_panel
from judge.scoring.safety.compared import Compared, compared
from tests.judge.scoring.agreement.published import SHROUT_FLEISS
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame

MEAN = Method(combine="mean", min_sheets=1)
RUBRIC = rubric(6, 4, step=Fraction(1, 2))
METHODS = (
    MEAN,
    Method(combine="median", min_sheets=1),
    Method(min_sheets=1, trim_from=3),
    Method(min_sheets=1, trim_from=4, drop_high=2),
    Method(min_sheets=1, trim_from=3, trim="criterion"),
    Method(combine="mean", min_sheets=1, rank_on="printed", decimals=0),
    Method(combine="mean", min_sheets=1, round_at="sheet", decimals=0),
    Method(combine="mean", min_sheets=1, ties=("median", "criterion:c1")),
)


def panel_of(sheets: list[Sheet], bodies: dict[int, int]) -> Panel:
    return read_panel(mark_frame(sheets), sheet_frame(sheets), nomination_frame(bodies), RUBRIC)


def listed(panel: Panel, method: Method, seats: tuple[int | None, ...] | None) -> Compared:
    ranked = list_of(panel, method=method, seats=seats)
    return compared(panel, ranked, by_body=seats is not None, seats=seats)


def totals_of(here: Compared, method: Method) -> Exact:
    return count(here.panel, method).totals


def shrout_fleiss(seats: int = 2) -> Compared:
    judged = rubric(10, step=Fraction(1))
    cells = [(n, r, v) for n, row in enumerate(SHROUT_FLEISS) for r, v in enumerate(row)]
    sheets = [Sheet(n, r, (v,)) for n, r, v in cells]
    bodies = nomination_frame(dict.fromkeys(range(6), 0))
    panel = read_panel(mark_frame(sheets), sheet_frame(sheets), bodies, judged)
    return listed(panel, MEAN, (seats,))


@st.composite
def panels(draw: st.DrawFn, most_reviewers: int = 4) -> Panel:
    """Up to six nominations in two bodies, with sheets by some of a few reviewers; each has at least one."""
    count = draw(st.integers(1, 6))
    reviewers = range(draw(st.integers(1, most_reviewers)))
    sheets = [
        Sheet(code, by, (draw(st.integers(0, 6)), draw(st.integers(0, 4))))
        for code in range(count)
        for by in draw(st.sets(st.sampled_from(reviewers), min_size=1))
    ]
    return panel_of(sheets, {code: draw(st.integers(0, 1)) for code in range(count)})


def by_hand(compared: Compared, method: Method, seats: tuple[int, ...]) -> list[tuple[Fraction, Fraction]]:
    """How often each nomination is above the line, and how often tied on it: every order of every draw."""
    panel = compared.panel
    totals = totals_of(compared, method)
    given: dict[int, dict[int, Fraction]] = {}
    for at, owner in enumerate(panel.sheet_nomination.tolist()):
        given.setdefault(owner, {})[int(panel.sheet_reviewer[at])] = totals.fraction(at)
    circles = _circles(given)
    every = [list(product(sorted(circle), repeat=len(circle))) for circle in circles]
    above, tied = [0] * len(given), [0] * len(given)
    for draw in product(*every):
        drawn = [one for part in draw for one in part]
        scores = []
        for owner in range(len(given)):
            values = [given[owner][by] for by in drawn if by in given[owner]]
            scores.append(_score(values or list(given[owner].values()), method))
        for owner in range(len(given)):
            mine = [s for at, s in enumerate(scores) if panel.bodies[at] == panel.bodies[owner]]
            place = 1 + sum(one > scores[owner] for one in mine)
            limit = seats[int(panel.bodies[owner])]
            above[owner] += place <= limit
            tied[owner] += place <= limit < place - 1 + mine.count(scores[owner])
    count = 1
    for one in every:
        count *= len(one)
    return [(Fraction(a, count), Fraction(t, count)) for a, t in zip(above, tied, strict=True)]


def _score(values: list[Fraction], method: Method) -> Fraction:
    ordered = sorted(values)
    count = len(ordered)
    if method.combine == "median":
        ordered = ordered[(count - 1) // 2 : count // 2 + 1]
    elif method.combine == "trimmed-mean" and count >= method.trim_from:
        ordered = ordered[method.drop_low : count - method.drop_high]
    return sum(ordered, Fraction(0)) / len(ordered)


def _circles(given: dict[int, dict[int, Fraction]]) -> list[set[int]]:
    circles: list[set[int]] = []
    for sheets in given.values():
        met = [circle for circle in circles if circle & sheets.keys()]
        circles = [circle for circle in circles if circle not in met] + [set(sheets).union(*met)]
    return circles
