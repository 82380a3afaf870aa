"""The scoring method in words: in a sentence, and setting by setting."""

from collections.abc import Iterator
from typing import NamedTuple

from judge.locale import N_, _
from judge.scoring.method import Method

SETTINGS = {
    "combine": N_("How a nomination's sheets make its score"),
    "trim_from": N_("Fewest sheets from which the highest and the lowest are left out"),
    "trim": N_("What is left out"),
    "drop_high": N_("How many of the highest are left out"),
    "drop_low": N_("How many of the lowest are left out"),
    "min_sheets": N_("Fewest sheets for a score"),
    "decimals": N_("Decimals of a printed figure"),
    "rounding": N_("Rounding"),
    "rank_on": N_("What decides the rank"),
}

CHOICES = {
    ("combine", "mean"): N_("mean of all sheets"),
    ("combine", "median"): N_("median of all sheets"),
    ("combine", "trimmed-mean"): N_("mean of the sheets without the highest and the lowest"),
    ("trim", "total"): N_("whole sheets, by their total"),
    ("trim", "criterion"): N_("the marks of each criterion by itself"),
    ("rounding", "half-up"): N_("half up, once, for print"),
    ("rank_on", "exact"): N_("the exact figure"),
    ("rank_on", "printed"): N_("the printed figure"),
}

_TRIMMING = frozenset({"trim_from", "trim", "drop_high", "drop_low"})


class Setting(NamedTuple):
    """One setting of a method: its meaning and its value in words, and the line of a method's file."""

    meaning: str
    value: str
    line: str


def method_settings(method: Method) -> Iterator[Setting]:
    """Every setting; one that has no effect beside the others says so instead of a value."""
    for name, value in method.to_mapping().items():
        if name in _TRIMMING and method.combine != "trimmed-mean":
            words = _("no effect")
        else:
            words = _(CHOICES[name, value]) if isinstance(value, str) else str(value)
        line = f'{name} = "{value}"' if isinstance(value, str) else f"{name} = {value}"
        yield Setting(_(SETTINGS[name]), words, line)


def method_words(method: Method) -> str:
    """How a list's scores come about, in a sentence."""
    combined = {
        "mean": _("Mean of all sheets"),
        "median": _("Median of all sheets"),
        "trimmed-mean": _(
            "Mean of the sheets; from {sheets} sheets on without {high} highest and {low} lowest"
        ),
    }[method.combine].format(sheets=method.trim_from, high=method.drop_high, low=method.drop_low)
    if method.combine == "trimmed-mean" and method.trim == "criterion":
        combined += _(" of each criterion")
    return _(
        "{combined}; at least {least} sheets; ranked on {ranked_on}, printed with {decimals} decimals,"
        " half up."
    ).format(
        combined=combined,
        least=method.min_sheets,
        ranked_on=_(CHOICES["rank_on", method.rank_on]),
        decimals=method.decimals,
    )
