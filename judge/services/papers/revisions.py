"""The revisions of a nomination: when each was filed, from which file, and how it differs."""

from dataclasses import dataclass
from itertools import pairwise

from judge.domain.refusal import Refusal
from judge.domain.revision import FieldChange, differences
from judge.ledger import acts
from judge.services.editions.edition import Edition
from judge.store.queries import office
from judge.store.queries.revisions import KeptRevision, revisions


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision, how it differs from the one before, and why it was taken late ("" where it was not)."""

    kept: KeptRevision
    changes: tuple[FieldChange, ...]
    admitted: str


def revisions_of(edition: Edition, nomination: str) -> tuple[Revision, ...]:
    """A nomination's revisions, the first filing first; Refusal "nomination-unknown" (nomination)."""
    with edition.store.read() as connection:
        kept = revisions(connection, nomination)
        ruled = office.rulings(connection)
    if not kept:
        raise Refusal("nomination-unknown", nomination=nomination)
    reasons = {
        (one.subject, one.detail["sha256"]): one.reason
        for one in ruled
        if one.kind in {acts.LATE_REVISION, acts.LATE_NOMINATION}
    }
    first, later = (acts.paper_subject(kept[0].sha256), kept[0].sha256), acts.nomination_subject(nomination)
    return (
        Revision(kept[0], (), reasons.get(first, "")),
        *(
            Revision(new, differences(old.fields, new.fields), reasons.get((later, new.sha256), ""))
            for old, new in pairwise(kept)
        ),
    )
