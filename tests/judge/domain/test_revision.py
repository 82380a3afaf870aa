"""How two revisions differ: by what they say, not by how it is written; lists by their items."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from imports.records import FieldValue, FormField
from judge.domain.revision import FieldChange, differences, excerpts


def field(key: str, value: FieldValue, written: str = "", label: str = "") -> FormField:
    return FormField(key, label or f"{key}：", written or str(value), value)


def members(*names: str) -> FormField:
    return field("members", names, "、".join(names))


def test_the_same_value_written_otherwise_is_no_change() -> None:
    old = [field("size", 4, "4 "), field("rate", Decimal("98.5"), "98.5%"), field("plaque", value=True)]
    new = [field("size", 4, "４人"), field("rate", Decimal("98.50"), "98.5％"), field("plaque", value=True)]
    assert differences(old, new) == ()


def test_a_figure_that_could_not_be_read_is_compared_as_written() -> None:
    (change,) = differences([field("rate", None, "约98")], [field("rate", None, "约99")])
    assert (change.old, change.new) == ("约98", "约99")


def test_yes_is_not_one() -> None:
    assert differences([field("plaque", value=True)], [field("plaque", 1)])


def test_labels_lose_their_colon_and_blanks_and_are_no_content() -> None:
    (change,) = differences(
        [field("name", "晨光", label="QC小组名称")], [field("name", "晨曦", label="QC小组\n名称：")]
    )
    assert change == FieldChange("name", "QC小组 名称", "晨光", "晨曦")
    assert differences([field("name", "晨光")], [field("name", "晨光", label="名称")]) == ()


def test_what_is_emptied_or_left_out_shows_as_nothing() -> None:
    emptied = differences([field("name", "晨光")], [FormField("name", "名称", "  ", None)])
    left_out = differences([field("name", "晨光")], [])
    assert [(c.old, c.new) for c in (*emptied, *left_out)] == [("晨光", "")] * 2


def test_members_that_came_went_and_moved_are_told_in_filed_order() -> None:
    old = members("阿依努尔·买买提", "王建国", "李梅", "张三", "王建国")
    (change,) = differences([old], [members("王建国", "阿依努尔·买买提", "赵六", "张三", "钱七")])
    assert change.added == ("赵六", "钱七")
    assert change.gone == ("李梅", "王建国")
    assert change.moved == ("王建国",)


def test_of_a_long_text_the_part_that_differs_is_shown() -> None:
    old = "同" * 300 + "故障率降到 3.1%" + "尾" * 300
    before, after = excerpts(FieldChange("story", "简介", old, old.replace("3.1", "2.9")))
    assert before[0] == before[-1] == "…"
    assert "3.1%" in before
    assert "2.9%" in after
    assert len(after) <= 102


names = st.lists(st.sampled_from("甲乙丙丁戊"), max_size=7)


@given(old=names, new=names)
def test_a_lists_change_leads_from_the_old_to_the_new(old: list[str], new: list[str]) -> None:
    changes = differences([members(*old)], [members(*new)])
    if old == new:
        assert changes == ()
        return
    (change,) = changes
    assert change.is_list
    assert sorted([*old, *change.added]) == sorted([*new, *change.gone])
    still_old, still_new = list(old), list(new)
    for item in (*change.gone, *change.moved):
        still_old.remove(item)
    for item in (*change.added, *change.moved):
        still_new.remove(item)
    assert sorted(still_old) == sorted(still_new)


@given(order=st.permutations(list("甲乙丙丁戊己庚")))
def test_as_few_as_possible_are_said_to_have_moved(order: list[str]) -> None:
    changes = differences([members(*"甲乙丙丁戊己庚")], [members(*order)])
    moved = changes[0].moved if changes else ()
    places = ["甲乙丙丁戊己庚".index(name) for name in order]
    longest = [1] * len(places)
    for n, place in enumerate(places):
        longest[n] = 1 + max((longest[m] for m in range(n) if places[m] < place), default=0)
    assert len(moved) == len(places) - max(longest)
