"""What each recommending body files: most fill their quota, some go over it, some fall short."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from judge.demo.chance import stream
from judge.demo.filings import QC_GROUP, QC_PRESENTING, TRUSTED_TEAM

Quotas = Sequence[tuple[str, Mapping[str, int]]]
"""Recommending bodies in the quota table's order, each with its seats by quota category."""

_OVER, _SHORT = 0.40, 0.12
"""Shares of bodies that file more, and fewer, than their quota."""

_ON_FORMS, _STATISTICS, _SUMMARIES = 0.08, 0.85, 0.25
"""Shares of bodies that file candidates without quota on forms, and that send papers of their own."""

_THOROUGH = 1
"""The number of a body that sends every paper there is, all in one archive."""


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """What one body files: `number` is its row in the quota table, `presenting` groups ask to present.

    `on_forms`: it files a candidate for each award without quota, too. `statistics` and `summaries` are the
    papers of its own that it sends. `thorough`: it attaches all that the forms ask for, and packs everything
    into one archive.
    """

    number: int
    body: str
    groups: int
    presenting: int
    teams: int
    on_forms: bool = False
    statistics: bool = False
    summaries: bool = False
    thorough: bool = False


def plan(quotas: Quotas, seed: int, scale: float = 1.0) -> tuple[BodyPlan, ...]:
    """What the bodies file. With `scale` below 1 that share of the bodies files at all, evenly picked."""
    wanted = max(1, round(len(quotas) * scale)) if quotas else 0
    picked = sorted({index * len(quotas) // wanted for index in range(wanted)})
    return tuple(_body_plan(index + 1, *quotas[index], seed) for index in picked)


def _body_plan(number: int, body: str, seats: Mapping[str, int], seed: int) -> BodyPlan:
    rng = stream(seed, "plan", body)
    groups = _filed(seats.get(QC_GROUP, 0), rng)
    teams = _filed(seats.get(TRUSTED_TEAM, 0), rng)
    presenting = min(groups, seats.get(QC_PRESENTING, 0) + rng.choice((0, 0, 1, 2)))
    thorough = number == _THOROUGH
    habits = stream(seed, "habits", body)
    on_forms, statistics, summaries = (
        groups + teams > 0 and (habits.random() < share or thorough)
        for share in (_ON_FORMS, _STATISTICS, _SUMMARIES)
    )
    return BodyPlan(
        number, body, groups, presenting, teams, on_forms, statistics, summaries, thorough=thorough
    )


def _filed(seats: int, rng: Random) -> int:
    """How many are filed where there are `seats` seats; nobody without seats files anything."""
    if seats == 0:
        return 0
    mood = rng.random()
    if mood < _OVER:
        return seats + rng.randint(1, 2 + seats // 10)
    if mood > 1 - _SHORT:
        return max(1, seats - rng.randint(1, 2))
    return seats
