"""A reviewer added by hand is a row with a source of its own, as one from a table is."""

import pytest

from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.panels.adding import add_reviewer, free_key
from judge.services.panels.standing import panels
from judge.store.queries.known import held_files


def names(edition: Edition) -> dict[str, tuple[str, str]]:
    return {one.key: (one.detail.name, one.detail.organisation) for one in panels(edition).members}


def sources(edition: Edition) -> set[str]:
    with edition.store.read() as connection:
        return set(held_files(connection).values())


def test_a_reviewer_is_added_with_the_next_free_key(filed: Edition) -> None:
    assert free_key(names(filed)) == "R04"
    assert add_reviewer(filed, "", " 买买提·阿不都 ", "") == "R04"
    assert add_reviewer(filed, "Z9", '李, "四"', "油田；研究院") == "Z9"

    assert names(filed)["R04"] == ("买买提·阿不都", "")
    assert names(filed)["Z9"] == ('李, "四"', "油田；研究院")
    assert free_key(names(filed)) == "R06"
    assert panels(filed).members[-1].seats == {}


def test_the_row_has_its_source_and_the_audit_proves_it(filed: Edition) -> None:
    add_reviewer(filed, "R04", "王五")
    assert "R04.csv" in sources(filed)
    assert audit(filed).faults == ()


@pytest.mark.parametrize(
    "name", ["[/x]", "=1+1", "\u202eمجموعة", "👩‍👩‍👧‍👦", "长" * 4000, "王；五", "姓名", "-", "1"]
)
def test_odd_names_are_kept_as_they_are_or_refused_whole(filed: Edition, name: str) -> None:
    before = names(filed)
    try:
        add_reviewer(filed, "R04", name)
    except Refusal:
        assert names(filed) == before
    else:
        assert names(filed)["R04"] == (name, "")
    assert audit(filed).faults == ()


@pytest.mark.parametrize(
    ("key", "name", "organisation", "code"),
    [
        ("", "  ", "", "reviewer-nameless"),
        ("a/b", "王五", "", "reviewer-key-malformed"),
        ("../../x", "王五", "", "reviewer-key-malformed"),
        ("r01", "王五", "", "reviewer-key-taken"),
        ("R01", "评委1", "研究院1", "reviewer-held-already"),
        ("R04", "王\0五", "", "note-not-text"),
        ("R04", "王" * 5001, "", "note-too-long"),
    ],
)
def test_what_cannot_be_is_refused_and_adds_nobody(
    filed: Edition, key: str, name: str, organisation: str, code: str
) -> None:
    before = names(filed)
    with pytest.raises(Refusal) as refused:
        add_reviewer(filed, key, name, organisation)
    assert refused.value.code == code
    assert names(filed) == before
