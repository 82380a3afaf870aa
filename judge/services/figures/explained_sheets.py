"""The sheets of a nomination as they are explained: what each counts as, and why one does not count."""

from collections.abc import Iterator, Mapping

from judge.domain.panel_marks import lot
from judge.domain.sheet import Mark
from judge.ledger import acts
from judge.ledger.left_out import why_left_out
from judge.ledger.ruled import Ruled
from judge.scoring.explaining.sheets import SheetSteps
from judge.services.figures.explained import ChairsWord, ExplainedSheet
from judge.services.lists.entered import Entered
from judge.store.connection import Connection
from judge.store.queries.closings import panel_sheets
from judge.store.queries.lots import seed_of_lots
from judge.store.queries.sheet_acts import rulings_on_sheets
from judge.store.sheets import load_many


class SheetView:
    """Reads sheets in one view of an edition, under the rulings that hold."""

    def __init__(self, connection: Connection, ruled: Ruled) -> None:
        self._seed = seed_of_lots(connection)
        self._connection = connection
        self._ruled = ruled
        self._words = rulings_on_sheets(connection)

    def of(self, key: str, entered: Entered, steps: Mapping[int, SheetSteps]) -> tuple[ExplainedSheet, ...]:
        """All sheets of a nomination, in the order of their reviewers' appointment.

        Args:
            key: the nomination's.
            entered: its award.
            steps: those of its counted sheets, by reviewer code.
        """
        there = tuple(panel_sheets(self._connection, nomination_key=key))
        pairs = {(one.version.nomination, one.version.reviewer) for one in there}
        rows = load_many(self._connection, pairs)
        drawn = sorted((one.version.reviewer for one in there), key=lambda one: lot(self._seed, key, one))
        explained = []
        for one in there:
            projection = rows[key, one.version.reviewer].projection
            marks = {criterion: Mark(ticks) for criterion, ticks in projection.marks.items()}
            explained.append(
                ExplainedSheet(
                    reviewer=one.version.reviewer,
                    number=drawn.index(one.version.reviewer) + 1,
                    state=str(self._ruled.state_of(one.version, entered.award, pairs)),
                    left_out=why_left_out(one.version, entered.award, self._ruled, pairs, projection.reason),
                    judged=projection.judged_revision,
                    marks=tuple(marks.get(criterion.key) for criterion in entered.rubric.criteria),
                    words=tuple(self._said_of(key, one.version.reviewer)),
                    steps=steps.get(one.reviewer_id),
                )
            )
        return tuple(explained)

    def _said_of(self, key: str, reviewer: str) -> Iterator[ChairsWord]:
        subject = acts.sheet_subject(key, reviewer)
        return (ChairsWord(one.kind, one.reason) for one in self._words if one.subject == subject)
