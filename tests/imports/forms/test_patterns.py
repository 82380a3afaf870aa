"""The quick ways to find titles, labels and the room for a seal find what the plain ways find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from imports.forms.definition import FormDefinition, Seat
from imports.forms.fields import _STAMP
from imports.forms.finding import is_title, titled_by
from imports.forms.labels import _spelling, labels_of
from imports.forms.library import builtin_forms

FORMS = builtin_forms().definitions
PLAIN_STAMP = re.compile(
    r"(?:被推荐者|推荐)?单\s*位\s*[（(]?\s*[盖公]\s*章[^\n]{0,40}(?:\s*[0-9]*\s*年\s*[0-9]*\s*月\s*[0-9]*\s*日)?\Z"
    r"|\n\s*年\s*月\s*日\Z"
)

titles = st.sampled_from([title for form in FORMS for title in form.titles])
labels = st.sampled_from([label for form in FORMS for field in form.fields for label in field.labels])
fillers = st.text(st.sampled_from("2019年附件 \n\u3000：:（）晨光"), max_size=4)
lines = st.lists(titles | fillers | st.text(max_size=3), max_size=4).map("".join)
heads = st.lists(labels | fillers | labels.map(" ".join), max_size=6).map("".join)
stamps = st.lists(
    st.sampled_from(
        [
            "被推荐者",
            "推荐",
            "单",
            "单位",
            " ",
            "（",
            "盖章",
            "公 章",
            ")",
            "\n",
            "年",
            "6月",
            "日",
            "年  月 日",
        ]
    ),
    max_size=10,
).map("".join)


@given(lines)
def test_a_line_is_a_title_of_the_forms_of_which_it_is_one(line: str) -> None:
    assert list(titled_by(line, FORMS)) == [form for form in FORMS if is_title(line, form)]


def plainly_running(form: FormDefinition, text: str) -> list[tuple[str, str]]:
    """Each label met, as defined and as written, where one search goes on behind the other."""
    spelled = [label for field in form.fields if field.at is not Seat.CELL for label in field.labels]
    spelled.sort(key=lambda label: -len(label))
    pattern = re.compile("|".join(f"({_spelling(label)})" for label in spelled) or "(?!)")
    return [(spelled[(found.lastindex or 1) - 1], found[0].strip()) for found in pattern.finditer(text)]


@given(st.sampled_from(FORMS), heads)
def test_labels_in_running_text_are_those_of_the_plain_pattern(form: FormDefinition, text: str) -> None:
    met = labels_of(form).running(text)
    plain = plainly_running(form, text)[: len(met)]
    assert [(labelled.field, labelled.label) for labelled in met] == [
        (next(field for field in form.fields if label in field.labels), written) for label, written in plain
    ]
    assert bool(met) == bool(plain)


@given(stamps)
def test_the_room_for_a_seal_is_where_the_plain_pattern_finds_it(text: str) -> None:
    found, plain = _STAMP.search(text), PLAIN_STAMP.search(text)
    assert (found and found.span()) == (plain and plain.span())
