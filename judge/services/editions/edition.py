"""Make an edition, or open one."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from judge.domain.packet import OwnPacket
from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.canonical import decode, encode
from judge.ledger.chain import Head
from judge.ledger.pens import SECRETARY, reviewer_pen
from judge.scoring.method import Method
from judge.scoring.problems import MethodRefused
from judge.store.connection import Connection
from judge.store.edition_row import EditionRow, add_edition, edition_rows
from judge.store.memory import Memory
from judge.store.own_forms import file_forms
from judge.store.packets.own import is_for_packets, own_packet
from judge.store.pens import head_of, keep, provide_pens
from judge.store.store import Store, closed_on_refusal, open_store
from rubrics.digest import digest, programme_digest, programme_from_canonical, programme_to_canonical
from rubrics.model import Programme, Rubric

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Edition:
    """An open edition: its store, what it says of itself, and the rules it judges by."""

    store: Store
    id: str
    title: str
    year: int
    programme: Programme
    method: Method
    clock: Clock = utc_now
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)
    packet: OwnPacket | None = None
    """What makes this file a packet; None for an edition."""
    memory: Memory = field(default_factory=Memory, compare=False)

    def now(self) -> str:
        """The moment as entries write it: RFC 3339, UTC, milliseconds."""
        return _moment(self.clock)

    def rubric_digest(self, award: str) -> str:
        """The digest of the rubric that judges an award."""
        wanted = self.programme.rubric_of(award)
        return next(key for key, rubric in self.rubrics.items() if rubric is wanted)

    def pen_of(self, reviewer: str) -> str:
        """The pen that a reviewer writes with here."""
        return self.packet.pen if self.packet else reviewer_pen(reviewer)

    def close(self) -> None:
        """Let the database go."""
        self.store.close()


def make_edition(  # noqa: PLR0913 - each is a word the maker says
    location: str,
    *,
    title: str,
    year: int,
    programme: Programme,
    method: Method | None = None,
    clock: Clock = utc_now,
    identity: str | None = None,
    forms: Mapping[str, bytes] = MappingProxyType({}),
) -> Edition:
    """A new edition at a path or URL; its first entry pins the programme, its rubrics and the method.

    `forms` are the texts of the organiser's own forms by key, as `judge.services.forms.held` checks them.

    Refusal codes: "edition-exists", "edition-folder-missing", "database-in-use" and those of opening one.
    """
    # Alembic, which making needs and opening does not, costs half a second.
    from judge.store.creating import new_store  # noqa: PLC0415

    method = method or Method()
    made = EditionRow(
        id=identity or str(uuid.uuid4()),
        title=title,
        year=year,
        programme=programme_to_canonical(programme),
        method=encode(method.to_mapping()),
        made_at=_moment(clock),
    )
    with new_store(location) as store, store.write() as connection:
        add_edition(connection, made)
        head = _write_first_entry(connection, made, programme, method)
        if forms:
            file_forms(connection, head, made.id, forms, made.made_at)
    return open_edition(location, clock)


def _write_first_entry(
    connection: Connection, made: EditionRow, programme: Programme, method: Method
) -> Head:
    provide_pens(connection, made.id, [SECRETARY])
    payload: acts.Payload = {
        "method": method.to_mapping(),
        "programme": programme_digest(programme),
        "title": made.title,
        "year": made.year,
    }
    head = head_of(connection, SECRETARY, locked=True)
    written, head = head.next(acts.EDITION_MADE, f"edition/{made.id}", payload, made.made_at)
    keep(connection, [written], head)
    return head


def _moment(clock: Clock) -> str:
    return clock().astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def open_edition(
    location: str, clock: Clock = utc_now, *, packets: bool = False, may_upgrade: bool = True
) -> Edition:
    """The edition at a path or URL; where `packets` says so, a packet will do.

    Refusal codes: "edition-damaged", "edition-is-packet" (edition, reviewer), and what `store.open_store`
    raises.
    """
    store = open_store(location, may_upgrade=may_upgrade)
    with closed_on_refusal(store):
        opened = _opened(store, clock)
        if opened.packet and not packets:
            raise Refusal("edition-is-packet", edition=store.name, reviewer=opened.packet.reviewer)
        return opened


def _opened(store: Store, clock: Clock) -> Edition:
    with store.read() as connection:
        rows = edition_rows(connection)
        # Its header says what a file is: a row put into an edition by hand makes no packet of it.
        as_packet = is_for_packets(connection)
        packet = own_packet(connection) if as_packet else None
    if not rows or (as_packet and packet is None):
        raise Refusal("not-an-edition", edition=store.name)
    try:
        (row,) = rows
        programme = programme_from_canonical(row.programme)
        method = Method.from_mapping(_mapping(decode(row.method)))
    except (ValueError, MethodRefused) as damage:
        raise Refusal("edition-damaged", edition=store.name) from damage
    said = (row.id, row.title, row.year, programme, method, clock)
    return Edition(store, *said, rubrics=_by_digest(programme), packet=packet)


def _by_digest(programme: Programme) -> dict[str, Rubric]:
    return {digest(rubric): rubric for rubric in programme.rubrics.values()}


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}
