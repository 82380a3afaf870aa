"""What is to be called safe: how often a nomination is above the line, in a word."""

from enum import StrEnum
from fractions import Fraction


class Safeness(StrEnum):
    """How often a nomination is above the line when reviewers are drawn anew."""

    SAFE = "safe"
    CONTESTED = "contested"
    UNLIKELY = "unlikely"


def safeness(above: Fraction, tied: Fraction, level: Fraction) -> Safeness:
    """Safe above the line in all but a few draws, unlikely in few or none, else contested.

    Args:
        above: in which part of the draws its place is within the seats.
        tied: in which part of them all too many share the last place, so that no seat is certain.
        level: of the rank intervals; what these leave out at one end is "a few".

    A tie across the line is no seat: it keeps a nomination from being safe, and from being unlikely.
    """
    few = (1 - level) / 2
    if above - tied >= 1 - few:
        return Safeness.SAFE
    return Safeness.UNLIKELY if above <= few else Safeness.CONTESTED
