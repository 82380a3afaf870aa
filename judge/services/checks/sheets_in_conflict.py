"""Sheets whose reviewers have a conflict of interest as the edition's papers stand now."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from judge.domain.candidacy import Candidacy, candidacy
from judge.domain.checking import SheetInConflict
from judge.domain.conflict import Interests
from judge.domain.organisations import Organisations
from judge.ledger.panel_acts import ReviewerDetail
from judge.services.editions.edition import Edition
from judge.services.sheets.blinding import identities_of
from judge.services.sheets.conflicts import conflicts
from judge.services.sheets.denying import denied_grounds
from judge.store.connection import Connection
from judge.store.queries.checking import StandingNomination
from judge.store.queries.known import held_reviewers
from judge.store.queries.panels import sheets_at_work


def sheets_in_conflict(
    edition: Edition,
    connection: Connection,
    filed: Sequence[StandingNomination],
    organisations: Organisations,
) -> Iterator[SheetInConflict]:
    """Those of the nominations `filed`, in their order and that of the reviewers."""
    nominations: Mapping[str, StandingNomination] = {one.key: one for one in filed}
    reviewers = {one.key: _own(one.detail) for one in held_reviewers(connection)}
    identities = {
        award.key: identities_of(edition, connection, award.key) for award in edition.programme.awards
    }

    @cache
    def theirs(nomination: str) -> Candidacy:
        one = nominations[nomination]
        return candidacy(one.organisation, one.body, one.fields, identities[one.award])

    for nomination, reviewer, state in sheets_at_work(connection):
        if nomination in nominations:
            found = conflicts(reviewers[reviewer], theirs(nomination), organisations)
            if found:
                denied = denied_grounds(connection, nomination, reviewer)
                reasons = tuple(dict.fromkeys(denied[c.ground] for c in found if c.ground in denied))
                all_denied = all(conflict.ground in denied for conflict in found)
                name = nominations[nomination].name
                yield SheetInConflict(nomination, name, reviewer, state, found, all_denied, reasons)


def _own(detail: ReviewerDetail) -> Interests:
    return Interests(detail.name, detail.organisation, detail.phone, detail.aliases)
