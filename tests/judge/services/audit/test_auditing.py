"""An edition that was tampered with, past every guard of the program, does not pass the audit."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import docx
import pytest
from sqlalchemy import Connection, TextClause, text

from imports.records import Kind
from judge.domain.sheet import Mark
from judge.ledger import acts
from judge.ledger.apply import add_up
from judge.ledger.canonical import Value, digest
from judge.ledger.chain import genesis
from judge.ledger.particles import Malformed
from judge.ledger.pens import SECRETARY, reviewer_pen
from judge.services.audit.auditing import audit, prove
from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.store.pens import head_of, keep
from judge.store.pinning import FORMAT, rows_digest
from judge.store.queries.sheet_acts import sheet_steps
from judge.store.sheet_writing import Change, claim
from judge.store.sheets import load
from rubrics.model import Programme
from tests.judge.conftest import TickingClock, database
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"
SHEET = acts.sheet_subject(GROUP, "R01")
R01 = reviewer_pen("R01")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def scored(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, programme: Programme
) -> Iterator[Edition]:
    """An edition with papers and acts of every sort, which tests change in transactions of their own only."""
    folder = tmp_path_factory.mktemp("audit")
    sqlite = request.param == "sqlite"
    location = str(folder / "x.judge") if sqlite else database(request.getfixturevalue("postgres"))
    edition = make_edition(location, title="2019", year=2019, programme=programme, clock=TickingClock())
    papers.file(edition, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder))
    file_papers(edition, read_papers(edition, [report(folder)], kind=Kind.REPORT, nomination=GROUP))
    assign(edition, plan_assignments(edition, 3))
    desk = Desk(edition, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    desk.set_note(GROUP, "alignment", "关联清楚", sheet.revision)
    desk.recuse("qc-group-0002", "亲属", 0)
    papers.file(edition, papers.scores(folder, papers.sheet_rows(GROUP, "R02", 9)))
    yield edition
    edition.close()


def report(folder: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("降低注水井故障率")
    document.save(str(folder / "report.docx"))
    return folder / "report.docx"


@contextmanager
def unguarded(edition: Edition) -> Iterator[Connection]:
    """Do what only someone who holds the database itself can: drop the guards; taken back at the end."""
    with edition.store.write() as connection:
        if connection.dialect.name == "sqlite":
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            triggers = connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
            for (name,) in triggers.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield connection
        connection.rollback()


def sql(statement: str) -> TextClause:
    """A statement with the pens filled in."""
    return text(statement.format(r01=R01, secretary=SECRETARY))


def found(edition: Edition, connection: Connection) -> set[str]:
    return {fault.code for fault in prove(edition, connection).faults}


EXCHANGED = (
    "UPDATE entry SET digest = other.digest FROM entry AS other"
    " WHERE other.pen = '{r01}' AND other.seq = 2 AND entry.pen = '{r01}' AND entry.seq = 1"
)


def test_an_honest_edition_holds(scored: Edition) -> None:
    proof = audit(scored)
    assert proof.faults == ()
    assert (proof.sheets, proof.pens, proof.batches) == (12, 2, 3)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE edition SET title = 'other'", "edition-differs"),
        ("UPDATE edition SET year = 2020", "edition-differs"),
        ("UPDATE edition SET method = programme", "edition-differs"),
        ("UPDATE edition SET programme = method", "edition-differs"),
        ("UPDATE edition SET method = sha256 FROM source_file", "edition-differs"),
        ("UPDATE edition SET id = 'other'", "edition-differs"),
        ("UPDATE edition SET made_at = '2018-01-01T00:00:00.000Z'", "edition-differs"),
        ("UPDATE mark SET ticks = 30 WHERE criterion = 'alignment'", "sheet-differs"),
        ("DELETE FROM mark WHERE criterion = 'alignment'", "sheet-differs"),
        ("UPDATE note SET text = '改'", "sheet-differs"),
        ("UPDATE sheet SET state = 'submitted' WHERE state = 'recused'", "sheet-differs"),
        ("UPDATE sheet SET state = 'lost' WHERE state = 'recused'", "sheet-differs"),
        ("UPDATE sheet SET rubric = 'other'", "rubric-differs"),
        ("DELETE FROM sheet WHERE state = 'open'", "sheet-missing"),
        ("DELETE FROM sheet WHERE state = 'submitted'", "row-without-batch"),
        ("DELETE FROM entry WHERE pen = '{secretary}' AND kind = 'sheets.assigned'", "sheet-without-entry"),
        ("DELETE FROM entry WHERE pen = '{secretary}' AND kind = 'edition.made'", "edition-differs"),
        ("DELETE FROM entry WHERE pen = '{secretary}' AND kind = 'papers.imported'", "batch-unpinned"),
        ("INSERT INTO batch VALUES (9, 'now')", "batch-unpinned"),
        ("UPDATE nomination SET name = '改名QC小组' WHERE id = 1", "rows-differ"),
        ("UPDATE body SET name = '改名工信局' WHERE id = 1", "rows-differ"),
        ("UPDATE reviewer SET organisation = '别处' WHERE id = 1", "rows-differ"),
        ("UPDATE document SET title = '别的报告'", "rows-differ"),
        ("UPDATE document SET blocks = (SELECT sha256 FROM source_file LIMIT 1)", "rows-differ"),
        ("UPDATE quota SET seats = seats + 1", "rows-differ"),
        ("DELETE FROM panel_member", "rows-differ"),
        ("UPDATE source_file SET path = 'elsewhere.csv' WHERE id = 1", "rows-differ"),
        ("UPDATE source_file SET content = sha256 WHERE id = 1", "file-differs"),
        ("UPDATE nomination SET batch_id = 77 WHERE id = 1", "row-without-batch"),
        ("INSERT INTO quota VALUES (99, 'qc-group', 5)", "row-without-batch"),
        ("INSERT INTO panel_member VALUES ('qc-group', 99)", "row-without-batch"),
        ("INSERT INTO mark VALUES (99, 'alignment', 5)", "row-without-batch"),
        ("DELETE FROM entry WHERE pen = '{r01}' AND seq = 1", "gap"),
        ("DELETE FROM entry WHERE pen = '{r01}' AND seq = 1", "act-missing"),
        ("DELETE FROM entry WHERE pen = '{r01}' AND seq = 3", "head-differs"),
        ("UPDATE entry SET kind = 'note.set' WHERE pen = '{r01}' AND seq = 1", "column-differs"),
        ("UPDATE entry SET data = digest WHERE pen = '{r01}' AND seq = 1", "digest-differs"),
        (EXCHANGED, "prev-differs"),
        ("UPDATE pen SET seq = 9 WHERE name = '{r01}'", "head-differs"),
        ("DELETE FROM pen WHERE name = '{r01}'", "head-differs"),
        ("DELETE FROM pen WHERE name = 'R03@edition'", "pen-missing"),
    ],
)  # fmt: skip
def test_tampering_is_found(scored: Edition, statement: str, code: str) -> None:
    with unguarded(scored) as connection:
        connection.execute(sql(statement))
        assert code in found(scored, connection)


def test_bytes_that_are_no_entry_are_found(scored: Edition) -> None:
    with unguarded(scored) as connection:
        connection.execute(
            sql("UPDATE entry SET data = :data, digest = :digest WHERE pen = '{r01}' AND seq = 1"),
            {"data": b"{}", "digest": digest(b"{}")},
        )
        assert "not-canonical" in found(scored, connection)


def forge(connection: Connection, pen: str, kind: str, subject: str, payload: acts.Payload) -> None:
    """An entry that no service would write, chained as if one had, and the sheet brought forward by it."""
    head = head_of(connection, pen, locked=True)
    row = load(connection, GROUP, "R01")
    assert row
    if subject == SHEET:
        payload = {"on": row.projection.head.hex(), **payload}
    written, head = head.next(kind, subject, payload, "now")
    assert keep(connection, [written], head)
    if subject == SHEET and kind in acts.ON_SHEETS:
        with suppress(Malformed):
            bring_up_to_date(connection)


def bring_up_to_date(connection: Connection) -> None:
    """Have the sheet's tables say what its acts say."""
    row = load(connection, GROUP, "R01")
    assert row
    after = add_up(kept.step for kept in sheet_steps(connection, GROUP, "R01"))
    assert claim(connection, Change(row, after))


def mark(criterion: str = "alignment", ticks: Value = 3, **more: Value) -> acts.Payload:
    return {"criterion": criterion, "ticks": ticks, **more}


def assigned(by_reviewer: Value) -> acts.Payload:
    return {"pairs": {"qc-group": by_reviewer}, "rubrics": {"qc-group": "other"}}


def filed(rubric: str) -> acts.Payload:
    return acts.sheet_filed(b"", "R09", rubric, {"alignment": 1}, complete=False, revision=1)


def pinned(batch: int) -> acts.Payload:
    return acts.papers_imported(batch, digest(b""), [], FORMAT)


OFFICE = "edition/{id}"
BEYOND = 2**70
MADE: acts.Payload = {"method": {}, "programme": "", "title": "2019", "year": 2019}


@pytest.mark.parametrize(
    ("act", "codes"),
    [
        (("R02@edition", acts.MARK_SET, SHEET, mark()), {"act-not-allowed"}),
        ((SECRETARY, acts.MARK_SET, SHEET, mark()), {"act-not-allowed"}),
        ((R01, acts.MARK_SET, SHEET, mark(ticks=9999)), {"act-not-allowed"}),
        ((R01, acts.MARK_SET, SHEET, mark("beauty")), {"act-not-allowed"}),
        ((R01, acts.SHEET_SUBMITTED, SHEET, {"rubric": "other"}), {"act-not-allowed"}),
        ((R01, "mark.sett", SHEET, mark()), {"act-not-allowed"}),
        ((R01, acts.MARK_SET, "sheet/nowhere", mark(on="")), {"act-not-allowed"}),
        ((R01, acts.MARK_SET, f"sheet/{GROUP}/R09", mark(on="")), {"sheet-without-entry"}),
        ((R01, acts.MARK_SET, SHEET, mark(on="01" * 32)), {"act-missing"}),
        ((R01, acts.MARK_SET, SHEET, {}), {"entry-unreadable", "sheet-differs"}),
        ((R01, acts.MARK_SET, SHEET, mark(ticks="3")), {"entry-unreadable", "sheet-differs"}),
        ((R01, acts.MARK_CLEARED, SHEET, mark(on="zz")), {"entry-unreadable", "sheet-differs"}),
        ((SECRETARY, acts.SHEETS_ASSIGNED, OFFICE, assigned(1)), {"entry-unreadable"}),
        (
            (SECRETARY, acts.SHEETS_ASSIGNED, OFFICE, assigned({"R01": [GROUP]})),
            {"sheet-assigned-twice", "act-not-allowed"},
        ),
        ((R01, acts.SHEETS_ASSIGNED, OFFICE, assigned({})), {"act-by-foreign-pen"}),
        ((SECRETARY, acts.SHEETS_ASSIGNED, "edition/other", assigned({})), {"act-not-allowed"}),
        ((SECRETARY, acts.EDITION_MADE, OFFICE, MADE), {"edition-differs"}),
        ((SECRETARY, acts.PAPERS_IMPORTED, f"batch/{BEYOND}", pinned(BEYOND)), {"rows-differ"}),
        (
            (SECRETARY, acts.SHEET_FILED, f"sheet/{GROUP}/R09", filed(rubric="other")),
            {"act-not-allowed", "sheet-missing"},
        ),
    ],
)
def test_forged_entries_are_found(
    scored: Edition, act: tuple[str, str, str, acts.Payload], codes: set[str]
) -> None:
    pen, kind, subject, payload = act
    with unguarded(scored) as connection:
        forge(connection, pen, kind, subject.format(id=scored.id), payload)
        assert found(scored, connection) == codes


@pytest.mark.parametrize(
    ("pen", "codes"),
    [(SECRETARY, {"batch-pinned-twice", "rows-differ"}), (R01, {"act-by-foreign-pen", "rows-differ"})],
)
def test_changed_rows_cannot_be_pinned_again(scored: Edition, pen: str, codes: set[str]) -> None:
    with unguarded(scored) as connection:
        connection.execute(text("UPDATE quota SET seats = seats + 7"))
        again = acts.papers_imported(1, rows_digest(connection, 1), [], FORMAT)
        forge(connection, pen, acts.PAPERS_IMPORTED, "batch/1", again)
        assert found(scored, connection) == codes


def test_a_reviewers_chain_that_others_followed_cannot_be_taken_away(scored: Edition) -> None:
    with unguarded(scored) as connection:
        forge(connection, SECRETARY, acts.SHEET_RECUSED, SHEET, {"reason": "亲属"})
        connection.execute(sql("DELETE FROM entry WHERE pen = '{r01}'"))
        connection.execute(
            sql("UPDATE pen SET seq = 0, head = :head WHERE name = '{r01}'"),
            {"head": genesis(scored.id, R01)},
        )
        assert "act-missing" in found(scored, connection)


def test_a_recusal_from_papers_may_open_a_sheet(edition: Edition, tmp_path: Path) -> None:
    papers.file(edition, papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    papers.file(edition, papers.scores(tmp_path, [(GROUP, "R01", "", "回避")]))
    proof = audit(edition)
    assert (proof.sheets, proof.faults) == (1, ())


def test_a_method_in_other_bytes_is_found_though_python_takes_it_for_the_same(scored: Edition) -> None:
    with unguarded(scored) as connection:
        (method,) = connection.execute(text("SELECT method FROM edition")).scalars()
        other = bytes(method).replace(b'"drop_high":1', b'"drop_high":true')
        assert other != method
        connection.execute(text("UPDATE edition SET method = :other"), {"other": other})
        assert found(scored, connection) == {"edition-differs"}


def test_a_pen_of_nobody_is_found(scored: Edition) -> None:
    with unguarded(scored) as connection:
        nobody = {"name": "R99@edition", "head": genesis(scored.id, "R99@edition")}
        connection.execute(text("INSERT INTO pen VALUES (:name, 0, :head)"), nobody)
        assert found(scored, connection) == {"pen-unknown"}


def test_an_act_slipped_in_before_others_is_found(scored: Edition) -> None:
    """The secretary's act sorts before the reviewer's, so that whatever the reviewer did since allows it."""
    with unguarded(scored) as connection:
        row = load(connection, GROUP, "R01")
        assert row
        slipped = acts.sheet_filed(b"", "R01", row.rubric, {"process": 3}, complete=False, revision=1)
        head = head_of(connection, SECRETARY, locked=True)
        written, head = head.next(acts.SHEET_FILED, SHEET, slipped, "now")
        assert keep(connection, [written], head)
        bring_up_to_date(connection)
        assert found(scored, connection) == {"act-misplaced"}


def test_a_sheet_opened_by_the_rubric_of_another_award_is_found(scored: Edition) -> None:
    other = next(d for d in scored.rubrics if d != scored.rubric_digest("qc-group"))
    with unguarded(scored) as connection:
        payload = acts.sheets_assigned({"qc-group": {"R09": [GROUP]}}, {"qc-group": other})
        forge(connection, SECRETARY, acts.SHEETS_ASSIGNED, f"edition/{scored.id}", payload)
        assert found(scored, connection) == {"act-not-allowed", "sheet-missing"}


@pytest.mark.parametrize("table", ["pen", "sheet", "mark", "note", "quota", "nomination"])
def test_rows_that_stand_twice_are_found(scored: Edition, table: str) -> None:
    """In a table made anew without its keys; the second row counts in lists as the first does."""
    with unguarded(scored) as connection:
        for statement in (
            f"ALTER TABLE {table} RENAME TO kept",
            f"CREATE TABLE {table} AS SELECT * FROM kept",  # noqa: S608 - names of the schema
            f"INSERT INTO {table} SELECT * FROM kept",  # noqa: S608 - likewise
        ):
            connection.execute(text(statement))
        assert "row-repeated" in found(scored, connection)
