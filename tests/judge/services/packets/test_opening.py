"""The first opening of a packet makes its key; who opens it afterwards, or a copy, has the same pen."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.ledger.chain import Head
from judge.ledger.entry import Entry
from judge.ledger.pens import packet_pen
from judge.ledger.seal import is_sealed
from judge.services.editions.edition import Edition, open_edition
from judge.services.packets.opening import desk_at
from judge.services.sheets.desk import Desk
from judge.store.packets.own import chain_of, own_packet, seals_of
from tests.judge.services.packets.packets import GROUP, mark_all, opened, packet_of, score


@pytest.fixture
def packet(assigned: Edition, out: Path) -> Path:
    return packet_of(assigned, out, "R01")


def own(path: Path) -> tuple[str, bytes, bytes]:
    edition = open_edition(str(path), packets=True)
    try:
        with edition.store.read() as connection:
            kept = own_packet(connection)
            assert kept
            return kept.pen, kept.public_key, kept.secret_key
    finally:
        edition.close()


def chain(path: Path, pen: str) -> list[Entry]:
    edition = open_edition(str(path), packets=True)
    try:
        with edition.store.read() as connection:
            return [Entry.from_bytes(data) for data in chain_of(connection, pen)]
    finally:
        edition.close()


def test_a_packet_has_no_key_before_it_is_opened(packet: Path) -> None:
    assert own(packet) == ("", b"", b"")


def test_the_first_opening_makes_the_key_and_the_next_ones_keep_it(packet: Path) -> None:
    with opened(packet):
        pass
    first = own(packet)
    assert first[0] == packet_pen("R01", first[1])
    with opened(packet):
        pass
    assert own(packet) == first


def test_two_first_openings_of_copies_are_two_pens(packet: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copy(packet, tmp_path))
    with opened(packet), opened(copy):
        pass
    assert own(packet)[0] != own(copy)[0]


def test_a_copy_of_an_opened_packet_has_its_pen(packet: Path, tmp_path: Path) -> None:
    with opened(packet):
        pass
    copy = Path(shutil.copy(packet, tmp_path))
    with opened(copy):
        pass
    assert own(packet) == own(copy)


def test_every_act_at_the_desk_is_the_packet_s_pen_s(packet: Path) -> None:
    with opened(packet) as desk:
        sheet = score(desk, GROUP, 12)
        assert sheet.state is SheetState.SUBMITTED
        sheet = desk.set_mark("qc-group-0002", "alignment", Mark(3), 0)
        sheet = desk.set_note("qc-group-0002", "alignment", "说明", sheet.revision)
        sheet = desk.undo("qc-group-0002", sheet.revision)
        assert desk.recuse("qc-group-0003", "亲属", 0).state is SheetState.RECUSED
    pen = own(packet)[0]
    kinds = [entry.kind for entry in chain(packet, pen)]
    assert kinds == [
        *["mark.set"] * 6,
        "sheet.submitted",
        "mark.set",
        "note.set",
        "note.set",
        "sheet.recused",
    ]
    assert [entry.seq for entry in chain(packet, pen)] == list(range(1, 12))


def test_submitting_seals_the_chain(packet: Path, assigned: Edition) -> None:
    with opened(packet) as desk:
        mark_all(desk, GROUP, 12)
    pen, public, _secret = own(packet)
    edition = open_edition(str(packet), packets=True)
    with edition.store.read() as connection:
        assert seals_of(connection, pen) == []
    edition.close()
    with opened(packet) as desk:
        desk.submit(GROUP, desk.page(GROUP).sheet.revision, 1)
    edition = open_edition(str(packet), packets=True)
    with edition.store.read() as connection:
        ((head, signature),) = seals_of(connection, pen)
    edition.close()
    assert head.seq == 7
    assert is_sealed(public, assigned.id, head, signature)
    assert not is_sealed(public, assigned.id, Head(pen, 7, bytes(32)), signature)


def test_two_windows_on_one_packet_do_not_overwrite_each_other(packet: Path) -> None:
    with opened(packet) as desk, opened(packet) as other:
        sheet = desk.set_mark(GROUP, "alignment", Mark(3), 0)
        with pytest.raises(Refusal) as refused:
            other.set_mark(GROUP, "alignment", Mark(4), 0)
        assert refused.value.code == "sheet-changed-elsewhere"
        other.set_mark(GROUP, "process", Mark(4), sheet.revision)
        assert desk.page(GROUP).sheet.marks == {"alignment": Mark(3), "process": Mark(4)}


def test_it_opens_for_its_reviewer_alone(packet: Path) -> None:
    edition = open_edition(str(packet), packets=True)
    assert desk_at(edition, " r01 ").reviewer == "R01"
    with pytest.raises(Refusal) as refused:
        desk_at(edition, "R02")
    assert refused.value.code == "packet-of-another"
    edition.close()


def test_an_edition_wants_to_know_whose_desk(assigned: Edition) -> None:
    with pytest.raises(Refusal) as refused:
        desk_at(assigned, "")
    assert refused.value.code == "reviewer-unnamed"
    assert desk_at(assigned, "R01").reviewer == "R01"


def test_a_packet_of_a_newer_program_says_so(packet: Path) -> None:
    connection = sqlite3.connect(packet)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(Refusal) as refused:
        open_edition(str(packet), packets=True)
    assert refused.value.code == "edition-newer"


def test_a_full_disk_keeps_the_draft_and_says_so(packet: Path) -> None:
    with opened(packet) as desk:
        desk.set_mark(GROUP, "alignment", Mark(3), 0)
        store = desk._edition.store
        with store.read() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        with store.read() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Refusal) as refused:
            fill(desk)
        assert refused.value.code == "disk-full"
        sheet = desk.page(GROUP).sheet
    with opened(packet) as desk:
        assert desk.page(GROUP).sheet == sheet


def fill(desk: Desk) -> None:
    """Write notes until nothing more goes on the disk."""
    revision = 1
    while True:
        sheet = desk.set_note(GROUP, "", "很长" * 2000 + str(revision), revision)
        revision = sheet.revision
