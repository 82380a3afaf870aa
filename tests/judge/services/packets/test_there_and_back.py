"""Packets as they are issued, scored at their own desk and handed over: merged, they are the edition's."""

from pathlib import Path

import pytest

from judge.domain.sheet import Mark, SheetState
from judge.services.editions.edition import Edition, open_edition
from judge.services.editions.settings import change_setting
from judge.services.packets.merging import Merging, merge
from judge.services.packets.returning import hand_over
from judge.services.sheets.acts import read_sheet
from judge.services.sheets.desk import Desk
from tests.judge.services.packets.packets import GROUP, issue, opened, packet_of, score
from tests.judge.services.packets.post import proved

OTHER = "qc-group-0002"


def handed_over(packet: Path, to: Path) -> tuple[Path, str]:
    """The return of a packet, and the fingerprint that its desk shows."""
    edition = open_edition(str(packet), packets=True)
    try:
        told = hand_over(edition, to)
    finally:
        edition.close()
    return to, told.fingerprint


def state(edition: Edition, nomination: str, reviewer: str) -> SheetState:
    with edition.store.read() as connection:
        return read_sheet(connection, nomination, reviewer).projection.state


@pytest.mark.parametrize("blind", [False, True], ids=["named", "blind"])
def test_scored_at_a_packets_desk_it_counts_at_the_edition(
    assigned: Edition, tmp_path: Path, *, blind: bool
) -> None:
    if blind:
        change_setting(assigned, "blind", "yes", "办法第九条")
    packet = packet_of(assigned, tmp_path, "R01")
    with opened(packet) as desk:
        score(desk, GROUP, 12)
        sheet = desk.set_mark(OTHER, "process", Mark(7), desk.page(OTHER).sheet.revision)
        desk.set_note(OTHER, "process", "数据偏少", sheet.revision)
    back, mark = handed_over(packet, tmp_path / "R01.judge-return")
    report = merge(assigned, [back], Merging(confirmed=frozenset({mark})))
    assert report.refused == ()
    assert state(assigned, GROUP, "R01") is SheetState.SUBMITTED
    page = Desk(assigned, "R01").page(OTHER)
    assert (page.sheet.marks, page.sheet.notes) == ({"process": Mark(7)}, {"process": "数据偏少"})
    proved(assigned)


def test_a_second_packet_goes_on_where_the_first_was_merged(assigned: Edition, tmp_path: Path) -> None:
    first = packet_of(assigned, tmp_path, "R01")
    with opened(first) as desk:
        desk.set_mark(GROUP, "process", Mark(3), 0)
    back, mark = handed_over(first, tmp_path / "1.judge-return")
    assert merge(assigned, [back], Merging(frozenset({mark}))).new == 1
    second = packet_of(assigned, tmp_path, "R01")
    with opened(second) as desk:
        assert desk.page(GROUP).sheet.marks == {"process": Mark(3)}
        score(desk, GROUP, 9)
    again, other = handed_over(second, tmp_path / "2.judge-return")
    report = merge(assigned, [again, back], Merging(frozenset({other})))
    assert [file.new > 0 for file in report.files] == [True, False]
    assert report.files[0].brought
    assert report.files[0].brought.forked == ()
    assert state(assigned, GROUP, "R01") is SheetState.SUBMITTED
    proved(assigned)


def test_a_packet_copied_after_its_opening_is_one_pen_with_two_ends(
    assigned: Edition, tmp_path: Path
) -> None:
    packet = packet_of(assigned, tmp_path, "R01")
    with opened(packet) as desk:
        desk.set_mark(OTHER, "process", Mark(1), 0)
    twin = packet.with_name("twin.judge")
    twin.write_bytes(packet.read_bytes())
    for path, ticks in ((packet, 3), (twin, 4)):
        with opened(path) as desk:
            desk.set_mark(GROUP, "process", Mark(ticks), 0)
    ours, mark = handed_over(packet, tmp_path / "1.judge-return")
    theirs, same = handed_over(twin, tmp_path / "2.judge-return")
    assert mark == same
    report = merge(assigned, [ours, theirs], Merging(frozenset({mark})))
    assert [file.new for file in report.files] == [2, 1]
    assert state(assigned, GROUP, "R01") is SheetState.FORKED
    assert state(assigned, OTHER, "R01") is SheetState.OPEN
    proved(assigned)


def test_everybody_at_once_in_one_folder(assigned: Edition, tmp_path: Path) -> None:
    marks = set()
    folder = tmp_path / "back"
    folder.mkdir()
    for number, written in enumerate(issue(assigned, tmp_path)):
        with opened(written.planned.path) as desk:
            score(desk, GROUP, 5 + number)
        _file, mark = handed_over(written.planned.path, folder / f"{number}.judge-return")
        marks.add(mark)
    report = merge(assigned, sorted(folder.iterdir()), Merging(frozenset(marks)))
    assert (report.refused, report.new) == ((), 3 * 7)
    assert {state(assigned, GROUP, reviewer) for reviewer in ("R01", "R02", "R03")} == {SheetState.SUBMITTED}
    proved(assigned)
