"""A packet that was tampered with does not pass its audit."""

import sqlite3
from pathlib import Path

import pytest

from judge.services.editions.edition import Edition, open_edition
from judge.services.packets.auditing import PacketAudit, audit_packet
from judge.services.sheets.desk import Desk
from judge.services.sheets.returning import return_sheet
from judge.store.queries.panel_office import packets
from tests.judge.services import small_papers as papers
from tests.judge.services.packets.packets import GROUP, opened, packet_of, score

OTHER = "qc-group-0002"


@pytest.fixture
def packet(assigned: Edition, out: Path, tmp_path: Path) -> Path:
    """A packet with acts of every sort, brought and written."""
    score(Desk(assigned, "R01"), GROUP, 12)
    return_sheet(assigned, GROUP, "R01", "请核对")
    papers.file(assigned, papers.scores(tmp_path, papers.sheet_rows(OTHER, "R01", 9)))
    path = packet_of(assigned, out, "R01")
    with opened(path) as desk:
        desk.submit(GROUP, desk.page(GROUP).sheet.revision, 1)
        score(desk, "qc-group-0003", 5)
    return path


def audited(path: Path) -> PacketAudit:
    edition = open_edition(str(path), packets=True)
    try:
        return audit_packet(edition)
    finally:
        edition.close()


def tampered(path: Path, *statements: str) -> set[str]:
    """The codes of what an audit finds after somebody's hand was in the file."""
    connection = sqlite3.connect(path)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return {fault.code for fault in audited(path).faults}


def test_a_packet_as_it_was_issued_and_worked_in_holds(packet: Path, assigned: Edition) -> None:
    result = audited(packet)
    assert result.faults == ()
    # Brought: the edition's first entry, six marks with a submission, its return, and a filed sheet.
    assert (result.written, result.brought, result.sheets, result.seals) == (8, 10, 4, 2)
    with assigned.store.read() as connection:
        (known,) = packets(connection).values()
    assert result.holds == known.holds.hex()


def test_a_packet_that_nobody_opened_holds(assigned: Edition, out: Path) -> None:
    result = audited(packet_of(assigned, out, "R02"))
    assert (result.faults, result.written, result.fingerprint) == ((), 0, "")


def test_a_blind_packet_holds(blind: Edition, out: Path) -> None:
    path = packet_of(blind, out, "R01")
    with opened(path) as desk:
        score(desk, GROUP, 12)
    assert audited(path).faults == ()


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE nomination SET subject = 'another' WHERE id = 1", "packet-differs"),
        ("UPDATE packet_page SET concluded = CAST('{}' AS BLOB)", "packet-differs"),
        ("UPDATE sheet SET rubric = 'x' WHERE id = 1", "packet-differs"),
        ("UPDATE mark SET ticks = 1", "sheet-differs"),
        ("DELETE FROM entry WHERE pen LIKE 'R01@%' AND seq = 3 AND pen NOT LIKE '%edition'", "gap"),
        ("UPDATE entry SET data = CAST('{}' AS BLOB) WHERE pen = '@chair'", "digest-differs"),
        ("UPDATE entry SET digest = zeroblob(32) WHERE pen = '@secretary'", "digest-differs"),
        ("DELETE FROM entry WHERE pen = '@chair'", "sheet-differs"),
        ("UPDATE packet_own SET secret_key = zeroblob(32)", "packet-key-differs"),
        ("UPDATE packet_own SET public_key = zeroblob(32)", "packet-key-differs"),
        ("UPDATE seal SET signature = zeroblob(64)", "seal-differs"),
        ("UPDATE seal SET digest = zeroblob(32) WHERE seq = 1", "seal-differs"),
        ("UPDATE pen SET seq = 2", "head-differs"),
        ("UPDATE edition SET title = 'another'", "edition-differs"),
    ],
)
def test_what_was_tampered_with_is_found(packet: Path, statement: str, code: str) -> None:
    assert code in tampered(packet, statement)
