"""Where an import lays down what it has read, so that its memory does not grow with the number of files."""

import dataclasses
import io
import pickle
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Generic, TypeVar, overload

Thing = TypeVar("Thing")

ROOM = 32 << 20
"""Bytes of small things that stay in memory: some thousands of forms."""


class _Pickler(pickle.Pickler):
    """Spells read-only mappings too, and records by their fields, several times faster than they do it."""

    def reducer_override(self, thing: object) -> Any:  # noqa: ANN401 - what pickle asks for
        """How a thing is made again."""
        kind = type(thing)
        if kind is MappingProxyType:
            return _read_only, (dict(thing),)  # type: ignore[call-overload]  # it is a mapping
        getter = _fields_of(kind)
        return NotImplemented if getter is None else (kind, getter(thing))


def _read_only(mapping: dict[object, object]) -> Mapping[object, object]:
    return MappingProxyType(mapping)


_Getter = Callable[[object], tuple[object, ...]]
_GETTERS: dict[type, _Getter | None] = {}


def _fields_of(kind: type) -> _Getter | None:
    """What gives the fields of a record of several; None for any other thing."""
    if kind not in _GETTERS:
        names = [field.name for field in dataclasses.fields(kind)] if dataclasses.is_dataclass(kind) else []
        _GETTERS[kind] = attrgetter(*names) if len(names) > 1 else None
    return _GETTERS[kind]


class SpoolFullError(OSError):
    """There is no room left where an import lays things down."""


class Spool:
    """A temporary folder of this process alone; it goes when the last that refers to it goes.

    Nothing but what this process wrote is ever unpickled: the folder is open to its user only. Small things
    stay in memory while there is `room` for them, in bytes.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self.folder = Path(tempfile.mkdtemp(prefix="judge-import-"))
        self._things = (self.folder / "things").open("w+b")
        self._end = 0
        self._files = 0
        self.close = weakref.finalize(self, _clear, self.folder, self._things)
        """Clear everything away at once; what nobody refers to any more is cleared away by itself."""

    def path(self, suffix: str = "") -> Path:
        """Where a new file may be laid down."""
        self._files += 1
        return self.folder / f"{self._files}{suffix}"

    def hold(self, thing: Thing, size: int) -> "Held[Thing] | Kept[Thing]":
        """Keep a thing of about `size` bytes in memory; lay it down where there is no room left."""
        if size > self._room:
            return self.keep(thing)
        self._room -= size
        return Held(thing)

    def keep(self, thing: Thing) -> "Kept[Thing]":
        """Lay a thing down, to be taken up again any number of times."""
        buffer = io.BytesIO()
        _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(thing)
        content = buffer.getvalue()
        self._write(content)
        kept: Kept[Thing] = Kept(self, self._end, len(content))
        self._end += len(content)
        return kept

    def _write(self, content: bytes) -> None:
        try:
            self._things.seek(self._end)
            self._things.write(content)
        except OSError as error:
            raise SpoolFullError(error.errno, error.strerror, str(self.folder)) from error

    def shelve(self, *rows: Sequence[Any]) -> "tuple[Shelf[Any], ...]":
        """Lay rows of things down together; things that stand in several are laid down once."""
        kept = self.keep(tuple(map(tuple, rows)))
        return tuple(Shelf(kept, number, len(row)) for number, row in enumerate(rows))

    def read(self, start: int, length: int) -> object:
        """What was laid down at `start`."""
        self._things.seek(start)
        return pickle.loads(self._things.read(length))  # noqa: S301 - see the class


def _clear(folder: Path, things: IO[bytes]) -> None:
    things.close()
    shutil.rmtree(folder, ignore_errors=True)


class Held(Generic[Thing]):
    """A thing that stays in memory."""

    __slots__ = ("_thing",)

    def __init__(self, thing: Thing) -> None:
        self._thing = thing

    def take(self) -> Thing:
        """The thing itself."""
        return self._thing


class Kept(Generic[Thing]):
    """A thing laid down in a spool."""

    __slots__ = ("_length", "_spool", "_start")

    def __init__(self, spool: Spool, start: int, length: int) -> None:
        self._spool, self._start, self._length = spool, start, length

    def take(self) -> Thing:
        """The thing, made anew."""
        thing: Thing = self._spool.read(self._start, self._length)  # type: ignore[assignment]  # what was kept
        return thing


class Shelf(Sequence[Thing]):
    """A row of things laid down; each look takes them all up and keeps none."""

    __slots__ = ("_kept", "_length", "_number")

    def __init__(self, kept: Kept[tuple[tuple[Thing, ...], ...]], number: int, length: int) -> None:
        self._kept, self._number, self._length = kept, number, length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> Thing: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Thing]: ...
    def __getitem__(self, at: int | slice) -> Thing | Sequence[Thing]:
        return self._things()[at]

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._things())

    def _things(self) -> tuple[Thing, ...]:
        return self._kept.take()[self._number] if self._length else ()
