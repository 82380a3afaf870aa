"""An edition that was tampered with, past every guard of the program, does not pass the audit."""

from pathlib import Path

import pytest
from sqlalchemy import text

from judge.domain.sheet import Mark
from judge.services.auditing import audit
from judge.services.desk import Desk
from judge.services.editions import Edition
from tests.judge.services import papers

GROUP = "qc-group-0001"


@pytest.fixture
def scored(assigned: Edition, tmp_path: Path) -> Edition:
    desk = Desk(assigned, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    desk.set_note(GROUP, "alignment", "关联清楚", sheet.revision)
    desk.recuse("qc-group-0002", "亲属", 0)
    papers.file(assigned, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R02", 9)))
    return assigned


def tamper(edition: Edition, statement: str) -> None:
    """Do what only someone who holds the database itself can: drop the guards, then change a row."""
    with edition.store.write() as connection:
        if connection.dialect.name == "sqlite":
            triggers = connection.execute(text("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
            for (name,) in triggers.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        connection.execute(text(statement))


def test_an_honest_edition_holds(scored: Edition) -> None:
    proof = audit(scored)
    assert proof.faults == ()
    assert (proof.sheets, proof.pens, proof.batches) == (12, 2, 2)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE mark SET ticks = 30 WHERE criterion = 'alignment'", "sheet-differs"),
        ("DELETE FROM mark WHERE criterion = 'alignment'", "sheet-differs"),
        ("UPDATE note SET text = '改'", "sheet-differs"),
        ("UPDATE sheet SET state = 'submitted' WHERE state = 'recused'", "sheet-differs"),
        ("UPDATE sheet SET rubric = 'other'", "rubric-differs"),
        ("UPDATE nomination SET name = '改名QC小组' WHERE id = 1", "rows-differ"),
        ("UPDATE quota SET seats = seats + 1", "rows-differ"),
        ("DELETE FROM panel_member", "rows-differ"),
        ("UPDATE source_file SET path = 'elsewhere.csv'", "rows-differ"),
        ("DELETE FROM entry WHERE pen = 'R01@edition' AND seq = 1", "gap"),
        ("DELETE FROM entry WHERE pen = 'R01@edition' AND seq = 3", "head-differs"),
        ("UPDATE entry SET kind = 'note.set' WHERE pen = 'R01@edition' AND seq = 1", "column-differs"),
        ("UPDATE pen SET seq = 9 WHERE name = 'R01@edition'", "head-differs"),
    ],
)
def test_tampering_is_found(scored: Edition, statement: str, code: str) -> None:
    tamper(scored, statement)
    assert code in {fault.code for fault in audit(scored).faults}
