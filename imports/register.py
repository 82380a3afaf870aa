"""What an edition already knows, as readers need it: to resolve names and to find what is unknown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from imports.findings import Place
from imports.forms.definition import FormDefinition, FormSet
from imports.forms.library import builtin_forms
from imports.headings import Headings
from imports.records import ScoreRecord
from rubrics.model import Programme


class Nameable(StrEnum):
    """What score tables name, and may be the first to name."""

    NOMINATION = "nomination"
    REVIEWER = "reviewer"
    BODY = "body"


def nomination_key(award: str, number: int) -> str:
    """The key of an award's nomination by its number from 1, in the order of filing."""
    return f"{award}-{number:04}"


@dataclass(frozen=True, slots=True)
class KnownNomination:
    """A nomination already filed or read earlier in the same import."""

    key: str
    award: str
    body: str
    name: str
    organisation: str


@dataclass(frozen=True, slots=True)
class KnownReviewer:
    """A reviewer already registered or read earlier in the same import; `others` name their organisation."""

    key: str
    name: str
    organisation: str = ""
    phone: str = ""
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """The edition seen from a reader: its programme, bodies, forms, nominations, reviewers and filed marks.

    `bodies` are names as in the quota table, in its order. `marks` maps (nomination, reviewer,
    criterion) to ticks, None for not applicable, so that a second, different value is found;
    `marks_read` says where those read earlier in the same import stand. `year` is the edition's; where it is
    None, forms of any year are taken. `headings` is what headings of nomination tables were said to mean.
    `edition` is the edition's own identity, "" where it has none yet. `takes` are those that score tables
    may name first, since the user says so and the edition has none of its own.
    """

    programme: Programme
    bodies: tuple[str, ...] = ()
    nominations: tuple[KnownNomination, ...] = ()
    reviewers: tuple[KnownReviewer, ...] = ()
    marks: Mapping[tuple[str, str, str], int | None] = field(default_factory=lambda: MappingProxyType({}))
    marks_read: Mapping[tuple[str, str, str], Place] = field(default_factory=lambda: MappingProxyType({}))
    forms: FormSet = field(default_factory=builtin_forms)
    year: int | None = None
    headings: Headings = field(default_factory=Headings)
    edition: str = ""
    takes: frozenset[Nameable] = frozenset()

    def with_forms(self, own: Iterable[FormDefinition]) -> "Register":
        """The register with more forms; one of a key that is there takes the other's place."""
        return replace(self, forms=self.forms.with_forms(own))

    def with_bodies(self, names: Iterable[str]) -> "Register":
        """The register with more bodies known, each once, order kept."""
        return replace(self, bodies=tuple(dict.fromkeys((*self.bodies, *names))))

    def with_nominations(self, nominations: Iterable[KnownNomination]) -> "Register":
        """The register with more nominations known."""
        return replace(self, nominations=(*self.nominations, *nominations))

    def with_reviewers(self, reviewers: Iterable[KnownReviewer]) -> "Register":
        """The register with more reviewers known."""
        return replace(self, reviewers=(*self.reviewers, *reviewers))

    def with_marks(self, scores: Iterable[ScoreRecord]) -> "Register":
        """The register with more marks known, and where they were read."""
        read = {(s.nomination, s.reviewer, s.criterion): s for s in scores}
        return replace(
            self,
            marks=MappingProxyType({**self.marks, **{mark: s.ticks for mark, s in read.items()}}),
            marks_read=MappingProxyType({**self.marks_read, **{mark: s.place for mark, s in read.items()}}),
        )
