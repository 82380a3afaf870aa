"""Issue packets: for each reviewer a file with what they are to judge, and its entry in the ledger."""

import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event

from exports.replacing import make_folder, replacing
from judge.domain.packet import OwnPacket
from judge.domain.refusal import Refusal
from judge.ledger import panel_acts
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.editions.settings import BLIND, TAKE_BACK
from judge.services.packets.papers import PaperSource
from judge.services.packets.passphrases import sealed
from judge.services.packets.planning import PlannedPacket, Wanted
from judge.services.targets import told_of_targets
from judge.store.connection import Connection
from judge.store.packets.filling import begin_packet, blank_packet, end_packet, packet_store, put_settings
from judge.store.packets.issued import Issue, add_issue
from judge.store.pens import head_of, keep
from judge.store.queries.known import Ids, ids
from judge.store.queries.office import settings as kept_settings
from judge.store.sheets import load_many

OnProgress = Callable[[int, int], None]

_OF_THE_DESK = (BLIND, TAKE_BACK)
"""The settings that a desk goes by; what else there is is the office's."""


@dataclass(frozen=True, slots=True)
class WrittenPacket:
    """A packet that was written: its id, its size in bytes, and how many files as sent are in it."""

    planned: PlannedPacket
    id: str
    size: int
    files: int


def issue_packets(
    edition: Edition,
    plan: Sequence[PlannedPacket],
    wanted: Wanted,
    on_progress: OnProgress = lambda _done, _all: None,
    cancel: Event | None = None,
) -> tuple[WrittenPacket, ...]:
    """Write the packets one after another; each is recorded in the edition, and then in its place.

    All of them see one state of the edition. Where one fails, those before it are written and recorded, and
    the others are not. With `cancel` set, it ends after the packet under way.

    Refusal codes: those of `exports.refusal.ExportRefused`, "target-disk-full" among them.
    """
    folder = plan[0].path.parent
    with told_of_targets():
        make_folder(folder)
    written: list[WrittenPacket] = []
    on_progress(0, len(plan))
    with _workplace(folder) as place, edition.store.read() as connection:
        blank = place / "blank"
        blank_packet(blank, str(folder))
        issuing = _Issuing(edition, connection, wanted, place, blank)
        for planned in plan:
            if cancel and cancel.is_set():
                break
            written.append(issuing.issue(planned))
            on_progress(len(written), len(plan))
    return tuple(written)


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """A folder beside the packets that nobody else can look into, and that is gone afterwards."""
    try:
        place = tempfile.mkdtemp(prefix=".judge-packets-", dir=folder)
    except OSError as failure:
        raise Refusal("target-not-writable", path=str(folder), reason=failure.strerror or "") from failure
    try:
        yield Path(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)


class _Issuing:
    """One issue of packets from one view of the edition."""

    def __init__(
        self, edition: Edition, connection: Connection, wanted: Wanted, place: Path, blank: Path
    ) -> None:
        self._edition = edition
        self._connection = connection
        self._wanted = wanted
        self._place = place
        self._blank = blank
        self._source = PaperSource(edition, connection, with_files=wanted.with_files)
        self._ids: Ids = ids(connection)
        changed = kept_settings(connection)
        self._settings = {key: changed[key].value for key in _OF_THE_DESK if key in changed}

    def issue(self, planned: PlannedPacket) -> WrittenPacket:
        """Write one packet."""
        path = self._place / "packet"
        path.unlink(missing_ok=True)
        issue, files = self._fill(planned, path)
        with told_of_targets(), replacing(planned.path, replace=self._wanted.replace) as file:
            if self._wanted.sealed:
                file.write(sealed(path.read_bytes(), self._wanted.passphrase))
            else:
                with path.open("rb") as made:
                    shutil.copyfileobj(made, file)
            # Recorded before it is in its place: a packet that nobody recorded could not come home.
            record(self._edition, issue)
        return WrittenPacket(planned, issue.id, planned.path.stat().st_size, files)

    def _fill(self, planned: PlannedPacket, path: Path) -> tuple[Issue, int]:
        """Fill a packet's file; what the edition is to know of it, and how many files as sent are in it."""
        own = OwnPacket(str(uuid.uuid4()), planned.reviewer)
        at = self._edition.now()
        files: set[int] = set()
        with packet_store(self._blank, path, str(planned.path)) as store, store.write() as packet:
            shelf = begin_packet(self._connection, packet, own, planned.name, at)
            put_settings(packet, self._settings)
            rows = load_many(self._connection, [(key, planned.reviewer) for key in planned.nominations])
            for key in planned.nominations:
                words = self._source.of_sheet(rows[key, planned.reviewer], self._ids.nominations[key])
                for kept in words.files:
                    files.add(kept.id)
                    shelf.put_file(kept.id, partial(self._source.file, kept))
                shelf.put(words.paper)
            shelf.close()
            issue = end_packet(self._connection, packet, own, at, blind=planned.blind)
        return issue, len(files)


def record(edition: Edition, issue: Issue) -> None:
    """Say in the ledger that a packet was issued, and keep what the edition knows of it."""
    issued = issue.issued
    payload = panel_acts.packet_issued(issued.reviewer, issued.heads, issued.holds, blind=issued.blind)
    subject = panel_acts.packet_subject(issue.id)
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        written, head = head.next(panel_acts.PACKET_ISSUED, subject, payload, issued.issued_at)
        keep(connection, [written], head)
        add_issue(connection, issue)
