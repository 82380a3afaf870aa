"""Sheets and papers filed: submitted once complete, nothing twice, and whole or not at all under a kill."""

import multiprocessing
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import func, select

from judge.domain.sheet import Mark, SheetState
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.papers.filing import file_papers
from judge.services.sheets.desk import Desk
from judge.services.sheets.filing import Filing
from judge.store.tables import batch, nomination
from rubrics.model import Programme
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"
KILLS, GROUPS_A_KILL = 12, 120

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload([__name__])


def mark_all(desk: Desk) -> None:
    revision = 0
    for criterion in papers.CRITERIA:
        revision = desk.set_mark(GROUP, criterion, Mark(18), revision).revision


def test_a_complete_open_sheet_is_submitted_by_a_table_that_repeats_it(
    assigned: Edition, tmp_path: Path
) -> None:
    desk = Desk(assigned, "R01")
    mark_all(desk)
    before = desk.page(GROUP).sheet
    filed = papers.file(assigned, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9)))
    after = Desk(assigned, "R01").page(GROUP).sheet
    assert (filed.sheets, after.state) == (Filing(filed=1), SheetState.SUBMITTED)
    assert after.marks == before.marks
    assert audit(assigned).faults == ()


def test_a_table_that_repeats_a_submitted_sheet_files_nothing(assigned: Edition, tmp_path: Path) -> None:
    rows = papers.sheet_rows(GROUP, "R01", 9)
    papers.file(assigned, papers.scores(tmp_path, rows))
    again = papers.file(assigned, papers.scores(tmp_path, rows[::-1], name="again.csv"))
    assert (again.files, again.sheets) == (0, Filing())


def test_a_table_that_repeats_a_part_of_an_open_sheet_files_nothing(
    assigned: Edition, tmp_path: Path
) -> None:
    Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(18), 0)
    rows = papers.sheet_rows(GROUP, "R01", 9)[:1]
    assert papers.file(assigned, papers.scores(tmp_path, rows)).files == 0
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.OPEN


def test_a_table_with_the_rest_of_a_sheet_submits_it(assigned: Edition, tmp_path: Path) -> None:
    desk = Desk(assigned, "R01")
    desk.set_mark(GROUP, "alignment", Mark(18), 0)
    papers.file(assigned, papers.scores(tmp_path, papers.sheet_rows(GROUP, "R01", 9)[1:]))
    assert Desk(assigned, "R01").page(GROUP).sheet.state is SheetState.SUBMITTED


def test_a_recusal_that_comes_again_files_nothing(assigned: Edition, tmp_path: Path) -> None:
    Desk(assigned, "R03").recuse(GROUP, "亲属", 0)
    assert papers.file(assigned, papers.scores(tmp_path, [(GROUP, "R03", "", "回避")])).files == 0


def file_when_told(location: str, paper: str, told: Connection) -> None:
    """Read a paper, say so, and file it."""
    edition = open_edition(location)
    report = papers.read(edition, Path(paper))
    told.send("read")
    file_papers(edition, report)


def filed_in(location: str) -> tuple[int, int]:
    """Nominations and batches; the audit holds."""
    edition = open_edition(location)
    assert audit(edition).faults == ()
    with edition.store.read() as connection:
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (nomination, batch)
        ]
    edition.close()
    return counts[0], counts[1]


def test_an_importer_that_is_killed_leaves_all_or_nothing(tmp_path: Path, programme: Programme) -> None:
    location = str(tmp_path / "2019.judge")
    edition = make_edition(location, title="2019 awards", year=2019, programme=programme)
    papers.file(edition, papers.quotas(tmp_path))
    edition.close()
    chance = random.Random(2019)  # noqa: S311 - moments, not secrets
    nominations, batches = filed_in(location)
    for n in range(KILLS):
        names = [f"第{n}批{k}QC小组" for k in range(GROUPS_A_KILL)]
        paper = papers.nominations(tmp_path, names, name=f"{n}.csv")
        receiver, sender = processes.Pipe(duplex=False)
        importer = processes.Process(target=file_when_told, args=(location, str(paper), sender))
        importer.start()
        sender.close()
        assert receiver.recv() == "read"
        time.sleep(chance.uniform(0, 0.04))
        importer.kill()
        importer.join()
        after = filed_in(location)
        assert after in {(nominations, batches), (nominations + GROUPS_A_KILL, batches + 1)}
        nominations, batches = after
    assert batches < 1 + KILLS, "no kill came before the end"
