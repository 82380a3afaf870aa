import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from rubrics.canonical import NotCanonical
from rubrics.catalogue import load_builtin
from rubrics.digest import (
    digest,
    from_canonical,
    programme_digest,
    programme_from_canonical,
    programme_to_canonical,
    to_canonical,
)
from rubrics.model import Gate, Programme, Rubric, Text
from tests.rubrics import strategies

QC_GROUP = load_builtin("xinjiang_2019").rubrics["qc-group"]
SMALL = Rubric("r", 1, Text("表", "R"), Text("源", "S"), Fraction(1, 2), ())
SMALL_BYTES = (
    '{"criteria":[],"gates":[],"key":"r","source":{"en":"S","zh":"源"},"step":"1/2",'
    '"title":{"en":"R","zh":"表"},"version":1}'
).encode()


def test_the_canonical_form_is_the_documented_one() -> None:
    assert to_canonical(SMALL) == SMALL_BYTES


@given(strategies.rubrics)
@settings(max_examples=60)
def test_a_rubric_comes_back_exactly_from_its_bytes(rubric: Rubric) -> None:
    again = from_canonical(to_canonical(rubric))
    assert again == rubric
    assert to_canonical(again) == to_canonical(rubric)


@given(strategies.programmes)
@settings(max_examples=60)
def test_a_programme_comes_back_exactly_from_its_bytes(programme: Programme) -> None:
    again = programme_from_canonical(programme_to_canonical(programme))
    assert again == programme
    assert programme_to_canonical(again) == programme_to_canonical(programme)


@given(strategies.rubrics, strategies.rubrics)
@settings(max_examples=60)
def test_two_rubrics_share_bytes_only_if_they_are_equal(one: Rubric, other: Rubric) -> None:
    assert (to_canonical(one) == to_canonical(other)) == (one == other)


def test_one_changed_character_changes_the_digest() -> None:
    first, *rest = QC_GROUP.criteria
    level = replace(first.levels[0], text=replace(first.levels[0].text, en=first.levels[0].text.en + " "))
    changed = replace(QC_GROUP, criteria=(replace(first, levels=(level, *first.levels[1:])), *rest))
    assert digest(changed) != digest(QC_GROUP)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"null",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        SMALL_BYTES[:-1],
        SMALL_BYTES + b"\n",
        SMALL_BYTES.replace(b'"1/2"', b'"2/4"'),
        SMALL_BYTES.replace(b'"1/2"', b'"1/0"'),
        SMALL_BYTES.replace(b'"1/2"', b'"0.5"'),
        SMALL_BYTES.replace(b'"1/2"', b"0.5"),
        SMALL_BYTES.replace(b'"1/2"', b'"' + b"9" * 5000 + b'/2"'),
        SMALL_BYTES.replace(b'"version":1', b'"version":true'),
        SMALL_BYTES.replace(b'"version":1', b'"version":1.0'),
        SMALL_BYTES.replace(b'"version":1', b'"version":"1"'),
        SMALL_BYTES.replace(b'"version":1', b'"version":1,"version":1'),
        SMALL_BYTES.replace(b'"version":1', b'"version":1,"words":2'),
        SMALL_BYTES.replace(b'"criteria":[],', b""),
        SMALL_BYTES.replace(b'"criteria":[]', b'"criteria":{}'),
        SMALL_BYTES.replace(b'"key":"r"', b'"key":"\\u0072"'),
        SMALL_BYTES.replace(b'"key":"r"', b'"key":"\\ud800"'),
        json.dumps(json.loads(SMALL_BYTES)).encode(),
    ],
)
def test_any_other_bytes_are_refused(damaged: bytes) -> None:
    with pytest.raises(NotCanonical):
        from_canonical(damaged)


def test_an_unknown_gate_rule_is_refused() -> None:
    data = to_canonical(load_builtin("xinjiang_2019").rubrics["trusted-team"])
    with pytest.raises(NotCanonical):
        from_canonical(data.replace(b'"positive"', b'"negative"'))


def test_a_rubric_is_no_programme() -> None:
    with pytest.raises(NotCanonical):
        programme_from_canonical(SMALL_BYTES)


# A published rubric does not change by accident. Whoever means to change one counts up its version and
# writes the new digest here.
PUBLISHED = {
    "qc-enterprise": (2, "7a527af4c4ecd9c799e4d8c2c809660794030089ddddaad61733941289369a1d"),
    "qc-group": (2, "a5f2cb3e1f48019c08dccca78a14941c687f3070d446f1f868dede0fae32f68e"),
    "qc-group-presentation": (2, "13148eb3085aca1362c80728dfd744fa8484230ce9101b796fc8b2247c5eef54"),
    "qc-group-site": (2, "bc74e8ca5457b8f154970213edb6adf36555d18972bd04f00b70caea5ab5d317"),
    "qc-promoter": (2, "332623bd3c7d0876206043922ca0ab3c9aaa0d8c7d4c2e1c86ae8505513b96bc"),
    "team-enterprise": (2, "5c144df9e523cbcc0cc484b89daf12db54309fe56ae277b10d4c1ce12d7cda36"),
    "team-individual": (2, "01fa0572e6a509f8f56ea023f2a76419a883d69184654d5956a705895aef0c68"),
    "trusted-team": (2, "5efaff2982b86aed93d624733bd02ffdced5256000d43e12c5d5540a05a36115"),
}
PUBLISHED_PROGRAMME = "242a4b1bfe9e8dfea47554720fdbbdcd075304272daf31683a65deed80e522a1"


def test_published_rubrics_are_what_was_published() -> None:
    programme = load_builtin("xinjiang_2019")
    assert {key: (r.version, digest(r)) for key, r in programme.rubrics.items()} == PUBLISHED
    assert programme_digest(programme) == PUBLISHED_PROGRAMME


FIRST = {
    "qc-enterprise": (1, "ac282256059bcce5344397bfcf7428afe26d80d84a861aa556cd6a80bfd5266a"),
    "qc-group": (1, "dbee1aebcce89f4354e55b6cdce8642705a5394ff21b1fd2d5df5c08ff5d8972"),
    "qc-group-presentation": (1, "d982891c55841db67bee3201c0160417c9da9fb1465fac76a01c54e2e8bc9e01"),
    "qc-group-site": (1, "cd5a6bcadcc43d28774827d25ced22cf8d5df3ba297a4e7e5720b9335d05bf4c"),
    "qc-promoter": (1, "e4fbd01d99625f93badc1e54b1f0bf3c7715482ef39b0dc5001435ac8461cc08"),
    "team-enterprise": (1, "fadb4e232670e31f49fb56e93ce620db150e810ace119ce8b7d8e3660f97ae15"),
    "team-individual": (1, "4af1523e8da27ee0a01a0400874d875cf78e5b21dc9f450db04a393eb469fb4c"),
    "trusted-team": (1, "e67d5df8f08937a369378fc8669cce1b4e239d4be1c5dfee4e4313a78392f889"),
}
"""The rubrics that editions of before are pinned to; their gates were decided by the form alone."""


def as_first(rubric: Rubric) -> Rubric:
    """The rubric as its first version was, before gates said what decides them."""
    evidence = {
        "three-straight-years": ("organisation",),
        "three-recent-years": ("organisation",),
        "team-building-role": ("post", "position", "narrative"),
    }
    gates = tuple(
        Gate(g.key, g.title, g.clause, evidence.get(g.key, g.evidence), g.not_met_when) for g in rubric.gates
    )
    return replace(rubric, version=1, gates=gates)


def test_rubrics_whose_gates_say_nothing_new_keep_their_digests() -> None:
    rubrics = load_builtin("xinjiang_2019").rubrics
    assert {key: (1, digest(as_first(rubric))) for key, rubric in rubrics.items()} == FIRST


def test_an_edition_of_before_reads_its_pinned_rubrics_as_they_were() -> None:
    first = as_first(QC_GROUP)
    again = from_canonical(to_canonical(first))
    assert again == first
    assert (again.gates[0].checklist, again.gates[0].won) == ((), None)
    assert b"checklist" not in to_canonical(first)


def test_a_later_field_at_its_default_is_not_canonical() -> None:
    spelled = to_canonical(as_first(QC_GROUP)).replace(b'"clause"', b'"checklist":[],"clause"', 1)
    with pytest.raises(NotCanonical):
        from_canonical(spelled)
