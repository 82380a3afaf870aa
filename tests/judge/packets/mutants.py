"""Returns spoilt in every way, by a seed: by accident on their way, and on purpose by whoever has the key.

A mutant says what was done to it; none may be taken, not even in part.
"""

import itertools
import random
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.chain import Head
from judge.packets.keys import Key
from judge.packets.return_file import FORMAT, MAGIC, Seal, read_return, write_return
from tests.judge.packets.returns import AT, Hand


class Mutant(NamedTuple):
    """A spoilt return, and how it was spoilt."""

    deed: str
    data: bytes


@dataclass
class World:
    """What whoever spoils a return has at hand: returns of two reviewers with their keys, and the rules.

    `sheets` are nominations that are assigned to both, `unassigned` one that is not.
    """

    hand: Hand
    other: Hand
    sheets: Sequence[str]
    unassigned: str
    rubric: str
    chance: random.Random = field(default_factory=random.Random)

    @property
    def good(self) -> bytes:
        return self.hand.send()


Spoil = Callable[[World], bytes]


def mutants(world: World, seed: int, count: int) -> Iterator[Mutant]:
    """So many mutants, the same for the same seed; every way of spoiling comes in turn."""
    world.chance = random.Random(seed)  # noqa: S311 - a series that can be repeated, not a secret
    deeds = sorted(_DEEDS)
    for number in range(count):
        deed = deeds[number % len(deeds)]
        yield Mutant(deed, _DEEDS[deed](world))


# On its way.


def _flipped(world: World) -> bytes:
    data = bytearray(world.good)
    places = world.chance.sample(range(len(data) * 8), world.chance.randint(1, 9))
    for place in places:
        data[place // 8] ^= 1 << place % 8
    return bytes(data)


def _truncated(world: World) -> bytes:
    return world.good[: world.chance.randrange(len(world.good))]


def _extended(world: World) -> bytes:
    return world.good + world.chance.randbytes(world.chance.randint(1, 400))


def _beheaded(world: World) -> bytes:
    return world.good[world.chance.randint(1, len(world.good) - 1) :]


def _overwritten(world: World) -> bytes:
    data = bytearray(world.good)
    start = world.chance.randrange(len(data) - 1)
    length = world.chance.randint(1, 64)
    old = bytes(data[start : start + length])
    new = world.chance.randbytes(len(old))
    data[start : start + length] = new if new != old else bytes(b ^ 1 for b in old)
    return bytes(data)


def _as_text(world: World) -> bytes:
    """As a program for texts changes ends of lines, or loses the eighth bit."""
    return world.chance.choice(
        [
            world.good.replace(b"\r\n", b"\n"),
            world.good.replace(b"\n", b"\r\n"),
            bytes(byte & 0x7F for byte in world.good),
            world.good.decode("latin-1").encode("utf-8"),
        ]
    )


def _other_lengths(world: World) -> bytes:
    """A record that claims another length, short, long or beyond all limits."""
    data, starts = bytearray(world.good), _record_starts(world.good)
    at = world.chance.choice(starts)
    (length,) = struct.unpack_from(">I", data, at + 1)
    claimed = world.chance.choice([0, length + 1, max(0, length - 1), 2**31, 2**32 - 1, 300_000])
    struct.pack_into(">I", data, at + 1, claimed if claimed != length else length + 2)
    return bytes(data)


def _reordered_unsigned(world: World) -> bytes:
    """Records in another order, dropped or doubled, under the old signature."""
    data = world.good
    starts = [*_record_starts(data), len(data)]
    records = [data[a:b] for a, b in itertools.pairwise(starts)]
    head, body, signature = data[: starts[0]], records[:-1], records[-1]
    return head + b"".join(_shuffled(world, body)) + signature


def _spliced(world: World) -> bytes:
    """The beginning of one return and the end of another."""
    ours, theirs = world.good, world.other.send()
    cut = world.chance.choice(_record_starts(ours))
    paste = world.chance.choice(_record_starts(theirs))
    return ours[:cut] + theirs[paste:]


# By whoever has the key: every such return has a signature that holds.


def _other_version(world: World) -> bytes:
    version = world.chance.choice([0, FORMAT + 1, FORMAT + 7, 65535])
    told = MAGIC + struct.pack(">H", version) + world.good[len(MAGIC) + 2 : -64]
    return told + world.hand.key.sign(told)


def _unsigned(world: World) -> bytes:
    return world.good[:-64] + world.chance.choice([bytes(64), world.chance.randbytes(64)])


def _signed_by_another(world: World) -> bytes:
    return world.good[:-64] + world.other.key.sign(world.good[:-64])


def _reordered(world: World) -> bytes:
    returned = read_return(world.good)
    return world.hand.sign(returned.header, _shuffled(world, list(returned.entries)), returned.seals)


def _foreign_edition(world: World) -> bytes:
    """A whole return of another edition; or one whose head says so."""
    hand = Hand(world.hand.reviewer, f"edition-{world.chance.random()}", world.hand.key, world.hand.packet)
    if world.chance.random() < 0.5:
        hand.mark(world.sheets[0], "process", 3)
        return hand.send()
    returned = read_return(world.good)
    return world.hand.sign(replace(returned.header, edition=hand.edition), returned.entries, returned.seals)


def _other_reviewer(world: World) -> bytes:
    """One reviewer's key in another's name, pen or packet."""
    key, other = world.hand.key, world.other
    wrongs: list[Callable[[], bytes]] = [
        lambda: _wholly(other.reviewer, key, world, other.packet),
        lambda: _wholly(other.reviewer, key, world, world.hand.packet),
        lambda: _wholly(world.hand.reviewer, key, world, other.packet),
        lambda: _wholly("R·none", key, world, world.hand.packet),
        lambda: _headed(world, reviewer=other.reviewer),
        lambda: _headed(world, pen=f"{world.hand.reviewer}@edition"),
        lambda: _headed(world, pen=other.pen, reviewer=other.reviewer, public_key=other.key.public),
        lambda: _headed(world, packet="no-such-packet"),
    ]
    return world.chance.choice(wrongs)()


def _wholly(reviewer: str, key: Key, world: World, packet: str) -> bytes:
    hand = Hand(reviewer, world.hand.edition, key, packet)
    hand.mark(world.sheets[0], "process", 3)
    return hand.send()


def _headed(world: World, **changed: object) -> bytes:
    returned = read_return(world.good)
    header = replace(returned.header, **changed)  # type: ignore[arg-type]  # any field of it
    return world.hand.sign(header, returned.entries, returned.seals)


def _other_place(world: World) -> bytes:
    """Entries that claim to stand later in the chain than they do, or to follow what is not here."""
    first = world.chance.randint(2, 9)
    if world.chance.random() < 0.5:
        return _headed(world, first=first)
    head = Head(world.hand.pen, first - 1, world.chance.randbytes(32))
    return _chain(world, [_mark(world)], head)


def _nonsense_head(world: World) -> bytes:
    """A header that is no header, signed."""
    start = len(MAGIC) + 2
    length = int.from_bytes(world.good[start : start + 4], "big")
    head = world.good[start + 4 : start + 4 + length]
    spoilt = world.chance.choice(
        [
            b"{}",
            b"",
            head[:-1],
            b" " + head,
            head.replace(b'"seals":', b'"seals":-'),
            head.replace(b'"entries":', b'"entries":1'),
            head.replace(b'"edition"', b'"issue"'),
            head.replace(b'"packet":"', b'"packet":["').replace(b'"pen"', b'],"pen"'),
            b"[" * 10_000,
            b"x" * 20_000,
        ]
    )
    told = world.good[:start] + struct.pack(">I", len(spoilt)) + spoilt + world.good[start + 4 + length : -64]
    return told + world.hand.key.sign(told)


def _nonsense_entry(world: World) -> bytes:
    """An entry that is none, or spelled otherwise, in its place."""
    returned = read_return(world.good)
    entries = list(returned.entries)
    place = world.chance.randrange(len(entries))
    entries[place] = world.chance.choice(
        [
            b"",
            b"{}",
            b"null",
            b"[" * 3000,
            b"\xff\xfe",
            world.chance.randbytes(40),
            entries[place].replace(b'{"at"', b'{ "at"'),
            entries[place].replace(b'"seq":', b'"seq":0'),
            entries[place].replace(b'"format":1', b'"format":2'),
            entries[place][:-1] + b',"x":1}',
        ]
    )
    return world.hand.sign(returned.header, entries, returned.seals)


def _other_seals(world: World) -> bytes:
    """Seals by another key, over something else, over nothing; or none at the end."""
    returned = read_return(world.good)
    last = returned.header.first - 1 + len(returned.entries)
    other = [
        [Seal(seal.seq, world.chance.randbytes(64)) for seal in returned.seals],
        [Seal(seal.seq % last + 1, seal.signature) for seal in returned.seals],
        [*returned.seals, Seal(last + world.chance.randint(1, 9), returned.seals[-1].signature)],
        [*returned.seals, Seal(0, bytes(64))],
        [*returned.seals, Seal(2**64 - 1, bytes(64))],
        [Seal(last, world.other.key.seal(world.hand.edition, world.hand.head))],
    ]
    return world.hand.sign(returned.header, returned.entries, world.chance.choice(other))


# By whoever has the key and writes a chain that holds, of acts that may not be.


def _chain(world: World, written: Sequence[tuple[str, str, acts.Payload]], head: Head | None = None) -> bytes:
    """A return that goes on where the reviewer's own ends, or at `head`, by (kind, subject, payload)."""
    hand = world.hand
    at = head or hand.head
    header = replace(hand.header(), first=at.seq + 1)
    entries = []
    for kind, subject, payload in written:
        one, at = at.next(kind, subject, payload, AT)
        entries.append(one.data)
    return write_return(header, entries, [], hand.key.sign)


def _mark(world: World, **changed: Value) -> tuple[str, str, acts.Payload]:
    nomination = world.chance.choice(world.sheets)
    payload = {**acts.mark_set(world.hand.on(nomination), "process", 3), **changed}
    return acts.MARK_SET, acts.sheet_subject(nomination, world.hand.reviewer), payload


def _forbidden(world: World) -> bytes:
    """One act that its reviewer could not do, behind some that they could."""
    hand = world.hand
    on, reviewer = hand.on(world.sheets[0]), hand.reviewer
    own = acts.sheet_subject(world.sheets[0], reviewer)
    marks = {"process": 3}
    filed = acts.sheet_filed(on, reviewer, world.rubric, marks, complete=False, revision=1)
    nowhere = world.chance.randbytes(32)
    forbidden: list[tuple[str, str, Mapping[str, Value]]] = [
        _mark(world, ticks=10_000),
        _mark(world, ticks=-1),
        _mark(world, ticks=None),
        _mark(world, criterion="no-such"),
        _mark(world, on=nowhere.hex()),
        (acts.MARK_SET, acts.sheet_subject(world.unassigned, reviewer), acts.mark_set(b"", "process", 3)),
        (acts.MARK_SET, acts.sheet_subject(world.sheets[0], "R02"), acts.mark_set(b"", "process", 3)),
        (acts.MARK_SET, "sheet/none/none/none", acts.mark_set(b"", "process", 3)),
        (acts.SHEET_SUBMITTED, own, acts.sheet_submitted(on, world.rubric, 1)),
        (acts.SHEET_SUBMITTED, own, acts.sheet_submitted(on, "ab" * 32, 1)),
        (acts.SHEET_RECUSED, own, acts.sheet_recused(on, "  ")),
        (acts.SHEET_RETURNED, own, acts.sheet_returned(on, "请核对")),
        (acts.SHEET_FILED, own, filed),
        (acts.CONFLICT_DENIED, own, acts.conflict_denied(on, [], "没有")),
        (acts.SETTING_CHANGED, acts.setting_subject("blind"), acts.setting_changed("yes", "")),
        (acts.RULING_MADE, acts.nomination_subject(world.sheets[0]), acts.ruling_made("closed", {}, "x")),
        ("sheet.burnt", own, {"on": on.hex()}),
    ]  # fmt: skip
    return _chain(world, [world.chance.choice(forbidden)])


def _past_its_own(world: World) -> bytes:
    """An act that does not know what its pen did before on the same sheet."""
    subject = acts.sheet_subject(world.sheets[0], world.hand.reviewer)
    return _chain(world, [(acts.MARK_SET, subject, acts.mark_set(b"", "process", 4))])


def _complete_then_forbidden(world: World) -> bytes:
    """A sheet handed in by the rules, then marked as if it were not."""
    nomination = world.sheets[1]
    subject = acts.sheet_subject(nomination, world.hand.reviewer)
    at, on, entries = world.hand.head, world.hand.on(nomination), []
    for criterion in ("alignment", "process", "tools", "results", "participation", "sharing"):
        one, at = at.next(acts.MARK_SET, subject, acts.mark_set(on, criterion, 5), AT)
        on = one.digest
        entries.append(one.data)
    submitted, at = at.next(acts.SHEET_SUBMITTED, subject, acts.sheet_submitted(on, world.rubric, 1), AT)
    late, at = at.next(acts.MARK_SET, subject, acts.mark_set(submitted.digest, "process", 6), AT)
    header = replace(world.hand.header(), first=world.hand.head.seq + 1)
    return write_return(header, [*entries, submitted.data, late.data], [], world.hand.key.sign)


def _record_starts(data: bytes) -> list[int]:
    at = len(MAGIC) + 2
    at += 4 + int.from_bytes(data[at : at + 4], "big")
    starts = []
    while at < len(data):
        starts.append(at)
        at += 5 + int.from_bytes(data[at + 1 : at + 5], "big")
    return starts


def _shuffled(world: World, pieces: list[bytes]) -> list[bytes]:
    """The pieces in another order, one missing, or one twice."""
    changed = list(pieces)
    deed = world.chance.randrange(3)
    place = world.chance.randrange(len(changed) - 1)
    if deed == 0:
        changed[place], changed[place + 1] = changed[place + 1], changed[place]
    elif deed == 1:
        del changed[place]
    else:
        changed.insert(place, changed[place])
    return changed


_DEEDS: Mapping[str, Spoil] = {
    "flipped": _flipped,
    "truncated": _truncated,
    "extended": _extended,
    "beheaded": _beheaded,
    "overwritten": _overwritten,
    "as-text": _as_text,
    "other-lengths": _other_lengths,
    "reordered-unsigned": _reordered_unsigned,
    "spliced": _spliced,
    "other-version": _other_version,
    "unsigned": _unsigned,
    "signed-by-another": _signed_by_another,
    "reordered": _reordered,
    "foreign-edition": _foreign_edition,
    "other-reviewer": _other_reviewer,
    "other-place": _other_place,
    "nonsense-head": _nonsense_head,
    "nonsense-entry": _nonsense_entry,
    "other-seals": _other_seals,
    "forbidden": _forbidden,
    "past-its-own": _past_its_own,
    "handed-in-then-marked": _complete_then_forbidden,
}
