"""Hand a reviewer's sheets to those who judge in their place; conflicts of interest are never assigned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from judge.domain.candidacy import candidacy
from judge.domain.conflict import Interests
from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.sheets.blinding import identities_of
from judge.services.sheets.conflicts import conflicts
from judge.services.sheets.opening import Pair
from judge.store.connection import Connection
from judge.store.queries.closings import PanelSheet
from judge.store.queries.history import organisations
from judge.store.queries.panels import Candidate, Panellist, panel, to_judge


@dataclass(frozen=True, slots=True)
class Handing:
    """Sheets to hand over, to whom (the first who may judge it takes each), and all sheets that there are."""

    successors: Sequence[str]
    sheets: Sequence[PanelSheet]
    there: Sequence[PanelSheet]


def hand_over(edition: Edition, connection: Connection, handing: Handing) -> tuple[Pair, ...]:
    """A successor for each sheet, but for those of nominations that all of them judge already.

    Refusal "successor-unfit" (reviewers, nominations), where nobody of them is on the panel and without a
    conflict.
    """
    if not handing.successors:
        return ()
    holders = {(one.version.nomination, one.version.reviewer) for one in handing.there}
    pairs: list[Pair] = []
    nobody: list[str] = []
    for award in awards_of(edition, handing.sheets):
        fit = _Fit(edition, connection, award)
        for nomination in (one.version.nomination for one in handing.sheets if one.award == award):
            free = [key for key in handing.successors if (nomination, key) not in holders]
            member = fit.first(nomination, free)
            if member:
                pairs.append((fit.candidates[nomination], member))
            elif free:
                nobody.append(nomination)
    if nobody:
        raise Refusal("successor-unfit", reviewers=tuple(handing.successors), nominations=tuple(nobody))
    return tuple(pairs)


class _Fit:
    """Who of an award's panel may judge which of its nominations."""

    def __init__(self, edition: Edition, connection: Connection, award: str) -> None:
        self.members: Mapping[str, Panellist] = {one.key: one for one in panel(connection, award)}
        self.candidates: Mapping[str, Candidate] = {one.key: one for one in to_judge(connection, award)}
        self._identities = identities_of(edition, connection, award)
        self._organisations = organisations(connection)

    def first(self, nomination: str, reviewers: Sequence[str]) -> Panellist | None:
        """The first of the reviewers who may judge it; None where nobody may."""
        return next(self._fit(self.candidates[nomination], reviewers), None)

    def _fit(self, candidate: Candidate, reviewers: Sequence[str]) -> Iterator[Panellist]:
        theirs = candidacy(candidate.organisation, candidate.body, candidate.fields, self._identities)
        for member in (self.members[key] for key in reviewers if key in self.members):
            own = Interests(member.name, member.organisation, member.phone)
            if not conflicts(own, theirs, self._organisations):
                yield member


def awards_of(edition: Edition, sheets: Sequence[PanelSheet]) -> tuple[str, ...]:
    """The awards that some sheets are of, in the programme's order."""
    named = {one.award for one in sheets}
    return tuple(award.key for award in edition.programme.awards if award.key in named)
