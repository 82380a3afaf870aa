"""A nomination explained, with the names of what its figures speak of."""

from collections.abc import Mapping
from dataclasses import dataclass

from judge.domain.desk import GateFinding
from judge.domain.left_out import LeftOut
from judge.domain.sheet import Mark
from judge.scoring.calibration.record import Calibration
from judge.scoring.explaining.combining import ScoreSteps
from judge.scoring.explaining.placing import Placing
from judge.scoring.explaining.sheets import SheetSteps
from judge.scoring.explaining.staged import StagedSteps
from judge.scoring.explaining.ties import Tie
from judge.scoring.method import Method
from judge.store.queries.frames import Filed
from rubrics.model import Rubric, Text


@dataclass(frozen=True, slots=True)
class ChairsWord:
    """What the chair did to a sheet, and why; `kind` as the ledger has it."""

    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExplainedSheet:
    """A sheet of the nomination, counted or not.

    `number` stands for the reviewer where no key is to be told, and is the one that reviewers' desks show.
    `state` is what the sheet counts as, `left_out` why it does not count. `marks` are by position of
    criterion, None where there is none. `judged` is the revision of the nomination that a submitted sheet
    judged, 0 where none was. `steps` are those of a counted sheet.
    """

    reviewer: str
    number: int
    state: str
    left_out: LeftOut | None
    judged: int
    marks: tuple[Mark | None, ...]
    words: tuple[ChairsWord, ...]
    steps: SheetSteps | None


@dataclass(frozen=True, slots=True)
class ExplainedList:
    """A list of the award, and where the nomination stands on it; `placing` is None where it does not.

    `parent` is the list that this one is filled from, None where it is filled by itself, and `applied`
    says whether the nomination applied for it. `ties` are with those beside it whose figure is equal, one of
    each place, where the method breaks ties.
    """

    key: str
    title: Text
    parent: Text | None
    applied: bool
    placing: Placing | None
    straddles: bool
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class RuledQuorum:
    """How many sheets are enough by ruling of the chair, and why."""

    least: int
    reason: str


@dataclass(frozen=True, slots=True)
class ExplainedNomination:
    """Every step from a nomination's marks to its places.

    `score` is None while it has none; `raw` is what the method would give without calibrating, and
    `calibration` what that did, both None where the method does not. `staged` is how this score and those of
    later stages make the one that is ranked, None for an award without stages; `stages` are their titles.
    `rubric` has the weights that the method gives, and `rubric_digest` is that of the rubric as it is kept.
    `method_ruled` is why the chair ruled that this method counts the award, None where it is the edition's
    own. `filed` are all nominations of the award
    by their codes, which the placings speak of; `reviewers` the keys of reviewers by code. `blind` says that
    reviewers read papers without names.
    """

    edition: str
    edition_id: str
    year: int
    award: str
    award_title: Text
    nomination: Filed
    body: str
    revision: int
    rubric: Rubric
    rubric_digest: str
    method: Method
    method_ruled: str | None
    quorum: RuledQuorum | None
    blind: bool
    sheets: tuple[ExplainedSheet, ...]
    score: ScoreSteps | None
    raw: ScoreSteps | None
    calibration: Calibration | None
    staged: StagedSteps | None
    stages: Mapping[str, Text]
    gates: tuple[GateFinding, ...]
    lists: tuple[ExplainedList, ...]
    filed: Mapping[int, Filed]
    reviewers: Mapping[int, str]
