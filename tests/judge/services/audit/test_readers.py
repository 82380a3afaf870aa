"""Who reads beside those who write sees one moment, and holds nobody up; on both engines."""

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.lists.ranking import rank
from judge.services.sheets.assigning import plan_assignments
from judge.services.sheets.desk import Desk
from tests.judge.services import small_papers as papers

GROUP = "qc-group-0001"

processes = multiprocessing.get_context("forkserver")


def mark_on(location: str) -> None:
    """Give marks until stopped."""
    desk = Desk(open_edition(location), "R01")
    revision = desk.page(GROUP).sheet.revision
    while True:
        for criterion in papers.CRITERIA:
            revision = desk.set_mark(GROUP, criterion, Mark(revision % 21), revision).revision


@contextmanager
def someone_marking(edition: Edition, location: str) -> Iterator[None]:
    """Somebody at the desk of R01, already at work."""
    writer = processes.Process(target=mark_on, args=(location,))
    writer.start()
    try:
        while writer.is_alive() and not Desk(edition, "R01").page(GROUP).sheet.revision:
            time.sleep(0.01)
        yield
    finally:
        writer.kill()
        writer.join()


def test_audits_and_lists_see_one_moment_while_somebody_marks(assigned: Edition, location: str) -> None:
    desk = Desk(assigned, "R01")
    with someone_marking(assigned, location):
        before = desk.page(GROUP).sheet.revision
        for _ in range(20):
            assert audit(assigned).faults == ()
            rank(assigned, "qc-group")
    assert desk.page(GROUP).sheet.revision > before


def test_reading_papers_and_planning_hold_no_writer_up(assigned: Edition) -> None:
    with assigned.store.read() as connection:
        # What a long import reads before it writes, while a reviewer saves.
        connection.exec_driver_sql("SELECT count(*) FROM sheet")
        plan_assignments(assigned, 3)
        Desk(assigned, "R01").set_mark(GROUP, "alignment", Mark(3), 0)
    assert Desk(assigned, "R01").page(GROUP).sheet.marks["alignment"] == Mark(3)


def test_a_save_does_not_wait_for_ever(
    assigned: Edition, location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("judge.store.engine.BUSY_TIMEOUT_MS", 200)
    other = open_edition(location)
    with assigned.store.write() as connection:
        connection.exec_driver_sql("UPDATE sheet SET reason = reason")
        with pytest.raises(Refusal) as refused:
            Desk(other, "R01").set_mark(GROUP, "alignment", Mark(3), 0)
    other.close()
    assert refused.value.code == "edition-locked"
