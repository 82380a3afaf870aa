"""Quotas: how many seats each recommending body has in each quota category."""

from collections.abc import Mapping
from dataclasses import dataclass

Seats = tuple[int | None, ...]
"""Seats by body, in the bodies' order; None where nobody has set them."""


@dataclass(frozen=True, slots=True)
class QuotaTable:
    """The quota table as published: bodies in its order, and each category's seats in the same order."""

    bodies: tuple[str, ...]
    seats: Mapping[str, Seats]

    def seats_of(self, category: str) -> Seats | None:
        """The seats of a quota category; None for an award without quota."""
        return self.seats.get(category)

    def total(self, category: str) -> int:
        """All seats that are set in a category."""
        return sum(seats or 0 for seats in self.seats.get(category, ()))
