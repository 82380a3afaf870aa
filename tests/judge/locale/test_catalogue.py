import re
from collections.abc import Sequence
from string import Formatter

import pytest

from judge.locale import N_, _, speak
from tools import catalogues

CHINESE = re.compile(r"[\u4e00-\u9fff]")
SAME_IN_BOTH = {"“{label}”", "{place} of {all}", "{count} of {all}", ": ", "; ", ", "}
"""Texts without a word to translate."""


def fields(text: str) -> set[str]:
    """The names that a text fills in; a malformed text raises ValueError."""
    return {name for _text, name, _format, _how in Formatter().parse(text) if name is not None}


def texts(said: object) -> list[str]:
    """A text, or its singular and plural."""
    return (
        [said] if isinstance(said, str) else [str(one) for one in said] if isinstance(said, Sequence) else []
    )


KEPT = [(texts(message.id), texts(message.string), message) for message in catalogues.kept() if message.id]
"""English, Chinese, and the message they are of."""


def test_the_catalogue_holds_what_the_code_says_and_nothing_else() -> None:
    said = [(message.id, message.context) for message in catalogues.template() if message.id]
    kept = [(message.id, message.context) for *_, message in KEPT]
    assert kept == said, "run `make catalogues` and translate what is new"


def test_every_text_is_translated() -> None:
    lacking = [
        english
        for english, chinese, message in KEPT
        if message.fuzzy or (not all(map(CHINESE.search, chinese)) and not SAME_IN_BOTH & set(english))
    ]
    assert lacking == []
    assert len(KEPT) > 400


def test_translations_fill_in_the_same_particulars() -> None:
    for english, chinese, message in KEPT:
        known = set[str]().union(*map(fields, english))
        for text in chinese:
            # Of click's particulars some are English words; a Chinese sentence may do without them.
            assert fields(text) <= known if message.id in catalogues.CLICK else fields(text) == known, text


def test_line_ends_are_kept_and_nothing_begins_or_ends_in_space() -> None:
    for english, chinese, _message in KEPT:
        for text in chinese:
            assert text.strip() == text
            assert text.count("\n") == english[0].count("\n")


def test_what_gettext_reads_is_what_was_translated() -> None:
    assert catalogues.MO.read_bytes() == catalogues.compiled(catalogues.kept())


def test_writing_the_catalogue_again_changes_nothing() -> None:
    again = catalogues.merged(catalogues.template(), catalogues.kept())
    assert catalogues.written(again) == catalogues.PO.read_bytes()


def test_the_catalogue_names_no_date_and_no_machine() -> None:
    text = catalogues.PO.read_text(encoding="utf-8")
    assert str(catalogues.HOUSE) not in text
    assert not re.search(r"Date|Generated-By|\d{2}:\d{2}", text)


def test_texts_inside_other_texts_are_found() -> None:
    source = """f"{_('in a string')} {N_('two ' 'halves')}"; ngettext("one", "many", count); _(name)"""
    assert list(catalogues.said(source)) == ["in a string", "two halves", ("one", "many")]


def test_one_english_word_is_two_chinese_ones_where_the_code_says_what_it_is_of() -> None:
    assert list(catalogues.said('N_("note", "finding")')) == [N_("note", "finding")]
    speak("zh")
    assert (_("note"), _(N_("note", "finding"))) == ("备注", "提示")
    speak("en")
    assert _(N_("note", "finding")) == "note"


def test_a_text_that_gettext_would_never_find_is_refused() -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(catalogues.said('x = 1\n_(f"{x} sheets")'))


def test_a_new_text_comes_in_untranslated_and_an_old_one_goes() -> None:
    known = catalogues.template()
    known.add("gone", "不见了")
    texts_now = catalogues.template()
    texts_now.add("just written")
    merged = catalogues.merged(texts_now, known)
    assert "gone" not in merged
    assert not merged["just written"].string
