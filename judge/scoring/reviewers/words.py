"""What may stand out in a reviewer's sheets, and why a figure may be missing."""

from enum import StrEnum

FEWEST = 6
"""Sheets from which on correlations and slopes are given at all, and anything is said to stand out."""

LEVEL = 0.05
"""The chance that anything at all stands out in an award whose reviewers do not differ."""


class Notice(StrEnum):
    """What stands out: a reason to look at the sheets, never a finding about a person."""

    SEVERE = "severe"
    LENIENT = "lenient"
    ONE_NUMBER = "one-number"
    NARROW = "narrow"
    WIDE = "wide"
    AT_RANDOM = "at-random"
    AGAINST = "against-the-panel"
    LOOSE = "loose"
    HALO = "halo"
    RISING = "rising"
    FALLING = "falling"


class Lack(StrEnum):
    """Why there is no figure."""

    ALONE = "nothing-shared"
    """No other reviewer scored any of the nominations."""
    FEW = "too-few-sheets"
    ALL_EQUAL = "own-totals-equal"
    """The reviewer's own figures do not differ."""
    OTHERS_EQUAL = "others-equal"
    """Those of the others on the same nominations do not differ."""
    ONE_CRITERION = "one-criterion"
    """There are no two criteria that the reviewer marks differently."""
    NO_ORDER = "no-order-known"
    IN_PARTS = "panel-in-parts"
    """Some reviewers are connected with others by no chain of nominations that both scored."""
