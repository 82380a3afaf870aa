"""A conflict of interest that a reviewer's sheet shows: which grounds are open, and how one is denied."""

from collections.abc import Mapping

from judge.domain.candidacy import candidacy
from judge.domain.conflict import Conflict, Interests
from judge.domain.identifying import Identities
from judge.domain.organisations import Organisations
from judge.domain.refusal import Refusal
from judge.domain.sheet import Sheet
from judge.ledger import acts as ledger
from judge.ledger.reading import ConflictDenied
from judge.services.editions.edition import Edition
from judge.services.sheets.acts import Seen, act_on
from judge.services.sheets.blinding import identities_of
from judge.services.sheets.conflicts import conflicts
from judge.services.texts import given_reason
from judge.store.conclusions import kept_conclusions
from judge.store.connection import Connection
from judge.store.queries import desk as queries
from judge.store.queries.history import organisations
from judge.store.queries.sheet_acts import sheet_steps
from judge.store.sheets import SheetRow


def found_conflicts(
    papers: queries.Papers, own: Interests, identities: Identities, known: Organisations
) -> tuple[Conflict, ...]:
    """What ties a reviewer to a nomination as it stands, also what they said to be none."""
    last = papers.revisions[-1]
    return conflicts(own, candidacy(last.organisation, papers.body, last.fields, identities), known)


def open_conflicts(
    edition: Edition, connection: Connection, nomination: str, reviewer: str
) -> tuple[Conflict, ...]:
    """What ties a reviewer to a nomination as it stands, without the grounds that they said to be none."""
    papers = queries.papers(connection, nomination)
    if edition.packet:
        found = kept_conclusions(connection, nomination, papers.revisions[-1].number).conflicts
    else:
        identities = identities_of(edition, connection, papers.award)
        own = queries.interests(connection, reviewer)
        found = found_conflicts(papers, own, identities, organisations(connection))
    return without_denied(connection, nomination, reviewer, found)


def without_denied(
    connection: Connection, nomination: str, reviewer: str, found: tuple[Conflict, ...]
) -> tuple[Conflict, ...]:
    """Those of the conflicts found that the reviewer has not denied; the ledger is read only for any."""
    denied = denied_grounds(connection, nomination, reviewer) if found else {}
    return tuple(conflict for conflict in found if conflict.ground not in denied)


def denied_grounds(connection: Connection, nomination: str, reviewer: str) -> Mapping[str, str]:
    """The grounds of conflicts that the reviewer said to be none, each with the reason."""
    acts = (kept.step.act for kept in sheet_steps(connection, nomination, reviewer))
    return {ground: act.reason for act in acts if isinstance(act, ConflictDenied) for ground in act.grounds}


def deny_conflict(edition: Edition, seen: Seen, reason: str) -> Sheet:
    """Say why every open ground of a conflict on the reviewer's sheet is none; the chair can read it.

    Refusal codes: "reason-missing", "no-conflict-to-deny", and those of `act_on`.
    """
    said = given_reason(reason)
    with edition.store.read() as connection:
        found = open_conflicts(edition, connection, seen.nomination, seen.reviewer)
    if not found:
        raise Refusal("no-conflict-to-deny")
    grounds = [conflict.ground.value for conflict in found]

    def act(row: SheetRow) -> tuple[str, ledger.Payload]:
        return ledger.CONFLICT_DENIED, ledger.conflict_denied(row.projection.head, grounds, said)

    return act_on(edition, seen, act)
