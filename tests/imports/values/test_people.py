import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.values.people import doubtful, names
from imports.values.written import line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("张三、李四，王五,赵六；孙七;周八\n吴九", ("张三", "李四", "王五", "赵六", "孙七", "周八", "吴九")),
        ("张三 李四　王小五", ("张三", "李四", "王小五")),
        ("张三\t李四", ("张三", "李四")),
        ("、张三、、 李四。", ("张三", "李四。")),
        ("阿依古丽·买买提 张三", ("阿依古丽·买买提", "张三")),
        ("阿依古丽 · 买买提、张三", ("阿依古丽 · 买买提", "张三")),
        ("\U00020bb7野正、李𬭎", ("\U00020bb7野正", "李𬭎")),
        ("李 四、张三", ("李 四", "张三")),
        ("李四、张三、李四", ("李四", "张三", "李四")),
        ("John Smith、张三", ("John Smith", "张三")),
        ("", ()),
    ],
)
def test_lists_keep_order_and_spelling(text: str, expected: tuple[str, ...]) -> None:
    assert names(text) == expected
    assert doubtful(expected) == ()


@pytest.mark.parametrize("text", ["古丽 买买提", "欧阳 文静", "张三 阿不都", "张三等10人", "1.张三", "——"])
def test_what_may_be_one_name_or_several_stays_whole_and_is_said(text: str) -> None:
    assert names(text) == (text,)
    assert doubtful((text,)) == (text,)


@given(
    st.lists(st.text("王张阿依古丽买提·\U00020bb7", min_size=1, max_size=6), max_size=12),
    st.sampled_from("、，,;；\n"),
)
def test_names_between_separators_come_back_as_written(written: list[str], separator: str) -> None:
    assert names(separator.join(written)) == tuple(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  晨光QC小组 ", "晨光QC小组"),
        ("中国石油\n新疆油田", "中国石油新疆油田"),
        ("Xinjiang\nOilfield", "Xinjiang Oilfield"),
        ("克拉玛依市  36 号", "克拉玛依市  36 号"),
        ("____", None),
        ("\n　", None),
    ],
)
def test_one_line_of_text(text: str, expected: str | None) -> None:
    assert line(text) == expected
