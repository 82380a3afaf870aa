"""A packet as its own file knows it, and what goes back of it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OwnPacket:
    """What makes a file a packet: its id and the reviewer's key; and its pen, once it has been opened.

    `pen` is "", and both halves of the key are empty, until the first opening.
    """

    id: str
    reviewer: str
    pen: str = ""
    secret_key: bytes = field(default=b"", repr=False)
    public_key: bytes = b""


@dataclass(frozen=True, slots=True)
class Handover:
    """What a return of a packet holds, and where it lies, or would: how many sheets are in which state.

    `entries` are the pen's acts, and `is_there` says that a file of that name is there already.
    """

    path: str
    fingerprint: str
    entries: int
    submitted: int
    recused: int
    left: int
    is_there: bool = False
