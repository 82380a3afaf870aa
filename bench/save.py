"""One mark, durable: the desk's whole save against one bare SQLAlchemy Core upsert, both WAL and FULL."""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Column, Integer, MetaData, Table, Text, create_engine, event
from sqlalchemy.dialects.sqlite import insert

from bench.season import one_sheet
from bench.verdict import tell
from judge.domain.sheet import Mark
from judge.services.sheets.desk import Desk

SAVES = 3000
BLOCK = 100
"""Saves of one kind in a row, so that both meet the same moods of the disk."""
AT_MOST = {"p50": 2.5, "p99": 3.0}


def main() -> bool:
    """Time both in turn, print their percentiles and ratios, and hold these to their bounds."""
    with tempfile.TemporaryDirectory() as folder:
        ours, bare = _desk(Path(folder)), _bare(Path(folder))
        times: dict[str, list[float]] = {"judge": [], "bare": []}
        for _ in range(SAVES // BLOCK):
            times["judge"] += _time(ours)
            times["bare"] += _time(bare)
    (our50, our99), (bare50, bare99) = (_percentiles(times[name]) for name in ("judge", "bare"))
    said = (
        f"save: judge p50 {our50 * 1e3:.2f} ms p99 {our99 * 1e3:.2f} ms,"
        f" bare upsert p50 {bare50 * 1e3:.2f} ms p99 {bare99 * 1e3:.2f} ms"
    )
    return tell(said, {"p50": our50 / bare50, "p99": our99 / bare99}, AT_MOST)


def _time(save: Callable[[], None]) -> list[float]:
    times = []
    for _ in range(BLOCK):
        started = time.perf_counter()
        save()
        times.append(time.perf_counter() - started)
    return times


def _percentiles(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]


def _desk(folder: Path) -> Callable[[], None]:
    edition, nomination, reviewer = one_sheet(folder)
    desk = Desk(edition, reviewer)
    state = {"revision": 0}

    def save() -> None:
        mark = Mark(state["revision"] % 21)
        state["revision"] = desk.set_mark(nomination, "alignment", mark, state["revision"]).revision

    return save


def _bare(folder: Path) -> Callable[[], None]:
    engine = create_engine(f"sqlite:///{folder / 'bare.db'}")
    event.listen(engine, "connect", _durable)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    metadata = MetaData()
    mark = Table(
        "mark",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("ticks", Integer),
        Column("by", Text),
    )
    metadata.create_all(engine)
    upsert = insert(mark)
    upsert = upsert.on_conflict_do_update(index_elements=["id"], set_={"ticks": upsert.excluded.ticks})
    state = {"n": 0}

    def save() -> None:
        state["n"] += 1
        with engine.begin() as connection:
            connection.execute(upsert, {"id": state["n"] % 6, "ticks": state["n"] % 21, "by": "R01"})

    return save


def _durable(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


if __name__ == "__main__":
    sys.exit(not main())
