"""Long columns worked on span by span, which keeps them in the cache, and by two threads at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")

IN_CACHE = 1 << 17
"""How many numbers a span holds: a megabyte of whole numbers, about what a processor keeps to itself."""


def spans(count: int, width: int = 1) -> Iterator[slice]:
    """Slices that cover `count` rows.

    Args:
        count: how many rows there are.
        width: how many numbers make a row.
    """
    size = max(IN_CACHE // max(width, 1), 1)
    return (slice(begin, min(begin + size, count)) for begin in range(0, count, size))


def every_span(work: Callable[[slice], bool], count: int, width: int = 1) -> bool:
    """Whether `work` says yes of each span of `count` rows.

    It may fill arrays that are made beforehand, each span its own rows. What is wrong with all rows is wrong
    with the first ones, and the others are then spared.
    """
    todo = list(spans(count, width))
    return all(map(work, todo[:1])) and all(in_two(work, todo[1:]))


def in_two(work: Callable[[Item], Made], items: Sequence[Item]) -> list[Made]:
    """What `work` makes of each item, in their order, the second half by a second thread.

    It gains where the work is numpy's on long arrays, which leaves Python's lock to others meanwhile.
    """
    half = len(items) // 2
    if not half:
        return list(map(work, items))
    with ThreadPoolExecutor(1) as other_hand:
        others = other_hand.submit(lambda: list(map(work, items[half:])))
        return [*map(work, items[:half]), *others.result()]
