"""On the import screen a sentence names the screen's way out, on the command line the command line's."""

import re
from pathlib import Path
from string import Formatter

import pytest

from judge.cli.importing import sentence
from judge.locale import _, speak
from judge.locale.findings import FINDINGS
from judge.locale.refusals import REFUSALS
from judge.services.editions.edition import Edition
from judge.services.papers.desk import ImportDesk
from judge.tui.import_keyboard import IMPORT_DEEDS
from judge.tui.import_sentences import SENTENCES
from judge.tui.import_words import import_sentence
from tests.judge.tui.importing.secretary import FOUND, importing, odd
from tests.judge.tui.sitting import SMALL, WIDE

KEYED = frozenset(IMPORT_DEEDS)
HOUSE = {**REFUSALS, **FINDINGS}
OPTION = re.compile(r"--[a-z]")
KEY = re.compile(r"\b(?:F\d+|Ctrl\+[A-Z]|Esc|Space|Tab)\b")


def test_no_finding_on_the_screen_asks_for_an_option_that_cannot_be_typed_there() -> None:
    asking = {code for code in FINDINGS if OPTION.search(SENTENCES.get(code, HOUSE[code]))}
    # The chair's own command, in the chair's own terminal, or one to be typed after leaving.
    allowed = {code for code in asking if re.search(r"{quit}|judge rule", SENTENCES.get(code, ""))}
    assert asking == allowed


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_keys_that_a_sentence_names_are_there_in_both_languages(language: str) -> None:
    speak(language)
    for code, english in SENTENCES.items():
        assert not KEY.findall(english), "a key is named by its deed: it may be another"
        assert fields(_(english)) & IMPORT_DEEDS.keys() == fields(english) & IMPORT_DEEDS.keys(), code
        said = import_sentence(code, {})
        assert set(KEY.findall(said)) == {IMPORT_DEEDS[name].shown for name in fields(english) & KEYED}, code


def test_the_screens_sentences_ask_for_no_particular_that_the_houses_do_not_have() -> None:
    for code in SENTENCES.keys() & HOUSE.keys():
        assert fields(SENTENCES[code]) - KEYED <= fields(HOUSE[code]), code


def fields(text: str) -> set[str]:
    return {name for _text, name, _format, _how in Formatter().parse(text) if name}


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize(("language", "found"), [("en", FOUND), ("zh", "发现的问题")])
async def test_a_doubtful_heading_is_settled_by_a_key_here_and_by_an_option_there(
    edition: Edition, tmp_path: Path, language: str, found: str, size: tuple[int, int]
) -> None:
    speak(language)
    async with importing(ImportDesk(edition), tmp_path, [odd(edition, tmp_path)], size) as seat:
        await seat.sees(found)
        screen = seat.app.import_screen
        card = screen.report_pane.card
        await seat.until(lambda: "F4" in card.text)
        assert "--" not in card.text
        await seat.press("slash", *"f4", "enter")
        await seat.sees("F4")
        assert screen.report_pane.findings.count, "what is on the screen can be searched for"
        assert screen.examined
        (fault, *_others) = screen.examined.report.findings()
        assert "--map" in sentence(fault)
