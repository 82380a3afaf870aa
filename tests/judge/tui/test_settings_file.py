"""The reviewer's own keys, theme and language, and everything that can be wrong with the file."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.locale import speak
from judge.tui.import_keyboard import IMPORT_CHAPTERS, IMPORT_DEEDS
from judge.tui.keyboard.chapters import CHAPTERS
from judge.tui.keyboard.house import CARDS
from judge.tui.keymap import DEEDS, Keymap
from judge.tui.own import Own
from judge.tui.panel_keyboard import PANEL_CHAPTERS, PANEL_DEEDS
from judge.tui.settings_file import read_settings
from tests.judge.tui.sitting import Seat, fresh, seated


def settings(folder: Path, text: str) -> Own:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    read, problems = read_settings(path)
    return Own(read, problems, path, folder)


def problems(folder: Path, text: str) -> list[str]:
    return [problem.sentence() for problem in settings(folder, text).problems]


async def test_changed_keys_work_and_are_shown_wherever_keys_are_shown(tmp_path: Path) -> None:
    own = settings(
        tmp_path,
        '[keys]\nnote = "ctrl+n"\n"next-nomination" = ["ctrl+right", "j"]\nlower = "_"\nretry = "f11"\n',
    )
    assert own.problems == ()
    desk = fresh()
    desk.refuse = lambda call: OSError("disk full") if call[0] == "set_mark" else None
    async with seated(desk, (160, 40), own) as seat:
        await seat.sees("Ctrl+N note", "Ctrl+→ next", "+ _ step")
        await seat.press("n", "]")
        assert len(seat.app.screen_stack) == 2
        await seat.press("j")
        await seat.sees("2 of 3")
        await seat.press("5", "enter", "up")
        await seat.sees("F11 tries again", "F11 save again")
        await seat.press("ctrl+n")
        await seat.sees("Note on Alignment")
        await seat.press("escape", "question_mark")
        await seat.sees("Ctrl+N", "Ctrl+→  j", "_ lowers it")
        await seat.press("end")
        await seat.sees("Your settings", "Keys, colours and language:")
        await seat.press("escape", "ctrl+p", *"next nom")
        await seat.sees("Next  Ctrl+→")
        # Textual's list fails if the desk is taken down under it while it still searches.
        await seat.press("escape")
        await seat.until(lambda: len(seat.app.screen_stack) == 2)


async def test_two_deeds_can_change_places(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nsubmit = "f3"\nrecuse = "f2"\n')
    async with seated(fresh(), own=own) as seat:
        await seat.press("f3")
        await seat.sees("Not submitted")
        await seat.press("f2")
        await seat.sees("Recuse from")


def test_everything_that_is_wrong_is_said_at_once_by_key(tmp_path: Path) -> None:
    text = """
theme = "blue"
language = 7
colour = "red"
[keys]
submt = "f2"
submit = "f99"
recuse = []
note = "m"
undo = "5"
history = {key = "h"}
"[/x]" = "f2"
"""
    said = problems(tmp_path, text)
    assert said == [
        "theme: It can be dark, light.",
        "language: It can be zh, en.",
        "colour: There is no such setting; there are theme, language, keys.",
        "keys.submt: There is no such deed; do you mean submit, submit-all?",
        "keys.submit: “f99” names no key; keys are like f2, ctrl+s, u, slash, pagedown.",
        'keys.recuse: A deed has a key, "f2", or several: ["f2", "ctrl+s"].',
        "keys.undo: “5” cannot be given away: the sheet, the queue or the terminal needs it.",
        'keys.history: A deed has a key, "f2", or several: ["f2", "ctrl+s"].',
        "keys.[/x]: There is no such deed.",
        "keys.note: “m” is also a key of sheet-note; give that another, too.",
    ]


@pytest.mark.parametrize(
    "content", [b"keys = [", b"\xff\xfe", b"keys = 7", b'[keys]\nsubmit = "n"', b"[keys.submit]\na = 1"]
)
async def test_a_broken_file_never_keeps_a_reviewer_from_the_desk(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    read, wrong = read_settings(path)
    desk = fresh()
    async with seated(desk, own=Own(read, wrong, path, tmp_path)) as seat:
        await seat.sees("Your settings file is left aside", "✗")
        await seat.press("escape", "7", "enter")
        await seat.until(lambda: desk.sheet("n1").marks)


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    read, wrong = read_settings(tmp_path / "settings.toml")
    assert (read.theme, read.language, read.keymap, wrong) == ("", "", Keymap(), ())


def test_the_queue_has_its_own_letters(tmp_path: Path) -> None:
    assert problems(tmp_path, '[keys]\nfilter = "n"\n') == []
    assert problems(tmp_path, '[keys]\nsort = "f"\n') == [
        "keys.sort: “f” is also a key of filter; give that another, too."
    ]


async def test_a_letter_shared_by_the_queue_and_the_sheet_does_each_in_its_place(tmp_path: Path) -> None:
    own = settings(tmp_path, '[keys]\nfilter = "n"\n')
    async with seated(fresh(), own=own) as seat:
        await seat.press("q", "n")
        await seat.sees("to do 3")
        await seat.press("escape", "n")
        await seat.sees("Note on Alignment")


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_every_sentence_names_its_key_in_both_languages(tmp_path: Path, tongue: str) -> None:
    speak(tongue)
    for line in problems(tmp_path, 'theme = 1\nx = 1\n[keys]\na = 1\nnote = ["f2", "qq"]\nsubmit = "f3"'):
        assert line.startswith(("theme: ", "x: ", "keys."))


def test_deeds_have_names_of_their_own() -> None:
    names = [deed.name for _title, chapter in CHAPTERS for deed in chapter]
    imports = [deed.name for _title, chapter in IMPORT_CHAPTERS for deed in chapter]
    assert len(set(names)) == len(names)
    assert len(set(imports)) == len(imports)
    assert set(names) & set(imports) == {"command-palette", "help", "quit"}
    panels = [deed.name for _title, chapter in PANEL_CHAPTERS for deed in chapter]
    assert len(set(panels)) == len(panels)
    assert set(panels) & {*names, *imports} == {"command-palette", "help", "quit", "go-back"}
    names += imports + panels
    assert all(name.replace("-", "").isalpha() and name.islower() for name in names)


def test_the_desks_own_keys_do_not_clash_and_come_back_as_they_are(tmp_path: Path) -> None:
    for deed in (*DEEDS.values(), *IMPORT_DEEDS.values(), *PANEL_DEEDS.values()):
        keys = Keymap().keys(deed)
        assert keys
        assert Keymap({deed.name: keys}).keys(deed) == keys
        wrong = problems(tmp_path, f"[keys]\n{deed.name} = {[str(key) for key in keys]}".replace("'", '"'))
        assert wrong == []
    own = {"filter", "filter-back", "sort", *(deed.name for deed in CARDS)}
    house = [deed for deed in DEEDS.values() if deed.name not in own]
    for one, other in combinations(house, 2):
        assert not set(Keymap().keys(one)) & set(Keymap().keys(other))


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_file_is_settings_or_problems(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any-settings.toml"
    path.write_bytes(content)
    _read, wrong = read_settings(path)
    assert all(problem.sentence() for problem in wrong)


def theme(seat: Seat) -> str:
    return seat.app.theme


async def test_light_and_dark_are_turned_by_a_key_and_stay_so(tmp_path: Path) -> None:
    async with seated(fresh(), own=Own(folder=tmp_path)) as seat:
        assert theme(seat) == "judge-dark"
        await seat.press("ctrl+t")
        assert theme(seat) == "judge-light"
    async with seated(fresh(), own=Own(folder=tmp_path)) as seat:
        assert theme(seat) == "judge-light"
        await seat.press("ctrl+p", *"light or dark", "enter")
        await seat.until(lambda: theme(seat) == "judge-dark")


async def test_the_settings_file_says_how_it_begins(tmp_path: Path) -> None:
    light = settings(tmp_path, 'theme = "light"')
    async with seated(fresh(), own=light) as seat:
        assert theme(seat) == "judge-light"
        await seat.press("ctrl+t")
    assert not settings(tmp_path, 'theme = "light"').light
    assert not settings(tmp_path, 'theme = "dark"').light


CARD_KEYS = """
[keys]
close-card = ["f11", "ctrl+e"]
keep = "ctrl+r"
redo = "ctrl+y"
whole-sheet = "w"
save-copy = "ctrl+k"
leave-unsaved = "ctrl+l"
note = "ctrl+n"
history = "ctrl+g"
recuse = "k"
own-marks = "ctrl+o"
sort = "s"
"""


async def test_the_keys_of_cards_are_the_reviewers_own_and_are_shown(tmp_path: Path) -> None:
    own = settings(tmp_path, CARD_KEYS)
    assert own.problems == ()
    desk = fresh()
    async with seated(desk, own=own) as seat:
        await seat.pilot.press("ctrl+n")
        await seat.sees("Saved at every pause · F11 back to the sheet")
        await seat.pilot.press(*"kw", "escape", "f4")
        assert len(seat.app.screen_stack) == 3
        await seat.pilot.press("ctrl+e")
        await seat.until(lambda: desk.sheet("n1").notes == {"alignment": "kw"})
        await seat.pilot.press("ctrl+g")
        await seat.sees("History · Alignment", "w the whole sheet · F11 back")
        await seat.until(lambda: seat.app.focused is not None)
        await seat.pilot.press("tab", "h")
        await seat.sees("History · Alignment")
        await seat.pilot.press("w")
        await seat.sees("History · the whole sheet")
        await seat.pilot.press("ctrl+g")
        await seat.pilot.press("ctrl+o")
        await seat.sees("My marks", "F11 back")
        await seat.pilot.press("f11", "question_mark")
        await seat.sees("Help", "F11 back")
        await seat.pilot.press("end")
        await seat.sees("F11  Ctrl+E", "Close a card and go back")
        await seat.pilot.press("f11", "o")
        await seat.sees("Ctrl+K save a copy · F11 back to the sheet")
        await seat.pilot.press("f11", "k")
        await seat.sees("Ctrl+R recuse · F11 back")
        await seat.pilot.press(*"kin", "ctrl+r")
        await seat.sees("⊘ recused")
    assert desk.sheet("n1").reason == "kin"


async def test_keys_of_cards_are_those_of_now_whatever_they_were_before(tmp_path: Path) -> None:
    async with seated(fresh()) as seat:
        await seat.press("h")
        await seat.sees("Tab the whole sheet")
    async with seated(fresh(), own=settings(tmp_path, '[keys]\nwhole-sheet = "w"\n')) as seat:
        await seat.press("h")
        await seat.sees("History · Alignment", "w the whole sheet")
        await seat.press("tab", "w")
        await seat.sees("History · the whole sheet")


async def test_a_key_that_opens_a_card_closes_it_also_where_it_was_changed(tmp_path: Path) -> None:
    async with seated(fresh(), own=settings(tmp_path, '[keys]\nnote = "f11"\n')) as seat:
        await seat.pilot.press("f11")
        await seat.sees("Note on Alignment")
        await seat.pilot.press("f11")
        await seat.until(lambda: len(seat.app.screen_stack) == 2)


def test_keys_of_cards_must_be_free_and_no_letters_where_text_is_written(tmp_path: Path) -> None:
    assert problems(tmp_path, '[keys]\nclose-card = "z"\n') == [
        "keys.close-card: “z” is written where text is; give a function key, or Ctrl with a letter."
    ]
    assert problems(tmp_path, '[keys]\nclose-card = "f2"\nwhole-sheet = "h"\nkeep = "ctrl+q"') == [
        "keys.close-card: “F2” is also a key of submit; give that another, too.",
        "keys.whole-sheet: “h” is also a key of history; give that another, too.",
        "keys.keep: “Ctrl+Q” is also a key of quit; give that another, too.",
        "keys.close-card: “F2” is also a key of save-copy; give that another, too.",
    ]
    assert problems(tmp_path, '[keys]\nsubmit = "f10"\nhistory = "f2"\n') == []


def test_keys_of_the_import_may_meet_in_different_steps_only(tmp_path: Path) -> None:
    assert problems(tmp_path, '[keys]\nread-again = "f3"\nread-papers = "f3"\n') == []
    assert problems(tmp_path, '[keys]\nread-again = "o"\nhelp = "f8"\n') == [
        "keys.help: “F8” is also a key of not-applicable; give that another, too.",
        "keys.read-again: “o” is also a key of open-file; give that another, too.",
        "keys.help: “F8” is also a key of accept-all; give that another, too.",
    ]
