"""The sums of a panel are those of what is there."""

from judge.ledger.panel_acts import Section
from judge.services.editions.edition import Edition
from judge.services.panels.board import Tally, board
from judge.services.panels.stating import SeatWish, state_reviewer, state_seat, state_sections

GROUPS = "qc-group"


def test_a_panel_without_sections_has_sums_of_its_own(assigned: Edition) -> None:
    found = board(assigned)

    assert found.panel(GROUPS).whole == Tally(3, 12, 4, 0)
    assert found.panel(GROUPS).named == ()
    assert found.panel("trusted-team").whole == Tally()
    assert [(one.key, one.section, one.anchor) for one in found.nominations][:1] == [
        ("qc-group-0001", "", False)
    ]


def test_sections_are_summed_each_for_itself(assigned: Edition) -> None:
    for reviewer, section in (("R01", "A"), ("R02", "B")):
        state_seat(assigned, reviewer, SeatWish(GROUPS, section))
    state_sections(assigned, {"qc-group-0001": Section("A"), "qc-group-0002": Section("B", anchor=True)})

    panel = board(assigned).panel(GROUPS)

    assert panel.sections == {"": Tally(1, 6, 2, 0), "A": Tally(1, 3, 1, 0), "B": Tally(1, 3, 1, 1)}
    assert panel.named == ("A", "B")
    assert panel.whole == Tally(3, 12, 4, 1)


def test_who_presides_or_has_withdrawn_judges_nothing(filed: Edition) -> None:
    state_seat(filed, "R01", SeatWish(GROUPS, role="chair"))
    state_reviewer(filed, "R02", lambda detail: detail._replace(standing="withdrawn"))
    assert board(filed).panel(GROUPS).whole.reviewers == 1
