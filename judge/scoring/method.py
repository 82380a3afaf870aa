"""The scoring method: how a nomination's sheets become its score, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from judge.scoring.method_checks import method_problems
from judge.scoring.problems import MethodRefused, Problem
from judge.scoring.stage_plan import Stage, read_stages
from judge.scoring.weights import read_weights
from rubrics.model import Text

Setting = str | int | list[str] | list[dict[str, str | int]] | dict[str, str] | None
"""A setting as it is recorded: canonical, so never a float."""


def _none() -> Mapping[str, Fraction]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Method:
    """How sheets are combined, rounded and ranked; docs/method.md argues each setting.

    `drop_high` and `drop_low` say how many of a nomination's highest and lowest are left out by
    "trimmed-mean" once `trim_from` sheets count; `trim` whether whole sheets go (by total) or, for each
    criterion by itself, its highest and lowest marks. Fewer than `min_sheets` sheets give no score.
    `calibrate` says what evens out reviewers ("severity", "z-score", before combining) or sections
    ("section", after it). `decimals` and `rounding` make the printed figure, which decides places only with
    `rank_on` "printed"; with `round_at` "sheet" each sheet's total is rounded so as well, with "criterion"
    each criterion's mean. `ties` are the metrics (`breakers.names`) that break ties, in their order.
    `weights`, by criterion key, stand in place of the rubric's. `stages` are weighted into the list of the
    award that the first of them names. `title` is the method's name, if it has one.

    Raises:
        MethodRefused: with every problem of the settings given.
    """

    combine: str = "trimmed-mean"
    trim_from: int = 5
    trim: str = "total"
    drop_high: int = 1
    drop_low: int = 1
    min_sheets: int = 3
    calibrate: str = "none"
    decimals: int = 2
    rounding: str = "half-up"
    round_at: str = "score"
    rank_on: str = "exact"
    ties: tuple[str, ...] = ()
    weights: Mapping[str, Fraction] = field(default_factory=_none, hash=False)
    stages: tuple[Stage, ...] = ()
    title: Text | None = None

    def __post_init__(self) -> None:
        title = {"zh": self.title.zh, "en": self.title.en} if self.title else None
        settings = {one.name: getattr(self, one.name) for one in fields(self)} | {"title": title}
        problems = method_problems(settings)
        if problems:
            raise MethodRefused(problems)
        object.__setattr__(self, "weights", read_weights(self.weights))

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> "Method":
        """The method that `data` (from TOML, say) describes; settings left out take their defaults.

        Weights are whole numbers, exact decimals or texts such as "3/2", never floats.

        Raises:
            MethodRefused: with every problem at once: unknown settings, wrong types, words and numbers
                outside what a setting takes, and settings that contradict each other.
        """
        known = Method().to_mapping()
        unknown = tuple(
            Problem("method-setting-unknown", MappingProxyType({"setting": str(name)}))
            for name in sorted(data.keys() - known.keys(), key=str)
        )
        given = {name: data[name] for name in known if name in data}
        problems = unknown + method_problems({**known, **given})
        if problems:
            raise MethodRefused(problems)
        title = Text(**given["title"]) if given.get("title") else None
        weights = read_weights(given.get("weights", {}))
        read = {
            "ties": tuple(given.get("ties", ())),
            "weights": weights,
            "stages": read_stages(given.get("stages", ())),
            "title": title,
        }
        return cls(**{**given, **read})

    def to_mapping(self) -> dict[str, Setting]:
        """The settings in full, as recorded with each list; `from_mapping` reads them back."""
        plain: dict[str, Setting] = {one.name: getattr(self, one.name) for one in fields(self)}
        return plain | {
            "ties": list(self.ties),
            "weights": {key: str(weight) for key, weight in self.weights.items()},
            "stages": [stage.to_mapping() for stage in self.stages],
            "title": {"zh": self.title.zh, "en": self.title.en} if self.title else None,
        }

    def stages_of(self, award: str) -> tuple[Stage, ...]:
        """The stages of an award's list; none where the method plans none for it."""
        return self.stages if self.stages and self.stages[0].award == award else ()

    def dropped(self, count: int) -> tuple[int, int]:
        """How many of the lowest and of the highest of `count` values this method leaves out."""
        if self.combine != "trimmed-mean" or count < self.trim_from:
            return 0, 0
        return self.drop_low, self.drop_high

    @property
    def by_criterion(self) -> bool:
        """Whether the score is made of the criteria's means, and not of sheet totals."""
        return self.combine == "trimmed-mean" and self.trim == "criterion"
