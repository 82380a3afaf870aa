import json
from http import HTTPStatus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.sheet import SheetState
from judge.ledger.canonical import NotCanonical, Value, decode, encode

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)
FOREIGN = [0.5, b"bytes", {1: 2}, {"a"}]


@given(values)
def test_what_is_encoded_reads_back(value: Value) -> None:
    assert decode(encode(value)) == value


@given(st.dictionaries(texts, st.integers(), min_size=2))
def test_order_of_keys_does_not_show(value: dict[str, int]) -> None:
    assert encode(value) == encode(dict(reversed(value.items())))


@given(values)
def test_any_other_spelling_is_refused(value: Value) -> None:
    spaced = json.dumps(value, indent=1).encode()
    if spaced != encode(value):
        with pytest.raises(NotCanonical):
            decode(spaced)


@pytest.mark.parametrize("value", [1.5, {"a": 0.1}, [{1: 2}], {"x": b"bytes"}, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: Value) -> None:
    with pytest.raises(NotCanonical):
        encode(value)


@given(values, st.sampled_from(FOREIGN), st.lists(st.booleans(), max_size=6))
def test_it_is_refused_however_deep_it_lies(beside: Value, foreign: Value, inside: list[bool]) -> None:
    value = foreign
    for in_list in inside:
        value = [beside, value] if in_list else {"beside": beside, "foreign": value}
    with pytest.raises(NotCanonical):
        encode(value)


def test_words_and_flags_of_a_type_of_their_own_spell_as_what_they_are() -> None:
    assert encode([SheetState.OPEN, HTTPStatus.OK]) == b'["open",200]'


@pytest.mark.parametrize("data", [b'{"a":1,"a":1}', b"1.0", b"NaN", b'"\xff"', b"", b"[" * 100_000])
def test_bytes_that_are_not_canonical_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        decode(data)


def test_the_bytes_are_the_published_form() -> None:
    assert encode({"名": "艾力·买买提", "b": [1, None, True], "a": '"\n'}) == (
        '{"a":"\\"\\n","b":[1,null,true],"名":"艾力·买买提"}'.encode()
    )
