"""The scoring method: how a nomination's sheets become its score, as data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from types import MappingProxyType
from typing import Any

from judge.domain.refusal import Param
from judge.scoring.problems import MethodRefused, Problem

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "combine": ("mean", "median", "trimmed-mean"),
        "trim": ("total", "criterion"),
        "rounding": ("half-up",),
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


@dataclass(frozen=True, slots=True)
class Method:
    """How sheets are combined, rounded and ranked; docs/method.md argues each setting.

    `drop_high` and `drop_low` say how many of a nomination's highest and lowest are left out by
    "trimmed-mean" once `trim_from` sheets count; `trim` whether whole sheets go (by total) or, for each
    criterion by itself, its highest and lowest marks. Fewer than `min_sheets` sheets give no score.
    `decimals` and `rounding` make the printed figure, which decides places only with `rank_on` "printed".

    Raises:
        MethodRefused: with every problem of the settings given.
    """

    combine: str = "trimmed-mean"
    trim_from: int = 5
    trim: str = "total"
    drop_high: int = 1
    drop_low: int = 1
    min_sheets: int = 3
    decimals: int = 2
    rounding: str = "half-up"
    rank_on: str = "exact"

    def __post_init__(self) -> None:
        problems = _problems(self.to_mapping())
        if problems:
            raise MethodRefused(problems)

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> "Method":
        """The method that `data` (from TOML, say) describes; settings left out take their defaults.

        Raises:
            MethodRefused: with every problem at once: unknown settings, wrong types, words and numbers
                outside what a setting takes, and settings that contradict each other.
        """
        known = {field.name: field.default for field in fields(cls)}
        unknown = tuple(
            Problem("method-setting-unknown", MappingProxyType({"setting": str(name)}))
            for name in sorted(data.keys() - known.keys(), key=str)
        )
        given = {name: data[name] for name in known if name in data}
        problems = unknown + _problems({**known, **given})
        if problems:
            raise MethodRefused(problems)
        return cls(**given)

    def to_mapping(self) -> dict[str, str | int]:
        """The settings in full, as recorded with each list; `from_mapping` reads them back."""
        return asdict(self)

    def dropped(self, count: int) -> tuple[int, int]:
        """How many of the lowest and of the highest of `count` values this method leaves out."""
        if self.combine != "trimmed-mean" or count < self.trim_from:
            return 0, 0
        return self.drop_low, self.drop_high


def _problems(settings: Mapping[str, Any]) -> tuple[Problem, ...]:
    found = [_word_problem(name, settings[name]) for name in CHOICES]
    found += [_number_problem(name, settings[name]) for name in RANGES]
    found.append(_contradiction(settings))
    return tuple(problem for problem in found if problem)


def _word_problem(name: str, value: object) -> Problem | None:
    if isinstance(value, str) and value in CHOICES[name]:
        return None
    params: dict[str, Param] = {"setting": name, "given": str(value), "choices": CHOICES[name]}
    return Problem("method-word-unknown", MappingProxyType(params))


def _number_problem(name: str, value: object) -> Problem | None:
    smallest, largest = RANGES[name]
    # True is an int to Python, but nobody who writes `decimals = true` means 1.
    if not isinstance(value, int) or isinstance(value, bool):
        return Problem("method-not-whole-number", MappingProxyType({"setting": name, "given": str(value)}))
    if smallest <= value <= largest:
        return None
    params: dict[str, Param] = {"setting": name, "given": value, "smallest": smallest, "largest": largest}
    return Problem("method-number-out-of-range", MappingProxyType(params))


def _contradiction(settings: Mapping[str, Any]) -> Problem | None:
    high, low, trim_from = (settings[name] for name in ("drop_high", "drop_low", "trim_from"))
    if not all(type(value) is int for value in (high, low, trim_from)) or high + low < trim_from:
        return None
    params = {"dropped": high + low, "trim_from": trim_from}
    return Problem("method-drops-every-sheet", MappingProxyType(params))
