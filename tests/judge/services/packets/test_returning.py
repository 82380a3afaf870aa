"""What goes back of a packet is the whole of what its pen wrote, and the edition takes it."""

import shutil
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.packets.keys import fingerprint
from judge.packets.return_file import read_return
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.packets.merging import Merging, merge
from judge.services.packets.returning import hand_over, handover
from judge.services.sheets.desk import Desk
from tests.judge.services.packets.packets import GROUP, mark_all, opened, packet_of, score

SECOND = "qc-group-0002"


@pytest.fixture
def packet(assigned: Edition, out: Path) -> Path:
    return packet_of(assigned, out, "R01")


def take(edition: Edition, path: str) -> None:
    returned = read_return(Path(path).read_bytes())
    confirmed = frozenset({fingerprint(returned.header.public_key)})
    report = merge(edition, [Path(path)], Merging(confirmed))
    assert [file.refusal for file in report.files] == [None]


def test_what_was_done_in_a_packet_is_in_the_edition_once_merged(assigned: Edition, packet: Path) -> None:
    with opened(packet) as desk:
        score(desk, GROUP, 12)
        desk.set_note(SECOND, "", "还没看完", desk.set_mark(SECOND, "alignment", Mark(3), 0).revision)
        desk.recuse("qc-group-0003", "亲属", 0)
        told = desk.hand_over("", replace=False)
        sheets = [desk.page(item.nomination).sheet for item in desk.queue()]
    assert (told.submitted, told.recused, told.left, told.entries) == (1, 1, 2, 10)
    take(assigned, told.path)
    there = Desk(assigned, "R01")
    assert [there.page(item.nomination).sheet for item in there.queue()] == sheets
    assert audit(assigned).faults == ()


def test_the_file_lies_beside_the_packet_named_after_pen_and_count(packet: Path) -> None:
    with opened(packet) as desk:
        mark_all(desk, GROUP, 12)
        told = desk.hand_over("", replace=False)
    returned = read_return(Path(told.path).read_bytes())
    mark = returned.header.pen.partition("@")[2]
    assert Path(told.path) == packet.parent / f"R01-{mark}-6.judge-return"
    assert (returned.header.reviewer, len(returned.entries)) == ("R01", 6)
    assert [seal.seq for seal in returned.seals] == [6]
    assert told.fingerprint.replace(" ", "") == mark


def test_each_return_holds_all_that_the_ones_before_held(packet: Path) -> None:
    with opened(packet) as desk:
        mark_all(desk, GROUP, 12)
        first = read_return(Path(desk.hand_over("", replace=False).path).read_bytes())
        desk.submit(GROUP, desk.page(GROUP).sheet.revision, 1)
        second = read_return(Path(desk.hand_over("", replace=False).path).read_bytes())
    assert second.entries[: len(first.entries)] == first.entries
    assert [seal.seq for seal in second.seals] == [7]
    assert len(list(packet.parent.glob("*.judge-return"))) == 2


def test_a_file_that_is_there_is_replaced_only_where_that_is_said(packet: Path, tmp_path: Path) -> None:
    there = tmp_path / "work.judge-return"
    there.write_bytes(b"something else")
    with opened(packet) as desk:
        mark_all(desk, GROUP, 12)
        with pytest.raises(Refusal) as refused:
            desk.hand_over(str(there), replace=False)
        assert refused.value.code == "target-exists"
        assert there.read_bytes() == b"something else"
        desk.hand_over(str(there), replace=True)
    assert len(read_return(there.read_bytes()).entries) == 6


def test_nothing_goes_back_of_what_nobody_wrote_in(assigned: Edition, packet: Path) -> None:
    edition = open_edition(str(packet), packets=True)
    with pytest.raises(Refusal) as unopened:
        handover(edition)
    edition.close()
    with opened(packet) as desk, pytest.raises(Refusal) as empty:
        desk.handover()
    with pytest.raises(Refusal) as no_packet:
        hand_over(assigned)
    codes = [refused.value.code for refused in (unopened, empty, no_packet)]
    assert codes == ["packet-unopened", "return-empty", "not-a-packet"]


def test_work_goes_on_in_a_second_packet_after_the_first_came_back(
    assigned: Edition, packet: Path, out: Path
) -> None:
    with opened(packet) as desk:
        mark_all(desk, GROUP, 12)
        take(assigned, desk.hand_over("", replace=False).path)
    second = packet_of(assigned, out, "R01")
    with opened(second) as desk:
        sheet = desk.page(GROUP).sheet
        assert sheet.marks["alignment"] == Mark(12)
        sheet = desk.undo(GROUP, sheet.revision)
        sheet = desk.set_mark(GROUP, "sharing", Mark(4), sheet.revision)
        desk.submit(GROUP, sheet.revision, 1)
        take(assigned, desk.hand_over("", replace=False).path)
    with opened(packet) as desk:
        take(assigned, desk.hand_over(str(out / "again.judge-return"), replace=False).path)
    sheet = Desk(assigned, "R01").page(GROUP).sheet
    assert (sheet.state, sheet.marks["sharing"]) == (SheetState.SUBMITTED, Mark(4))
    assert audit(assigned).faults == ()


def test_a_packet_that_was_copied_and_scored_twice_brings_both_and_what_differs_waits(
    assigned: Edition, packet: Path, out: Path, tmp_path: Path
) -> None:
    with opened(packet) as desk:
        desk.set_mark(GROUP, "alignment", Mark(10), 0)
    copy = Path(shutil.copy(packet, tmp_path))
    with opened(packet) as desk:
        desk.set_mark(GROUP, "process", Mark(10), 1)
        desk.set_mark(SECOND, "alignment", Mark(7), 0)
        first = desk.hand_over(str(out / "first.judge-return"), replace=False)
    with opened(copy) as desk:
        desk.set_mark(GROUP, "process", Mark(20), 1)
        second = desk.hand_over(str(out / "second.judge-return"), replace=False)
    assert first.fingerprint == second.fingerprint
    take(assigned, second.path)
    take(assigned, first.path)
    there = Desk(assigned, "R01")
    assert there.page(GROUP).sheet.state is SheetState.FORKED
    assert there.page(SECOND).sheet.marks == {"alignment": Mark(7)}
    result = audit(assigned)
    assert (result.faults, [remark.code for remark in result.remarks]) == ((), ["pen-forked"])
    with opened(packet_of(assigned, out, "R01")) as desk:
        assert desk.page(GROUP).sheet == there.page(GROUP).sheet
        assert desk.history(GROUP) == there.history(GROUP)
