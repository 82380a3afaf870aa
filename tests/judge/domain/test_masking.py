import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.forms.definition import Identifies
from judge.domain.common_words import is_word
from judge.domain.folding import fold, fold_name
from judge.domain.masking import MASKS, Masking, Term, mask

PERSON, ORGANISATION, PHONE = Identifies.PERSON, Identifies.ORGANISATION, Identifies.PHONE
_MASK = re.compile("|".join(MASKS.values()))
_HAN = st.sampled_from("李梅王建国晨光油田𠮷䶮阿依努尔买提采")
_NAMES = st.text(_HAN, min_size=2, max_size=6).filter(lambda name: not is_word(fold_name(name)))
_SEPARATORS = ("", "", "", " ", "　", "\xa0", "·", "•", "・", ".", "-", "–", "（", "）", "\u200b", "\n")
_WIDE = {c: chr(ord(c) + 0xFEE0) for c in "ABCXYZabcxyz0123456789"}


@st.composite
def variants(draw: st.DrawFn, name: str) -> str:
    """The name in some width, case, and with some blanks, dots and dashes within."""
    pieces = []
    for place, character in enumerate(name):
        forms = {character, character.upper(), character.lower(), _WIDE.get(character, character)}
        between = draw(st.sampled_from(_SEPARATORS)) if place else ""
        pieces.append(between + draw(st.sampled_from(sorted(forms))))
    return "".join(pieces)


def survivors(masked: str, names: list[str]) -> list[str]:
    """The names that can still be read between the masks."""
    pieces = [fold_name(piece) for piece in _MASK.split(masked)]
    return [name for name in names if any(fold_name(name) in piece for piece in pieces)]


@given(st.lists(_NAMES, min_size=1, max_size=5), st.data())
def test_no_name_survives_in_any_width_case_or_blank(names: list[str], data: st.DataObject) -> None:
    spelt = [data.draw(variants(data.draw(st.sampled_from(names)))) for _ in range(4)]
    between = data.draw(st.lists(st.text(_HAN, max_size=4), min_size=4, max_size=4))
    text = "".join(part for pair in zip(spelt, between, strict=True) for part in pair)
    masked = Masking(Term(PERSON, name) for name in names).text(text)
    assert survivors(masked, names) == []
    assert MASKS[PERSON] in masked


@given(st.lists(st.text("ABxyz019", min_size=2, max_size=5), min_size=1, max_size=4), st.data())
def test_no_word_or_number_survives_that_stands_by_itself(names: list[str], data: st.DataObject) -> None:
    spelt = [data.draw(variants(data.draw(st.sampled_from(names)))) for _ in range(3)]
    masked = Masking(Term(ORGANISATION, name) for name in names).text("，".join(("甲", *spelt, "乙")))
    assert all(_MASK.search(piece) for piece in masked.split("，")[1:-1])


@given(st.lists(_NAMES, max_size=4), st.text(max_size=60))
def test_what_is_masked_twice_is_masked_once_and_order_says_nothing(names: list[str], text: str) -> None:
    terms = [Term(PERSON, name) for name in names]
    once = Masking(terms).text(text)
    assert Masking(reversed(terms)).text(text) == once
    assert Masking(terms).text(once) == once


@given(st.text(max_size=40))
def test_folded_places_lead_back_to_the_text(text: str) -> None:
    folded, places = fold(text)
    assert len(folded) == len(places)
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("桃李梅花", "桃〔姓名〕花"),  # blindness first: nothing shows where a Chinese word ends
        ("李　梅 与 李·梅", "〔姓名〕 与 〔姓名〕"),
        ("阿依努尔・买买提", "〔姓名〕"),
        ("阿依努尔.买 买提同志", "〔姓名〕同志"),
        ("新疆油田（集团）公司", "〔单位〕"),
        ("Tengri Ltd 与 TENGRI，Tengristan", "〔单位〕 Ltd 与 〔单位〕，Tengristan"),
        ("桃、李、梅", "桃、李、梅"),
        ("公司在油田", "公司在油田"),
        ("电话６８８１２３４，共16881234件", "电话〔电话〕，共16881234件"),
        ("致电 +86 139-9912-3456 或 0990-6881234", "致电 +〔电话〕 或 〔电话〕"),
        ("a.b@example.com。", "〔联系方式〕。"),
        ("身份证 65010219800101123X", "身份证 〔联系方式〕"),
        ("节约2018.5万元，13次，830000元", "节约2018.5万元，13次，830000元"),
    ],
)
def test_what_is_masked(text: str, masked: str) -> None:
    masking = Masking(
        [
            Term(PERSON, "李梅"),
            Term(PERSON, "阿依努尔·买买提"),
            Term(ORGANISATION, "新疆油田集团公司"),
            Term(ORGANISATION, "tengri"),
            Term(ORGANISATION, "公司"),
            Term(ORGANISATION, "油田"),
            Term(PHONE, "6881234"),
        ]
    )
    assert masking.text(text) == masked


def test_of_names_that_begin_together_the_longer_goes_first() -> None:
    masking = Masking([Term(ORGANISATION, "晨光"), Term(Identifies.BODY, "晨光集团"), Term(PERSON, "集团军")])
    assert masking.text("晨光集团军") == "〔推荐单位〕军"
    assert masking.text("晨光的晨光集团") == "〔单位〕的〔推荐单位〕"


def test_a_field_of_several_names_stays_as_many() -> None:
    assert mask(PERSON, 3) == "〔姓名〕、〔姓名〕、〔姓名〕"
