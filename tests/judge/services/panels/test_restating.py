"""A reviewer's card is stated whole or not at all, and only on what its writer saw."""

import pytest

from judge.domain.refusal import Refusal
from judge.ledger.panel_acts import Seat
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.panels.restating import restate_reviewer
from judge.services.panels.standing import Member, panels
from judge.services.panels.stating import state_reviewer

GROUPS, TEAMS = "qc-group", "trusted-team"


def member(edition: Edition, key: str = "R01") -> Member:
    return next(one for one in panels(edition).members if one.key == key)


def test_particulars_and_seats_hold_together_and_the_audit_proves_them(filed: Edition) -> None:
    seen = member(filed)
    seats = {GROUPS: Seat("A", "chair"), TEAMS: Seat()}

    assert restate_reviewer(filed, seen, seen.detail._replace(phone="138", load_limit=3), seats, "换届") == 3

    now = member(filed)
    assert (now.detail.phone, now.detail.load_limit, now.seats) == ("138", 3, seats)
    assert audit(filed).faults == ()


def test_a_seat_that_is_not_named_is_left(filed: Edition) -> None:
    seen = member(filed)
    assert restate_reviewer(filed, seen, seen.detail, {}) == 1
    assert member(filed).seats == {}
    assert audit(filed).faults == ()


def test_what_changes_nothing_writes_nothing(filed: Edition) -> None:
    before, seen = audit(filed).entries, member(filed)
    assert restate_reviewer(filed, seen, seen.detail, seen.seats, "x") == 0
    assert restate_reviewer(filed, seen, seen.detail, {**seen.seats, TEAMS: Seat(role="none")}) == 0
    assert audit(filed).entries == before


def test_nothing_is_stated_on_what_was_changed_elsewhere(filed: Edition) -> None:
    seen = member(filed)
    state_reviewer(filed, "R01", lambda detail: detail._replace(phone="139"))
    before = audit(filed).entries

    with pytest.raises(Refusal) as refused:
        restate_reviewer(filed, seen, seen.detail._replace(languages="汉"), seen.seats)

    assert refused.value.code == "edition-changed-meanwhile"
    assert audit(filed).entries == before
    assert member(filed).detail.phone == "139"


def test_what_was_changed_of_others_is_in_nobodys_way(filed: Edition) -> None:
    seen = member(filed)
    state_reviewer(filed, "R02", lambda detail: detail._replace(phone="139"))
    assert restate_reviewer(filed, seen, seen.detail._replace(languages="汉"), seen.seats) == 1


def test_one_wrong_thing_and_nothing_is_stated(filed: Edition) -> None:
    before, seen = audit(filed).entries, member(filed)
    phone = seen.detail._replace(phone="138")
    attempts = (
        (phone._replace(load_limit=-1), seen.seats, "", "load-limit-negative"),
        (phone._replace(name=" "), seen.seats, "", "reviewer-nameless"),
        (phone._replace(languages="x" * 5001), seen.seats, "", "note-too-long"),
        (phone, {"nobel": Seat()}, "", "check-award-unknown"),
        (phone, {GROUPS: Seat(role="king")}, "", "role-unknown"),
        (phone, {GROUPS: Seat("\0")}, "", "note-not-text"),
        (phone, seen.seats, "\ud800", "note-not-text"),
    )
    for detail, seats, reason, code in attempts:
        with pytest.raises(Refusal) as refused:
            restate_reviewer(filed, seen, detail, seats, reason)
        assert refused.value.code == code
    assert audit(filed).entries == before
