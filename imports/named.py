"""Whom and what a score table names: nominations, reviewers and criteria, each worked out once."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from imports.findings import Place, Term
from imports.lines import Lines
from imports.matching import Index, label_key
from imports.register import KnownNomination, KnownReviewer
from imports.remarks import Param, Remarks
from rubrics.model import Criterion, Programme, Rubric, Text

Known = TypeVar("Known", KnownNomination, KnownReviewer)
Asked = TypeVar("Asked", bound=Hashable)
Thing = TypeVar("Thing")


@dataclass(slots=True)
class Unresolved:
    """A name that stands for nothing, or for several: where it was first met, and in how many rows since."""

    code: str
    params: dict[str, Param]
    place: Place | None = None
    rows: int = 0


class _Resolver(ABC, Generic[Asked, Thing]):
    """Remembers what each name was found to mean, and says each name that means nothing once."""

    def __init__(self) -> None:
        self._answers: dict[Asked, Thing | Unresolved] = {}

    def resolve(self, asked: Asked, lines: Lines, row: int, column: str) -> Thing | None:
        """The one thing meant; None, kept for `report`, where that cannot be told."""
        answer = self._answers.get(asked)
        if answer is None:
            answer = self._answers[asked] = self._answer(asked)
        if not isinstance(answer, Unresolved):
            return answer
        answer.place = answer.place or lines.place(row, column)
        answer.rows += 1
        return None

    def report(self, remarks: Remarks, *, but_unknown: bool = False) -> None:
        """Say every name that could not be resolved, with the number of its rows.

        With `but_unknown` only of those that may mean several things.
        """
        for answer in {id(answer): answer for answer in self._answers.values()}.values():
            if isinstance(answer, Unresolved) and not (but_unknown and "keys" not in answer.params):
                remarks.block(answer.code, answer.place, rows=answer.rows, **answer.params)

    @abstractmethod
    def _answer(self, asked: Asked) -> Thing | Unresolved:
        """What a name that was not asked before means."""


class Named(_Resolver[str, Known]):
    """Nominations or reviewers by key, else by exact name.

    `kind` is "nomination" or "reviewer"; findings are `score-<kind>-unknown` (name, nearest, rows),
    `<kind>-ambiguous` (name, keys, rows), and `score-<kind>-none` (rows), once for all names, where nothing
    is known at all.
    """

    def __init__(self, kind: str, things: Iterable[Known]) -> None:
        super().__init__()
        self.kind = kind
        self._by_key: Index[Known] = Index()
        self._by_name: Index[Known] = Index()
        self._nothing = Unresolved(f"score-{kind}-none", {})
        for thing in things:
            self._by_key.add(thing, thing.key)
            self._by_name.add(thing, thing.name)

    def _answer(self, asked: str) -> Known | Unresolved:
        if not self._by_key:
            return self._nothing
        name = asked.strip()
        found = self._by_key.find(name) or self._by_name.find(name)
        if len(found) == 1:
            return found[0]
        if found:
            keys = tuple(thing.key for thing in found)
            return Unresolved(f"{self.kind}-ambiguous", {"name": name, "keys": keys})
        near = self._by_name.nearest(name) or self._by_key.nearest(name)
        return Unresolved(f"score-{self.kind}-unknown", {"name": name, "nearest": near})


class NamedCriteria(_Resolver[tuple[str, str], Criterion]):
    """The criteria of an award's rubric, asked as (award, name), by key or by title in either language.

    The finding is `score-criterion-unknown` (name, rubric, known, rows).
    """

    def __init__(self, programme: Programme) -> None:
        super().__init__()
        self._programme = programme
        self._by_award = {a.key: _criteria(programme.rubric_of(a.key)) for a in programme.awards}

    def _answer(self, asked: tuple[str, str]) -> Criterion | Unresolved:
        award, name = asked
        found = self._by_award[award].find(name)
        if len(found) == 1:
            return found[0]
        rubric = self._programme.rubric_of(award)
        titles = tuple(_term(criterion.title) for criterion in rubric.criteria)
        return Unresolved(
            "score-criterion-unknown", {"name": name.strip(), "rubric": _term(rubric.title), "known": titles}
        )


def _term(title: Text) -> Term:
    return Term(title.zh, title.en)


def _criteria(rubric: Rubric) -> Index[Criterion]:
    index: Index[Criterion] = Index(label_key)
    for criterion in rubric.criteria:
        index.add(criterion, criterion.title.zh, criterion.title.en, criterion.key)
    return index
