"""Where a reviewer was at a desk, kept on this computer; never marks, and never in the way."""

import hashlib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock

from judge.tui.kept_objects import read_object, write_object
from judge.tui.queue_view import Filter, Order


@dataclass(frozen=True, slots=True)
class LastPlace:
    """The nomination and criterion under the cursor, and what the queue showed."""

    nomination: str = ""
    criterion: str = ""
    filter: Filter = Filter.ALL
    order: Order = Order.ASSIGNED


@dataclass
class PlaceBook:
    """Remembers one reviewer's place at one edition, in a file in `folder`; nothing where that is None.

    A file that cannot be read or written is passed over: the desk then opens at the first nomination to do.
    """

    folder: Path | None
    edition: str
    reviewer: str
    _latest: LastPlace | None = None
    _written: LastPlace | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def path(self) -> Path | None:
        """The file; its name tells neither edition nor reviewer."""
        if self.folder is None:
            return None
        whose = hashlib.sha256(f"{self.edition}\0{self.reviewer}".encode()).hexdigest()
        return self.folder / "desks" / f"{whose[:32]}.json"

    def read(self) -> LastPlace:
        """The place as last written."""
        said = read_object(self.path)
        try:
            return LastPlace(
                nomination=_text(said.get("nomination")),
                criterion=_text(said.get("criterion")),
                filter=Filter(_text(said.get("filter"))),
                order=Order(_text(said.get("order"))),
            )
        except ValueError:
            return LastPlace()

    def note(self, place: LastPlace) -> bool:
        """Take a place to be written; whether it is one that is not written yet."""
        self._latest = place
        return self.folder is not None and place != self._written

    def write(self) -> None:
        """Write what was noted last, from whichever thread."""
        with self._lock:
            latest = self._latest
            if latest is not None and latest != self._written:
                write_object(self.path, asdict(latest))
                self._written = latest


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
