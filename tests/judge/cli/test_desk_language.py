"""The desk speaks the language of the user's settings, unless command line or environment say one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judge.cli.shell import judge


@pytest.fixture
def _settings() -> Iterator[None]:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "judge" / "settings.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text('language = "zh"', encoding="utf-8")
    yield
    path.unlink()


@pytest.fixture
def _asked(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("JUDGE_LANG", asked)


@pytest.mark.skipif(os.name == "nt", reason="XDG_CONFIG_HOME is not for Windows")
@pytest.mark.parametrize(
    ("words", "asked", "said"),
    [([], "", "评审台"), (["--lang", "en"], "", "needs a terminal"), ([], "en", "needs a terminal")],
)
@pytest.mark.usefixtures("_settings", "_asked")
def test_the_settings_say_the_desks_language(edition: Path, words: list[str], said: str) -> None:
    assert said in judge(*words, "score", edition, "--as", "R01").err
