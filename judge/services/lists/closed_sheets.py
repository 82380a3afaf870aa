"""What rulings make of an award's sheets before they are counted."""

import pandas as pd

from judge.ledger.ruled import Ruled
from judge.store.connection import Connection
from judge.store.queries.closings import panel_sheets


def by_ruling(connection: Connection, award: str, ruled: Ruled, sheets: pd.DataFrame) -> pd.DataFrame:
    """The frame of an award's sheets with the states that they count as; as it is where nothing is ruled."""
    if not (ruled.withdrawn or ruled.nominations or award in ruled.awards):
        return sheets
    there = tuple(panel_sheets(connection, award))
    pairs = {(one.version.nomination, one.version.reviewer) for one in there}
    changed = {
        (one.nomination_id, one.reviewer_id): state
        for one in there
        if (state := str(ruled.state_of(one.version, award, pairs))) != one.version.state
    }
    if not changed:
        return sheets
    known = zip(sheets["nomination"].tolist(), sheets["reviewer"].tolist(), sheets["state"], strict=True)
    return sheets.assign(state=[changed.get((n, r), state) for n, r, state in known])
