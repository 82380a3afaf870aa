"""Editions that somebody else is writing, or that may not be written."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.judge.cli.shell import judge

NOBODY = 65534
needs_rights = pytest.mark.skipif(os.name == "nt", reason="rights of this kind are not Windows'")
HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(edition: Path) -> Iterator[None]:
    """Another process is in the middle of writing the edition."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, edition], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        yield


def test_an_edition_that_is_being_written_can_be_read_and_says_why_it_waits(
    edition: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("judge.store.engine.BUSY_TIMEOUT_MS", 50)
    with held(edition):
        assert judge("rank", edition).code == 0
        assert judge("audit", edition).code == 0
        for papers in (desk / "scores", desk / "forms"):
            said = judge("import", edition, papers)
            assert (said.code, said.out) == (1, "")
            assert said.err == (
                f"{edition} is being written by someone else and did not come free in time; "
                "try again in a moment.\n"
            )
    assert judge("import", edition, desk / "scores").out == "Filed: 72 marks.\n"


@contextmanager
def as_another_user() -> Iterator[None]:
    """The rights of a user who owns nothing; root could write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def closed(edition: Path, desk: Path) -> Iterator[Path]:
    """A folder with an edition and a table that others may read and not write."""
    # Not below pytest's folder, which no other user may enter.
    with tempfile.TemporaryDirectory(prefix="judge-rights-") as name:
        folder = Path(name)
        shutil.copy(edition, folder)
        shutil.copy(desk / "scores" / "R01.csv", folder)
        (folder / "open").mkdir()
        (folder / "open").chmod(0o777)
        shutil.copy(edition, folder / "open")
        (folder / "open" / edition.name).chmod(0o666)
        (folder / edition.name).chmod(0o444)
        # What commands import when first used, another user may not be able to read.
        assert judge("import", edition, folder / "R01.csv", "--dry-run").code == 0
        assert judge("export", edition, edition.with_name("book.xlsx")).code == 0
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@needs_rights
def test_an_edition_that_may_not_be_written_says_so(closed: Path) -> None:
    kept = closed / "2019.judge"
    before = kept.read_bytes()
    with as_another_user():
        said = judge("import", kept, closed / "R01.csv")
    assert (said.code, said.out) == (1, "")
    assert said.err == f"{kept} may not be written; check the rights on the file and its folder.\n"
    assert kept.read_bytes() == before


@needs_rights
def test_a_workbook_that_may_not_be_written_says_so(closed: Path) -> None:
    target = closed / "book.xlsx"
    with as_another_user():
        said = judge("export", closed / "open" / "2019.judge", target)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{target} cannot be written (Permission denied)")
    assert sorted(path.name for path in closed.iterdir()) == ["2019.judge", "R01.csv", "open"]
