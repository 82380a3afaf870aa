import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.matching import Index, label_key, name_key, nearest


@pytest.mark.parametrize(
    "written",
    ["邮  编", "邮\u3000编：", "*邮编", "邮编（六位）", "【邮编】", "\ufeff邮\n编", "邮编(必填)[1]"],
)
def test_one_heading_in_many_dresses(written: str) -> None:
    assert label_key(written) == label_key("邮编")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("晨光ＱＣ小组", "晨光 qc小组"),
        ("新疆（石油）公司", "新疆(石油)公司"),
        ("古丽·买买提", "古丽•买买提"),
        ("〔晨光〕小组", "【晨光】小组"),
        ("A—B班", "A-B班"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("古丽·买买提", "古丽买买提"), ("一班", "二班"), ("晨光小组", "晨光QC小组"), ("(甲)班", "甲班")],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text(max_size=40))
def test_keys_are_settled(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
    assert label_key(" ".join(text)) is not None


def test_the_nearest_come_first_and_never_more_than_three() -> None:
    known = ("伊犁州工业局", "伊犁州工信局", "伊犁工业局", "塔城工信局", "乌鲁木齐市建筑协会")
    offered = nearest("伊犁工信局", known)
    assert offered[0] == "伊犁州工信局"
    assert len(offered) == 3
    assert "乌鲁木齐市建筑协会" not in offered
    assert nearest("xyz", known) == ()


def test_an_index_tells_none_one_and_several() -> None:
    index: Index[int] = Index()
    index.add(1, "甲班", "A")
    index.add(2, "甲 班")
    index.add(3, "", "  ")
    assert (index.find("a"), index.find("甲班"), index.find("乙班"), index.find("")) == ((1,), (1, 2), (), ())
