"""What figures of agreement mean, in a sentence."""

from judge.locale import N_, _

_RELIABLE, _TENTATIVE = 0.8, 0.667
"""Krippendorff, "Content Analysis" (2013), page 325: what may be relied on, and what only tentatively."""


def alpha_meaning(alpha: float | None) -> str:
    """What an alpha says of the panel's marks."""
    if alpha is None:
        return _(
            "No figure: too few nominations with marks by two reviewers to compare, or all marks are equal."
        )
    if alpha >= _RELIABLE:
        return _("One reviewer agrees so far with another that single sheets can be relied on.")
    if alpha >= _TENTATIVE:
        return _("One reviewer agrees roughly with another: what single sheets say is tentative.")
    if alpha > 0:
        return _("One reviewer agrees little with another: single sheets say little, means of several more.")
    return _("One reviewer agrees with another no more than chance would have it.")


_GRADES = ((0.9, N_("excellent")), (0.75, N_("good")), (0.5, N_("moderate")))
"""Koo & Li, "A Guideline of Selecting and Reporting Intraclass Correlation Coefficients" (2016)."""


def reliability_words(low: float, high: float) -> str:
    """The customary words for a reliability between two limits; one where both have the same."""
    words = [
        _(next((word for least, word in _GRADES if value >= least), N_("poor"))) for value in (low, high)
    ]
    return words[0] if words[0] == words[1] else _("{low} to {high}").format(low=words[0], high=words[1])
