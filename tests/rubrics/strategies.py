"""Any rubric, any programme: within the types' meaning, beyond what a file could state."""

from types import MappingProxyType

from hypothesis import strategies as st

from rubrics.model import (
    Award,
    Criterion,
    Gate,
    Level,
    NotMetWhen,
    Programme,
    QuotaCategory,
    Rubric,
    Text,
    Won,
)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
fractions = st.fractions(min_value=0, max_value=10_000)
texts = st.builds(Text, words, words)
lists = st.lists(words, max_size=3).map(tuple)

few = st.sampled_from([(), ("", "章"), ("unit-seal",)])

levels = st.builds(Level, st.integers(1, 9), st.integers(0, 100), texts)
criteria = st.builds(
    Criterion,
    key=words,
    title=texts,
    full_ticks=st.integers(0, 10**12),
    weight=fractions,
    clauses=lists,
    levels=st.lists(levels, max_size=3).map(tuple),
    evidence=lists,
    may_not_apply=st.booleans(),
)
gates = st.builds(
    Gate,
    key=words,
    title=texts,
    clause=words,
    evidence=lists,
    not_met_when=st.none() | st.sampled_from(NotMetWhen),
    met_when_says=few,
    checklist=few,
    won=st.none() | st.builds(Won, st.sampled_from(["", "qc-group"]), st.integers(1, 20)),
    reading=st.sampled_from(["", "award-years"]),
)
rubrics = st.builds(
    Rubric,
    key=words,
    version=st.integers(1),
    title=texts,
    source=texts,
    step=fractions,
    criteria=st.lists(criteria, max_size=3).map(tuple),
    gates=st.lists(gates, max_size=2).map(tuple),
)
programmes = st.builds(
    Programme,
    key=words,
    title=texts,
    awards=st.lists(st.builds(Award, words, texts, words, words, lists), max_size=3).map(tuple),
    quota_categories=st.lists(
        st.builds(QuotaCategory, words, texts, words, st.none() | words, st.none() | words), max_size=3
    ).map(tuple),
    rubrics=st.dictionaries(words, rubrics, max_size=2).map(MappingProxyType),
)
