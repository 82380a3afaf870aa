"""Returns merged against a bare bulk insert of the same entries, with their digests and signature checks.

The peer has every entry's columns at hand, hashes its bytes, verifies each return's signature and each seal
with the same library, and appends the entries to the same table with the same index and triggers, a
transaction a return; it knows no chain, no sheet and no mark. Seconds are the processor's: both wait alike
for the disk, and a busy machine would decide the ratio otherwise.
"""

import gc
import hashlib
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from nacl.signing import VerifyKey

from bench.post import Season, key_of
from bench.verdict import tell
from judge.ledger.chain import Head
from judge.ledger.seal import sealed_bytes
from judge.packets.chain import chained
from judge.packets.keys import fingerprint
from judge.packets.return_file import read_return
from judge.services.editions.edition import open_edition
from judge.services.packets.merging import Merging, merge

PACKETS, SHEETS, MARKS, PER_NOMINATION = 200, 500, 8, 10
AT_MOST = {"time": 2.0}

_INSERT = "INSERT INTO entry (pen, seq, digest, kind, subject, data) VALUES (?, ?, ?, ?, ?, ?)"


def main(packets: int = PACKETS) -> bool:
    """Merge all returns both ways, print the figures, and hold them to the bound."""
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as theirs:
        folder = Path(made)
        season = Season(folder, packets, SHEETS, PER_NOMINATION)
        files = []
        for reviewer, content in season.returns(MARKS):
            files.append(folder / f"{reviewer}.return")
            files[-1].write_bytes(content)
        season.edition.close()
        bare = Path(theirs, "bare.judge")
        shutil.copyfile(season.edition.store.name, bare)
        bare_seconds = sum(_insert(bare, file) for file in files)
        keys = frozenset(fingerprint(key_of(number).public) for number in range(1, packets + 1))
        judge_seconds = _seconds(lambda: _merge(season.edition.store.name, files, keys))
    entries = packets * SHEETS * (MARKS + 1)
    said = (
        f"merge: judge {judge_seconds:.2f} s, bare insert {bare_seconds:.2f} s ({packets} returns,"
        f" {entries} entries, {packets * SHEETS} seals)"
    )
    return tell(said, {"time": judge_seconds / bare_seconds}, AT_MOST)


def _seconds(work: Callable[[], None]) -> float:
    gc.collect()
    # Neither shall pay for looking through what was made beforehand, again and again.
    gc.freeze()
    started = time.process_time()
    work()
    took = time.process_time() - started
    gc.unfreeze()
    return took


def _merge(location: str, files: Sequence[Path], keys: frozenset[str]) -> None:
    edition = open_edition(location)
    report = merge(edition, files, Merging(confirmed=keys))
    assert not report.refused, report.refused[0].refusal  # noqa: S101 - a bench of nothing would be fast
    edition.close()


def _insert(bare: Path, file: Path) -> float:
    """Seconds that the peer takes for one return; what it is given beforehand is not counted."""
    data = file.read_bytes()
    returned = read_return(data)
    header, chain = returned.header, chained(returned)
    entries = [
        (link.step.pen, link.step.seq, link.step.kind, link.subject, link.data) for link in chain.links
    ]
    seals = [
        (
            sealed_bytes(header.edition, Head(header.pen, seal.seq, chain.links[seal.seq - 1].step.digest)),
            seal.signature,
        )
        for seal in returned.seals
    ]
    del chain, returned
    return _seconds(lambda: _bare(bare, header.public_key, data, entries, seals))


def _bare(
    bare: Path,
    public_key: bytes,
    data: bytes,
    entries: Sequence[tuple[str, int, str, str, bytes]],
    seals: Sequence[tuple[bytes, bytes]],
) -> None:
    key = VerifyKey(public_key)
    key.verify(data[:-64], data[-64:])
    for message, signature in seals:
        key.verify(message, signature)
    rows = [
        (pen, seq, hashlib.sha256(said).digest(), kind, subject, said)
        for pen, seq, kind, subject, said in entries
    ]
    connection = sqlite3.connect(bare, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(_INSERT, rows)
    connection.execute("COMMIT")
    connection.close()


if __name__ == "__main__":
    sys.exit(not main(*map(int, sys.argv[1:])))
