"""Which nominations' forms lie beside a file."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from imports.intake.sent import SentFile
from imports.matching import name_key
from imports.reading import OpenedFile
from imports.records import Kind, NominationRecord, Record
from imports.register import KnownNomination, Register

_Identity = tuple[str, str, str, str]


class Beside:
    """The nominations of an import by the folder in which their forms lie."""

    def __init__(self) -> None:
        self._keys: dict[Path, set[str]] = defaultdict(set)
        self._by_identity: dict[_Identity, str] = {}
        self._known = 0

    def remember(self, sent: SentFile, records: Iterable[Record], register: Register) -> None:
        """Take down where the nominations of a file lie, also those that the edition held already."""
        nominated = [record for record in records if isinstance(record, NominationRecord)]
        if not nominated:
            return
        for known in register.nominations[self._known :]:
            self._by_identity[_identity(known)] = known.key
        self._known = len(register.nominations)
        for record in nominated:
            key = self._by_identity.get(_identity(record))
            if key is not None:
                self._keys[sent.path.parent].add(key)

    def of(self, opened: OpenedFile) -> tuple[str, ...]:
        """The keys of the nominations in a scan's own folder; nothing else is told by what lies beside it."""
        if opened.kind is not Kind.SCAN:
            return ()
        return tuple(sorted(self._keys.get(opened.sent.path.parent, ())))


def _identity(one: KnownNomination | NominationRecord) -> _Identity:
    return one.award, name_key(one.body), name_key(one.name), name_key(one.organisation)
