"""Submitted sheets given back: returned by the chair, with a reason, or taken back by their reviewer."""

from judge.domain.refusal import Refusal
from judge.domain.sheet import Sheet, SheetState
from judge.ledger import acts as ledger
from judge.ledger.apply import apply
from judge.ledger.pens import CHAIR
from judge.services.editions.edition import Edition
from judge.services.editions.settings import TAKE_BACK, value_of
from judge.services.sheets.acts import Seen, act_on
from judge.services.sheets.closed import check_open
from judge.services.texts import given_reason
from judge.store.connection import Connection
from judge.store.pens import head_of, keep, provide_pens
from judge.store.sheet_writing import Change, save
from judge.store.sheets import SheetRow, copy_of, load

ALLOWED = "allowed"


def return_sheet(edition: Edition, nomination: str, reviewer: str, reason: str) -> Sheet:
    """Give a submitted sheet back to its reviewer, who reads the reason on top of it.

    What was submitted stays in the ledger. Refusal codes: "reason-missing", "sheet-not-assigned",
    "sheet-not-submitted" (state), and those of `closed.check_open`.
    """
    said = given_reason(reason)
    with edition.store.write() as connection:
        provide_pens(connection, edition.id, [CHAIR])
        head = head_of(connection, CHAIR, locked=True)
        row = load(connection, nomination, reviewer, locked=True)
        if row is None:
            raise Refusal("sheet-not-assigned", nomination=nomination, reviewer=reviewer)
        _check_submitted(row)
        check_open(connection, row)
        subject = ledger.sheet_subject(nomination, reviewer)
        payload = ledger.sheet_returned(row.projection.head, said)
        written, head = head.next(ledger.SHEET_RETURNED, subject, payload, edition.now())
        after = copy_of(row.projection)
        apply(after, written.digest, written.entry)
        keep(connection, [written], head)
        save(connection, [Change(row, after)])
    edition.memory.forget(nomination, reviewer)
    return row.view_of(after)


def take_back(edition: Edition, seen: Seen) -> Sheet:
    """Open a submitted sheet again, while the chair allows it (setting "take-back").

    Refusal codes: "take-back-not-allowed", "sheet-not-submitted" (state), and those of `act_on`.
    """

    def act(row: SheetRow) -> tuple[str, ledger.Payload]:
        _check_submitted(row)
        return ledger.SHEET_REOPENED, ledger.sheet_reopened(row.projection.head)

    with edition.store.read() as connection:
        if not may_take_back(connection):
            raise Refusal("take-back-not-allowed")
    return act_on(edition, seen, act, frozenset({SheetState.SUBMITTED}))


def may_take_back(connection: Connection) -> bool:
    """Whether reviewers may take submitted sheets back."""
    return value_of(connection, TAKE_BACK) == ALLOWED


def _check_submitted(row: SheetRow) -> None:
    if row.projection.state is not SheetState.SUBMITTED:
        raise Refusal("sheet-not-submitted", state=row.projection.state.value)
