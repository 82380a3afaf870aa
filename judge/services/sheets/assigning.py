"""Who judges what: a balanced plan for every panel, and its entry in the ledger."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from judge.domain.conflict import Interests, candidacy
from judge.domain.identifying import Identities
from judge.domain.organisations import Organisations
from judge.domain.refusal import Refusal
from judge.ledger.pens import SECRETARY
from judge.ledger.ruled import ruled
from judge.services.editions.edition import Edition
from judge.services.sheets.blinding import identities_of
from judge.services.sheets.conflicts import conflicts
from judge.services.sheets.opening import open_sheets
from judge.store.pens import head_of
from judge.store.queries.history import organisations
from judge.store.queries.office import rulings
from judge.store.queries.panels import Candidate, Held, Panellist, panel, sheets_of, to_judge


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A nomination for which the panel has too few reviewers without a conflict."""

    nomination: str
    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Plan:
    """New assignments as (candidate, reviewer) pairs; what could not be met; each reviewer's load after.

    `made_at` is the secretary's entry that the plan was made after; a later one makes it stale.
    """

    pairs: tuple[tuple[Candidate, Panellist], ...]
    shortfalls: tuple[Shortfall, ...]
    load: Mapping[str, int]
    made_at: int


def plan_assignments(edition: Edition, per_nomination: int, seed: int = 0) -> Plan:
    """Reviewers for every nomination that has fewer than `per_nomination`, the least loaded first.

    Sheets that exist stay; a recused one does not count. A reviewer whom anything on the form ties to the
    candidate (`judge.services.sheets.conflicts`) is never assigned, nor is one who was withdrawn; what a
    ruling closed gets no more sheets. Equal loads are settled by a shuffle with
    `seed`: same edition, same seed, same plan.
    """
    rng = random.Random(seed)  # noqa: S311 - a plan that can be repeated, not a secret
    with edition.store.read() as connection:
        planning = _Planning(per_nomination, organisations(connection))
        made_at = head_of(connection, SECRETARY).seq
        held = ruled(rulings(connection))
        for award in edition.programme.awards:
            members = [one for one in panel(connection, award.key) if one.key not in held.withdrawn]
            rng.shuffle(members)
            seated = sheets_of(connection, award.key)
            identities = identities_of(edition, connection, award.key)
            for holders in seated.values():
                planning.load.update(holders.reviewers)
            for candidate in to_judge(connection, award.key):
                if held.closing(candidate.key, award.key):
                    continue
                planning.choose(candidate, identities, members, seated[candidate.id])
    return Plan(tuple(planning.pairs), tuple(planning.shortfalls), dict(planning.load), made_at)


@dataclass(slots=True)
class _Planning:
    """A plan on its way; `load` counts every reviewer's sheets, those held and those planned."""

    per_nomination: int
    organisations: Organisations
    pairs: list[tuple[Candidate, Panellist]] = field(default_factory=list)
    shortfalls: list[Shortfall] = field(default_factory=list)
    load: Counter[str] = field(default_factory=Counter)

    def choose(
        self, candidate: Candidate, identities: Identities, members: Sequence[Panellist], held: Held
    ) -> None:
        """Give the candidate the reviewers it lacks, as far as there are any without a conflict."""
        wanted = max(self.per_nomination - held.counting, 0)
        if not wanted:
            return
        theirs = candidacy(candidate.organisation, candidate.body, candidate.fields, identities)
        free = [
            member
            for member in members
            if member.key not in held.reviewers and not conflicts(_own(member), theirs, self.organisations)
        ]
        chosen = sorted(free, key=lambda member: self.load[member.key])[:wanted]
        self.load.update(member.key for member in chosen)
        self.pairs.extend((candidate, member) for member in chosen)
        if len(chosen) < wanted:
            found = held.counting + len(chosen)
            self.shortfalls.append(Shortfall(candidate.key, found, self.per_nomination))


def _own(member: Panellist) -> Interests:
    return Interests(member.name, member.organisation, member.phone)


def assign(edition: Edition, plan: Plan) -> int:
    """Open the plan's sheets in one entry; how many. Refusal "edition-changed-meanwhile" for a stale plan."""
    if not plan.pairs:
        return 0
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        if head.seq != plan.made_at:
            raise Refusal("edition-changed-meanwhile")
        open_sheets(edition, connection, head, plan.pairs)
    return len(plan.pairs)
