from hypothesis import given
from hypothesis import strategies as st

from imports.matching import name_key
from judge.domain.organisations import Organisations, rival_owner
from judge.services.sheets.conflicts import is_own

names = st.sampled_from(
    ["新疆油田公司", "新疆石油管理局", "吐哈油田", "吐哈石油", "独山子石化", "塔里木油田"]
)
pairs = st.lists(st.tuples(names, names), max_size=6)


def test_names_are_the_same_in_any_width_and_bracket() -> None:
    known = Organisations()
    assert known.same("中国石油（新疆）公司", "中国石油(新疆) 公司")
    assert not known.same("", " ")


def test_company_forms_are_never_guessed() -> None:
    long, short = "吐哈油田有限责任公司", "吐哈油田有限公司"
    assert not Organisations().same(long, short)
    assert Organisations([(long, short)]).same(short, long)


def test_a_chain_of_renamings_leads_to_one_organisation() -> None:
    known = Organisations([("新疆油田公司", "新疆石油管理局"), ("新疆石油管理局", "克拉玛依矿务局")])
    assert known.same("克拉玛依矿务局", "新疆油田公司")
    assert not known.same("克拉玛依矿务局", "吐哈油田")


@given(pairs, names, names, names)
def test_being_the_same_is_an_equivalence_that_holds_what_was_said(
    said: list[tuple[str, str]], a: str, b: str, c: str
) -> None:
    known = Organisations(said)
    assert all(known.same(one, other) for one, other in said)
    assert known.same(a, b) == known.same(b, a)
    if known.same(a, b) and known.same(b, c):
        assert known.same(a, c)
    # The order in which it was said makes no difference.
    assert known.same(a, b) == Organisations(reversed(said)).same(a, b)


@given(st.text(max_size=6))
def test_without_other_names_the_key_alone_decides(name: str) -> None:
    assert Organisations().identity(name) == name_key(name)


def test_one_name_of_two_is_a_contradiction_unless_they_are_said_to_be_one() -> None:
    both = [("新疆油田公司", "石油局"), ("吐哈油田", "石油局")]
    assert rival_owner(both, "吐哈油田", "石油局") == "新疆油田公司"
    assert rival_owner(both, "新疆油田公司", "石油局") == "吐哈油田"
    assert rival_owner([*both, ("新疆油田公司", "吐哈油田")], "吐哈油田", "石油局") is None
    assert rival_owner([*both, ("独山子石化", "炼厂")], "独山子石化", "炼厂") is None


def test_a_reviewer_of_an_earlier_name_is_in_conflict() -> None:
    known = Organisations([("新疆油田公司", "新疆石油管理局"), ("哈密地区工信局", "哈密市工信局")])
    assert is_own("新疆石油管理局", "新疆油田公司", "哈密地区工信局", known)
    assert is_own("哈密市工信局", "吐哈油田", "哈密地区工信局", known)
    assert not is_own("新疆石油管理局", "吐哈油田", "和田地区工信局", known)
    assert not is_own("", "吐哈油田", "", known)
