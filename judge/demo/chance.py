"""Chance that repeats itself: the same seed and path give the same draws, whatever was drawn elsewhere."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


def stream(seed: int, *path: object) -> Random:
    """A source of chance of its own for `path`, so that one body's papers never depend on another's."""
    return Random("/".join(map(str, (seed, *path))))  # noqa: S311 - papers need chance that repeats, not secrets


def some(rng: Random, things: Sequence[Thing], count: int) -> tuple[Thing, ...]:
    """`count` different things in a random order, or all of them where there are fewer."""
    return tuple(rng.sample(things, min(count, len(things))))


def near(rng: Random, middle: float, spread: float, low: float, high: float) -> float:
    """A normal draw, kept between `low` and `high`."""
    return min(high, max(low, rng.gauss(middle, spread)))
