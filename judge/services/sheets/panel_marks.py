"""What the panel gave a nomination, for its reviewers: nothing before their award is closed by ruling."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from judge.domain.panel_marks import PanelMarks, PanelSheet, lot
from judge.domain.refusal import Refusal
from judge.domain.sheet import ByRuling, SheetState
from judge.ledger.ruled import Ruled, ruled
from judge.locale import _
from judge.locale.methods import method_words
from judge.services.editions.edition import Edition
from judge.services.lists.methods import method_faults, method_of
from judge.store.connection import Connection
from judge.store.queries.closings import PanelSheet as StoredSheet
from judge.store.queries.closings import barred_by, panel_sheets
from judge.store.queries.lots import seed_of_lots
from judge.store.queries.office import rulings
from judge.store.sheets import SheetRow, load_many
from rubrics.model import Rubric

if TYPE_CHECKING:
    from judge.domain.standing import RankedLine
    from judge.scoring.method import Method


class Closed(NamedTuple):
    """Why a sheet takes no more changes, and what the panel gave; "" and None where neither is to be told."""

    reason: str = ""
    panel: PanelMarks | None = None


def closed(edition: Edition, connection: Connection, own: SheetRow, rubric: Rubric) -> Closed:
    """What rulings close one's own sheet with, and the marks of the panel once its award is closed.

    Of others nothing but marks and totals is told, and they go by numbers that differ from nomination to
    nomination, so that nobody's hand is recognised. Who stepped back from the nomination, or was withdrawn,
    is told nothing of it.
    """
    sort = barred_by(connection, own.award, own.nomination, own.reviewer)
    if sort is None:
        return Closed()
    held = ruled(rulings(connection))
    if sort == "reviewer":
        return Closed(held.withdrawn[own.reviewer].reason)
    closing = held.closing(own.nomination, own.award)
    reason = closing.reason if closing else ""
    if own.award not in held.awards or own.projection.state is SheetState.RECUSED:
        return Closed(reason)
    return Closed(reason, _panel_marks(edition, connection, held, own, rubric))


def _panel_marks(
    edition: Edition, connection: Connection, held: Ruled, own: SheetRow, rubric: Rubric
) -> PanelMarks:
    there = _there(connection, held, own)
    method = method_of(edition, held, own.award)
    # Of one nomination alone nobody's severity can be told: a desk shows what its sheets themselves say.
    # Nor does it show later stages, which have papers of their own.
    plain = replace(method, calibrate="none", stages=())
    line, totals = _counted(there, own.award, rubric, plain)
    beside = _(" On the list, the score is calibrated besides.") if method.calibrate != "none" else ""
    beside += _(" On the list, later stages are weighted in.") if method.stages else ""
    return PanelMarks(
        sheets=tuple(
            _sheet(number, one, totals.get(number), own=one.row.reviewer == own.reviewer)
            for number, one in enumerate(there, start=1)
        ),
        score=line.score,
        printed=line.printed,
        method=method_words(plain, rubric) + beside,
        reason=held.awards[own.award].reason,
    )


class _Seated(NamedTuple):
    """A sheet of the nomination, and what it counts as."""

    row: SheetRow
    state: str


def _there(connection: Connection, held: Ruled, own: SheetRow) -> list[_Seated]:
    """The nomination's sheets in the order of their numbers."""
    seed = seed_of_lots(connection)
    stored: Sequence[StoredSheet] = tuple(panel_sheets(connection, nomination_key=own.nomination))
    pairs = {(one.version.nomination, one.version.reviewer) for one in stored}
    rows = load_many(connection, pairs)
    seated = [
        _Seated(
            rows[one.version.nomination, one.version.reviewer],
            held.state_of(one.version, own.award, pairs),
        )
        for one in stored
    ]
    return sorted(seated, key=lambda one: lot(seed, one.row.nomination, one.row.reviewer))


def _sheet(number: int, one: _Seated, total: Fraction | None, *, own: bool) -> PanelSheet:
    state = _STATES[one.state]
    # Of a sheet that does not count nothing is told but that.
    marks = dict(one.row.projection.marks) if total is not None else {}
    return PanelSheet(number, own, state, marks, total)


_STATES: Mapping[str, SheetState | ByRuling] = {state.value: state for state in (*SheetState, *ByRuling)}


class _Counted(NamedTuple):
    """The nomination counted by itself: its line, whose place means nothing, and totals by number."""

    line: "RankedLine"
    totals: Mapping[int, Fraction]


def _counted(there: Sequence[_Seated], award: str, rubric: Rubric, method: "Method") -> _Counted:
    # No desk waits for these before its award is closed.
    import pandas as pd  # noqa: PLC0415

    from judge.scoring.award import list_of  # noqa: PLC0415
    from judge.scoring.counting import count  # noqa: PLC0415
    from judge.scoring.panel import read_panel  # noqa: PLC0415
    from judge.scoring.problems import MethodRefused, PanelRefused  # noqa: PLC0415

    position = {criterion.key: at for at, criterion in enumerate(rubric.criteria)}
    marks = [
        (1, number, position.get(key, -1), ticks or 0, ticks is not None)
        for number, one in enumerate(there, start=1)
        for key, ticks in one.row.projection.marks.items()
    ]
    states = [(1, number, one.state) for number, one in enumerate(there, start=1)]
    frames = (
        pd.DataFrame(marks, columns=["nomination", "reviewer", "criterion", "ticks", "applicable"]),
        pd.DataFrame(states, columns=["nomination", "reviewer", "state"]),
        pd.DataFrame({"nomination": [1], "body": [0]}),
    )
    try:
        panel = read_panel(*frames, rubric)
        line = list_of(panel, method=method).line(0)
        totals = count(panel, method).totals
    except MethodRefused as refused:
        raise method_faults(refused, method, award) from refused
    except PanelRefused as refused:
        codes = tuple(problem.code for problem in refused.problems)
        raise Refusal("panel-refused", award=award, problems=codes) from refused
    return _Counted(line, {int(n): totals.fraction(at) for at, n in enumerate(panel.sheet_reviewer)})
