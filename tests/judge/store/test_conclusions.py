"""What is concluded from papers comes back from a packet as it went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from judge.domain.conclusions import Conclusions
from judge.domain.conflict import Conflict, ConflictGround
from judge.domain.desk import GateFinding, Ground, GroundCode, Outcome, ShownField
from judge.domain.revision import FieldChange
from judge.ledger.canonical import NotCanonical
from judge.store.conclusions import conclusions_bytes, conclusions_from
from rubrics.model import Text

texts = st.text(st.characters(exclude_categories=["Cs"]))
lists = st.lists(texts).map(tuple)
grounds = st.builds(Ground, st.sampled_from(GroundCode), texts | st.builds(Text, texts, texts), texts)
fields = st.builds(ShownField, texts, texts, texts)
findings = st.builds(
    GateFinding, texts, st.sampled_from(Outcome), st.lists(fields).map(tuple), st.lists(grounds).map(tuple)
)
changes = st.builds(FieldChange, texts, texts, texts, texts, lists, lists, lists)
conflicts = st.builds(Conflict, st.sampled_from(ConflictGround), texts, texts)
concluded = st.builds(
    Conclusions,
    st.lists(findings, max_size=3).map(tuple),
    st.lists(changes, max_size=3).map(tuple),
    st.lists(conflicts, max_size=3).map(tuple),
)


@given(concluded)
def test_conclusions_are_kept_exactly(given_ones: Conclusions) -> None:
    assert conclusions_from(conclusions_bytes(given_ones)) == given_ones


@given(concluded)
def test_the_same_conclusions_are_the_same_bytes(given_ones: Conclusions) -> None:
    again = conclusions_from(conclusions_bytes(given_ones))
    assert conclusions_bytes(again) == conclusions_bytes(given_ones)


def test_bytes_in_another_spelling_are_none() -> None:
    with pytest.raises(NotCanonical):
        conclusions_from(b'{"changes": [], "conflicts": [], "gates": []}')
