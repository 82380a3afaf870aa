"""A sealed packet unpacked beside itself, once: work done in the unpacked one is never overwritten."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from exports.replacing import replacing
from judge.domain.refusal import Refusal
from judge.services.packets.passphrases import SEALED_ENDING, unsealed
from judge.services.packets.planning import ENDING
from judge.services.targets import told_of_targets

MOST_BYTES = 2 * 1024**3
"""Of a sealed packet; its files as sent are by far the most of it."""

_OWNER_ALONE = 0o600


@dataclass(frozen=True, slots=True)
class Unpacked:
    """Where the packet lies unsealed; `was_there` where it had been unpacked before and may hold work."""

    path: Path
    was_there: bool


def unpack(packet: Path, passphrase: Callable[[], str]) -> Unpacked:
    """The packet without its seal, beside it; `passphrase` is asked for only where it is not there yet.

    Refusal codes: "packet-too-large" (packet, most), "packet-not-opened" (packet), and those of
    `exports.refusal.ExportRefused`.
    """
    target = packet.with_name(_plain_name(packet.name))
    if target.exists():
        return Unpacked(target, was_there=True)
    if packet.stat().st_size > MOST_BYTES:
        raise Refusal("packet-too-large", packet=str(packet), most=MOST_BYTES // 1024**2)
    content = unsealed(packet.read_bytes(), passphrase(), str(packet))
    with told_of_targets(), replacing(target, replace=False) as file:
        file.write(content)
    target.chmod(_OWNER_ALONE)
    return Unpacked(target, was_there=False)


def _plain_name(name: str) -> str:
    """The name without its seal's ending; one that names no edition gets an edition's."""
    plain = name[: -len(SEALED_ENDING)] if name.lower().endswith(SEALED_ENDING) else name
    return plain if plain != name and plain.lower().endswith(ENDING) else f"{plain}{ENDING}"
