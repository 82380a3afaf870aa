"""Who judges what: a plan for every panel, and its entry in the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from judge.assignment.plan import Plan as Outcome
from judge.assignment.plan import Wishes
from judge.assignment.planning import plan
from judge.domain.refusal import Refusal
from judge.ledger.panel_acts import Section
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.panels.statements import Statements
from judge.services.sheets.assignable import Assignable, gather
from judge.services.sheets.manual_pairs import with_pairs
from judge.services.sheets.opening import open_sheets
from judge.store.pens import head_of, keep
from judge.store.queries.panels import Candidate, Panellist


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a plan beyond the number of sheets.

    `award` alone is planned for, None for all. `limit` is every reviewer's, or their own where that is lower.
    `pairs` (nomination, reviewer) are assigned whatever the plan would say, short of a conflict. `wishes` are
    for anchors and connectedness.
    """

    award: str | None = None
    limit: int | None = None
    pairs: tuple[tuple[str, str], ...] = ()
    wishes: Wishes = field(default_factory=Wishes)


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A nomination for which there are too few reviewers who may judge it, or whose limits allow it."""

    nomination: str
    found: int
    wanted: int


@dataclass(frozen=True, slots=True)
class Plan:
    """New assignments as (candidate, reviewer) pairs; what could not be met; each reviewer's load after.

    `pairs` are the `manual` ones and those of the `outcome`. `made_at` is the secretary's entry that the plan
    was made after; a later one makes it stale.
    """

    pairs: tuple[tuple[Candidate, Panellist], ...]
    shortfalls: tuple[Shortfall, ...]
    load: Mapping[str, int]
    made_at: int
    manual: tuple[tuple[str, str], ...]
    outcome: Outcome
    assignable: Assignable = field(compare=False)


def plan_assignments(
    edition: Edition, per_nomination: int, seed: int = 0, asked: Asked | None = None
) -> Plan:
    """Reviewers for every nomination that has fewer than `per_nomination`, with loads as even as they can be.

    Sheets that exist stay; a recused one does not count. A reviewer whom anything on the form ties to the
    candidate (`judge.services.sheets.conflicts`) is never assigned, nor is one who was withdrawn; what a
    ruling closed gets no more sheets. Same edition, same seed, same plan.

    Refusal codes: "check-award-unknown" (award, known), "anchors-without-sections", and those of
    `with_pairs`.
    """
    what = asked or Asked()
    known = tuple(award.key for award in edition.programme.awards)
    if what.award is not None and what.award not in known:
        raise Refusal("check-award-unknown", award=what.award, known=known)
    with edition.store.read() as connection:
        made_at = head_of(connection, SECRETARY).seq
        found = gather(edition, connection, per_nomination, what.limit)
    found, manual = with_pairs(found, what.pairs)
    planned = found.of(what.award)
    if what.wishes.anchors and not planned.has_sections:
        raise Refusal("anchors-without-sections")
    outcome = plan(planned.nominations, planned.reviewers, seed, what.wishes)
    return Plan(
        pairs=_in_order(found, [*manual, *outcome.pairs]),
        shortfalls=tuple(Shortfall(one.nomination, one.found, one.wanted) for one in outcome.short),
        load=outcome.load,
        made_at=made_at,
        manual=manual,
        outcome=outcome,
        assignable=planned,
    )


def _in_order(found: Assignable, pairs: Sequence[tuple[str, str]]) -> tuple[tuple[Candidate, Panellist], ...]:
    """By award, nomination and reviewer, each in the order of filing."""
    awards = list(found.panels)
    named = [
        (found.candidates[nomination], found.panels[found.candidates[nomination].award][reviewer])
        for nomination, reviewer in pairs
    ]
    return tuple(sorted(named, key=lambda pair: (awards.index(pair[0].award), pair[0].id, pair[1].id)))


def assign(edition: Edition, plan: Plan) -> int:
    """Open the plan's sheets in one entry, and state the sections it settled in another; how many sheets.

    Refusal "edition-changed-meanwhile" for a stale plan.
    """
    if not plan.pairs:
        return 0
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        if head.seq != plan.made_at:
            raise Refusal("edition-changed-meanwhile")
        head = open_sheets(edition, connection, head, plan.pairs)
        statements = Statements(connection, head, edition.now())
        if settled := _settled(plan):
            candidates = plan.assignable.candidates
            statements.sections(edition.id, settled, {key: candidates[key].id for key in settled})
            keep(connection, statements.written, statements.head)
    return len(plan.pairs)


def _settled(plan: Plan) -> dict[str, Section]:
    """The sections and anchors that the plan settled and nobody has stated yet, by nomination."""
    stated = {one.key: one for one in plan.assignable.nominations}
    anchors = {key for key in plan.outcome.anchors if not stated[key].anchor}
    return {
        key: Section(
            plan.outcome.sections.get(key, stated[key].section), anchor=key in anchors or stated[key].anchor
        )
        for key in sorted(anchors | plan.outcome.sections.keys())
    }
