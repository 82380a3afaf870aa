"""A method in words: every setting and every choice has them, in both languages."""

import re
import tomllib
from dataclasses import fields, replace
from fractions import Fraction

import pytest

from judge.locale import speak
from judge.locale.methods import BREAKERS, CALIBRATED, CHOICES, SETTINGS, method_settings, method_words
from judge.scoring import method_checks
from judge.scoring.breakers import names
from judge.scoring.method import Method
from rubrics.model import Text


def test_every_setting_and_every_word_that_it_takes_has_words() -> None:
    assert list(SETTINGS) == [field.name for field in fields(Method)]
    assert set(CHOICES) == {(name, word) for name, words in method_checks.CHOICES.items() for word in words}
    assert set(CALIBRATED) == set(method_checks.CHOICES["calibrate"]) - {"none"}
    assert tuple(BREAKERS) == names.NAMES


@pytest.mark.parametrize("combine", method_checks.CHOICES["combine"])
@pytest.mark.parametrize("trim", method_checks.CHOICES["trim"])
@pytest.mark.parametrize("rank_on", method_checks.CHOICES["rank_on"])
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


FULL = Method(
    combine="median",
    calibrate="severity",
    rounding="half-even",
    round_at="sheet",
    rank_on="printed",
    ties=(*names.NAMES, "criterion:c1"),
    weights={"c0": Fraction(3, 2), "c1": Fraction(0)},
    title=Text('印发的"办法"', 'The "printed" one'),
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_stands_in_the_lines_is_the_method_as_its_file_would_say_it(language: str) -> None:
    speak(language)
    written = "\n".join(setting.line for setting in method_settings(FULL))
    assert Method.from_mapping(tomllib.loads(written)) == FULL


def test_the_sentence_says_whatever_is_not_usual() -> None:
    said = method_words(FULL)
    assert said == (
        "Median of all sheets; at least 3 sheets; ranked on the printed figure, printed with 2 decimals,"
        " half to even."
        " Weights in place of the rubric's: c0 times 3/2; c1 times 0."
        " Calibrated: the sheets' totals are corrected for the reviewers' severity."
        " Each sheet's total is rounded as well."
        " Ties are broken by: the score before it is rounded;"
        " mean of the sheets without the highest and the lowest; mean of all sheets;"
        " median of all sheets; the highest sheet; the higher lowest sheet; the smaller spread between"
        " highest and lowest sheet; the number of marks at full points; mean of the criterion “c1”."
    )


def test_the_sentence_is_wholly_chinese_whatever_it_says() -> None:
    speak("zh")
    assert re.fullmatch(r"[^a-zA-Z]+", method_words(replace(FULL, weights={}, ties=names.NAMES)))
