"""The tour of the README, typed as it stands, and the JSON that the command page promises."""

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.docs import pages
from tests.docs.pages import HOUSE, READMES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the tour is typed into a POSIX shell"),
]

SCALE = "0.05"
BINARIES = Path(sys.executable).parent
FIRST, LAST = ". .venv/bin/activate", "judge audit again.judge"
LEAVE = b"\x11"  # Ctrl+Q
PATIENCE = 120  # seconds


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like a checkout after `make demo`, with a smaller demo."""
    if not (BINARIES / "judge").exists() or not (BINARIES / "activate").exists():
        pytest.skip("judge is not installed in an environment of its own")
    folder = tmp_path_factory.mktemp("checkout")
    (folder / ".venv").symlink_to(BINARIES.parent)
    (folder / "judge").symlink_to(HOUSE / "judge")
    command = (str(BINARIES / "judge"), "demo", "judge-demo", "--scale", SCALE)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def tour() -> list[str]:
    lines = list(pages.shell_lines(READMES[0]))
    return lines[lines.index(FIRST) : lines.index(LAST) + 1]


def typed_by_hand(script: str, folder: Path) -> tuple[int, str]:
    """Run a script in a terminal of its own, leaving any desk that it opens; exit code and what was shown."""
    import pty  # noqa: PLC0415 - there is none on Windows

    master, slave = pty.openpty()
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLUMNS": "120",
        "LINES": "36",
        "JUDGE_LANG": "en",
    }
    process = subprocess.Popen(
        ["sh", "-e", "-c", script],
        cwd=folder,
        env=environment,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    shown, left, until = b"", 0, time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if select.select([master], [], [], 0.1)[0]:
            try:
                shown += os.read(master, 65536)
            except OSError:
                break
        elif process.poll() is not None:
            break
        if not left and b"Ctrl+Q" in shown:
            left = os.write(master, LEAVE)
    else:
        process.kill()
    os.close(master)
    return process.wait(), shown.decode(errors="replace")


def test_the_demo_leaves_what_the_readmes_say(checkout: Path) -> None:
    left = {path.name + "/" * path.is_dir() for path in (checkout / "judge-demo").iterdir()}
    assert left == {"2019.judge", "papers/", "scores/", "award-book.xlsx"}
    for page in READMES:
        assert {name for name in left if f"| `{name}` |" not in pages.text(page)} == set()


def test_the_tour_runs_as_typed(checkout: Path) -> None:
    code, shown = typed_by_hand("\n".join(tour()), checkout)
    assert code == 0, shown
    assert "Every chain holds" in shown
    assert "Ctrl+Q" in shown
    assert (checkout / "again.xlsx").stat().st_size > 0
    assert json.loads((checkout / "second.json").read_text(encoding="utf-8"))["lists"]


DATA = {"new", "params", "load", "criteria"}
"""Objects whose keys are data: reviewers, kinds, criteria."""


def assert_same_keys(promised: object, given: object, at: str = "") -> None:
    """The same keys all the way down; of lists, the first items where both have one."""
    if isinstance(promised, dict) and isinstance(given, dict):
        assert list(promised) == list(given), at
        for key in promised.keys() - DATA:
            assert_same_keys(promised[key], given[key], f"{at}.{key}")
    elif isinstance(promised, list) and isinstance(given, list):
        for one, other in zip(promised[:1], given[:1], strict=False):
            assert_same_keys(one, other, f"{at}[0]")
    else:
        assert not isinstance(promised, dict | list), at
        assert not isinstance(given, dict | list), at


@pytest.mark.parametrize(
    ("command", "more"),
    [
        ("import", ("judge-demo/scores", "--dry-run")),
        ("assign", ("--dry-run",)),
        ("packet", ("--all", "--out", ".", "--dry-run")),
        ("sheets", ("--all", "--out", "sheets", "--dry-run")),
        ("set", ()),
        ("revisions", ("qc-group-0001",)),
        ("rule", ("--list",)),
        ("check", ()),
        ("progress", ()),
        ("rank", ("qc-group",)),
        ("safety", ("trusted-team", "--posterior")),
        ("sensitivity", ("trusted-team",)),
        ("reviewers", ("qc-group",)),
        ("explain", ("qc-group-0001", "--list", "qc-group")),
        ("audit", ()),
        ("forms list", ()),
    ],
)
def test_json_has_the_shape_that_the_page_shows(command: str, more: tuple[str, ...], checkout: Path) -> None:
    (example,) = pages.blocks(HOUSE / "docs" / "cli.md", f"json {command.split(maxsplit=1)[0]}")
    line = (str(BINARIES / "judge"), *command.split(), "judge-demo/2019.judge", *more, "--json")
    done = subprocess.run(line, cwd=checkout, capture_output=True, text=True, encoding="utf-8", check=False)
    # A check of the demo finds faults, and says so by its exit code.
    assert done.returncode == (command == "check"), done.stderr
    assert_same_keys(json.loads(example.text), json.loads(done.stdout))
