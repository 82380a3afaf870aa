"""What was concluded from a nomination's papers, as the bytes that a packet keeps; exact both ways."""

from collections.abc import Sequence
from typing import cast

from sqlalchemy import Connection, select

from judge.domain.conclusions import Conclusions
from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.desk import GateFinding, Ground, GroundCode, Outcome, ShownField
from judge.domain.revision import FieldChange
from judge.ledger.canonical import Value, decode, encode
from judge.ledger.particles import text
from judge.store.tables import nomination, packet_page
from rubrics.model import Text

Spelled = Sequence[Value]


def conclusions_bytes(concluded: Conclusions) -> bytes:
    """Canonical bytes of conclusions."""
    return encode(
        {
            "changes": [[*map(_plain, _change(change))] for change in concluded.changes],
            "conflicts": [[c.ground.value, c.said, c.label] for c in concluded.conflicts],
            "gates": [_gate(finding) for finding in concluded.gates],
        }
    )


def conclusions_from(data: bytes) -> Conclusions:
    """The conclusions that `conclusions_bytes` kept."""
    kept = cast("dict[str, Sequence[Spelled]]", decode(data))
    return Conclusions(
        tuple(map(_gate_from, kept["gates"])),
        tuple(map(_change_from, kept["changes"])),
        tuple(
            Conflict(ConflictGround(text(ground)), text(said), text(label))
            for ground, said, label in kept["conflicts"]
        ),
    )


def kept_conclusions(connection: Connection, nomination_key: str, revision: int) -> Conclusions:
    """What a packet keeps of one revision of a nomination that is in it."""
    asked = (
        select(packet_page.c.concluded)
        .join(nomination, nomination.c.id == packet_page.c.nomination_id)
        .where(nomination.c.key == nomination_key, packet_page.c.revision == revision)
    )
    return conclusions_from(connection.execute(asked).scalar_one())


def _change(change: FieldChange) -> tuple[str | tuple[str, ...], ...]:
    texts = (change.key, change.label, change.old, change.new)
    return (*texts, change.added, change.gone, change.moved)


def _plain(value: str | tuple[str, ...]) -> Value:
    return list(value) if isinstance(value, tuple) else value


def _change_from(spelled: Spelled) -> FieldChange:
    key, label, old, new, *lists = spelled
    added, gone, moved = (tuple(map(text, cast("Spelled", items))) for items in lists)
    return FieldChange(text(key), text(label), text(old), text(new), added, gone, moved)


def _gate(finding: GateFinding) -> Value:
    evidence = [[field.key, field.label, field.written] for field in finding.evidence]
    grounds = [[ground.code.value, _what(ground.what), ground.said] for ground in finding.grounds]
    return [finding.gate, finding.outcome.value, evidence, grounds]


def _what(what: str | Text) -> Value:
    return [what.zh, what.en] if isinstance(what, Text) else what


def _gate_from(spelled: Spelled) -> GateFinding:
    gate, outcome, evidence, grounds = spelled
    return GateFinding(
        text(gate),
        Outcome(text(outcome)),
        tuple(ShownField(*map(text, field)) for field in cast("Sequence[Spelled]", evidence)),
        tuple(map(_ground_from, cast("Sequence[Spelled]", grounds))),
    )


def _ground_from(spelled: Spelled) -> Ground:
    code, what, said = spelled
    named = what if isinstance(what, str) else Text(*map(text, cast("Spelled", what)))
    return Ground(GroundCode(text(code)), named, text(said))
