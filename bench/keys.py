"""From key to painted and to saved at the desk, in a real pseudo-terminal, against a bare table's cursor.

With 10,000 nominations in the reviewer's queue, and with 100,000: the size of an edition may not be felt.
"""

import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from bench.season import edition_with
from bench.typist import Typist
from bench.verdict import Ratios, tell
from judge.services.sheets.assigning import assign, plan_assignments

FEW, MANY = 10_000, 100_000
PRESSES, SAVES = 300, 120
PEER_ROWS = 2000
AT_MOST: Ratios = {"painted": 2.7, "painted p99": 5.5, "at 100,000": 1.2}
"""16 and 33 ms beside the 6 ms that a bare table's cursor takes on the machine of the first measurements."""
_DOWN, _UP, _SAVED = b"\x1b[B", b"\x1b[A", "✓".encode()


class Felt(NamedTuple):
    """Seconds from a key to its frame, and from Enter to the sign for saved."""

    painted: list[float]
    saved: list[float]


def main() -> bool:
    """Print milliseconds at the desk and at the table, and hold the ratios to their bounds."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (_edition(Path(folder), count) for count in (FEW, MANY))
        bare = _table()
        felt, felt_in_many = _desk(few), _desk(many)
    said = (
        f"keys: painted p50 {_ms(felt.painted, 50)} p99 {_ms(felt.painted, 99)} ms,"
        f" saved p99 {_ms(felt.saved, 99)} ms;"
        f" with 100,000 {_ms(felt_in_many.painted, 50)}, {_ms(felt_in_many.painted, 99)},"
        f" {_ms(felt_in_many.saved, 99)} ms; bare table p50 {_ms(bare, 50)} p99 {_ms(bare, 99)} ms"
    )
    ratios = {
        "painted": _at(felt.painted, 50) / _at(bare, 50),
        "painted p99": _at(felt.painted, 99) / _at(bare, 50),
        "at 100,000": _at(felt_in_many.painted, 50) / _at(felt.painted, 50),
    }
    return tell(said, ratios, AT_MOST)


def _edition(folder: Path, nominations: int) -> Path:
    place = folder / f"{nominations}"
    place.mkdir()
    edition = edition_with(place, nominations, 1)
    assign(edition, plan_assignments(edition, 1))
    edition.close()
    return place / "bench.judge"


def _desk(edition: Path) -> Felt:
    program = "from judge.cli.main import main; main()"
    with Typist(["-c", program, "score", str(edition), "--as", "R0001"]) as typist:
        typist.until(b"Alignment")
        typist.rest(0.5)
        painted = [typist.takes(key) for key, _ in zip(cycle((_DOWN, b"7", b"\x7f", _UP)), range(PRESSES))]
        saved = []
        for number in range(SAVES):
            typist.takes(str(number % 10).encode())
            saved.append(typist.takes(b"\r", _SAVED))
            typist.takes(_UP)
    return Felt(painted, saved)


def _table() -> list[float]:
    with Typist(["-m", "bench.table_app", str(PEER_ROWS)]) as typist:
        typist.until(b"qc-group")
        typist.rest(0.5)
        return [typist.takes(key) for key, _ in zip(cycle((_DOWN, _DOWN, _UP)), range(PRESSES))]


def _at(times: Sequence[float], percent: int) -> float:
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def _ms(times: Sequence[float], percent: int) -> str:
    return f"{_at(times, percent) * 1e3:.1f}"


if __name__ == "__main__":
    sys.exit(not main())
