"""The scoring method in words: in a sentence or two, and setting by setting."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from judge.locale import N_, _, language, ngettext
from judge.scoring.breakers.names import criterion_of
from judge.scoring.method import Method
from judge.scoring.stage_plan import Stage
from rubrics.model import Rubric

SETTINGS = {
    "combine": N_("How a nomination's sheets make its score"),
    "trim_from": N_("Fewest sheets from which the highest and the lowest are left out"),
    "trim": N_("What is left out"),
    "drop_high": N_("How many of the highest are left out"),
    "drop_low": N_("How many of the lowest are left out"),
    "min_sheets": N_("Fewest sheets for a score"),
    "calibrate": N_("What is evened out between reviewers or sections"),
    "decimals": N_("Decimals of a printed figure"),
    "rounding": N_("Rounding"),
    "round_at": N_("What is rounded"),
    "rank_on": N_("What decides the rank"),
    "ties": N_("What breaks a tie, in this order"),
    "weights": N_("Weights in place of the rubric's"),
    "stages": N_("Stages of the award, and what each weighs"),
    "title": N_("Name of the method"),
}

CHOICES = {
    ("combine", "mean"): N_("mean of all sheets"),
    ("combine", "median"): N_("median of all sheets"),
    ("combine", "trimmed-mean"): N_("mean of the sheets without the highest and the lowest"),
    ("trim", "total"): N_("whole sheets, by their total"),
    ("trim", "criterion"): N_("the marks of each criterion by itself"),
    ("calibrate", "none"): N_("nothing"),
    ("calibrate", "severity"): N_("the reviewers' severity, before sheets are combined"),
    ("calibrate", "z-score"): N_("each reviewer's mean and spread, before sheets are combined"),
    ("calibrate", "section"): N_("the means of the sections, after sheets are combined"),
    ("rounding", "half-up"): N_("half up"),
    ("rounding", "half-even"): N_("half to even"),
    ("round_at", "score"): N_("the printed score alone"),
    ("round_at", "sheet"): N_("each sheet's total, and the printed score"),
    ("round_at", "criterion"): N_("each criterion's mean, and the printed score"),
    ("rank_on", "exact"): N_("the exact figure"),
    ("rank_on", "printed"): N_("the printed figure"),
}

BREAKERS = {
    "score": N_("the score before it is rounded"),
    "trimmed-mean": N_("mean of the sheets without the highest and the lowest"),
    "mean": N_("mean of all sheets"),
    "median": N_("median of all sheets"),
    "highest": N_("the highest sheet"),
    "lowest": N_("the higher lowest sheet"),
    "spread": N_("the smaller spread between highest and lowest sheet"),
    "top-marks": N_("the number of marks at full points"),
}

CALIBRATED = {
    "severity": N_("the sheets' totals are corrected for the reviewers' severity"),
    "z-score": N_("the sheets' totals are evened out by each reviewer's mean and spread"),
    "section": N_("the means of the sections are evened out"),
}

_TRIMMING = frozenset({"trim_from", "trim", "drop_high", "drop_low"})
_BARE = re.compile(r"[A-Za-z0-9_-]+")


class Setting(NamedTuple):
    """One setting of a method: its meaning and its value in words, and the line of a method's file."""

    meaning: str
    value: str
    line: str


def method_settings(method: Method, rubric: Rubric | None = None) -> Iterator[Setting]:
    """Every setting; one that has no effect beside the others says so instead of a value.

    A criterion stands by its title where the rubric is given, by its key otherwise.
    """
    for name, value in method.to_mapping().items():
        if value is None:
            continue
        if name in _TRIMMING and method.combine != "trimmed-mean":
            words = _("no effect")
        else:
            words = _value_words(name, method, rubric)
        yield Setting(_(SETTINGS[name]), words, f"{name} = {toml_value(value)}")


def _value_words(name: str, method: Method, rubric: Rubric | None) -> str:
    value = getattr(method, name)
    match name:
        case "ties":
            chain = _("; ").join(breaker_words(tie, rubric) for tie in value)
            return chain or _("nothing: places are shared")
        case "weights":
            return _("; ").join(_weight_words(key, weight, rubric) for key, weight in value.items()) or _(
                "none"
            )
        case "stages":
            return _("; ").join(map(stage_words, value)) or _("none")
        case "title":
            return str(value.language(language()))
        case _:
            return _(CHOICES[name, value]) if isinstance(value, str) else str(value)


def breaker_words(tie: str, rubric: Rubric | None = None) -> str:
    """What a metric that breaks ties is."""
    if key := criterion_of(tie):
        return _("mean of the criterion “{criterion}”").format(criterion=_criterion_words(key, rubric))
    return _(BREAKERS[tie])


def stage_words(stage: Stage) -> str:
    """A stage, whom it admits, and what it weighs."""
    if stage.applied_by:
        admits = _("who applied by “{field}”").format(field=stage.applied_by)
    elif stage.first:
        admits = ngettext("the first {count}", "the first {count}", stage.first).format(count=stage.first)
    else:
        admits = _("all")
    return _("“{award}” ({admits}) weighs {weight}").format(
        award=stage.award, admits=admits, weight=stage.weight
    )


def _weight_words(key: str, weight: Fraction, rubric: Rubric | None) -> str:
    return _("{criterion} times {weight}").format(criterion=_criterion_words(key, rubric), weight=weight)


def _criterion_words(key: str, rubric: Rubric | None) -> str:
    known = {criterion.key: criterion.title for criterion in rubric.criteria} if rubric else {}
    return known[key].language(language()) if key in known else key


def toml_value(value: Any) -> str:  # noqa: ANN401 - whatever a setting is recorded as
    """A recorded setting as a method's file spells it."""
    if isinstance(value, dict):
        inside = ", ".join(f"{key_text(key)} = {toml_value(item)}" for key, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(toml_value(item) for item in value)}]"
    # What JSON escapes in a text TOML reads as JSON does; a line's text has nothing else.
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


def key_text(key: str) -> str:
    """A key as a method's file spells it."""
    return key if _BARE.fullmatch(key) else toml_value(key)


def method_words(method: Method, rubric: Rubric | None = None) -> str:
    """How a list's scores come about: in a sentence, and one more for each thing beside the usual."""
    combined = {
        "mean": _("Mean of all sheets"),
        "median": _("Median of all sheets"),
        "trimmed-mean": _(
            "Mean of the sheets; from {sheets} sheets on without {high} highest and {low} lowest"
        ),
    }[method.combine].format(sheets=method.trim_from, high=method.drop_high, low=method.drop_low)
    if method.by_criterion:
        combined += _(" of each criterion")
    said = _(
        "{combined}; at least {least} sheets; ranked on {ranked_on}, printed with {decimals} decimals,"
        " {rounding}."
    ).format(
        combined=combined,
        least=method.min_sheets,
        ranked_on=_(CHOICES["rank_on", method.rank_on]),
        decimals=method.decimals,
        rounding=_(CHOICES["rounding", method.rounding]),
    )
    return said + "".join(_more_words(method, rubric))


def caveats(method: Method, rubric: Rubric | None = None) -> Iterator[str]:
    """What should be known of a method before a list is counted by it."""
    none = [key for key, weight in method.weights.items() if not weight]
    if none:
        said = _(
            "A weight of 0 leaves {criteria} out of points and maximum: what was marked there counts for"
            " nothing, and its mean is shown for the record."
        )
        yield said.format(criteria=_(", ").join(_criterion_words(key, rubric) for key in none))
    if "top-marks" in method.ties:
        yield _("Top marks are counted, not averaged: who has more sheets can have more of them.")


def _more_words(method: Method, rubric: Rubric | None) -> Iterator[str]:
    if method.weights:
        yield _(" Weights in place of the rubric's: {weights}.").format(
            weights=_value_words("weights", method, rubric)
        )
    if method.calibrate != "none":
        yield _(" Calibrated: {calibrated}.").format(calibrated=_(CALIBRATED[method.calibrate]))
    if method.round_at == "sheet":
        yield _(" Each sheet's total is rounded as well.")
    if method.round_at == "criterion":
        yield _(" Each criterion's mean is rounded as well.")
    if method.stages:
        yield _(" In stages: {stages}.").format(stages=_value_words("stages", method, rubric))
    if method.ties:
        yield _(" Ties are broken by: {ties}.").format(ties=_value_words("ties", method, rubric))
