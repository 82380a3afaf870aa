"""How safe a place is, in words that claim no more than was counted."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from judge.locale import N_, _, ngettext
from judge.scoring.safety.caveats import Caveat
from judge.scoring.safety.contested import Safeness

SIGNS = {Safeness.SAFE: "●", Safeness.CONTESTED: "◐", Safeness.UNLIKELY: "○"}

WORDS = {
    Safeness.SAFE: N_("safe", "place"),
    Safeness.CONTESTED: N_("contested", "place"),
    Safeness.UNLIKELY: N_("unlikely", "place"),
}

REFUSED = {
    "not-connected": N_(
        "The model has no figures: nominations and reviewers fall into parts that share nobody, so that "
        "nothing "
        "tells a severe part from a weak one."
    ),
    "unsettled": N_(
        "The model has no figures: there are too few sheets, or too few differences between them, to tell "
        "nominations, reviewers and chance apart."
    ),
    "in-stages": N_(
        "The model has no figures: it speaks of sheets of one kind, and this list is made of several stages."
    ),
    "nominations-alike": N_(
        "The model has no figures: it finds no differences between nominations beyond reviewers and chance."
    ),
    "no-error": N_("The model has no figures: reviewers agree so exactly that nothing is left to chance."),
}

WITHOUT = {
    "nothing-ranked": N_(
        "No nomination of this list has a place yet: there is nothing to be said of places."
    ),
    "one-nomination": N_("There is one nomination only: it is first, whoever judges."),
    "all-equal": N_("All totals are equal: sheets do not say who comes before whom."),
    "nothing-to-draw": N_(
        "Each nomination rests on a single sheet: drawing reviewers does not show how others would have "
        "judged, "
        "so there is no figure."
    ),
    "calibrated": N_(
        "All draws take calibrated totals as they are: what calibrating leaves open is not in the ranges."
    ),
    "stages-as-they-are": N_(
        "Later stages are taken as they are: only reviewers of the award's own sheets are drawn anew."
    ),
    "ties-shared": N_("In the draws ties are left as they are: no breaker decides them."),
}


def place_word(word: Safeness) -> str:
    """Sign and word of how safe a place is."""
    return f"{SIGNS[word]} {_(WORDS[word])}"


def caveat_words(caveat: Caveat) -> str:
    """What is to be kept in mind, in a sentence."""
    if caveat.code in WITHOUT:
        return _(WITHOUT[caveat.code])
    return _COUNTED[caveat.code](caveat).format(count=caveat.count, of=caveat.of)


def refused_words(reason: str) -> str:
    """Why the model has no figures."""
    return _(REFUSED[reason])


def percent(part: Fraction, *, exact: bool) -> str:
    """A part of the draws in whole percent, never nearer to none or all than it is.

    What only a lot has found is never quite either.
    """
    if part == int(part) and exact:
        return f"{100 * int(part)} %"
    if part < Fraction(1, 100):
        return "<1 %"
    if part > Fraction(99, 100):
        return ">99 %"
    return f"{floor(100 * part) if 2 * part >= 1 else ceil(100 * part)} %"


def _undecided(caveat: Caveat) -> str:
    return ngettext(
        "{count} nomination is undecided and in no draw; it may still take a seat.",
        "{count} nominations are undecided and in no draw; they may still take seats.",
        caveat.count,
    )


def _few_reviewers(caveat: Caveat) -> str:
    return ngettext(
        "{count} reviewer is too few: other reviewers would differ more than draws do, and ranges are too "
        "narrow.",
        "{count} reviewers are few: other reviewers would differ more than draws do, and ranges are too "
        "narrow.",
        caveat.count,
    )


def _one_sheet(caveat: Caveat) -> str:
    return ngettext(
        "{count} of {of} nominations rests on one sheet: its score is the same in all draws, its range too "
        "narrow.",
        "{count} of {of} nominations rest on one sheet: their scores are the same in all draws, their "
        "ranges too "
        "narrow.",
        caveat.count,
    )


def _few_sheets(caveat: Caveat) -> str:
    return ngettext(
        "{count} of {of} nominations has from 2 to 4 sheets: its range is too narrow, with three by about a "
        "fifth.",
        "{count} of {of} nominations have from 2 to 4 sheets: their ranges are too narrow, with three by "
        "about a "
        "fifth.",
        caveat.count,
    )


def _circles(_caveat: Caveat) -> str:
    return _(
        "The reviewers are {count} circles that share no nomination: each is drawn from its own, and nothing "
        "shows whether one is more severe than another."
    )


def _undrawn(caveat: Caveat) -> str:
    return ngettext(
        "In some draws {count} nomination has none of its reviewers, at most in {of} of 100; there it keeps "
        "its "
        "own sheets.",
        "In some draws {count} nominations have none of their reviewers, at most in {of} of 100; there they "
        "keep "
        "their own sheets.",
        caveat.count,
    )


def _trimming(_caveat: Caveat) -> str:
    return _(
        "Draws give a nomination more sheets than it has, or fewer: in some, it is trimmed (from {count} "
        "on), in "
        "others not."
    )


_COUNTED: dict[str, Callable[[Caveat], str]] = {
    "undecided": _undecided,
    "few-reviewers": _few_reviewers,
    "one-sheet": _one_sheet,
    "few-sheets": _few_sheets,
    "circles": _circles,
    "undrawn": _undrawn,
    "trimming": _trimming,
}
