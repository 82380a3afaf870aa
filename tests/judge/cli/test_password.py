"""A password in the edition's URL shows nowhere: not in what commands print, not on the import's screen."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from judge.cli.main import COMMANDS
from judge.services.papers.desk import ImportDesk
from judge.tui.own import Own
from tests.judge.cli.shell import Said, judge
from tests.judge.conftest import database

SECRET = "s3cret-äöü"  # noqa: S105 - that it stays one is the test
MORE: dict[str, tuple[tuple[str, ...], ...]] = {
    "new": (("--title", "again"),),
    "set": ((), ("blind", "yes", "--reason", "decided"), ("nonsense", "1")),
    "import": (("missing.csv",), ("{folder}", "--dry-run"), ()),
    "score": (("--as", "R07"), ("--as", "R07", "--list"), ("--as", "R07", "--json")),
    "rank": ((), ("--json",), ("nonsense",)),
    "export": (("{folder}/out.xlsx",), ("{folder}",)),
    "rule": (("return", "x", "R07", "--reason", "why"),),
    "revisions": (("x",),),
    "forms": (("list",), ("check",)),
}
"""What follows the edition; every command is tried with nothing, too."""


@pytest.fixture(scope="module")
def url(postgres: str) -> str:
    """An edition on a server, whose URL has a password: the server does not ask for it."""
    with_secret = make_url(database(postgres)).set(username="postgres", password=SECRET)
    asked = with_secret.render_as_string(hide_password=False)
    hushed(judge("new", asked, "--title", "2019", "--year", "2019"), 0)
    return asked


def hushed(said: Said, code: int | None = None) -> None:
    """What was said, without the password, however it may be written."""
    assert code is None or said.code == code, said
    for text in (said.out, said.err):
        assert SECRET not in text
        assert SECRET.encode().hex() not in text
        assert "s3cret" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "demo"])
def test_no_command_prints_it(url: str, tmp_path: Path, command: str, language: str) -> None:
    for words in {(), *MORE.get(command, ())}:
        more = [word.format(folder=tmp_path) for word in words]
        hushed(judge("--lang", language, command, url, *more))


@pytest.mark.parametrize("command", ["new", "check", "rank", "audit", "score"])
@pytest.mark.parametrize(
    "spoilt",
    [
        lambda url: url.set(host="localhost", port=9, query={}),
        lambda url: url.set(database="nobody's"),
        lambda url: url.set(drivername="mysql"),
        lambda url: url.set(query={**url.query, "password": SECRET}, database="nobody's"),
    ],
)
def test_a_database_that_cannot_be_opened_is_named_without_it(url: str, command: str, spoilt) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 - URL to URL
    broken = spoilt(make_url(url)).render_as_string(hide_password=False)
    more = {"new": ["--title", "again"], "score": ["--as", "R07"]}.get(command, [])
    hushed(judge(command, broken, *more), 1)


def test_a_url_that_is_none_is_named_without_it(url: str) -> None:
    hushed(judge("check", url.replace("postgresql://", "postgresql://x:y:z@") + ":port"), 1)
    hushed(judge("check", url, url), 2)
    hushed(judge("new", f"{url}\x07", "--title", "again"), 2)


def test_the_import_screen_is_not_told_it(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    named: list[str] = []

    def run(_desk: ImportDesk, name: str, _own: Own, _paths: list[Path]) -> tuple[()]:
        named.append(name)
        return ()

    monkeypatch.setattr("judge.cli.importing.at_a_terminal", lambda: True)
    monkeypatch.setattr("judge.tui.import_app.run", run)
    hushed(judge("import", url, "--screen"), 0)
    assert ["***" in name and "s3cret" not in name for name in named] == [True]
