"""The process that reads ahead: it says what the desk says or nothing, writes nothing, and goes by itself."""

import gzip
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from judge.services.editions.edition import Edition
from judge.services.sheets import forerunner
from judge.services.sheets.desk import Desk
from judge.services.sheets.forerunner import Forerunner
from tests.judge.services.sheets.test_sheets import fill

OLD = Path(__file__).parents[2] / "store" / "data" / "edition-0001.judge.gz"


@contextmanager
def ahead(location: str, reviewer: str = "R01") -> Iterator[Forerunner]:
    """A forerunner, of whose process nothing is left afterwards."""
    runner = Forerunner(location, reviewer)
    process = runner._process
    try:
        yield runner
    finally:
        runner.end()
    assert process is None or process.poll() is not None


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forerunner, "_processors", lambda: 2)
    monkeypatch.setattr(forerunner, "_PATIENCE", 60.0)


def test_it_says_what_the_desk_says(assigned: Edition, location: str) -> None:
    desk = Desk(assigned, "R01")
    first, second, *_ = (item.nomination for item in desk.queue())
    desk.submit(first, fill(desk, first), 1)
    with ahead(location, " r01 ") as runner:
        assert runner.ask("glance", 2) == desk.glance(2)
        assert runner.ask("page", second) == desk.page(second)
        assert runner.ask("page", first) == desk.page(first)
        assert runner.ask("queue") == desk.queue()


def test_what_it_read_ahead_is_said_once_and_then_read_anew(assigned: Edition, location: str) -> None:
    desk = Desk(assigned, "R01")
    first = desk.queue()[0].nomination
    with ahead(location) as runner:
        assert runner.ask("glance", 1) == desk.glance(1)
        assert runner.ask("page", first) == desk.page(first)
        fill(desk, first)
        assert runner.ask("page", first) == desk.page(first)


def test_it_answers_nothing_that_writes(assigned: Edition, location: str) -> None:
    first = Desk(assigned, "R01").queue()[0].nomination
    with ahead(location) as runner:
        assert runner.ask("set_note", first, "", "x", 0) is None
    assert not Desk(assigned, "R01").page(first).sheet.notes


@pytest.mark.parametrize("reviewer", ["R99", ""])
def test_what_the_desk_would_refuse_it_leaves_to_the_desk(
    assigned: Edition, location: str, reviewer: str
) -> None:
    with ahead(location, reviewer) as runner:
        assert runner.ask("glance", 2) is None
        assert runner.ask("queue") is None
    assert assigned.id


def test_an_edition_of_an_older_version_stays_as_it_is(tmp_path: Path) -> None:
    old = tmp_path / "old.judge"
    old.write_bytes(gzip.decompress(OLD.read_bytes()))
    before = old.read_bytes()
    with ahead(str(old)) as runner:
        assert runner.ask("glance", 2) is None
    assert old.read_bytes() == before


def test_one_that_is_slow_is_given_up(
    assigned: Edition, location: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forerunner, "_PATIENCE", 0.001)
    with ahead(location) as runner:
        assert runner.ask("glance", 2) is None
        assert runner._process is None
    assert assigned.id


def test_one_that_talks_nonsense_is_given_up(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nonsense = [sys.executable, "-c", "print('no pickle')"]
    pipe = subprocess.PIPE
    monkeypatch.setattr(forerunner, "_started", lambda: subprocess.Popen(nonsense, stdin=pipe, stdout=pipe))
    with ahead(location) as runner:
        assert runner.ask("glance", 2) is None


@pytest.mark.parametrize("executable", ["", None, "/nowhere/python"])
def test_without_an_interpreter_to_start_nobody_runs_ahead(
    location: str, monkeypatch: pytest.MonkeyPatch, executable: str | None
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    with ahead(location) as runner:
        assert runner.ask("glance", 2) is None


def test_on_one_processor_nobody_runs_ahead(location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forerunner, "_processors", lambda: 1)
    monkeypatch.setattr(forerunner, "_started", lambda: pytest.fail("started"))
    with ahead(location) as runner:
        assert runner.ask("glance", 2) is None


def test_a_folder_that_is_called_like_a_module_is_not_run(
    assigned: Edition, location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = tmp_path / "ran"
    for name in ("judge", "pickle"):
        trap = tmp_path / "here" / name
        trap.mkdir(parents=True)
        trap.joinpath("__init__.py").write_text(f"open({str(ran)!r}, 'w')", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "here")
    with ahead(str(Path(location).absolute()) if "://" not in location else location) as runner:
        assert runner.ask("glance", 2) == Desk(assigned, "R01").glance(2)
    assert not ran.exists()


def test_it_leaves_when_its_asker_is_gone(assigned: Edition, location: str) -> None:
    program = (
        "import os, sys\n"
        "from judge.services.sheets import forerunner\n"
        "forerunner._processors = lambda: 2\n"
        "runner = forerunner.Forerunner(*sys.argv[1:])\n"
        "assert runner.ask('glance', 1)\n"
        "print(runner._process.pid, flush=True)\n"
        "os._exit(0)\n"
    )
    # The pipe that it inherits as its standard error stays open until it has gone, too.
    done = subprocess.run(
        [sys.executable, "-c", program, location, "R01"], capture_output=True, check=True, timeout=60
    )
    assert int(done.stdout) > 0
    assert assigned.id
