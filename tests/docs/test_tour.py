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
    command = [BINARIES / "judge", "demo", "demo-edition", "--scale", SCALE]
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
    left = {path.name + "/" * path.is_dir() for path in (checkout / "demo-edition").iterdir()}
    assert left == {"2019.judge", "papers/", "scores/", "award-book.xlsx"}
    for page in READMES:
        assert {name for name in left if f"| `{name}` |" not in pages.text(page)} == set()


def test_the_tour_runs_as_typed(checkout: Path) -> None:
    code, shown = typed_by_hand("\n".join(tour()), checkout)
    assert code == 0, shown
    assert "every chain holds" in shown
    assert "Ctrl+Q" in shown
    assert (checkout / "again.xlsx").stat().st_size > 0
    assert json.loads((checkout / "second.json").read_text(encoding="utf-8"))["lists"]


def shape(value: object) -> object:
    """What a program relies on: keys, all the way down; of a list, the first item."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return [shape(value[0])] if isinstance(value, list) and value else type(value).__name__


@pytest.mark.parametrize(
    ("command", "more"),
    [
        ("import", ["demo-edition/scores", "--dry-run"]),
        ("assign", ["--dry-run"]),
        ("rank", ["qc-group"]),
        ("audit", []),
    ],
)
def test_json_has_the_shape_that_the_page_shows(command: str, more: list[str], checkout: Path) -> None:
    (example,) = pages.blocks(HOUSE / "docs" / "cli.md", f"json {command}")
    line = [BINARIES / "judge", command, "demo-edition/2019.judge", *more, "--json"]
    done = subprocess.run(line, cwd=checkout, capture_output=True, text=True, encoding="utf-8", check=True)
    promised, given = json.loads(example.text), json.loads(done.stdout)
    for key, value in promised.items():
        if given[key] or not isinstance(value, list):
            assert keys(shape(given[key])) == keys(shape(value)), key


def keys(shaped: object) -> object:
    """A shape without the types at its ends and without what stands under keys that are data."""
    if isinstance(shaped, dict):
        return {
            key: keys(item)
            for key, item in shaped.items()
            if key not in {"new", "params", "load", "criteria"}
        }
    return [keys(item) for item in shaped] if isinstance(shaped, list) else None
