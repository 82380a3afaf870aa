"""Why a sheet does not count, from its state and the rulings: the ground that holds, and no other."""

import pytest

from judge.domain.left_out import Ground, LeftOut
from judge.domain.sheet import SheetState
from judge.ledger.closings import Closing, Replacement, Withdrawal
from judge.ledger.left_out import why_left_out
from judge.ledger.ruled import Held, Ruled, Version

HEAD, LATER = b"\1" * 32, b"\2" * 32
PAIRS = {("n", "R1")}
CLOSED = Ruled(nominations={"n": Held(7, Closing({"n": {"R1": HEAD}}), "出差")})


def withdrawn(withdrawal: Withdrawal) -> Ruled:
    return Ruled(withdrawn={"R1": withdrawal})


GONE = withdrawn(Withdrawal(submitted={"n": HEAD}, reason="调离"))
LEFT_OUT = withdrawn(Withdrawal(submitted={"n": HEAD}, left_out=True, reason="调离"))
HANDED_OVER = withdrawn(Withdrawal(replaced={"n": Replacement("R2", HEAD)}, reason="调离"))


@pytest.mark.parametrize(
    ("state", "head", "ruled", "ground", "reason"),
    [
        (SheetState.SUBMITTED, HEAD, Ruled(), None, ""),
        (SheetState.OPEN, HEAD, Ruled(), Ground.OPEN, "own"),
        (SheetState.RETURNED, HEAD, Ruled(), Ground.RETURNED, "own"),
        (SheetState.FORKED, HEAD, Ruled(), Ground.FORKED, "own"),
        (SheetState.RECUSED, HEAD, Ruled(), Ground.RECUSED, "own"),
        (SheetState.EXCLUDED, HEAD, Ruled(), Ground.EXCLUDED, "own"),
        # Who stepped back did so whatever is closed or whoever is withdrawn since.
        (SheetState.RECUSED, HEAD, CLOSED, Ground.RECUSED, "own"),
        (SheetState.RECUSED, HEAD, GONE, Ground.RECUSED, "own"),
        (SheetState.OPEN, HEAD, CLOSED, Ground.CLOSED, "出差"),
        (SheetState.FORKED, HEAD, CLOSED, Ground.CLOSED, "出差"),
        (SheetState.OPEN, LATER, CLOSED, Ground.OPEN, "own"),
        (SheetState.SUBMITTED, LATER, CLOSED, Ground.LATE, "出差"),
        (SheetState.SUBMITTED, HEAD, GONE, Ground.COUNTS, "调离"),
        (SheetState.SUBMITTED, LATER, GONE, Ground.WITHDRAWN, "调离"),
        (SheetState.OPEN, HEAD, GONE, Ground.WITHDRAWN, "调离"),
        (SheetState.SUBMITTED, HEAD, LEFT_OUT, Ground.LEFT_OUT, "调离"),
        (SheetState.OPEN, HEAD, HANDED_OVER, Ground.SUCCESSOR_AWAITED, "调离"),
    ],
)
def test_the_ground_is_that_of_the_state(
    state: SheetState, head: bytes, ruled: Ruled, ground: Ground | None, reason: str
) -> None:
    said = why_left_out(Version("n", "R1", state, head), "award", ruled, PAIRS, "own")
    assert (said.ground if said else None, said.reason if said else "") == (ground, reason)


def test_a_successor_who_is_there_judges_instead() -> None:
    version = Version("n", "R1", SheetState.OPEN, HEAD)
    said = why_left_out(version, "award", HANDED_OVER, PAIRS | {("n", "R2")}, "own")
    assert said == LeftOut(Ground.REPLACED, "调离", "R2")


@pytest.mark.parametrize("ground", Ground)
def test_what_is_waited_for_keeps_the_nomination_without_a_score(ground: Ground) -> None:
    pending = {Ground.OPEN, Ground.RETURNED, Ground.FORKED, Ground.LATE, Ground.SUCCESSOR_AWAITED}
    assert LeftOut(ground).is_waited_for == (ground in pending)
