"""What is wrong with the settings of a method: every problem at once."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from judge.domain.refusal import Param
from judge.scoring.breakers.names import CRITERION, NAMES, criterion_of
from judge.scoring.problems import Problem
from judge.scoring.stage_plan import stage_problems
from judge.scoring.weights import weight_problems

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "combine": ("mean", "median", "trimmed-mean"),
        "trim": ("total", "criterion"),
        "calibrate": ("none", "severity", "z-score", "section"),
        "rounding": ("half-up", "half-even"),
        "round_at": ("score", "sheet", "criterion"),
        "rank_on": ("exact", "printed"),
    }
)
"""The settings that take a word, with the words they take."""

RANGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "trim_from": (1, 1000),
        "drop_high": (0, 100),
        "drop_low": (0, 100),
        "min_sheets": (1, 1000),
        "decimals": (0, 6),
    }
)
"""The settings that take a whole number, with the smallest and the largest sensible one."""

LANGUAGES = ("zh", "en")
LONGEST_TITLE = 80


def method_problems(settings: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Wrong types, words and numbers outside what a setting takes, and settings that contradict each other.

    Args:
        settings: every setting of a method by name.
    """
    found = [_word_problem(name, settings[name]) for name in CHOICES]
    found += [_number_problem(name, settings[name]) for name in RANGES]
    found += _title_problems(settings["title"])
    found += _tie_problems(settings["ties"], settings["rank_on"])
    found += weight_problems(settings["weights"])
    found += stage_problems(settings["stages"])
    found += _contradictions(settings)
    return tuple(problem for problem in found if problem)


def _word_problem(name: str, value: object) -> Problem | None:
    if isinstance(value, str) and value in CHOICES[name]:
        return None
    return _problem("method-word-unknown", setting=name, given=str(value), choices=CHOICES[name])


def _number_problem(name: str, value: object) -> Problem | None:
    smallest, largest = RANGES[name]
    # True is an int to Python, but nobody who writes `decimals = true` means 1.
    if not isinstance(value, int) or isinstance(value, bool):
        return _problem("method-not-whole-number", setting=name, given=str(value))
    if smallest <= value <= largest:
        return None
    return _problem(
        "method-number-out-of-range", setting=name, given=value, smallest=smallest, largest=largest
    )


def _title_problems(title: object) -> Iterator[Problem]:
    """A title says its name in both languages, in a line each."""
    if title is None:
        return
    said = title if isinstance(title, Mapping) else {}
    fits = said.keys() == set(LANGUAGES) and all(_is_line(said[language]) for language in LANGUAGES)
    if not fits:
        yield _problem("method-title-not-both", longest=LONGEST_TITLE)


def _is_line(text: object) -> bool:
    return isinstance(text, str) and text.isprintable() and 0 < len(text.strip()) <= LONGEST_TITLE


def _tie_problems(ties: object, rank_on: object) -> Iterator[Problem]:
    if not isinstance(ties, list | tuple) or not all(isinstance(name, str) for name in ties):
        yield _problem("method-ties-no-list", given=str(ties))
        return
    for name in dict.fromkeys(ties):
        if name == "score" and rank_on == "exact":
            yield _problem("method-breaker-idle", given=name)
        if name not in NAMES and not criterion_of(name):
            yield _problem("method-breaker-unknown", given=name, known=(*NAMES, f"{CRITERION}…"))
        elif ties.count(name) > 1:
            yield _problem("method-breaker-repeated", given=name)


def _contradictions(settings: Mapping[str, Any]) -> Iterator[Problem]:
    high, low, trim_from = (settings[name] for name in ("drop_high", "drop_low", "trim_from"))
    if all(type(value) is int for value in (high, low, trim_from)) and high + low >= trim_from:
        yield _problem("method-drops-every-sheet", dropped=high + low, trim_from=trim_from)
    by_criterion = settings["combine"] == "trimmed-mean" and settings["trim"] == "criterion"
    round_at, calibrate = settings["round_at"], settings["calibrate"]
    if round_at == "criterion" and not by_criterion:
        yield _problem("method-rounds-no-criterion")
    if round_at == "sheet" and by_criterion:
        yield _problem("method-rounds-no-sheet")
    if calibrate in ("severity", "z-score") and by_criterion:
        yield _problem("method-calibrates-no-total", calibrate=str(calibrate))


def _problem(code: str, **params: Param) -> Problem:
    return Problem(code, MappingProxyType(params))
