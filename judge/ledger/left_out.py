"""Why sheets do not count, told from the rulings that hold as `judge.ledger.ruled` reads them."""

from collections.abc import Container

from judge.domain.left_out import Ground, LeftOut
from judge.domain.sheet import ByRuling, SheetState
from judge.ledger.closings import Withdrawal
from judge.ledger.ruled import Ruled, Version

_OWN = {
    SheetState.RECUSED: Ground.RECUSED,
    SheetState.EXCLUDED: Ground.EXCLUDED,
    SheetState.OPEN: Ground.OPEN,
    SheetState.RETURNED: Ground.RETURNED,
    SheetState.FORKED: Ground.FORKED,
}


def why_left_out(
    sheet: Version, award: str, ruled: Ruled, there: Container[tuple[str, str]], reason: str
) -> LeftOut | None:
    """Why a sheet of the award does not count; None where it does and nothing is to be said of it.

    Args:
        sheet: the sheet as it stands.
        award: whose sheet it is.
        ruled: the rulings that hold.
        there: the (nomination, reviewer) pairs of all sheets, as `Ruled.state_of` takes them.
        reason: the reason that the sheet itself has, of who recused or returned it.
    """
    state = ruled.state_of(sheet, award, there)
    gone = ruled.withdrawn.get(sheet.reviewer)
    if sheet.state in (SheetState.RECUSED, SheetState.EXCLUDED):
        return LeftOut(_OWN[SheetState(sheet.state)], reason)
    if gone is not None:
        return _of_withdrawn(sheet, state, gone)
    if state in (ByRuling.ABSENT, ByRuling.LATE):
        held = ruled.closing(sheet.nomination, award)
        ground = Ground.CLOSED if state == ByRuling.ABSENT else Ground.LATE
        return LeftOut(ground, held.reason if held else "")
    return None if state == SheetState.SUBMITTED else LeftOut(_OWN[SheetState(state)], reason)


def _of_withdrawn(sheet: Version, state: str, gone: Withdrawal) -> LeftOut:
    replaced = gone.replaced.get(sheet.nomination)
    by = replaced.by if replaced else ""
    match state:
        case SheetState.SUBMITTED:
            return LeftOut(Ground.COUNTS, gone.reason)
        case SheetState.OPEN:
            return LeftOut(Ground.SUCCESSOR_AWAITED, gone.reason, by)
        case SheetState.EXCLUDED if by:
            return LeftOut(Ground.REPLACED, gone.reason, by)
        case SheetState.EXCLUDED:
            return LeftOut(Ground.LEFT_OUT, gone.reason)
        case _:
            return LeftOut(Ground.WITHDRAWN, gone.reason)
