"""An award list in columns; lines are made when someone looks at them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np

from judge.domain.standing import RankedLine, Standing
from judge.scoring.allocation import REASONS, STANDINGS, code_of
from judge.scoring.calibration.raw import Raw
from judge.scoring.calibration.record import Calibration
from judge.scoring.combine import Scores
from judge.scoring.exact import Exact, Positions, Whole
from judge.scoring.method import Method
from judge.scoring.rounding import as_text
from judge.scoring.sorting import order
from judge.scoring.spans import in_two
from judge.scoring.stages import StageScores

PER_LINE = (
    "nomination", "body", "standing", "rank", "rank_in_body", "reserve_place", "reason_bits", "printed",
    "counted", "expected", "absent",
)  # fmt: skip

MANY = 1 << 15
"""From so many lines on two threads put the columns in order sooner than one."""


@dataclass(frozen=True, slots=True, eq=False)
class AwardList:
    """Ranks and standings of one award or quota category, a column each.

    Order of lines: ranked ones by `rank`, then body, then nomination code; after them the unranked, the
    undecided before the ineligible, each by body and nomination code. Order means nothing among equal ranks.

    `standing` are positions in `allocation.STANDINGS`, `reason_bits` bits by `allocation.REASONS`; `rank`,
    `rank_in_body` and `reserve_place` are 0 where there is none. `printed` counts units of the method's last
    decimal. `gates` are the keys of gates not met, by nomination. `straddles` says that some scores are
    trimmed and others are not. `steps` are the places by score and after each breaker of the method's chain
    (`breakers.chain`), 0 for the unranked; None for a method without breakers. `ahead_by` and `behind_by` are
    `breakers.chain.Broken`'s, None likewise. Where the method calibrates, `calibration` records what that did
    and `raw` has the figures without it. `stages` are those of a list in stages, its own first.
    """

    method: Method
    nomination: Positions
    body: Positions
    standing: Positions
    rank: Positions
    rank_in_body: Positions
    reserve_place: Positions
    reason_bits: Positions
    gates: Mapping[int, tuple[str, ...]]
    scores: Scores
    printed: Whole
    counted: Positions
    expected: Positions
    absent: Positions
    straddles: bool
    steps: Positions | None = None
    ahead_by: Positions | None = None
    behind_by: Positions | None = None
    calibration: Calibration | None = None
    raw: Raw | None = None
    stages: tuple[StageScores, ...] = ()

    def __len__(self) -> int:
        return len(self.nomination)

    def lines(self, start: int = 0, stop: int | None = None) -> Iterator[RankedLine]:
        """The lines from `start` up to `stop`, made as they are asked for."""
        return (self.line(at) for at in range(*slice(start, stop).indices(len(self))))

    def line(self, at: int) -> RankedLine:
        """The line at a position of the list."""
        scored = bool(self.scores.scored[at])
        nomination = int(self.nomination[at])
        return RankedLine(
            nomination=nomination,
            body=int(self.body[at]),
            rank=int(self.rank[at]) or None,
            rank_in_body=int(self.rank_in_body[at]) or None,
            score=self.scores.score.fraction(at) if scored else None,
            printed=as_text(int(self.printed[at]), self.method.decimals) if scored else "",
            standing=STANDINGS[self.standing[at]],
            reserve_place=int(self.reserve_place[at]) or None,
            reasons=self._reasons(at) + self.gates.get(nomination, ()),
            sheets_counted=int(self.counted[at]),
            sheets_expected=int(self.expected[at]),
            sheets_absent=int(self.absent[at]),
            lowest=self.scores.lowest.fraction(at) if scored else None,
            highest=self.scores.highest.fraction(at) if scored else None,
            ahead_by=self._breaker(self.ahead_by, at),
            behind_by=self._breaker(self.behind_by, at),
            raw=self.raw.figures(at, self.method.decimals) if self.raw and scored else None,
            stages=tuple(stage.line(at) for stage in self.stages),
        )

    def take(self, positions: Positions) -> "AwardList":
        """The list with only the lines at `positions`, in that order."""
        columns = {name: getattr(self, name) for name in (*PER_LINE, *self._of_ties())}
        columns |= {field.name: getattr(self.scores, field.name) for field in fields(Scores)}

        def taken(column: Any) -> Any:  # noqa: ANN401 - an array or exact values, the same again
            return column.take(positions) if isinstance(column, Exact) else column.take(positions, axis=0)

        many = len(positions) >= MANY
        made = dict(zip(columns, (in_two if many else map)(taken, [*columns.values()]), strict=True))
        scores = {field.name: made.pop(field.name) for field in fields(Scores)}
        raw = self.raw.take(positions) if self.raw else None
        stages = tuple(stage.take(positions) for stage in self.stages)
        return replace(self, **made, scores=Scores(**scores), raw=raw, stages=stages)

    def unranked(self, reason_bits: Positions) -> "AwardList":
        """The same nominations with no places yet, and only these reasons."""
        nothing = np.zeros(len(self), np.int64)
        return replace(
            self, rank=nothing, rank_in_body=nothing, reserve_place=nothing, reason_bits=reason_bits
        )

    def with_rows(self, positions: Positions, columns: Mapping[str, Positions]) -> "AwardList":
        """The list with new values of some columns at `positions`."""
        if len(positions) == len(self):
            return replace(self, **dict[str, Any](columns))
        changed = {name: getattr(self, name).copy() for name in columns}
        for name, values in columns.items():
            changed[name][positions] = values
        return replace(self, **changed)

    def in_order(self) -> "AwardList":
        """The list with its lines, until now by nomination code, in the stated order."""
        unranked = len(self) + 1 + (self.standing == code_of(Standing.INELIGIBLE))
        group = np.where(self.rank > 0, self.rank, unranked) * (int(self.body.max(initial=0)) + 1) + self.body
        return self.take(order(group, int(group.max(initial=0)) + 1))

    def _of_ties(self) -> tuple[str, ...]:
        """The columns that a method with breakers has besides."""
        return tuple(name for name in ("steps", "ahead_by", "behind_by") if getattr(self, name) is not None)

    def _breaker(self, by: Positions | None, at: int) -> str:
        number = 0 if by is None else int(by[at])
        return self.method.ties[number - 1] if number else ""

    def _reasons(self, at: int) -> tuple[str, ...]:
        bits = int(self.reason_bits[at])
        return tuple(reason for place, reason in enumerate(REASONS) if bits >> place & 1)
