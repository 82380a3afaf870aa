"""What an assignment starts from: an edition's panels, nominations and sheets, and who is tied to what."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from judge.assignment.task import Nomination, Reviewer
from judge.domain.candidacy import candidacy
from judge.domain.conflict import Conflict, Interests
from judge.ledger.ruled import ruled
from judge.services.editions.edition import Edition
from judge.services.sheets.blinding import identities_of
from judge.services.sheets.conflicts import ConflictIndex
from judge.store.connection import Connection
from judge.store.queries.history import organisations
from judge.store.queries.office import rulings
from judge.store.queries.panels import Candidate, Held, Panellist, panel, sheets_of, to_judge


@dataclass(frozen=True, slots=True)
class Assignable:
    """Nominations and reviewers as `judge.assignment` takes them, and the rows that they stand for.

    `panels` has each award's reviewers by key, `tied` what ties reviewers to nominations, by both keys;
    `closed` are nominations that a ruling closed.
    """

    nominations: tuple[Nomination, ...]
    reviewers: tuple[Reviewer, ...]
    candidates: Mapping[str, Candidate]
    panels: Mapping[str, Mapping[str, Panellist]]
    tied: Mapping[str, Mapping[str, tuple[Conflict, ...]]]
    closed: frozenset[str]

    @property
    def has_sections(self) -> bool:
        """Whether any panel sits in sections."""
        awards = {one.award for one in self.nominations}
        return any(one.seats.get(award) for one in self.reviewers for award in awards)

    def of(self, award: str | None) -> "Assignable":
        """What concerns one award; everything for None."""
        if award is None:
            return self
        return replace(
            self,
            nominations=tuple(one for one in self.nominations if one.award == award),
            reviewers=tuple(one for one in self.reviewers if award in one.seats),
        )


def gather(edition: Edition, connection: Connection, per_nomination: int, limit: int | None) -> Assignable:
    """Everything of the edition that is to be judged; `limit` holds beside a reviewer's own, lower one."""
    known, held = organisations(connection), ruled(rulings(connection))
    panels: dict[str, Mapping[str, Panellist]] = {}
    found: dict[str, _Found] = {}
    load: Counter[str] = Counter()
    for award in edition.programme.awards:
        members = {one.key: one for one in panel(connection, award.key) if one.key not in held.withdrawn}
        panels[award.key] = members
        index = ConflictIndex({key: _own(one) for key, one in members.items()}, known)
        identities = identities_of(edition, connection, award.key)
        seated = sheets_of(connection, award.key)
        for holders in seated.values():
            load.update(holders.reviewers - holders.recused)
        for one in to_judge(connection, award.key):
            theirs = candidacy(one.organisation, one.body, one.fields, identities)
            closed = held.closing(one.key, award.key) is not None
            found[one.key] = _Found(one, index.tied(theirs), seated[one.id], closed)
    return Assignable(
        nominations=tuple(one.nomination(per_nomination) for one in found.values()),
        reviewers=_reviewers(panels, load, limit),
        candidates={key: one.candidate for key, one in found.items()},
        panels=panels,
        tied={key: one.tied for key, one in found.items() if one.tied},
        closed=frozenset(key for key, one in found.items() if one.closed),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A nomination, who is tied to it, and who holds its sheets."""

    candidate: Candidate
    tied: Mapping[str, tuple[Conflict, ...]]
    held: Held
    closed: bool

    def nomination(self, wanted: int) -> Nomination:
        """The same as an assignment takes it."""
        return Nomination(
            key=self.candidate.key,
            award=self.candidate.award,
            wanted=0 if self.closed else wanted,
            body=self.candidate.body,
            section=self.candidate.section,
            anchor=self.candidate.anchor,
            holders=frozenset(self.held.reviewers - self.held.recused),
            barred=frozenset(self.held.recused | self.tied.keys()),
        )


def _reviewers(
    panels: Mapping[str, Mapping[str, Panellist]], load: Counter[str], limit: int | None
) -> tuple[Reviewer, ...]:
    """Everybody who sits on a panel, with all their seats."""
    seats: defaultdict[str, dict[str, str]] = defaultdict(dict)
    limits: dict[str, int | None] = {}
    for award, members in panels.items():
        for key, one in members.items():
            seats[key][award] = one.section
            known = [most for most in (one.limit, limit) if most is not None]
            limits[key] = min(known, default=None)
    return tuple(Reviewer(key, seats[key], load[key], limits[key]) for key in seats)


def _own(member: Panellist) -> Interests:
    return Interests(member.name, member.organisation, member.phone, member.others)
