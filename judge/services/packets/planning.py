"""Which packets are to be written: for whom, and under which names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exports.names import file_name
from judge.domain.refusal import Refusal
from judge.domain.reviewer_keys import find_reviewer
from judge.domain.sheet import AT_WORK
from judge.ledger.panel_acts import SERVING
from judge.services.editions.edition import Edition
from judge.services.packets.passphrases import SEALED_ENDING
from judge.services.sheets.blinding import is_blind
from judge.store.connection import Connection
from judge.store.packets.issued import packets_of_each
from judge.store.packets.own import holds_work
from judge.store.queries import desk as queries
from judge.store.queries.panel_office import reviewer_details

ENDING = ".judge"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How packets are wanted: sealed with a passphrase or not; with files as sent; over what is there."""

    sealed: bool = False
    passphrase: str = field(default="", repr=False)
    with_files: bool = True
    replace: bool = False


@dataclass(frozen=True, slots=True)
class PlannedPacket:
    """A packet that is to be written: whose, where, with which nominations, of which `left` are to be judged.

    `name` is the reviewer's, "" where it stays out of the packet because names are masked.
    """

    reviewer: str
    name: str
    path: Path
    blind: bool
    nominations: tuple[str, ...]
    left: int


def plan_packets(
    edition: Edition, reviewers: Sequence[str], folder: Path, wanted: Wanted
) -> tuple[PlannedPacket, ...]:
    """What is to be written for these reviewers, by their keys; for everybody who has a sheet where none is.

    Whoever has left the panel is left out of everybody. Refusal codes: "reviewer-unknown",
    "reviewer-unknown-but-near", "packet-without-sheets" (reviewer), "reviewer-left" (reviewer),
    "packets-for-nobody", "target-exists" (path) where something is there that is not to be replaced,
    "packet-in-use" (path) for a packet there that has been opened, which is never replaced.
    """
    with edition.store.read() as connection:
        known = queries.reviewer_keys(connection)
        asked = tuple(dict.fromkeys(find_reviewer(reviewer, known) for reviewer in reviewers))
        naming = _Naming(connection, folder, wanted)
        for reviewer in asked:
            naming.check(connection, reviewer)
        planned = [naming.plan(connection, reviewer) for reviewer in asked or naming.serving(known)]
    plan = tuple(packet for packet in planned if packet)
    if not plan:
        raise Refusal("packets-for-nobody")
    for packet in plan:
        _check_place(packet.path, replace=wanted.replace)
    return plan


class _Naming:
    """Names of the packets of one issue."""

    def __init__(self, connection: Connection, folder: Path, wanted: Wanted) -> None:
        self._folder = folder
        self._ending = ENDING + SEALED_ENDING if wanted.sealed else ENDING
        self._blind = is_blind(connection)
        self._issued = packets_of_each(connection)
        self._stated = reviewer_details(connection)
        self._taken: set[str] = set()

    def serving(self, reviewers: Iterable[str]) -> list[str]:
        """Those of the reviewers who have not left."""
        return [key for key in reviewers if key not in self._stated or self._stated[key].standing == SERVING]

    def check(self, connection: Connection, reviewer: str) -> None:
        """Refuse a packet that was asked for, for somebody who has left or has nothing to judge."""
        if not self.serving([reviewer]):
            raise Refusal("reviewer-left", reviewer=reviewer)
        if not queries.queue(connection, reviewer):
            raise Refusal("packet-without-sheets", reviewer=reviewer)

    def plan(self, connection: Connection, reviewer: str) -> PlannedPacket | None:
        """The packet of one reviewer; None for one who has nothing to judge."""
        rows = queries.queue(connection, reviewer)
        if not rows:
            return None
        name = "" if self._blind else self._name(connection, reviewer)
        left = sum(row.state in AT_WORK for row in rows)
        keys = tuple(row.nomination for row in rows)
        return PlannedPacket(reviewer, name, self._path(reviewer, name), self._blind, keys, left)

    def _name(self, connection: Connection, reviewer: str) -> str:
        stated = self._stated.get(reviewer)
        return stated.name if stated else queries.interests(connection, reviewer).name

    def _path(self, reviewer: str, name: str) -> Path:
        """By the reviewer's key and name, and from the second on by its number."""
        number = self._issued[reviewer] + 1
        stem = file_name(f"{reviewer} {name}", self._taken)
        self._taken.add(stem.casefold())
        return self._folder / f"{stem}{f' ({number})' if number > 1 else ''}{self._ending}"


def _check_place(path: Path, *, replace: bool) -> None:
    if path.exists() and not replace:
        raise Refusal("target-exists", path=str(path))
    if path.exists() and holds_work(path):
        raise Refusal("packet-in-use", path=str(path))
