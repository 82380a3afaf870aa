import re

import pytest

from imports.findings import Term
from judge.domain.sheet import SheetState
from judge.locale import speak
from judge.locale.findings import FINDINGS
from judge.locale.particulars import PARTICULARS
from judge.locale.refusals import REFUSALS
from judge.locale.sentences import Where, say, say_at
from tests.judge.locale.emitted import codes

SENTENCES = {**FINDINGS, **REFUSALS}

INSIDE_SCORING = {
    "mark-criterion-unknown",
    "mark-missing",
    "mark-not-applicable-with-ticks",
    "mark-without-sheet",
    "nomination-body-without-seats",
    "panel-too-large",
    "seats-negative",
}
"""Codes of a PanelRefused. The store's own constraints keep them from happening; should one, the user reads
the sentence of "panel-refused", which lists the codes for whoever mends the edition."""

EMITTED = {code: place for code, place in codes().items() if code not in INSIDE_SCORING}


def test_everything_that_is_said_has_a_sentence() -> None:
    assert {code: place for code, place in EMITTED.items() if code not in SENTENCES} == {}


def test_the_source_is_searched_at_all() -> None:
    assert {
        "file-empty",
        "mark-off-step",
        "target-is-folder",
        "key-missing",
        "sheet-closed",
    } <= EMITTED.keys()
    assert len(EMITTED) > 90


def test_no_code_means_two_things() -> None:
    assert not FINDINGS.keys() & REFUSALS.keys()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sentence_can_be_said(language: str) -> None:
    speak(language)
    for code, sentence in SENTENCES.items():
        names = re.findall(r"{(\w+)}", sentence)
        said = say(code, {name: f"<{name}>" for name in names})
        assert all(f"<{name}>" in said for name in names)
        assert not re.search(r"[{}]", said)
        assert said[-1] in ".。"


def test_every_sentence_is_chinese_in_chinese() -> None:
    speak("zh")
    assert [code for code in SENTENCES if not re.search(r"[\u4e00-\u9fff]{2}", say(code, {}))] == []


def test_a_code_without_a_sentence_still_says_what_it_knows() -> None:
    assert say("never-heard-of", {"file": "a.docx"}) == "never-heard-of (file: a.docx)"


def test_braces_that_people_write_stay_as_written() -> None:
    speak("zh")
    assert "{x} {0}" in say("award-unknown", {"award": "{x} {0}", "known": ("甲", "乙")})


def test_lists_and_places_are_worded_in_chinese() -> None:
    speak("zh")
    said = say_at(Where("名额.xlsx", "Sheet1", 3, "小组数"), "head-missing", {"columns": ("甲", "乙")})
    assert said == "名额.xlsx、表 Sheet1、第 3 行、“小组数”：缺少列：甲、乙；请补上或更正表头。"


@pytest.mark.parametrize("state", SheetState)
def test_a_closed_sheet_tells_its_state_in_words(state: SheetState) -> None:
    speak("zh")
    assert state.value not in say("sheet-closed", {"state": state.value})


def test_kinds_and_types_are_words_too() -> None:
    speak("zh")
    assert say("sheet-ignored", {"kind": "scores"}) == "此工作表不是评分数据表，不予读取。"
    assert say("wrong-type", {"expected": "whole-number", "given": "text"}) == "类型应为 整数，现为 文字。"
    speak("en")
    assert say("sheet-ignored", {"kind": "scores"}) == "This sheet is no score table and is not read."


def test_a_reason_that_the_system_words_itself_stays_as_it_is() -> None:
    speak("zh")
    path = {"path": "a.xlsx"}
    assert "（没有权限）" in say("target-not-writable", {**path, "reason": "Permission denied"})
    assert "（拒绝访问）" in say("target-not-writable", {**path, "reason": "拒绝访问"})


def test_particulars_belong_to_sentences_that_name_them() -> None:
    for code, words in PARTICULARS.items():
        assert all(f"{{{name}}}" in SENTENCES[code] for name in words)


def test_a_head_is_explained_to_those_who_read_english() -> None:
    columns = {"columns": (Term("地区或部门", "recommending body"), Term("name", "name"), Term("邮编", ""))}
    speak("en")
    assert "地区或部门 (recommending body), name, 邮编 are missing" in say("head-missing", columns)
    speak("zh")
    assert "缺少列：地区或部门、name、邮编；" in say("head-missing", columns)


def test_what_cannot_be_seen_is_shown_on_one_line() -> None:
    speak("en")
    said = say_at(Where("a\n\x1b[2J\u3000\udcff.csv"), "reviewer-unknown", {"reviewer": "R\x00", "known": ()})
    assert said.startswith("a �[2J �.csv: ")
    assert "R�" in said
