"""What changes in a list when something else does, in words."""

from fractions import Fraction
from math import ceil

from judge.locale import N_, _
from judge.scoring.safety.turning import Turning

METHODS = {
    "mean": N_("the mean"),
    "median": N_("the median"),
    "trimmed-total": N_("the trimmed mean, by total"),
    "trimmed-criterion": N_("the trimmed mean, by criterion"),
    "severity": N_("totals with severity taken off"),
    "not-calibrated": N_("totals as they were given"),
}

REFUSED = {
    "sheet-nothing-applicable": N_("a sheet would have no points left"),
    "panel-not-connected": N_("nominations and reviewers fall into parts that share nobody"),
    "severity-unsettled": N_("severity cannot be told from chance"),
    "reviewers-not-standardised": N_("some reviewers' marks cannot be standardised"),
    "nominations-without-section": N_("some nominations have no section"),
}


def method_words(name: str) -> str:
    """A way of combining, as what places go by."""
    return _(METHODS[name])


def refused_words(code: str) -> str:
    """Why there is no list by an alternative."""
    return _(REFUSED[code]) if code in REFUSED else _("it cannot be counted ({code})").format(code=code)


def factor_words(factor: Fraction) -> str:
    """What a weight is changed by, in percent; "0" for no weight."""
    return f"{int(100 * (factor - 1)):+d} %".replace("-", "−") if factor else "× 0"


def turning_words(turning: Turning | None) -> str:
    """At which change of a weight a standing does, in percent, no smaller than it is; a dash for none."""
    if turning is None:
        return "–"
    about, sign = "" if turning.exact else "≈ ", "−" if turning.at < 0 else "+"
    tenths = ceil(abs(turning.at) * 1000)
    by = f"{tenths // 10}.{tenths % 10}" if tenths < 100 else f"{ceil(tenths / 10)}"
    return f"{about}{sign}{by} %"
