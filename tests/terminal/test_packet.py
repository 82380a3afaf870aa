"""A packet in a real terminal: opened, scored by keys alone, killed, opened again, and sent back."""

import re
from functools import partial
from pathlib import Path

import pytest

from judge.domain.sheet import SheetState
from judge.packets.keys import fingerprint
from judge.packets.return_file import read_return
from judge.services.audit.auditing import audit
from judge.services.editions.edition import make_edition, open_edition
from judge.services.packets.issuing import issue_packets
from judge.services.packets.merging import Merging, merge
from judge.services.packets.planning import Wanted, plan_packets
from judge.services.sheets.assigning import assign, plan_assignments
from judge.services.sheets.desk import Desk
from rubrics.catalogue import load_builtin
from rubrics.scale import read_points
from tests.judge.services import small_papers as papers
from tests.terminal.terminal import Terminal

GROUPS = tuple(f"第{number}QC小组" for number in range(3))
POINTS = ("12.5", "21", "9", "18", "12", "7.5")


@pytest.fixture
def packet(tmp_path: Path) -> Path:
    """A packet of three nominations, beside the edition that it is of."""
    edition = make_edition(
        str(tmp_path / "x.judge"), title="x", year=2019, programme=load_builtin("xinjiang_2019")
    )
    papers.file(
        edition,
        papers.quotas(tmp_path),
        papers.nominations(tmp_path, GROUPS),
        papers.reviewers(tmp_path, count=1),
    )
    assign(edition, plan_assignments(edition, 1))
    out = tmp_path / "packets"
    out.mkdir()
    (written,) = issue_packets(edition, plan_packets(edition, (), out, Wanted()), Wanted())
    edition.close()
    return written.planned.path


def shows(words: str, rows: list[str]) -> bool:
    return any(words in row for row in rows)


def marked(count: int, rows: list[str]) -> bool:
    return any(re.search(rf"{count} of {len(POINTS)} marked", row) for row in rows)


def score(terminal: Terminal, group: str) -> None:
    """Mark the sheet of the nomination that lies on the desk, from the first criterion on."""
    terminal.wait_for(partial(shows, f"{group} ·"))
    terminal.type("\x1b[H" + "".join(f"{points}\r" for points in POINTS))
    terminal.wait_for(partial(marked, len(POINTS)))


def submit(terminal: Terminal) -> None:
    terminal.type("\x1bOQ")  # F2
    terminal.wait_for(partial(shows, "● submitted"))


def test_a_packet_is_scored_killed_opened_again_and_sent_back(packet: Path) -> None:
    terminal = Terminal("score", str(packet))
    terminal.wait_for(partial(shows, "packet of R01"))
    score(terminal, GROUPS[0])
    submit(terminal)
    terminal.type("]")
    score(terminal, GROUPS[1])
    terminal.wait_for(lambda rows: shows("✓ saved", rows[:1]))
    terminal.kill()

    again = Terminal("score", str(packet))
    again.wait_for(lambda rows: marked(len(POINTS), rows) and shows("1 of 3 submitted", rows))
    submit(again)
    again.type("]")
    score(again, GROUPS[2])
    submit(again)
    again.wait_for(partial(shows, "Nothing is left to do in this packet"))
    again.type("p")
    again.wait_for(partial(shows, "submitted 3 · recused 0 · yet to do 0"))
    again.type("\r")
    again.wait_for(partial(shows, "Written:"))
    again.kill()

    (file,) = packet.parent.glob("*.judge-return")
    key = fingerprint(read_return(file.read_bytes()).header.public_key)
    edition = open_edition(str(packet.parents[1] / "x.judge"))
    merged = merge(edition, [file], Merging(frozenset({key})))
    assert [one.refusal for one in merged.files] == [None]
    desk = Desk(edition, "R01")
    assert [item.state for item in desk.queue()] == [SheetState.SUBMITTED] * 3
    for item in desk.queue():
        page = desk.page(item.nomination)
        expected = [
            read_points(points, page.rubric.step, criterion.full_ticks)
            for points, criterion in zip(POINTS, page.rubric.criteria, strict=True)
        ]
        assert [page.sheet.marks[criterion.key].ticks for criterion in page.rubric.criteria] == expected
    assert audit(edition).faults == ()
    edition.close()
