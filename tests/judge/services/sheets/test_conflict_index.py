"""The index of conflicts asks the rule of few and finds what the rule finds of all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from judge.domain.candidacy import Candidacy, Said
from judge.domain.conflict import Interests
from judge.domain.organisations import Organisations
from judge.services.sheets.conflicts import ConflictIndex, conflicts

ORGANISATIONS = (
    "",
    " ",
    "新疆油田公司",
    "新 疆 油田公司",
    "克拉玛依矿务局",
    "哈密（地区）工信局",
    "哈密(地区)工信局",
    "[/x]",
)
NAMES = ("", "·", "王建国", "王 建国", "阿依努尔·买买提", "阿依努尔・买买提", "Ａｎｎａ", "anna")
PHONES = ("", "13999123456", "139 9912-3456", "+86 13999123456", "0902-2237766; 13999123456", "无")

interests = st.builds(
    Interests,
    st.sampled_from(NAMES),
    st.sampled_from(ORGANISATIONS),
    st.sampled_from(PHONES),
    st.lists(st.sampled_from(ORGANISATIONS), max_size=2).map(tuple),
)
candidacies = st.builds(
    Candidacy,
    st.sampled_from(ORGANISATIONS),
    st.sampled_from(ORGANISATIONS),
    st.lists(st.builds(Said, st.sampled_from(NAMES), st.just("成员")), max_size=3).map(tuple),
    st.lists(
        st.builds(Said, st.sampled_from(("13999123456", "09022237766")), st.just("手机")), max_size=2
    ).map(tuple),
)
known = st.lists(st.tuples(st.sampled_from(ORGANISATIONS), st.sampled_from(ORGANISATIONS)), max_size=3).map(
    Organisations
)


@settings(max_examples=500, deadline=None)
@given(st.lists(interests, max_size=5), candidacies, known)
def test_it_finds_for_everybody_what_the_rule_finds(
    reviewers: list[Interests], theirs: Candidacy, organisations: Organisations
) -> None:
    by_key = {f"R{n}": own for n, own in enumerate(reviewers)}
    one_by_one = {key: conflicts(own, theirs, organisations) for key, own in by_key.items()}
    assert ConflictIndex(by_key, organisations).tied(theirs) == {
        key: found for key, found in one_by_one.items() if found
    }


def test_a_reviewer_is_of_every_organisation_that_they_are_said_to_be_of() -> None:
    own = Interests("甲", "研究院", "", ("新疆油田公司",))
    (found,) = conflicts(own, Candidacy("新 疆 油田公司", "哈密"), Organisations())
    assert found.said == "新 疆 油田公司"
