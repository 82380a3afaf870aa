import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.values.ticks import yes_or_no
from imports.values.written import Unclear


@pytest.mark.parametrize(
    "text",
    [
        "是☑ 否□",
        "是□√                             否□",
        "☑是 □否",
        "√是",
        "是√",
        "是",
        " 是 ",
        "__是__",
        "是■　否□",
        "是☒ 否☐",
        "是✓否□",
        "√是□ 否□",
        "是√ 否",
        "是√ 否×",
        "否□ 是☑",
        "是☑\n否□",
        "√ 是 否",
        "是口√ 否口",
    ],
)
def test_yes(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize(
    "text", ["是□ 否☑", "□是 ☑否", "否", "否√", "是 否√", "是 √否", "是□ 否□√", "是□   否■"]
)
def test_no(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("是□ 否□", "tick-none"),
        ("是 否", "tick-none"),
        ("", "tick-none"),
        ("　____ ", "tick-none"),
        ("是□", "tick-none"),
        ("是☑ 否☑", "tick-both"),
        ("☑是 ☑否", "tick-both"),
        ("是√否", "tick-unclear"),
        ("是 √ 否", "tick-unclear"),
        ("√", "tick-unclear"),
        ("待定", "tick-unclear"),
        ("是（第二批）", "tick-unclear"),
        ("是×", "tick-unclear"),
        ("是☑ 是□", "tick-unclear"),
        ("是" * 300, "tick-unclear"),
    ],
)
def test_what_is_not_clearly_ticked_says_why(text: str, code: str) -> None:
    with pytest.raises(Unclear) as unclear:
        yes_or_no(text)
    assert unclear.value.code == code


@given(st.text("是否□☑√ ×x、\n", max_size=12))
def test_an_answer_is_given_only_where_its_word_is_written(text: str) -> None:
    try:
        answer = yes_or_no(text)
    except Unclear:
        return
    assert ("是" if answer else "否") in text
