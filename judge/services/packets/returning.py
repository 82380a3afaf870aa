"""The way back: everything that a packet's pen wrote, signed by its key, as one file."""

import dataclasses
from pathlib import Path

from exports.names import file_name
from exports.replacing import replacing
from judge.domain.packet import Handover, OwnPacket
from judge.domain.refusal import Refusal
from judge.domain.sheet import AT_WORK, SheetState
from judge.services.editions.edition import Edition
from judge.services.packets.passphrases import SEALED_ENDING, sealed
from judge.services.targets import told_of_targets
from judge.store.connection import Connection
from judge.store.packets.own import chain_of, seals_of
from judge.store.pens import head_of, seq_of
from judge.store.queries import desk as queries

ENDING = ".judge-return"


def handover(edition: Edition, path: Path | None = None) -> Handover:
    """What a return written now would hold, and where it would lie: beside the packet unless `path` says so.

    Refusal codes: "not-a-packet" (edition), "packet-unopened" (edition), "return-empty" where nothing was
    written in the packet yet.
    """
    own = _own(edition)
    with edition.store.read() as connection:
        return _handover(edition, own, connection, path)


def hand_over(
    edition: Edition, path: Path | None = None, *, replace: bool = False, passphrase: str = ""
) -> Handover:
    """Write the return, beside its place and moved there; another file of its name only with `replace`.

    With a passphrase the file is sealed with it, as a packet may be. Refusal codes: those of `handover`, and
    of `exports.refusal.ExportRefused`.
    """
    from judge.packets.keys import key_from  # noqa: PLC0415 - signing takes longer to load than a desk does
    from judge.packets.return_file import Seal, write_return  # noqa: PLC0415 - likewise
    from judge.packets.return_header import Header  # noqa: PLC0415 - likewise

    own = _own(edition)
    with edition.store.read() as connection:
        told = _handover(edition, own, connection, path)
        entries = chain_of(connection, own.pen)
        seals = {head.seq: signature for head, signature in seals_of(connection, own.pen)}
        end = head_of(connection, own.pen)
    key = key_from(own.secret_key)
    # What is not submitted yet is sealed here, so that all that goes back is.
    seals.setdefault(end.seq, key.seal(edition.id, end))
    header = Header(edition.id, own.id, own.reviewer, own.pen, own.public_key, edition.now())
    content = write_return(header, entries, [Seal(*one) for one in sorted(seals.items())], key.sign)
    if passphrase:
        content = sealed(content, passphrase)
        told = dataclasses.replace(told, path=str(path or f"{told.path}{SEALED_ENDING}"))
    with told_of_targets(), replacing(Path(told.path), replace=replace) as file:
        file.write(content)
    return told


def _own(edition: Edition) -> OwnPacket:
    own = edition.packet
    if own is None:
        raise Refusal("not-a-packet", edition=edition.store.name)
    if not own.pen:
        raise Refusal("packet-unopened", edition=edition.store.name)
    return own


def _handover(edition: Edition, own: OwnPacket, connection: Connection, path: Path | None) -> Handover:
    from judge.packets.keys import fingerprint  # noqa: PLC0415 - likewise

    count = seq_of(connection, own.pen)
    if not count:
        raise Refusal("return-empty")
    states = [row.state for row in queries.queue(connection, own.reviewer)]
    beside = Path(edition.store.name).absolute().parent
    target = path or beside / f"{file_name(own.reviewer, ())}-{own.pen.rpartition('@')[2]}-{count}{ENDING}"
    return Handover(
        path=str(target),
        fingerprint=fingerprint(own.public_key),
        entries=count,
        submitted=states.count(SheetState.SUBMITTED),
        recused=states.count(SheetState.RECUSED),
        left=sum(state in AT_WORK for state in states),
        is_there=target.exists(),
    )
