"""Places of many draws at a time, by counting whole numbers, or by one sort of them."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.safety.narrow import Narrow

MOST_ENTRIES = 1 << 20
"""What a table of quotients may hold: beyond, looking them up costs more than dividing."""

_EXACT_BITS = 52

_NARROW = 8
"""Counting is faster than sorting while there are no more than so many numbers to each nomination."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """Turns quotients, from 0 to `span`, into whole numbers that stand in reverse order.

    A quotient comes as one whole number, kept << bits | count, its count from 1 to `most`. Equal quotients
    give equal numbers. `codes` are those numbers by quotient, where these are few; else None, and they are
    divided.
    """

    span: int
    bits: int
    codes: Narrow | None

    @classmethod
    def of(cls, span: int, most: int, nominations: int) -> "Order | None":
        """The order of quotients for so many nominations; None where floats could not tell two apart.

        Two different quotients are at least 1 / most² apart. As floats, they differ by at least
        2^52 / (span × most²) of the smallest steps, less one for rounding; what the nomination's number takes
        of those must leave a difference. Equal ones are one and the same float: division rounds correctly.
        """
        if (span + 1) * most**2 << nominations.bit_length() + 1 > 1 << _EXACT_BITS:
            return None
        bits = most.bit_length()
        few = span * most + 1 << bits <= MOST_ENTRIES
        return cls(span, bits, _codes(span, most, bits) if few else None)

    def places(self, quotients: Narrow) -> Narrow:
        """The place of each nomination, 1 and how many are strictly above: (draws, nominations)."""
        bits = quotients.shape[1].bit_length()
        numbers = self._numbers(quotients, bits)
        least = int(numbers.min())
        width = int(numbers.max()) - least + 1
        if width <= _NARROW * numbers.shape[1]:
            numbers -= numbers.dtype.type(least)
            return _by_counting(numbers, width)
        return _by_sorting(numbers, bits)

    def _numbers(self, quotients: Narrow, bits: int) -> Narrow:
        """Each quotient's number, in a type that has room for `bits` more."""
        if self.codes is not None:
            room = np.int32 if int(self.codes.max()).bit_length() + bits < 32 else np.int64
            return self.codes.astype(room, copy=False).take(quotients, mode="clip")
        top = np.array(float(self.span)).view(np.int64)
        values: Narrow = (quotients >> self.bits) / (quotients & (1 << self.bits) - 1)
        return (top - values.view(np.int64)) >> bits


def _by_counting(numbers: Narrow, width: int) -> Narrow:
    """Places of numbers from 0 to `width`, the least first, by how many there are of each."""
    cells = numbers + np.arange(len(numbers))[:, None] * width
    counts = np.bincount(cells.ravel(), minlength=len(numbers) * width).reshape(len(numbers), width)
    before = np.cumsum(counts, axis=1)
    before -= counts
    before += 1
    return before.take(cells, mode="clip")


def _by_sorting(numbers: Narrow, bits: int) -> Narrow:
    """Places of numbers, the least first; they have room for `bits` more, which say whose each is."""
    count = numbers.shape[1]
    numbers <<= bits
    numbers |= np.arange(count, dtype=numbers.dtype)
    numbers.sort(axis=1)
    nomination = numbers & (1 << bits) - 1
    numbers >>= bits
    place = np.ones(numbers.shape, np.int32)
    np.multiply(numbers[:, 1:] != numbers[:, :-1], np.arange(2, count + 1, dtype=np.int32), place[:, 1:])
    np.maximum.accumulate(place, axis=1, out=place)
    placed = np.empty(numbers.shape, np.int32)
    np.put_along_axis(placed, nomination.astype(np.int64, copy=False), place, axis=1)
    return placed


def _codes(span: int, most: int, bits: int) -> Narrow:
    kept, count = np.divmod(np.arange(span * most + 1 << bits), 1 << bits)
    sound = np.flatnonzero((count > 0) & (count <= most) & (kept <= count * span))
    values, at = np.unique(kept[sound] / count[sound], return_inverse=True)
    codes = np.zeros(len(kept), np.int32)
    codes[sound] = len(values) - 1 - at
    return codes
