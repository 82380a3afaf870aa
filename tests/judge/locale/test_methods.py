"""A method in words: every setting and every choice has them, in both languages."""

import re
from dataclasses import fields

import pytest

from judge.locale import speak
from judge.locale.methods import CHOICES, SETTINGS, method_settings, method_words
from judge.scoring import method
from judge.scoring.method import Method


def test_every_setting_and_every_word_that_it_takes_has_words() -> None:
    assert list(SETTINGS) == [field.name for field in fields(Method)]
    assert set(CHOICES) == {(name, word) for name, words in method.CHOICES.items() for word in words}


@pytest.mark.parametrize("combine", method.CHOICES["combine"])
@pytest.mark.parametrize("trim", method.CHOICES["trim"])
@pytest.mark.parametrize("rank_on", method.CHOICES["rank_on"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_word_of_a_file_stands_where_people_read(
    combine: str, trim: str, rank_on: str, language: str
) -> None:
    speak(language)
    chosen = Method(combine=combine, trim=trim, rank_on=rank_on)
    for setting in method_settings(chosen):
        assert not re.search(r"[a-z]+[-_][a-z]+", setting.meaning + setting.value)
        if language == "zh":
            assert re.fullmatch(r"[^a-zA-Z]+", setting.meaning + setting.value)


def test_a_setting_stands_as_its_file_has_it() -> None:
    lines = [setting.line for setting in method_settings(Method())]
    assert lines[:2] == ['combine = "trimmed-mean"', "trim_from = 5"]


def test_a_setting_without_effect_says_so() -> None:
    values = {setting.line: setting.value for setting in method_settings(Method(combine="mean"))}
    assert values["trim_from = 5"] == values["drop_high = 1"] == values['trim = "total"'] == "no effect"
    assert values["min_sheets = 3"] == "3"


def test_the_sentence_is_chinese_in_chinese() -> None:
    speak("zh")
    assert method_words(Method()) == (
        "取评分表的平均分；满 5 份时去掉 1 个最高分和 1 个最低分；至少 3 份评分表；"
        "按未舍入的分数排名，公布时四舍五入保留 2 位小数。"
    )
