"""Panels by who gave what to whom, a single criterion of 100 points in steps of one half."""

from collections.abc import Mapping

import numpy as np

from judge.scoring.exact import Exact
from judge.scoring.panel import Panel, read_panel
from judge.scoring.totals import sheet_totals
from tests.judge.scoring.panels import Sheet, mark_frame, nomination_frame, rubric, sheet_frame

Table = Mapping[tuple[int, int], int]
"""Ticks by (nomination, reviewer)."""


def panel_of(table: Table, open_sheets: Mapping[int, int] | None = None) -> Panel:
    """A panel of submitted sheets; `open_sheets` has reviewers of open ones by nomination."""
    sheets = [Sheet(nomination, reviewer, (ticks,)) for (nomination, reviewer), ticks in table.items()]
    waiting = [Sheet(n, r, (), "open") for n, r in (open_sheets or {}).items()]
    bodies = {one.nomination: 0 for one in (*sheets, *waiting)}
    return read_panel(
        mark_frame(sheets), sheet_frame([*sheets, *waiting]), nomination_frame(bodies), rubric(200)
    )


def totals_of(panel: Panel) -> Exact:
    return sheet_totals(panel)


def crossed(
    seed: int, nominations: int = 12, reviewers: int = 5, each: int = 3, severity: float = 8
) -> dict[tuple[int, int], int]:
    """Nominations dealt to reviewers by chance, who differ in severity by so many ticks."""
    rng = np.random.default_rng(seed)
    strength, lenient = rng.normal(0, 15, nominations), rng.normal(0, severity, reviewers)
    return {
        (n, r): int(np.clip(round(100 + strength[n] + lenient[r] + rng.normal(0, 6)), 0, 200))
        for n in range(nominations)
        for r in rng.choice(reviewers, each, replace=False).tolist()
    }
