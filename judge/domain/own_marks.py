"""How a reviewer uses the scale: their own marks of one criterion over all their sheets."""

from collections.abc import Mapping
from dataclasses import dataclass

from rubrics.model import Criterion
from rubrics.scale import level_of

MOSTLY = 90
"""Percent of the marks that a reviewer's usual range must hold: one odd sheet in ten is no habit."""
NARROW = 10
"""Percent of full points that a usual range may span and be narrow.

The topmost level spans as much, and every other level more: within it, marks hardly tell one nomination
from another.
"""
ENOUGH = 10
"""Marks from which a habit can be told: of fewer, that all are alike may be the nominations'."""


@dataclass(frozen=True, slots=True)
class ScaleUse:
    """A reviewer's marks of one criterion, in ticks.

    `lowest` to `highest` is the shortest range that holds at least `MOSTLY` percent of the `marked` sheets,
    and `within` how many it holds; of several as short, that with the most, and then the highest. `levels`
    counts by a level's rank, every level, the highest first. `not_applicable` are marks without points.
    """

    criterion: str
    full: int
    marked: int
    not_applicable: int
    lowest: int
    highest: int
    within: int
    levels: Mapping[int, int]

    @property
    def is_narrow(self) -> bool:
        """Whether the reviewer's marks lie in so narrow a band that they hardly tell nominations apart."""
        return self.marked >= ENOUGH and (self.highest - self.lowest) * 100 <= NARROW * self.full


def scale_use(criterion: Criterion, counts: Mapping[int | None, int]) -> ScaleUse:
    """What marks of a criterion say of the reviewer's use of its scale: by ticks, how many sheets have them.

    None is not applicable.
    """
    ticks = {mark: count for mark, count in counts.items() if mark is not None and count}
    lowest, highest, within = _usual_range(ticks)
    levels = {level.rank: 0 for level in sorted(criterion.levels, key=lambda level: -level.rank)}
    for mark, count in ticks.items():
        if reached := level_of(mark, criterion):
            levels[reached.rank] += count
    return ScaleUse(
        criterion=criterion.key,
        full=criterion.full_ticks,
        marked=sum(ticks.values()),
        not_applicable=counts.get(None, 0),
        lowest=lowest,
        highest=highest,
        within=within,
        levels=levels,
    )


def _usual_range(ticks: Mapping[int, int]) -> tuple[int, int, int]:
    """The shortest range that holds `MOSTLY` percent of the marks, and how many it holds."""
    total = sum(ticks.values())
    if not total:
        return 0, 0, 0
    ranges = [
        (low, high, within)
        for low in ticks
        for high in ticks
        if low <= high
        and (within := sum(count for mark, count in ticks.items() if low <= mark <= high)) * 100
        >= MOSTLY * total
    ]
    return min(ranges, key=lambda each: (each[1] - each[0], -each[2], -each[0]))
