"""Packets in tests: issued, and opened as whoever gets them opens them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from judge.domain.sheet import Mark, Sheet
from judge.services.editions.edition import Edition, open_edition
from judge.services.packets.issuing import WrittenPacket, issue_packets
from judge.services.packets.opening import desk_at
from judge.services.packets.planning import Wanted, plan_packets
from judge.services.sheets.desk import Desk
from tests.judge.services.small_papers import CRITERIA

GROUP = "qc-group-0001"


def issue(edition: Edition, folder: Path, *reviewers: str, **wanted: object) -> tuple[WrittenPacket, ...]:
    """Issue packets to these reviewers, or to everybody."""
    how = Wanted(**wanted)  # type: ignore[arg-type]  # each is a word of `Wanted`
    return issue_packets(edition, plan_packets(edition, reviewers, folder, how), how)


def packet_of(edition: Edition, folder: Path, reviewer: str, **wanted: object) -> Path:
    """The path of a new packet."""
    (written,) = issue(edition, folder, reviewer, **wanted)
    return written.planned.path


@contextmanager
def opened(path: Path) -> Iterator[Desk]:
    """Somebody at the desk of a packet."""
    edition = open_edition(str(path), packets=True)
    try:
        yield desk_at(edition, "")
    finally:
        edition.close()


def mark_all(desk: Desk, nomination: str, ticks: int) -> Sheet:
    """Give every criterion the same mark."""
    sheet = desk.page(nomination).sheet
    for criterion in CRITERIA:
        sheet = desk.set_mark(nomination, criterion, Mark(ticks), sheet.revision)
    return sheet


def score(desk: Desk, nomination: str, ticks: int) -> Sheet:
    """Mark a whole sheet and submit it."""
    return desk.submit(nomination, mark_all(desk, nomination, ticks).revision, desk.page(nomination).revision)
