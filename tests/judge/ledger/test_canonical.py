import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.ledger.canonical import NotCanonical, Value, decode, encode

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=20,
)


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


@pytest.mark.parametrize("data", [b'{"a":1,"a":1}', b"1.0", b"NaN", b'"\xff"', b"", b"[" * 100_000])
def test_bytes_that_are_not_canonical_are_refused(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        decode(data)


def test_the_bytes_are_the_published_form() -> None:
    assert encode({"名": "艾力·买买提", "b": [1, None, True], "a": '"\n'}) == (
        '{"a":"\\"\\n","b":[1,null,true],"名":"艾力·买买提"}'.encode()
    )
