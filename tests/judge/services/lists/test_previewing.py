"""A preview shows what the ruling then does, and does nothing itself."""

import pytest

from judge.domain.refusal import Refusal
from judge.scoring.method import Method
from judge.services.audit.auditing import ledger_fingerprint
from judge.services.editions.edition import Edition
from judge.services.lists.closing import close, decide_closing, decide_reopening, reopen
from judge.services.lists.previewing import Decide, Preview, preview
from judge.services.lists.quorum import decide_quorum, rule_quorum
from judge.services.lists.ranking import rank, rank_lists
from tests.judge.services.lists.panels import FIRST, FOURTH, SECOND, THIRD, line, submit


@pytest.fixture
def working(assigned: Edition) -> Edition:
    """Three sheets of the first group, two of the second and third, one of the fourth."""
    for nomination, reviewers in ((FIRST, 3), (SECOND, 2), (THIRD, 2), (FOURTH, 1)):
        for reviewer in ("R01", "R02", "R03")[:reviewers]:
            submit(assigned, nomination, reviewer, 10 + 2 * reviewers + int(nomination[-1]))
    return assigned


def previewed(edition: Edition, decide: Decide) -> Preview:
    before = ledger_fingerprint(edition)
    shown = preview(edition, decide)
    assert ledger_fingerprint(edition) == before
    return shown


def same(edition: Edition, shown: Preview) -> bool:
    after = {ranked.key: ranked for ranked in rank_lists(edition)}
    return all(after[ranked.key] == ranked for ranked in shown.lists)


@pytest.mark.parametrize("closed_first", [False, True], ids=["open", "closed"])
@pytest.mark.parametrize("least", [1, 2, 3, 4])
def test_a_quorum_does_what_its_preview_says(working: Edition, least: int, *, closed_first: bool) -> None:
    if closed_first:
        close(working, "qc-group", "截止")
    before = {listed.nomination.key: listed.line for listed in rank(working, "qc-group").lines}
    shown = previewed(working, lambda _connection: decide_quorum(working, "qc-group", least, ""))
    rule_quorum(working, "qc-group", least, "到会人数")
    assert same(working, shown)
    after = {listed.nomination.key: listed.line for listed in rank(working, "qc-group").lines}
    changed = {change.nomination for change in shown.changes if change.list == "qc-group"}
    assert changed == {key for key in before if before[key] != after[key]}


def test_a_quorum_lowered_decides_and_raised_undecides(working: Edition) -> None:
    close(working, "qc-group", "截止")
    assert line(working, SECOND).line.rank is None
    rule_quorum(working, "qc-group", 2, "两份即可")
    assert {key for key in (FIRST, SECOND, THIRD, FOURTH) if line(working, key).line.rank} == {
        FIRST,
        SECOND,
        THIRD,
    }
    rule_quorum(working, "qc-group", 3, "还是三份")
    assert line(working, SECOND).line.rank is None
    rule_quorum(working, "qc-group", 4, "四份")
    assert line(working, FIRST).line.rank is None


def test_a_quorum_is_recorded_with_the_list_and_a_method_asked_for_stands_as_it_is(working: Edition) -> None:
    rule_quorum(working, "qc-group", 2, "两份即可")
    ruled, other = rank(working, "qc-group"), rank(working, "trusted-team")
    assert (ruled.method.min_sheets, ruled.quorum) == (2, 2)
    assert (other.method.min_sheets, other.quorum) == (3, None)
    asked = rank(working, "qc-group", Method(min_sheets=3))
    assert (asked.method.min_sheets, asked.quorum) == (3, None)


@pytest.mark.parametrize("key", [SECOND, "qc-group"])
def test_closing_and_opening_do_what_their_previews_say(working: Edition, key: str) -> None:
    rule_quorum(working, "qc-group", 2, "两份即可")

    def closing() -> Preview:
        return previewed(working, lambda connection: decide_closing(working, connection, key, ""))

    shown = closing()
    assert SECOND in {change.nomination for change in shown.changes}
    close(working, key, "截止")
    assert same(working, shown)
    assert closing().changes == ()
    opened = previewed(working, lambda connection: decide_reopening(working, connection, key, ""))
    reopen(working, key, "再评")
    assert same(working, opened)


@pytest.mark.parametrize(
    ("award", "least", "code"),
    [("qc-group", 0, "quorum-out-of-range"), ("beauty", 2, "check-award-unknown")],
)
def test_no_quorum(assigned: Edition, award: str, least: int, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        rule_quorum(assigned, award, least, "因故")
    assert refused.value.code == code
