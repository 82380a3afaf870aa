"""One mark as one whole number, so that ordering four million marks is one plain sort of numbers."""

from dataclasses import dataclass

import numpy as np

from judge.scoring.exact import Flags, Positions, spans


@dataclass(frozen=True, slots=True)
class Packing:
    """How sheet, criterion and content share a number: `sheet | criterion | content`, from high bits to low.

    Content is 0 for "not applicable", else ticks + 1, at most `most_ticks` + 1.
    """

    sheets: int
    criteria: int
    most_ticks: int

    @property
    def content_bits(self) -> int:
        """Bits of the content."""
        return (self.most_ticks + 1).bit_length()

    @property
    def cell_bits(self) -> int:
        """Bits of the criterion and the content."""
        return self.content_bits + self.criteria.bit_length()

    @property
    def fits(self) -> bool:
        """Whether int64 holds every mark of so many sheets."""
        return self.sheets << self.cell_bits < 2**63

    def pack(self, sheet: Positions, criterion: Positions, content: Positions) -> Positions:
        """Marks as numbers; they sort by sheet, then criterion."""
        packed = sheet << self.cell_bits - self.content_bits
        packed |= criterion
        packed <<= self.content_bits
        packed |= content
        return packed

    def steps(self, packed: Positions) -> tuple[Flags, Flags]:
        """Among ascending marks: which are of the same cell as the one before, and which begin a sheet."""
        again, begins = np.zeros(len(packed), np.bool_), np.ones(len(packed), np.bool_)
        for rows in spans(len(packed) - 1):
            after = slice(rows.start + 1, rows.stop + 1)
            difference = packed[after] ^ packed[rows]
            again[after] = difference < 1 << self.content_bits
            begins[after] = difference >= 1 << self.cell_bits
        return again, begins

    def sheet_of(self, packed: Positions) -> Positions:
        """The sheet's key of each mark."""
        return packed >> self.cell_bits

    def criterion_of(self, packed: Positions) -> Positions:
        """The criterion of each mark."""
        return packed >> self.content_bits & (1 << (self.cell_bits - self.content_bits)) - 1

    def ticks_of(self, packed: Positions) -> Positions:
        """The ticks of each mark, -1 for "not applicable"."""
        ticks = np.empty(len(packed), np.int64)
        for rows in spans(len(packed)):
            np.bitwise_and(packed[rows], (1 << self.content_bits) - 1, out=ticks[rows])
            ticks[rows] -= 1
        return ticks
