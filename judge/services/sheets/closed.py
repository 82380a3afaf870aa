"""Sheets that a ruling has closed: nobody writes on them any more."""

from judge.domain.refusal import Refusal
from judge.store.connection import Connection
from judge.store.queries.closings import barred_by
from judge.store.sheets import SheetRow


def check_open(connection: Connection, row: SheetRow) -> None:
    """Refuse to write on a sheet that a ruling of the chair has closed.

    Refusal codes: "award-closed" (award), "nomination-closed" (nomination), "reviewer-withdrawn" (reviewer).
    """
    check_panel_open(connection, row.award, row.nomination, row.reviewer)


def check_panel_open(connection: Connection, award: str, nomination: str, reviewer: str) -> None:
    """The same of a sheet that is named; it need not be there yet."""
    match barred_by(connection, award, nomination, reviewer):
        case "award":
            raise Refusal("award-closed", award=award)
        case "nomination":
            raise Refusal("nomination-closed", nomination=nomination)
        case "reviewer":
            raise Refusal("reviewer-withdrawn", reviewer=reviewer)
