"""A packet holds what its reviewer's desk shows, and of nobody else anything; the edition knows of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.ledger.panel_acts import WITHDRAWN, ReviewerDetail
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.editions.settings import change_setting
from judge.services.packets import issuing
from judge.services.packets.planning import Wanted, plan_packets
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.store.packets.filling import packet_store
from judge.store.panel_office import put_reviewer_detail
from judge.store.queries.known import ids
from judge.store.queries.panel_office import packets
from judge.store.store import Store
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.packets import GROUP, issue, mark_all, opened, packet_of, score
from tests.judge.services.sheets.fair_papers import attach_report
from tests.judge.services.sheets.fair_papers import nominations as telling_nominations


def test_the_desk_of_a_packet_shows_what_the_edition_s_does(assigned: Edition, out: Path) -> None:
    desk = Desk(assigned, "R02")
    desk.set_note(GROUP, "alignment", "关联[/x]清楚 =1+1", 0)
    mark_all(desk, "qc-group-0002", 9)
    with opened(packet_of(assigned, out, "R02")) as there:
        assert there.queue() == desk.queue()
        for item in desk.queue():
            assert there.page(item.nomination) == desk.page(item.nomination)
            assert there.history(item.nomination) == desk.history(item.nomination)
        assert (there.edition_id, there.edition_title) == (desk.edition_id, desk.edition_title)


def test_work_that_is_in_the_edition_goes_on_in_the_packet(assigned: Edition, out: Path) -> None:
    desk = Desk(assigned, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(20), 0)
    desk.set_mark(GROUP, "process", Mark(40), sheet.revision)
    with opened(packet_of(assigned, out, "R01")) as there:
        sheet = there.page(GROUP).sheet
        assert sheet.marks == {"alignment": Mark(20), "process": Mark(40)}
        sheet = there.undo(GROUP, sheet.revision)
        assert sheet.marks == {"alignment": Mark(20)}
        sheet = there.redo(GROUP, sheet.revision)
        assert sheet.marks == {"alignment": Mark(20), "process": Mark(40)}
        assert score(there, GROUP, 12).state is SheetState.SUBMITTED


def test_a_sheet_that_the_chair_returned_comes_with_the_reason(assigned: Edition, out: Path) -> None:
    score(Desk(assigned, "R01"), GROUP, 12)
    return_sheet(assigned, GROUP, "R01", "请核对凭证")
    with opened(packet_of(assigned, out, "R01")) as there:
        sheet = there.page(GROUP).sheet
        assert (sheet.state, sheet.reason) == (SheetState.RETURNED, "请核对凭证")
        assert there.submit(GROUP, sheet.revision, 1).state is SheetState.SUBMITTED


def test_nothing_of_another_reviewer_is_in_a_packet(assigned: Edition, out: Path) -> None:
    other = Desk(assigned, "R02")
    other.set_note(GROUP, "", "只有二号知道", mark_all(other, GROUP, 7).revision)
    data = packet_of(assigned, out, "R01").read_bytes()
    for secret in ("R02", "R03", "评委2", "研究院2", "只有二号知道"):
        assert secret.encode() not in data
    # Nor of those that the reviewer is not to judge, had there been any.
    connection = sqlite3.connect(out / "R01 评委1.judge")
    assert connection.execute("SELECT count(*) FROM sheet").fetchone() == (4,)
    assert connection.execute("SELECT key FROM reviewer").fetchall() == [("R01",)]
    connection.close()


def test_only_what_is_assigned_is_in_a_packet(filed: Edition, out: Path) -> None:
    assign(filed, plan_assignments(filed, 1))
    with filed.store.read() as connection:
        assert packets(connection) == {}
    written = issue(filed, out)
    given = {one.planned.reviewer: one.planned.nominations for one in written}
    assert sum(map(len, given.values())) == 4
    for one in written:
        data = one.planned.path.read_bytes()
        theirs = {papers.GROUPS[int(key[-1]) - 1] for key in one.planned.nominations}
        assert {group for group in papers.GROUPS if group.encode() in data} == theirs


def test_the_edition_knows_what_went_out_and_its_audit_holds(assigned: Edition, out: Path) -> None:
    first, second, third = issue(assigned, out)
    with assigned.store.read() as connection:
        known = packets(connection)
    assert [known[one.id].reviewer for one in (first, second, third)] == ["R01", "R02", "R03"]
    assert [one.planned.path.name for one in (first, second, third)] == [
        "R01 评委1.judge",
        "R02 评委2.judge",
        "R03 评委3.judge",
    ]
    assert audit(assigned).faults == ()


def test_a_later_packet_lies_beside_the_first_and_knows_what_came_meanwhile(
    assigned: Edition, out: Path
) -> None:
    first = packet_of(assigned, out, "R01")
    before = first.read_bytes()
    Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(20), 0)
    second = packet_of(assigned, out, "R01")
    assert (first.name, second.name) == ("R01 评委1.judge", "R01 评委1 (2).judge")
    assert first.read_bytes() == before
    with opened(first) as there:
        assert there.page(GROUP).sheet.marks == {}
    with opened(second) as there:
        assert there.page(GROUP).sheet.marks == {"alignment": Mark(20)}


def test_files_as_sent_are_in_it_unless_they_are_left_out(
    edition: Edition, tmp_path: Path, out: Path
) -> None:
    papers.file(edition, papers.quotas(tmp_path), telling_nominations(tmp_path), papers.reviewers(tmp_path))
    assign(edition, plan_assignments(edition, 3))
    attach_report(edition, tmp_path)
    (report,) = Desk(edition, "R01").originals(GROUP)
    whole, without = packet_of(edition, out, "R01"), packet_of(edition, out, "R02", with_files=False)
    with opened(whole) as there:
        (file,) = there.originals(GROUP)
        assert (file.name, file.size) == (report.name, report.size)
        assert there.original(GROUP, file.number) == Desk(edition, "R01").original(GROUP, report.number)
        assert there.page(GROUP).documents == Desk(edition, "R01").page(GROUP).documents
    with opened(without) as there, pytest.raises(Refusal) as refused:
        there.originals(GROUP)
    assert refused.value.code == "originals-not-in-packet"
    # The table that others were filed in, too, is the office's, and so are its folders.
    assert str(tmp_path).encode() not in whole.read_bytes()
    assert b"nominations.csv" not in whole.read_bytes()


def test_a_reviewer_s_settings_come_with_it_and_the_office_s_do_not(assigned: Edition, out: Path) -> None:
    change_setting(assigned, "take-back", "allowed", "内部理由")
    change_setting(assigned, "filing-deadline", "2019-06-30")
    path = packet_of(assigned, out, "R01")
    with opened(path) as there:
        sheet = score(there, GROUP, 12)
        assert there.page(GROUP).may_take_back
        assert there.take_back(GROUP, sheet.revision).state is SheetState.OPEN
    assert "内部理由".encode() not in path.read_bytes()
    assert b"filing-deadline" not in path.read_bytes()


def test_who_has_no_sheet_gets_no_packet(filed: Edition, out: Path) -> None:
    for reviewers, code in (
        ((), "packets-for-nobody"),
        (("R01",), "packet-without-sheets"),
        (("Z", "R01"), "reviewer-unknown"),
    ):
        with pytest.raises(Refusal) as refused:
            plan_packets(filed, reviewers, out, Wanted())
        assert refused.value.code == code


def test_who_has_left_the_panel_gets_no_packet(assigned: Edition, out: Path) -> None:
    with assigned.store.write() as connection:
        left = ReviewerDetail("评委2", "研究院2", "", standing=WITHDRAWN)
        put_reviewer_detail(connection, ids(connection).reviewers["R02"], left)
        renamed = ReviewerDetail("评委三", "研究院3", "")
        put_reviewer_detail(connection, ids(connection).reviewers["R03"], renamed)
    plan = plan_packets(assigned, (), out, Wanted())
    assert [packet.path.name for packet in plan] == ["R01 评委1.judge", "R03 评委三.judge"]
    with pytest.raises(Refusal) as refused:
        plan_packets(assigned, ("R02",), out, Wanted())
    assert (refused.value.code, refused.value.params["reviewer"]) == ("reviewer-left", "R02")


def test_what_is_there_is_replaced_only_when_asked_and_never_once_opened(
    assigned: Edition, out: Path
) -> None:
    there = out / "R01 评委1.judge"
    there.write_bytes(b"something else")
    with pytest.raises(Refusal) as refused:
        issue(assigned, out, "R01")
    assert refused.value.code == "target-exists"
    assert there.read_bytes() == b"something else"
    (written,) = issue(assigned, out, "R01", replace=True)
    assert written.planned.path == there
    used = out / "R02 评委2.judge"
    packet_of(assigned, out, "R02").rename(used)
    with opened(used) as desk:
        mark_all(desk, GROUP, 5)
    used.rename(out / "R02 评委2 (2).judge")
    with pytest.raises(Refusal) as refused:
        issue(assigned, out, "R02", replace=True)
    assert refused.value.code == "packet-in-use"


def test_an_issue_that_is_interrupted_leaves_whole_packets_alone(assigned: Edition, out: Path) -> None:
    plan, cancel, told = plan_packets(assigned, (), out, Wanted()), Event(), []

    def watch(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            cancel.set()

    written = issuing.issue_packets(assigned, plan, Wanted(), watch, cancel)
    assert [one.planned.reviewer for one in written] == ["R01", "R02"]
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert sorted(path.name for path in out.iterdir()) == ["R01 评委1.judge", "R02 评委2.judge"]
    with assigned.store.read() as connection:
        assert len(packets(connection)) == 2


def test_a_full_disk_leaves_no_packet_and_nothing_recorded(
    assigned: Edition, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    @contextmanager
    def small(blank: Path, path: Path, name: str) -> Iterator[Store]:
        with packet_store(blank, path, name) as store:
            with store.read() as connection:
                pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            # The limit holds for the one connection that the pool hands out again.
            with store.read() as connection:
                connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            yield store

    monkeypatch.setattr(issuing, "packet_store", small)
    with pytest.raises(Refusal) as refused:
        issue(assigned, out, "R01")
    assert refused.value.code == "disk-full"
    assert list(out.iterdir()) == []
    with assigned.store.read() as connection:
        assert packets(connection) == {}


def test_a_packet_is_no_edition_to_the_office(assigned: Edition, out: Path) -> None:
    with pytest.raises(Refusal) as refused:
        open_edition(str(packet_of(assigned, out, "R01")))
    assert (refused.value.code, refused.value.params["reviewer"]) == ("edition-is-packet", "R01")
