"""Calibrating in words: what is to be known of it, whether it is worth while, why it is refused."""

from collections.abc import Mapping
from math import sqrt

from judge.domain.refusal import Param
from judge.locale import N_, _
from judge.locale.sentences import say

CAVEATS = {
    "no-score": N_("No nomination has a score yet, so nothing was calibrated."),
    "no-sheets": N_("No sheet counts yet."),
    "one-reviewer": N_("One reviewer judged all of these: no place depends on how severe they are."),
    "one-nomination": N_("There is only one nomination to compare."),
    "one-sheet-per-reviewer": N_("Every reviewer has a single sheet, which tells nothing of severity."),
    "one-sheet-per-nomination": N_("Every nomination has a single sheet, which tells nothing of severity."),
    "all-equal": N_("All totals are equal: there is nothing to calibrate."),
    "nothing-left": N_(
        "There are too few sheets for so many nominations and reviewers: severity cannot be told from chance."
    ),
    "not-settled": N_("The variances of these totals do not settle, so that no severity follows from them."),
    "reviewers-alike": N_(
        "So far as these sheets tell, no reviewer is more severe than another: nothing is taken off."
    ),
    "fits-exactly": N_(
        "Reviewers and nominations explain these totals without any rest, as no panel's do: check where the"
        " sheets come from."
    ),
    "few-sheets": N_(
        "Half of the reviewers have {sheets} sheets or fewer; below {enough}, calibrating helps only where"
        " they were dealt by lot."
    ),
    "severity-small": N_(
        "Severity is {percent} % of what sheets on one nomination differ by: there is next to nothing to win."
    ),
    "one-sheet": N_("A single sheet says next to nothing of how severe these are: {reviewers}."),
    "everybody-scored-all": N_(
        "Everybody scored everything: by the mean, calibrating changes no place; by a trimmed mean or a"
        " median it changes only which sheets decide."
    ),
    "assignment-unbalanced": N_(
        "Some reviewers were given stronger nominations than chance would have it (chance {chance}): part of"
        " what is taken off is the nominations' own."
    ),
    "thinly-connected": N_(
        "Some reviewers share hardly a nomination with others: how they compare rests to {percent} % on their"
        " nominations being equally strong."
    ),
    "sheets-to-come": N_("Sheets that are still to come ({count}) will move these figures."),
    "z-score-strength": N_(
        "z-scores take it that every reviewer had nominations equally strong and equally unlike; where that"
        " is not so, it is evened out with their severity."
    ),
    "z-score-few": N_(
        "Half of the reviewers have {sheets} sheets or fewer; below {enough}, z-scores put more wrong than"
        " right."
    ),
    "section-strength": N_(
        "Evening out sections takes it that they are equally strong; a stronger section loses by it."
    ),
    "section-few": N_(
        "In {sections} fewer than {enough} nominations have a score: the mean of so few says little."
    ),
    "sections-connected": N_(
        "Some reviewers judged in several sections: to calibrate severity, sections need not be equally"
        " strong."
    ),
    "one-section": N_("All nominations are in one section, so that no score was moved."),
}
"""What is to be known of figures that are calibrated, by the code of a caveat."""

ADVICE = {
    "cannot": N_("Severity cannot be told here; do not calibrate."),
    "not-connected": N_(
        "The parts cannot be compared: let some nominations be judged across them, or even out sections."
    ),
    "changes-nothing": N_("Calibrating would change nothing here, or next to nothing."),
    "doubtful": N_("It is doubtful whether calibrating helps here."),
    "worthwhile": N_("Calibrating is likely to help here; compare the lists before the panel decides."),
}
"""Whether to calibrate, by what was found."""

UNSETTLED = {
    "nothing-left": N_("too few sheets for so many nominations and reviewers"),
    "not-settled": N_("their variances do not settle"),
}
"""Why severity cannot be told from chance, as a part of a sentence."""


def caveat_words(code: str, params: Mapping[str, Param]) -> str:
    """A caveat as a sentence."""
    return say(code, params, CAVEATS)


def variance_words(nomination: float, reviewer: float, error: float) -> str:
    """What totals differ by, from their variances in squared points, which are not all 0."""
    share = reviewer / (nomination + reviewer + error)
    return _(
        "Nominations differ by {nomination} points (standard deviation), reviewers by {reviewer}, single"
        " sheets by {error} besides; severity is {share} % of a total's variance."
    ).format(
        nomination=f"{sqrt(nomination):.2f}",
        reviewer=f"{sqrt(reviewer):.2f}",
        error=f"{sqrt(error):.2f}",
        share=f"{100 * share:.0f}",
    )


def advice_words(code: str) -> str:
    """The advice as a sentence."""
    return _(ADVICE[code])
