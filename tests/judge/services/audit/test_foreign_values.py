"""SQLite keeps any sort of value in any column: one that Judge never writes is a fault, never a traceback."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import docx
import pytest
from sqlalchemy import Column, Integer, Table

from imports.records import Kind
from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.audit.auditing import audit
from judge.services.editions.edition import make_edition, open_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from judge.store.tables import edition, entry, metadata, note, reviewer, sheet
from rubrics.model import Programme
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"

FOREIGN = {
    "TEXT": ("CAST({column} AS BLOB)",),
    "INTEGER": ("'字'", "2.5", "CAST({column} AS BLOB)"),
    "BLOB": ("CAST({column} AS TEXT)", "0", "1000000000000000"),
}
"""By a column's type, values that are of another sort, also once its affinity has had its way."""

BY_HAND = {
    "nomination_revision": "1, 1, 1, '表', 2, 1, 2, '名', '厂', '题', x'7b7d'",
    "body_paper": "1, 1, 1, 1, 'qc-statistics', 1, x'7b7d', x'5b5d'",
    "organisation_alias": "1, 1, 1, '一厂', '老一厂'",
    "past_award": "1, 1, 1, 2, 2018, 'qc-group', '名', '厂', ''",
    "form_definition": "1, 'own', x'00', x'00'",
    "setting": "'filing-deadline', '2019-07-10', '通知'",
    "checklist_item": "1, 'unit-seal', 'present', ''",
    "ruling": "'@secretary', 1, 'late-revision', 'nomination/qc-group-0001', x'7b7d', '笔误'",
    "seal": "'R01@edition', 1, x'00', x'00'",
    "packet": "'p1', 1, '2019-07-01T08:00:00.000Z', 0, x'7b7d', x'00'",
    "packet_pen": "'R01@0123456789abcdef', 1, 'p1', x'00', ''",
    "packet_head": "'R01@0123456789abcdef', 1, x'00'",
    "packet_own": "'p1', 'R01', '', x'', x''",
    "packet_page": "1, 1, x'5b5d'",
    "reviewer_detail": "1, '评委1', '研究院1', '', x'5b5d', '', 12, 'serving', ''",
    "seat": "'qc-group', 1, '', 'reviewer'",
    "nomination_section": "1, '甲组', 0",
}


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory, programme: Programme) -> Path:
    """An edition file with rows in every table and no guards left."""
    folder = tmp_path_factory.mktemp("foreign")
    made = make_edition(str(folder / "2019.judge"), title="2019", year=2019, programme=programme)
    papers.file(made, papers.quotas(folder), papers.nominations(folder), papers.reviewers(folder))
    document = docx.Document()
    document.add_paragraph("降低注水井故障率")
    document.save(str(folder / "report.docx"))
    file_papers(made, read_papers(made, [folder / "report.docx"], kind=Kind.REPORT, nomination=GROUP))
    assign(made, plan_assignments(made, 3))
    desk = Desk(made, "R01")
    sheet = desk.set_mark(GROUP, "alignment", Mark(25), 0)
    desk.set_note(GROUP, "alignment", "关联清楚", sheet.revision)
    made.close()
    with closing(sqlite3.connect(folder / "2019.judge")) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
    assert audit_of(folder / "2019.judge") == set()
    with closing(sqlite3.connect(folder / "2019.judge")) as connection:
        # Tables that this season's papers leave empty, filled by hand: their own faults are others.
        for table, values in BY_HAND.items():
            connection.execute(f"INSERT INTO {table} VALUES ({values})")  # noqa: S608 - names of the schema
        connection.execute("UPDATE document SET total = '88.5'")
        connection.commit()
    return folder / "2019.judge"


def audit_of(path: Path) -> set[tuple[str, str]]:
    """The audit's faults as (code, subject); or the refusal, where the edition cannot be opened."""
    try:
        opened = open_edition(str(path))
    except Refusal as refused:
        return {("refused", refused.code)}
    try:
        return {(fault.code, fault.subject) for fault in audit(opened).faults}
    finally:
        opened.close()


def cases() -> Iterator[Any]:
    for table in metadata.sorted_tables:
        for column in table.columns:
            for value in FOREIGN[str(column.type)]:
                yield pytest.param(table, column, value, id=f"{table.name}-{column.name}-{value}")


def put(path: Path, table: Table, column: Column[Any], value: str) -> bool:
    """Put a value into the table's first row by hand; False where SQLite itself refuses."""
    key = ", ".join(part.name for part in table.primary_key.columns)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        first = f"WHERE ({key}) = (SELECT {key} FROM {table.name} LIMIT 1)"  # noqa: S608 - names of the schema
        said = value.format(column=column.name)
        try:
            changed = connection.execute(f"UPDATE {table.name} SET {column.name} = {said} {first}")  # noqa: S608 - likewise
        except sqlite3.IntegrityError:
            return False
        connection.commit()
    assert changed.rowcount == 1
    return True


def is_rowid(column: Column[Any]) -> bool:
    return isinstance(column.type, Integer) and [*column.table.primary_key.columns] == [column]


@pytest.mark.slow
@pytest.mark.parametrize(("table", "column", "value"), [*cases()])
def test_a_value_that_its_column_never_holds_is_found(
    season: Path, tmp_path: Path, table: Table, column: Column[Any], value: str
) -> None:
    path = tmp_path / "2019.judge"
    shutil.copy(season, path)
    if not put(path, table, column, value):
        assert is_rowid(column)
        return
    found = audit_of(path)
    if table is edition:
        assert found == {("refused", "edition-damaged")}
    else:
        told = [subject.split(" ") for code, subject in found if code == "value-foreign"]
        assert [(said[0], said[-1]) for said in told] == [(table.name, column.name)]


@pytest.mark.parametrize("column", [reviewer.c.name, note.c.text, entry.c.kind, sheet.c.reason], ids=str)
def test_a_text_that_is_no_text_is_refused_as_damage(
    season: Path, tmp_path: Path, column: Column[Any]
) -> None:
    path = tmp_path / "2019.judge"
    shutil.copy(season, path)
    assert put(path, column.table, column, "CAST(x'fffe' AS TEXT)")
    with pytest.raises(Refusal) as refused:
        audit_of(path)
    assert refused.value.code == "edition-damaged"
