"""Judge speaks the language of the user's settings, unless command line or environment say one."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judge.cli.shell import judge


@pytest.fixture
def _settings(text: str) -> Iterator[None]:
    path = Path(os.environ["XDG_CONFIG_HOME"]) / "judge" / "settings.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    yield
    path.unlink()


@pytest.fixture
def _asked(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("JUDGE_LANG", asked)


ZH = 'language = "zh"'


@pytest.mark.skipif(os.name == "nt", reason="XDG_CONFIG_HOME is not for Windows")
@pytest.mark.parametrize(
    ("words", "asked", "text", "is_chinese"),
    [
        ([], "", ZH, True),
        (["--lang", "en"], "", ZH, False),
        ([], "en", ZH, False),
        ([], "", 'theme = "light"', False),
        ([], "", f"{ZH}\n[keys]\nsubmit = 7", True),
        ([], "", "language = 7", False),
        ([], "", "language = [", False),
        ([], "", 'language = "fr"', False),
    ],
)
@pytest.mark.parametrize(
    ("command", "english", "chinese"),
    [
        (["score", "{edition}", "--as", "R01"], "needs a terminal", "评审台"),
        (["import", "{edition}", "--screen"], "needs a terminal", "终端"),
        (["rank", "nothing.judge"], "There is no", "没有"),
        (["--help"], "Make an edition.", "新建"),
        (["import", "--help"], "Print JSON for programs.", "输出 JSON"),
    ],
)
@pytest.mark.usefixtures("_asked", "_settings")
def test_the_settings_say_the_language_of_every_command(
    edition: Path,
    words: list[str],
    command: list[str],
    english: str,
    chinese: str,
    *,
    is_chinese: bool,
) -> None:
    told = judge(*words, *(word.format(edition=edition) for word in command))
    said = told.err + told.out
    assert (chinese in said, english in said) == (is_chinese, not is_chinese)
