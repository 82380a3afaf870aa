"""What a group or team improved: a subject and its figures before, aimed at and after."""

from dataclasses import dataclass
from random import Random

from judge.demo.enterprises import Industry


@dataclass(frozen=True, slots=True)
class Topic:
    """A result's title and its figures, in `unit`; `met` says whether the goal was reached."""

    subject: str
    metric: str
    toward: str
    unit: str
    before: str
    goal: str
    after: str
    met: bool


@dataclass(frozen=True, slots=True)
class _Aim:
    subject: str
    metric: str
    toward: str
    unit: str
    before: float
    gain: float


def topic(industry: Industry, quality: float, rng: Random) -> Topic:
    """A subject from the industry's worries; `quality`, 0 to 1, makes it likelier that the goal is met."""
    (set_aim,) = rng.choices((_lower, _raise, _shorten, _build), weights=(5, 3, 3, 2))
    aim = set_aim(industry, rng)
    met = rng.random() < 0.1 + quality
    reached = rng.uniform(1.0, 1.25) if met else rng.uniform(0.5, 0.9)
    goal, after = aim.before + aim.gain, aim.before + aim.gain * reached
    return Topic(
        subject=aim.subject,
        metric=aim.metric,
        toward=aim.toward,
        unit=aim.unit,
        before=f"{aim.before:.1f}",
        goal=f"{goal:.1f}",
        after=f"{after:.1f}",
        met=met,
    )


def _lower(industry: Industry, rng: Random) -> _Aim:
    metric = rng.choice(industry.faults)
    before = rng.uniform(3, 15)
    return _Aim(f"降低{metric}", metric, "降至", "%", before, -before * rng.uniform(0.4, 0.6))


def _raise(industry: Industry, rng: Random) -> _Aim:
    metric = rng.choice(industry.yields)
    before = rng.uniform(80, 93)
    return _Aim(f"提高{metric}", metric, "提高到", "%", before, (100 - before) * rng.uniform(0.4, 0.65))


def _shorten(industry: Industry, rng: Random) -> _Aim:
    metric = rng.choice(industry.times)
    before = rng.uniform(40, 240)
    return _Aim(f"缩短{metric}", metric, "缩短至", "分钟", before, -before * rng.uniform(0.25, 0.5))


def _build(industry: Industry, rng: Random) -> _Aim:
    before = rng.uniform(30, 120)
    gain = -before * rng.uniform(0.4, 0.6)
    return _Aim(f"研制{rng.choice(industry.devices)}", "单次作业用时", "缩短至", "分钟", before, gain)
