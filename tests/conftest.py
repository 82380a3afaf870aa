"""What tests of several packages share."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import judge  # noqa: F401 - before any test loads numpy, whose threads it holds to one

settings.register_profile("judge", deadline=None)
settings.load_profile("judge")
# How fast something is, the benches measure; a test that fails where a machine is busy says nothing.

LONGEST = (
    "tests/terminal/",
    "tests/architecture/",
    "tests/judge/services/audit/",
    "tests/judge/services/packets/",
    "tests/docs/",
)
"""Whose files take the longest: they go first, or one worker is left with them when the others are done."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest; with `--no-loadscope-reorder` workers take files in this order."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST))


Convert = Callable[..., None]
"""Called (form, folder, *papers): has LibreOffice save the papers in another form into the folder."""


@pytest.fixture(scope="session", autouse=True)
def _folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads the settings of whoever runs it, or remembers anything in their folders."""
    with pytest.MonkeyPatch.context() as patched:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            patched.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """LibreOffice as a converter; without it the test is skipped, or fails where it must not be."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        reason = "no soffice on PATH: what LibreOffice makes of the files is not tested"
        if os.environ.get("JUDGE_TESTS_NEED_LIBREOFFICE"):
            pytest.fail(f"{reason}, but JUDGE_TESTS_NEED_LIBREOFFICE is set")
        pytest.skip(reason)
    # A profile of its own: LibreOffice refuses to start twice on one.
    profile = f"-env:UserInstallation={tmp_path_factory.mktemp('soffice').as_uri()}"

    def convert(form: str, folder: Path, *papers: Path) -> None:
        words: list[str | Path] = [
            program,
            profile,
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            folder,
            *papers,
        ]
        subprocess.run(words, check=True, capture_output=True, timeout=120)

    return convert
