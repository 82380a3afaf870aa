"""What users install is the wheel: built, put into a clean environment, and used from there."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "JUDGE"))}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=clean | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_the_wheel_works_in_a_clean_environment(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", cwd=HOUSE)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "clean", with_pip=True)
    binaries = tmp_path / "clean" / ("Scripts" if os.name == "nt" else "bin")
    pip = (binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", HOUSE / "requirements" / "run.txt", cwd=tmp_path)
    run(*pip, "--no-deps", wheel, cwd=tmp_path)

    judge = binaries / "judge"
    assert "audit" in run(judge, "--lang", "en", "--help", cwd=tmp_path)
    assert "台账" in run(judge, "--lang", "zh", "--help", cwd=tmp_path)
    assert "olympic" in run(judge, "method", "list", cwd=tmp_path)
    run(judge, "demo", "season", "--scale", "0.05", cwd=tmp_path)
    assert json.loads(run(judge, "audit", "season/2019.judge", "--json", cwd=tmp_path))["holds"] is True
    assert (tmp_path / "season" / "award-book.xlsx").stat().st_size > 0
