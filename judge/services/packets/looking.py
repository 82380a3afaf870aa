"""What the edition knows of a return: as it stands in the database, or as a rehearsal has left it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from judge.ledger.pens import SECRETARY
from judge.ledger.ruled import ruled
from judge.ledger.steps import Step
from judge.packets.return_header import Header
from judge.services.editions.edition import Edition
from judge.services.packets.judging import Fresh, Here, pairs
from judge.store.connection import Connection
from judge.store.pens import head_of
from judge.store.queries.closings import panel_sheets
from judge.store.queries.ledger import links
from judge.store.queries.office import rulings
from judge.store.returned import (
    Author,
    author,
    confirmed_key,
    held_sheets,
    issued_to,
    kept_of_pen,
    lock_pen,
    owner_of_key,
    steps_on,
)


class InTheEdition:
    """The edition itself: what it looks up is locked until the transaction ends."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One that writes."""
        with self._edition.store.write() as connection:
            yield connection

    def here(self, connection: Connection, header: Header) -> Here:
        """What is known of a return's sender."""
        # Pens before sheets, as in every write: two orders of locking would be a deadlock.
        if confirmed_key(connection, header.pen) is None:
            # Whoever confirms it writes with the office's pen.
            head_of(connection, SECRETARY, locked=True)
        lock_pen(connection, header.pen)
        return _here(connection, header, locked=True)

    def steps(self, connection: Connection, here: Here, fresh: Fresh) -> Mapping[str, Sequence[Step]]:
        """The acts that are there already on the sheets of new entries."""
        touched = [subject for subject in fresh.by_subject if here.sheets[subject].acts]
        return steps_on(connection, touched)


def _here(connection: Connection, header: Header, *, locked: bool) -> Here:
    held = ruled(rulings(connection))
    return Here(
        author=author(connection, header.reviewer),
        issued_to=issued_to(connection, header.packet),
        key=confirmed_key(connection, header.pen),
        owner=owner_of_key(connection, header.public_key),
        kept=kept_of_pen(connection, header.pen),
        kept_links=lambda: links(connection, header.pen),
        sheets=held_sheets(connection, header.reviewer, locked=locked),
        ruled=held,
        there=_there(connection) if header.reviewer in held.withdrawn else (),
    )


def _there(connection: Connection) -> frozenset[tuple[str, str]]:
    every = (one.version for one in panel_sheets(connection))
    return frozenset((version.nomination, version.reviewer) for version in every)


@dataclass
class Rehearsal(InTheEdition):
    """The edition as it would be after returns that were taken in a rehearsal; it writes nothing."""

    edition: Edition
    _keys: dict[str, bytes] = field(default_factory=dict)
    _owners: dict[bytes, int] = field(default_factory=dict)
    _kept: defaultdict[str, dict[bytes, int]] = field(default_factory=lambda: defaultdict(dict))
    _links: defaultdict[str, list[tuple[bytes, bytes]]] = field(default_factory=lambda: defaultdict(list))
    _steps: defaultdict[str, list[Step]] = field(default_factory=lambda: defaultdict(list))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One that reads."""
        with self.edition.store.read() as connection:
            yield connection

    def here(self, connection: Connection, header: Header) -> Here:
        """What is known of a return's sender, also by the returns before."""
        found = _here(connection, header, locked=False)
        return Here(
            author=found.author,
            issued_to=found.issued_to,
            key=found.key or self._keys.get(header.pen),
            owner=found.owner or self._owners.get(header.public_key),
            kept={**found.kept, **self._kept[header.pen]},
            kept_links=lambda: (*found.kept_links(), *self._links[header.pen]),
            sheets=found.sheets,
            ruled=found.ruled,
            there=found.there,
        )

    def steps(self, connection: Connection, here: Here, fresh: Fresh) -> Mapping[str, Sequence[Step]]:
        """The acts on the sheets of new entries, also those of the returns before."""
        found = super().steps(connection, here, fresh)
        return {subject: [*found.get(subject, ()), *self._steps[subject]] for subject in fresh.by_subject}

    def take(self, header: Header, author: Author, fresh: Fresh) -> None:
        """Remember a return that would be taken."""
        self._keys[header.pen] = header.public_key
        self._owners[header.public_key] = author.id
        self._links[header.pen] += pairs(fresh)
        for link in fresh.links:
            self._kept[header.pen][link.step.digest] = link.step.seq
            self._steps[link.subject].append(link.step)
