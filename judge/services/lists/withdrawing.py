"""A reviewer judges no more: what they submitted, what is absent, and who judges in their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from judge.domain.refusal import Refusal
from judge.domain.reviewer_keys import find_reviewer
from judge.domain.sheet import SETTLED, SheetState
from judge.ledger import acts
from judge.ledger.closings import Withdrawal
from judge.ledger.pens import CHAIR, SECRETARY
from judge.ledger.ruled import ruled
from judge.services.editions.edition import Edition
from judge.services.lists.ruling import Decided, Decision, rule
from judge.services.sheets.handing import Handing, awards_of, hand_over
from judge.services.sheets.opening import Pair, open_sheets
from judge.services.texts import given_reason
from judge.store.connection import Connection
from judge.store.pens import head_of, provide_pens
from judge.store.queries.closings import PanelSheet, lock_sheets, panel_sheets
from judge.store.queries.desk import reviewer_keys
from judge.store.queries.office import rulings


@dataclass(frozen=True, slots=True)
class Leaving:
    """Who judges no more; who judges in their place, best first; whether what they submitted is left out."""

    reviewer: str
    successors: tuple[str, ...] = ()
    left_out: bool = False


class Withdrawn(NamedTuple):
    """What a withdrawal came to: sheets that were submitted, are absent, and were handed over."""

    new: bool
    submitted: int
    absent: int
    replaced: int


def withdraw(edition: Edition, leaving: Leaving, reason: str) -> Withdrawn:
    """Rule that a reviewer judges no more, and open the sheets of whoever judges in their place.

    What they have submitted counts, unless it is left out. Their other sheets are absent, or replaced: each
    is handed to the first successor who is on the panel, holds no sheet of the nomination and is in no
    conflict. Of closed nominations none is handed over. What comes of the reviewer later counts only if they
    are withdrawn again, which speaks of their sheets as they are then.

    Refusal codes: "reason-missing", "reviewer-unknown-but-near", "reviewer-unknown", "successor-themselves"
    (reviewer), "successor-withdrawn" (reviewer), "successor-unfit" (reviewers, nominations) where no
    successor may judge what is to be handed over.
    """
    said = given_reason(reason)
    with edition.store.write() as connection:
        # The secretary's pen before the chair's, and pens before sheets.
        head = head_of(connection, SECRETARY, locked=True)
        provide_pens(connection, edition.id, [CHAIR])
        head_of(connection, CHAIR, locked=True)
        leaving = _known(connection, leaving)
        lock_sheets(connection, of=leaving.reviewer)
        planned = _plan(edition, connection, leaving)
        new = rule(edition, connection, planned.decided(leaving, said).decision)
        if planned.pairs:
            open_sheets(edition, connection, head, planned.pairs)
    return Withdrawn(new, len(planned.submitted), len(planned.absent), len(planned.replaced))


def decide_withdrawal(edition: Edition, connection: Connection, leaving: Leaving, reason: str) -> Decided:
    """What the ruling would say now; refused as `withdraw` is."""
    leaving = _known(connection, leaving)
    return _plan(edition, connection, leaving).decided(leaving, reason)


def reinstate(edition: Edition, reviewer: str, reason: str) -> bool:
    """Rule that a withdrawn reviewer judges again: all their sheets are what they are by themselves.

    Refusal codes: "reason-missing", "reviewer-unknown-but-near", "reviewer-unknown", "reviewer-serves"
    (reviewer) where they were not withdrawn.
    """
    said = given_reason(reason)
    with edition.store.write() as connection:
        return rule(edition, connection, decide_reinstating(edition, connection, reviewer, said).decision)


def decide_reinstating(edition: Edition, connection: Connection, reviewer: str, reason: str) -> Decided:
    """What the ruling would say."""
    key = find_reviewer(reviewer, reviewer_keys(connection))
    if key not in ruled(rulings(connection)).withdrawn:
        raise Refusal("reviewer-serves", reviewer=key)
    awards = awards_of(edition, [one for one in panel_sheets(connection) if one.version.reviewer == key])
    return Decided(Decision(acts.WITHDRAWN, acts.reviewer_subject(key), dict(acts.LIFTED), reason), awards)


@dataclass(frozen=True, slots=True)
class _Planned:
    """What becomes of each of the reviewer's sheets, and the new sheets; all by nomination."""

    awards: tuple[str, ...]
    submitted: Mapping[str, bytes]
    absent: Mapping[str, bytes]
    replaced: Mapping[str, tuple[str, bytes]]
    pairs: tuple[Pair, ...]

    def decided(self, leaving: Leaving, reason: str) -> Decided:
        detail = acts.withdrawal(self.submitted, self.absent, self.replaced, left_out=leaving.left_out)
        subject = acts.reviewer_subject(leaving.reviewer)
        return Decided(Decision(acts.WITHDRAWN, subject, dict(detail), reason), self.awards)


def _known(connection: Connection, leaving: Leaving) -> Leaving:
    """The same with keys as they are."""
    known = reviewer_keys(connection)
    reviewer = find_reviewer(leaving.reviewer, known)
    successors = tuple(find_reviewer(key, known) for key in leaving.successors)
    if reviewer in successors:
        raise Refusal("successor-themselves", reviewer=reviewer)
    withdrawn = ruled(rulings(connection)).withdrawn
    for key in successors:
        if key in withdrawn:
            raise Refusal("successor-withdrawn", reviewer=key)
    return Leaving(reviewer, successors, leaving.left_out)


def _plan(edition: Edition, connection: Connection, leaving: Leaving) -> _Planned:
    sheets = tuple(panel_sheets(connection))
    own = tuple(one for one in sheets if one.version.reviewer == leaving.reviewer)
    held = ruled(rulings(connection))
    before = held.withdrawn.get(leaving.reviewer, Withdrawal()).replaced
    replaced = {
        one.version.nomination: (before[one.version.nomination].by, one.version.head)
        for one in own
        if one.version.nomination in before
    }
    rest = [one for one in own if one.version.nomination not in replaced]
    submitted = _heads(one for one in rest if one.version.state == SheetState.SUBMITTED)
    waiting = [one for one in rest if one.version.state not in SETTLED]
    open_ones = [one for one in waiting if held.closing(one.version.nomination, one.award) is None]
    pairs = hand_over(edition, connection, Handing(leaving.successors, open_ones, sheets))
    heads = _heads(waiting)
    replaced |= {c.key: (member.key, heads.pop(c.key)) for c, member in pairs}
    return _Planned(awards_of(edition, own), submitted, heads, replaced, pairs)


def _heads(sheets: Iterable[PanelSheet]) -> dict[str, bytes]:
    return {one.version.nomination: one.version.head for one in sheets}
