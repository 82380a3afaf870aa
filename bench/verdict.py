"""What every bench says at its end: one line with each ratio, what it may be at most, and whether it is."""

from collections.abc import Mapping

Ratios = Mapping[str, float]
"""Ratios to the peer, or the most that they may be, by what is compared."""


def tell(figures: str, ratios: Ratios, at_most: Ratios) -> bool:
    """Print the figures with their ratios; whether each that has a bound keeps within it."""
    print("; ".join([figures, *(_told(name, ratio, at_most.get(name)) for name, ratio in ratios.items())]))
    return all(ratios[name] <= bound for name, bound in at_most.items())


def _told(name: str, ratio: float, bound: float | None) -> str:
    if bound is None:
        return f"{name} {ratio:.2f} ×, no bound"
    return f"{name} {ratio:.2f} ×, at most {bound:g}: {'met' if ratio <= bound else 'MISSED'}"
