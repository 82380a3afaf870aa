"""The pages say what is so: their links resolve, their commands parse, their tables match the house."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import click
import pytest

from judge.cli.main import COMMANDS, judge
from judge.domain.sheet import SheetState
from judge.locale.return_refusals import RETURN_REFUSALS
from judge.tui.import_keyboard import IMPORT_CHAPTERS, IMPORT_DEEDS
from judge.tui.keyboard.chapters import CHAPTERS
from judge.tui.keymap import DEEDS, Keymap
from judge.tui.merge_keyboard import MERGE_CHAPTERS
from judge.tui.merge_words import signs
from judge.tui.panel_keyboard import PANEL_CHAPTERS, PANEL_DEEDS
from judge.tui.settings_file import read_settings
from judge.tui.words import state_glyph, state_word
from tests.docs import pages
from tests.docs.pages import HOUSE, PAGES, READMES

EACH_PAGE = pytest.mark.parametrize("page", PAGES, ids=pages.name)


@EACH_PAGE
def test_every_link_inside_the_house_resolves(page: Path) -> None:
    broken = []
    for link in pages.links(page):
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in pages.anchors(target)):
            broken.append(link)
    assert broken == []


def test_the_index_of_the_documents_names_each_of_them() -> None:
    listed = {link for link in pages.links(HOUSE / "docs" / "README.md") if "/" not in link}
    assert listed == {page.name for page in (HOUSE / "docs").glob("*.md")} - {"README.md"}


def typed_commands(page: Path) -> list[list[str]]:
    """The words after `judge` in every line that a page has its reader type."""
    lines = (shlex.split(re.split(r" [|>#] ?", line)[0]) for line in pages.typed_lines(page))
    return [words[1:] for words in lines if words[:1] == ["judge"]]


@EACH_PAGE
def test_every_command_to_be_typed_is_one_that_judge_takes(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUDGE_EDITION", "2019.judge")
    context = click.Context(judge, info_name="judge")
    refused = {}
    for words in typed_commands(page):
        try:
            resolve(judge, list(words), context)
        except click.UsageError as error:
            refused[" ".join(words)] = error.format_message()
    assert refused == {}


def resolve(group: click.Group, words: list[str], context: click.Context) -> None:
    """Parse the words after a group's name, as deep as groups go; UsageError where they do not parse."""
    named, command, rest = group.resolve_command(context, words)
    assert named is not None
    assert command is not None
    within = command.make_context(named, list(rest), parent=context)
    if isinstance(command, click.Group):
        resolve(command, list(rest), within)


def options_of(command: click.Command) -> set[str]:
    """Every option of a command and of the commands within it."""
    own = {option for param in command.params for option in param.opts if option.startswith("-")}
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return own.union(*map(options_of, inner))


@EACH_PAGE
def test_every_command_named_in_running_text_exists_with_its_options(page: Path) -> None:
    context = click.Context(judge, info_name="judge")
    known = {option for param in judge.get_params(context) for option in param.opts}
    for span in pages.judge_spans(page):
        words = [word for word in shlex.split(span)[1:] if word not in {"…", "zh", "en"}]
        called = [word for word in words if word in COMMANDS][:1]
        options = {word for word in words if word.startswith("-")}
        assert called or options, span
        command = judge.get_command(context, called[0]) if called else None
        own = options_of(command) if command else set()
        assert options <= known | own | {"--help"}, span


def test_the_command_page_has_a_section_for_each_command_and_each_option() -> None:
    page = HOUSE / "docs" / "cli.md"
    sections = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", pages.text(page), re.DOTALL | re.MULTILINE))
    assert list(sections) == list(COMMANDS)
    context = click.Context(judge, info_name="judge")
    for name, section in sections.items():
        command = judge.get_command(context, name)
        assert command is not None
        options = {option for option in options_of(command) if option.startswith("--")}
        assert {option for option in options if f"`{option}`" not in section} <= {"--json"}
        assert ("--json" in options) == ("--json" in section)


def test_both_readmes_give_the_same_commands_links_and_folders() -> None:
    english, chinese = READMES
    assert [b.text for b in pages.blocks(english)] == [b.text for b in pages.blocks(chinese)]
    assert folders(english) == folders(chinese)
    named = [
        {link for link in pages.links(page) if "README" not in link and "desk" not in link}
        for page in READMES
    ]
    assert named[0] == named[1]
    assert re.findall(r"^(#+) ", pages.text(english), re.MULTILINE) == re.findall(
        r"^(#+) ", pages.text(chinese), re.MULTILINE
    )


def folders(page: Path) -> list[str]:
    """The folders of the table whose rows begin with one of the packages."""
    rows = re.findall(r"^\| `([\w.]+)/` \|", pages.text(page), re.MULTILINE)
    return rows[rows.index("rubrics") :]


def test_the_readmes_list_every_folder_of_the_checkout() -> None:
    there = {
        path.name
        for path in HOUSE.iterdir()
        if path.is_dir() and not path.name.startswith((".", "_")) and not is_ignored(path)
    }
    assert set(folders(READMES[0])) == there


def is_ignored(path: Path) -> bool:
    """What git leaves out, such as the demo; nothing where there is no git."""
    try:
        return subprocess.run(["git", "check-ignore", "-q", path], cwd=HOUSE, check=False).returncode == 0
    except FileNotFoundError:
        return False


def test_every_dependency_has_its_line_and_every_line_its_dependency() -> None:
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    groups = (
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *settings["dependency-groups"].values(),
    )
    declared = {re.split(r"[\[<>=]", line)[0] for group in groups for line in group if isinstance(line, str)}
    rows = re.findall(r"^\| ([a-z][\w, -]*) \|", pages.text(HOUSE / "docs" / "dependencies.md"), re.MULTILINE)
    assert {name for row in rows for name in row.split(", ")} - {"package"} == declared


def test_the_desk_page_tells_every_key_and_every_sign() -> None:
    page = pages.text(HOUSE / "docs" / "desk.md")
    shown = {deed.shown for _title, chapter in CHAPTERS for deed in chapter if deed.place is not None}
    assert {key for key in shown if f"`{key}`" not in page} == set()
    for state in SheetState:
        assert f"{state_glyph(state, 1)} | {state_word(state, 1)}" in page


def test_the_settings_page_tells_every_deed_with_its_keys() -> None:
    page = pages.text(HOUSE / "docs" / "settings.md")
    cells = [cell.strip() for line in page.splitlines() for cell in line.split("|")[1:-1]]
    rows = dict(zip(cells[::2], cells[1::2], strict=False))
    deeds = {**PANEL_DEEDS, **IMPORT_DEEDS, **DEEDS}
    told = {name: rows.get(f"`{name}`", "").split(" ")[0] for name in deeds}
    assert told == {name: f"`{Keymap().keys(deed)[0]}`" for name, deed in deeds.items()}


def test_the_example_of_a_settings_file_has_no_problem(tmp_path: Path) -> None:
    (example,) = pages.blocks(HOUSE / "docs" / "settings.md", "toml")
    (tmp_path / "settings.toml").write_text(example.text, encoding="utf-8")
    settings, problems = read_settings(tmp_path / "settings.toml")
    assert problems == ()
    assert settings.keymap.changed


def test_the_import_page_tells_every_key_of_the_screen() -> None:
    page = pages.text(HOUSE / "docs" / "importing.md")
    shown = {deed.shown for _title, chapter in IMPORT_CHAPTERS for deed in chapter if deed.place is not None}
    assert {key for key in shown if f"`{key}`" not in page} == set()


def test_the_merging_page_tells_every_key_and_sign_of_the_screen() -> None:
    page = pages.text(HOUSE / "docs" / "merging.md")
    shown = {deed.shown for _title, chapter in MERGE_CHAPTERS for deed in chapter if deed.place is not None}
    assert {key for key in shown if f"`{key}`" not in page} == set()
    assert {glyph for glyph, _meaning in signs() if f"`{glyph}`" not in page} == set()


def test_the_pages_of_returns_name_every_way_of_being_refused() -> None:
    said = pages.text(HOUSE / "docs" / "returns.md") + pages.text(HOUSE / "docs" / "merging.md")
    of_files = RETURN_REFUSALS.keys() - {"return-missing", "return-unreadable"}
    assert {code for code in of_files if code.startswith("return-") and f"`{code}`" not in said} == set()


def test_the_panels_page_tells_every_key_of_the_screen() -> None:
    page = pages.text(HOUSE / "docs" / "panels.md")
    shown = {deed.shown for _title, chapter in PANEL_CHAPTERS for deed in chapter if deed.place is not None}
    assert {key for key in shown if f"`{key}`" not in page} == set()


@pytest.mark.parametrize("picture", sorted((HOUSE / "docs").glob("*.svg")), ids=pages.name)
def test_pictures_need_nothing_from_elsewhere(picture: Path) -> None:
    svg = pages.text(picture).replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "://" not in svg
    assert "@font-face" not in svg
    assert "R07" in svg
