"""The papers in a packet: as the desk shows them, and nothing besides."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, insert

from judge.ledger.canonical import digest
from judge.store.driver import append
from judge.store.tables import (
    batch,
    body,
    document,
    nomination,
    nomination_revision,
    packet_page,
    source_file,
)

NO_FILE = 0
"""The id of the one row that stands for every file which is not in the packet."""

BATCH = 1
"""The id of the one batch that all of a packet's rows are of."""


@dataclass(frozen=True, slots=True)
class PacketFile:
    """A file as it was sent: its id, its name without folders, its kind, its digest and its bytes."""

    id: int
    name: str
    kind: str
    sha256: bytes
    content: bytes


@dataclass(frozen=True, slots=True)
class PacketRevision:
    """One revision as it may be read, and the id of the file that it came in.

    `filed` is spelled by `judge.store.filed`, `concluded` by `judge.store.conclusions`.
    """

    number: int
    name: str
    organisation: str
    subject: str
    filed: bytes
    concluded: bytes
    file: int = NO_FILE


@dataclass(frozen=True, slots=True)
class PacketDocument:
    """A document as it may be read, the attachment that it is, and the id of its file.

    `blocks` are spelled by `judge.store.filed`.
    """

    title: str
    blocks: bytes
    attachment: str
    file: int = NO_FILE


@dataclass(frozen=True, slots=True)
class PacketPaper:
    """A nomination as it may be read, its revisions from the first on; `body` is its body's name."""

    id: int
    key: str
    award: str
    body: str
    revisions: Sequence[PacketRevision]
    documents: Sequence[PacketDocument]


class PaperShelf:
    """A packet's papers while they are written."""

    def __init__(self, connection: Connection, at: str) -> None:
        """Write what papers hang on: one batch for all of them, and the file that stands for none."""
        self._connection = connection
        self._files = {NO_FILE}
        self._bodies: dict[str, int] = {}
        self._documents = self._revisions = 0
        self._rows: dict[Table, list[Mapping[str, object]]] = defaultdict(list)
        self._pages: list[tuple[int, int, bytes]] = []
        connection.execute(insert(batch), {"id": BATCH, "imported_at": at})
        self._keep_file(PacketFile(NO_FILE, "", "", digest(b""), b""))

    def put_file(self, number: int, file: Callable[[], PacketFile]) -> None:
        """Keep a file, fetched unless it is there already: documents may come from one file."""
        if number not in self._files:
            self._files.add(number)
            self._keep_file(file())

    def _keep_file(self, file: PacketFile) -> None:
        row = {"id": file.id, "path": file.name, "kind": file.kind, "sha256": file.sha256}
        self._insert(source_file, [{**row, "content": file.content}])

    def put(self, paper: PacketPaper) -> None:
        """Keep a nomination with its documents; the files that it names are there. Ended by `close`."""
        first, *later = paper.revisions
        said = {"key": paper.key, "award": paper.award, "body_id": self._body(paper.body)}
        self._rows[nomination].append({"id": paper.id, **said, **_said(first)})
        for revision in later:
            self._revisions += 1
            place = {"id": self._revisions, "nomination_id": paper.id, "number": revision.number}
            self._rows[nomination_revision].append({**place, **_said(revision)})
        for one in paper.documents:
            self._documents += 1
            row = {"id": self._documents, "nomination_id": paper.id, "source_file_id": one.file}
            read = {"title": one.title, "blocks": one.blocks, "attachment": one.attachment}
            self._rows[document].append({**row, **read})
        self._pages += [(paper.id, revision.number, revision.concluded) for revision in paper.revisions]

    def close(self) -> None:
        """Write what was put, one statement a table."""
        for table in (nomination, nomination_revision, document):
            self._insert(table, self._rows.pop(table, []))
        append(self._connection, packet_page, self._pages)
        self._pages = []

    def _body(self, name: str) -> int:
        """A body's number, in the order in which they come: the one that it has elsewhere would name it."""
        number = self._bodies.get(name)
        if number is None:
            number = self._bodies[name] = len(self._bodies) + 1
            self._insert(body, [{"id": number, "number": number, "name": name}])
        return number

    def _insert(self, table: Table, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(insert(table), [{**row, "batch_id": BATCH} for row in rows])


def _said(revision: PacketRevision) -> Mapping[str, object]:
    return {
        "source_file_id": revision.file,
        "name": revision.name,
        "organisation": revision.organisation,
        "subject": revision.subject,
        "filed": revision.filed,
    }
