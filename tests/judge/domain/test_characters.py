import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.records import Block
from judge.domain.characters import count_blocks, count_characters


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (" 　\t\n", 0),
        ("质量管理小组", 6),
        ("故障率降到3.1%。", 7),
        ("采用QC小组方法", 7),
        ("“小、实、活、新”——一线员工……", 17),
        ("阿里木·买买提", 7),
        ("quality control circle", 3),
        ("2019年6月", 4),
        ("ＱＣ小组", 4),
        ("吉林\U00020000村", 4),
        ("𠮷", 1),
        ("a  b\nc", 3),
    ],
)
def test_characters_are_counted_as_word_counts_them(text: str, count: int) -> None:
    assert count_characters(text) == count


def test_headings_and_tables_count() -> None:
    blocks = (Block("选题理由", level=1), Block("现场问题"), Block(rows=(("序号", "原因"), ("1", "人员"))))
    assert count_blocks(blocks) == 4 + 4 + 2 + 2 + 1 + 2


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=50))
def test_every_chinese_character_counts_one(text: str) -> None:
    assert count_characters(text) == len(text)


@given(st.text(), st.text())
def test_a_blank_between_two_texts_adds_their_counts(one: str, other: str) -> None:
    assert count_characters(f"{one} {other}") == count_characters(one) + count_characters(other)
