"""Marks survive processes that write at once, and processes that are killed; real ones, on both engines."""

import multiprocessing
import os
import random
import signal
import time
from multiprocessing.connection import Connection

import pytest

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.sheets.desk import Desk

GROUP = "qc-group-0001"
CRITERIA = ("alignment", "process", "tools", "results", "participation", "sharing")
KILLS = 50

processes = multiprocessing.get_context("forkserver")
processes.set_forkserver_preload([__name__])


def mark_alone(location: str, reviewer: str, rounds: int) -> None:
    """Give every criterion of one's own sheet a new mark, round after round."""
    desk = Desk(open_edition(location), reviewer)
    revision = desk.page(GROUP).sheet.revision
    for ticks in range(rounds):
        for criterion in CRITERIA:
            revision = desk.set_mark(GROUP, criterion, Mark(ticks), revision).revision


def mark_together(location: str, rounds: int, given: Connection) -> None:
    """Raise one mark that others raise too, each time from what is there: a lost update would show."""
    desk = Desk(open_edition(location), "R01")
    done = 0
    while done < rounds:
        sheet = desk.page(GROUP).sheet
        before = sheet.marks.get("process", Mark(0)).ticks or 0
        try:
            desk.set_mark(GROUP, "process", Mark(before + 1), sheet.revision)
        except Refusal as refused:
            assert refused.code == "sheet-changed-elsewhere"  # noqa: PT017 - not pytest's process
        else:
            done += 1
    given.send(done)


def mark_until_killed(location: str, saved: Connection) -> None:
    """Give marks without end, telling each one once the service says that it is kept."""
    desk = Desk(open_edition(location), "R01")
    revision = desk.page(GROUP).sheet.revision
    ticks = revision
    while True:
        for criterion in CRITERIA:
            ticks += 1
            revision = desk.set_mark(GROUP, criterion, Mark(ticks % 21), revision).revision
            saved.send((criterion, ticks % 21, revision))


def test_reviewers_who_write_at_once_lose_nothing(assigned: Edition, location: str) -> None:
    writers = [processes.Process(target=mark_alone, args=(location, f"R0{n}", 8)) for n in (1, 2, 3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    for reviewer in ("R01", "R02", "R03"):
        sheet = Desk(assigned, reviewer).page(GROUP).sheet
        assert sheet.revision == 8 * len(CRITERIA)
        assert set(sheet.marks.values()) == {Mark(7)}
    assert audit(assigned).faults == ()


def test_windows_on_the_same_sheet_lose_no_update(assigned: Edition, location: str) -> None:
    told = [processes.Pipe(duplex=False) for _ in range(3)]
    writers = [
        processes.Process(target=mark_together, args=(location, 12, sender)) for _receiver, sender in told
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert Desk(assigned, "R01").page(GROUP).sheet.marks["process"] == Mark(36)
    assert audit(assigned).faults == ()


@pytest.mark.slow
def test_no_kill_loses_a_mark_that_was_said_to_be_kept(assigned: Edition, location: str) -> None:
    chance = random.Random(2019)  # noqa: S311 - moments, not secrets
    for _ in range(KILLS):
        receiver, sender = processes.Pipe(duplex=False)
        writer = processes.Process(target=mark_until_killed, args=(location, sender))
        writer.start()
        sender.close()
        kept = [receiver.recv()]
        time.sleep(chance.uniform(0, 0.03))
        assert writer.pid
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        kept.extend(_rest(receiver))
        _criterion, _ticks, revision = kept[-1]
        sheet = Desk(assigned, "R01").page(GROUP).sheet
        # At most the one act in flight came after the last one told.
        assert sheet.revision in {revision, revision + 1}
        told = {criterion: ticks for criterion, ticks, _revision in kept}
        changed = {c for c, ticks in told.items() if sheet.marks[c] != Mark(ticks)}
        assert len(changed) <= sheet.revision - revision
    assert audit(assigned).faults == ()


def _rest(receiver: Connection) -> list[tuple[str, int, int]]:
    told = []
    try:
        while receiver.poll():
            told.append(receiver.recv())
    except (EOFError, OSError):
        pass
    return told
