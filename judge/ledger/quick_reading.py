"""What reviewers' acts say, read many at a time: straight from their bytes, in a millionth of a second each.

What is read here is what `Entry.from_bytes` and `read_sheet_act` read, which tests hold it to: bytes are
decoded into the one shape of their kind, and that spelled again must give the same bytes. Whatever is not the
plain case is left to those two.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from judge.ledger import acts
from judge.ledger.canonical import DIGEST_BYTES
from judge.ledger.entry import FORMAT, Entry
from judge.ledger.reading import (
    MarkCleared,
    MarkSet,
    NoteSet,
    SheetAct,
    SheetSubmitted,
    read_sheet_act,
)
from judge.ledger.steps import Step

Payload = TypeVar("Payload")


class Quick(NamedTuple):
    """An entry of a reviewer's, its act read."""

    pen: str
    seq: int
    prev: bytes
    kind: str
    subject: str
    act: SheetAct


# The fields stand in the order of the one spelling, which is the alphabet's.
class _Entry(msgspec.Struct, Generic[Payload], forbid_unknown_fields=True):
    at: str
    format: int
    kind: str
    payload: Payload
    pen: str
    prev: str
    seq: int
    subject: str


class _Mark(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    criterion: str
    on: str
    ticks: int | None
    undoes: str = ""


class _Cleared(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    criterion: str
    on: str
    undoes: str = ""


class _Note(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    criterion: str
    on: str
    text: str
    undoes: str = ""


class _Submission(msgspec.Struct, forbid_unknown_fields=True):
    on: str
    revision: int
    rubric: str


class _NotPlain(ValueError):  # noqa: N818 - says what the bytes are
    pass


def _digest(spelled: str) -> bytes:
    """The digest so spelled, b"" for none."""
    if not spelled:
        return b""
    data = bytes.fromhex(spelled)
    if len(data) != DIGEST_BYTES or data.hex() != spelled:
        raise _NotPlain
    return data


def _marked(said: _Mark, on: bytes) -> SheetAct:
    if not said.undoes:
        return MarkSet(on, said.criterion, said.ticks)
    return MarkSet(on, said.criterion, said.ticks, _digest(said.undoes))


def _cleared(said: _Cleared, on: bytes) -> SheetAct:
    return MarkCleared(on, said.criterion, _digest(said.undoes))


def _noted(said: _Note, on: bytes) -> SheetAct:
    return NoteSet(on, said.criterion, said.text, _digest(said.undoes))


def _submitted(said: _Submission, on: bytes) -> SheetAct:
    if said.revision < 1:
        raise _NotPlain
    return SheetSubmitted(on, said.rubric, said.revision)


class _Shape(NamedTuple):
    """How entries of one kind are decoded, and how what they carry becomes an act."""

    kind: str
    decode: Callable[[bytes], Any]
    act: Callable[[Any, bytes], SheetAct]


_SHAPES: Mapping[bytes, _Shape] = {
    kind.encode(): _Shape(kind, msgspec.json.Decoder(shape).decode, act)
    for kind, shape, act in (
        (acts.MARK_SET, _Entry[_Mark], _marked),
        (acts.MARK_CLEARED, _Entry[_Cleared], _cleared),
        (acts.NOTE_SET, _Entry[_Note], _noted),
        (acts.SHEET_SUBMITTED, _Entry[_Submission], _submitted),
    )
}
_KIND = b'"kind":"'
_encode = msgspec.json.Encoder().encode


def _shape(data: bytes) -> _Shape | None:
    """How the entry is decoded, as far as a glance can say: what was decoded is asked again."""
    at = data.find(_KIND) + len(_KIND)
    return _SHAPES.get(data[at : data.find(b'"', at)])


def quick_read(data: bytes) -> Quick | None:
    """The entry that the bytes are; None where it takes a closer look to say, or where they are none."""
    shape = _shape(data)
    if shape is None:
        return None
    try:
        said = shape.decode(data)
        if said.kind != shape.kind or said.format != FORMAT or said.seq < 1 or _encode(said) != data:
            return None
        prev, act = _digest(said.prev or "none"), shape.act(said.payload, _digest(said.payload.on))
        return Quick(said.pen, said.seq, prev, said.kind, said.subject, act)
    except (ValueError, RecursionError):
        # msgspec's own errors are ValueErrors too.
        return None


def quick_steps(
    entries: Iterable[bytes], pen: str, first: int, after: bytes
) -> Iterator[tuple[bytes, Step | None, str]]:
    """A pen's entries from the `first` on, which follows the one with the digest `after`.

    Each with its digest, its act and its subject; without an act where it takes a closer look to say whether
    it is the next one.
    """
    prev, spelled = after, after.hex()
    for seq, data in enumerate(entries, start=first):
        made = sha256(data).digest()
        step, subject, shape = None, "", _shape(data)
        if shape is not None:
            try:
                said = shape.decode(data)
                follows = said.prev == spelled and said.seq == seq and said.pen == pen
                if follows and said.kind == shape.kind and said.format == FORMAT and _encode(said) == data:
                    on = said.payload.on
                    act = shape.act(said.payload, prev if on == spelled else _digest(on))
                    step, subject = Step(made, pen, seq, shape.kind, act), said.subject
            except (ValueError, RecursionError):
                pass  # As in `quick_read`.
        yield made, step, subject
        prev, spelled = made, made.hex()


def read_step(data: bytes, digest: bytes) -> tuple[str, Step]:
    """An act on a sheet as it is kept, with its subject; Malformed or NotCanonical for anything else."""
    quick = quick_read(data)
    if quick is not None:
        return quick.subject, Step(digest, quick.pen, quick.seq, quick.kind, quick.act)
    entry = Entry.from_bytes(data)
    return entry.subject, Step.of(digest, entry, read_sheet_act(entry))
