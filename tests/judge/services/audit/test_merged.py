"""Editions that packets came back to are proved, and what was done to them past Judge is found."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from judge.domain.sheet import Mark
from judge.ledger import acts
from judge.ledger.reading import read_sheet_act
from judge.ledger.steps import Step
from judge.services.audit.auditing import audit, ledger_fingerprint, prove
from judge.services.editions.edition import Edition, make_edition
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.store.connection import Connection
from judge.store.foreign import Foreign, append_foreign, packet_ends
from judge.store.rebuilding import rebuild_sheets
from rubrics.model import Programme
from tests.judge.conftest import TickingClock, database
from tests.judge.services import small_papers as papers
from tests.judge.services.audit.test_auditing import unguarded
from tests.judge.services.elsewhere import Elsewhere, merge

GROUP, OTHER = "qc-group-0001", "qc-group-0002"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def merged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, programme: Programme
) -> Iterator[tuple[Edition, Elsewhere]]:
    """An edition to which two copies of a packet came back, and the packet."""
    folder = tmp_path_factory.mktemp("merged")
    sqlite = request.param == "sqlite"
    location = str(folder / "x.judge") if sqlite else database(request.getfixturevalue("postgres"))
    edition = make_edition(location, title="2019", year=2019, programme=programme, clock=TickingClock())
    papers.file(edition, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder))
    assign(edition, plan_assignments(edition, 3))
    packet = Elsewhere(edition, "R01")
    for nomination in (GROUP, OTHER):
        packet.sheet(nomination)
        packet.mark(nomination, "alignment", 10)
    copy = packet.copy()
    packet.mark(GROUP, "results", 10)
    copy.mark(GROUP, "results", 12)
    copy.mark(OTHER, "results", 12)
    Desk(edition, "R01").set_mark(OTHER, "tools", Mark(4), 0)
    merge(edition, packet, copy)
    yield edition, packet
    edition.close()


def found(edition: Edition, connection: Connection) -> set[str]:
    return {fault.code for fault in prove(edition, connection).faults}


def test_a_packet_copied_and_scored_twice_is_told_and_is_no_fault(merged: tuple[Edition, Elsewhere]) -> None:
    edition, packet = merged
    proof = audit(edition)
    assert proof.faults == ()
    assert [(one.code, one.subject) for one in proof.remarks] == [("pen-forked", packet.pen)]
    assert proof.fingerprint == ledger_fingerprint(edition)
    with edition.store.read() as connection:
        assert [head.seq for head in packet_ends(connection)[packet.pen]] == [3, 4]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE sheet SET state = 'open' WHERE state = 'forked'", "sheet-differs"),
        ("INSERT INTO mark SELECT id, 'results', 10 FROM sheet WHERE state = 'forked'", "sheet-differs"),
        ("DELETE FROM packet_head WHERE seq = 4", "head-differs"),
        ("UPDATE packet_head SET seq = 2 WHERE seq = 4", "head-differs"),
        ("DELETE FROM entry WHERE pen = '{pen}' AND seq = 4", "head-differs"),
        ("DELETE FROM entry WHERE pen = '{pen}' AND seq = 1", "gap"),
        ("UPDATE entry SET data = digest WHERE pen = '{pen}' AND seq = 4", "digest-differs"),
        ("DELETE FROM seal", "seal-missing"),
        ("UPDATE seal SET signature = digest", "seal-broken"),
        ("UPDATE seal SET seq = 1 WHERE seq = 4", "seal-broken"),
        ("UPDATE packet_pen SET public_key = (SELECT min(digest) FROM entry)", "office-differs"),
        ("DELETE FROM entry WHERE kind = 'pen.confirmed'", "pen-unknown"),
        ("UPDATE entry SET pen = 'R01@edition' WHERE pen = '{pen}' AND seq = 4", "column-differs"),
    ],
)  # fmt: skip
def test_tampering_is_found(merged: tuple[Edition, Elsewhere], statement: str, code: str) -> None:
    edition, packet = merged
    if code == "office-differs" and edition.store.engine.dialect.name == "postgresql":
        statement = "UPDATE packet_pen SET public_key = confirmed_at::bytea"
    with unguarded(edition) as connection:
        connection.execute(text(statement.format(pen=packet.pen)))
        assert code in found(edition, connection)


def test_an_entry_that_the_key_did_not_seal_is_found(merged: tuple[Edition, Elsewhere]) -> None:
    """Whoever holds the edition can go on with a packet's chain, but cannot sign for its pen."""
    edition, packet = merged
    forged = packet.copy()
    forged.mark(GROUP, "sharing", 1)
    with unguarded(edition) as connection:
        append(connection, forged)
        assert found(edition, connection) == {"seal-missing"}


def test_an_act_of_a_packet_that_forgets_its_pens_own_is_found(
    merged: tuple[Edition, Elsewhere],
) -> None:
    edition, packet = merged
    forged = packet.copy()
    forged.act(GROUP, acts.MARK_SET, acts.mark_set(b"", "sharing", 1))
    with unguarded(edition) as connection:
        append(connection, forged)
        assert found(edition, connection) == {"seal-missing", "act-misplaced"}


def test_a_packet_that_marks_what_its_reviewer_may_not_is_found(merged: tuple[Edition, Elsewhere]) -> None:
    edition, packet = merged
    forged = packet.copy()
    forged.mark(GROUP, "sharing", 999)
    with unguarded(edition) as connection:
        append(connection, forged)
        assert found(edition, connection) == {"seal-missing", "act-not-allowed"}


def append(connection: Connection, packet: Elsewhere) -> None:
    """Bring in a packet's last entry, without the seal that only its key can make."""
    last = packet.written[-1]
    said = last.entry
    entry = Foreign(said.seq, said.prev, last.digest, said.kind, said.subject, last.data)
    append_foreign(connection, packet.pen, [entry])
    rebuild_sheets(connection, {said.subject: [Step.of(last.digest, said, read_sheet_act(said))]})


def test_a_chain_that_is_written_here_is_never_continued_twice(merged: tuple[Edition, Elsewhere]) -> None:
    edition, _packet = merged
    with unguarded(edition) as connection:
        columns = "pen, seq, digest, kind, subject, data"
        other = "SELECT pen, seq, data, kind, subject, data FROM entry WHERE pen = 'R01@edition' AND seq = 1"
        connection.execute(text(f"INSERT INTO entry ({columns}) {other}"))
        assert {"chain-forked", "digest-differs"} <= found(edition, connection)
