"""Open sheets: who judges what from now on, in one entry."""

from collections import defaultdict
from collections.abc import Sequence

from judge.ledger import acts
from judge.ledger.apply import SheetProjection
from judge.ledger.chain import Head
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.pens import keep
from judge.store.queries.panels import Candidate, Panellist
from judge.store.sheet_writing import add
from judge.store.sheets import next_sheet_id

Pair = tuple[Candidate, Panellist]


def open_sheets(edition: Edition, connection: Connection, head: Head, pairs: Sequence[Pair]) -> Head:
    """Open a sheet for each pair, with the secretary's pen, whose chain stands at `head` and is locked.

    The head after it.
    """
    rubrics = {award.key: edition.rubric_digest(award.key) for award in edition.programme.awards}
    payload = acts.sheets_assigned(_grouped(pairs), rubrics)
    written, head = head.next(acts.SHEETS_ASSIGNED, f"edition/{edition.id}", payload, edition.now())
    keep(connection, [written], head)
    first = next_sheet_id(connection)
    add(
        connection,
        [
            (
                {"id": first + n, "nomination_id": candidate.id, "reviewer_id": member.id},
                rubrics[candidate.award],
                SheetProjection(),
            )
            for n, (candidate, member) in enumerate(pairs)
        ],
    )
    return head


def _grouped(pairs: Sequence[Pair]) -> dict[str, dict[str, list[str]]]:
    grouped: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for candidate, member in pairs:
        grouped[candidate.award][member.key].append(candidate.key)
    return {award: dict(by_reviewer) for award, by_reviewer in grouped.items()}
