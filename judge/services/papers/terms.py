"""On what terms papers are taken now: the filing deadline, and what the chair admits after it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC

from judge.domain.setting import NONE
from judge.ledger import acts
from judge.ledger.office_apply import holding
from judge.services.editions.edition import Edition
from judge.services.editions.settings import FILING_DEADLINE, filing_deadline, value_of
from judge.store.connection import Connection
from judge.store.queries import office


@dataclass(frozen=True, slots=True)
class FilingTerms:
    """The deadline as kept, whether it has passed, and the files (SHA-256 in hexadecimal) admitted after it.

    `revisions` has one file for a nomination, the last that the chair admitted.
    """

    deadline: str = NONE
    late: bool = False
    revisions: Mapping[str, str] = field(default_factory=dict)
    nominations: frozenset[str] = frozenset()

    def takes_revision(self, nomination: str, sha256: str) -> bool:
        """Whether the file may change the nomination now."""
        return not self.late or self.revisions.get(nomination) == sha256

    def takes_nomination(self, sha256: str) -> bool:
        """Whether the file may bring new nominations now."""
        return not self.late or sha256 in self.nominations

    def admitted_as(self, sha256: str) -> str | None:
        """The one nomination that the file is admitted as a revision of."""
        keys = [key for key, file in self.revisions.items() if file == sha256]
        return keys[0] if len(keys) == 1 else None


def filing_terms(edition: Edition, connection: Connection) -> FilingTerms:
    """The terms at this moment of the edition's clock."""
    ruled = office.rulings(connection)
    revisions = holding(ruled, acts.LATE_REVISION).items()
    return FilingTerms(
        value_of(connection, FILING_DEADLINE),
        is_late(edition, connection),
        {subject.partition("/")[2]: str(one.detail["sha256"]) for subject, one in revisions},
        frozenset(str(one.detail["sha256"]) for one in holding(ruled, acts.LATE_NOMINATION).values()),
    )


def is_late(edition: Edition, connection: Connection) -> bool:
    """Whether the filing deadline has passed by the edition's clock."""
    end = filing_deadline(connection)
    return end is not None and edition.clock().astimezone(UTC) >= end
