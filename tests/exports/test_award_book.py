import time
from dataclasses import replace
from pathlib import Path

import pytest

from exports.award_book import write_award_book
from exports.records import Column, ListLine, RankedList
from tests.exports.books import GROUPS, book, line
from tests.exports.reading import Rows, by_calamine, by_openpyxl, sheet_xml, write


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("book"))[0]


def table(rows: Rows, first_head: str) -> list[dict[object, object]]:
    at = next(i for i, row in enumerate(rows) if row[0] == first_head)
    return [dict(zip(rows[at], row, strict=True)) for row in rows[at + 1 :]]


def test_sheets_come_in_reading_order(written: Path) -> None:
    assert list(by_openpyxl(written)) == [
        "总览",
        "名额使用情况",
        "自治区优秀质量管理小组",
        "质量管理小组活动推进者",
        "计分办法与校验",
    ]


def test_two_readers_find_the_same_values(written: Path) -> None:
    first, second = by_openpyxl(written), by_calamine(written)
    assert first.keys() == second.keys()
    for name, rows in first.items():
        assert rows == second[name], name


def test_a_line_stands_as_given_with_its_figures_rounded_half_up(written: Path) -> None:
    shown = table(by_openpyxl(written)["自治区优秀质量管理小组"], "名次")[0]
    given = line(1)
    assert given.score is not None
    assert shown == {
        "名次": 1,
        "单位内名次": 1,
        "得分": 95.63,  # 95.625 exactly
        "结论": "获奖",
        "名称": given.name,
        "企业名称": given.organisation,
        "推荐单位": given.body,
        "成果名称": given.subject,
        "编号": "G0001",
        "计入评分表": 5,
        "应评评分表": 5,
        "备注": None,
        "选题契合\n15": 14.45,  # 14.445 exactly
        "过程与凭证\n25": 24.0,
        "工具与创新\n15": 14.36,
        "成效\n20": 19.08,
        "基层参与\n15": 14.27,
        "传播与延续\n10": 9.48,
    }


def test_an_undecided_line_has_empty_cells_never_zeros(written: Path) -> None:
    shown = table(by_openpyxl(written)["自治区优秀质量管理小组"], "名次")[7]
    assert shown["结论"] == "未定"
    assert [shown[head] for head in ("名次", "单位内名次", "得分", "选题契合\n15")] == [None] * 4
    assert shown["计入评分表"] == 2


def test_lines_keep_the_order_given(written: Path) -> None:
    shown = table(by_openpyxl(written)["自治区优秀质量管理小组"], "名次")
    assert [row["编号"] for row in shown] == [f"G{number:04}" for number in range(1, 65)]


def test_a_list_shows_only_the_columns_asked_for(written: Path) -> None:
    shown = table(by_openpyxl(written)["质量管理小组活动推进者"], "名次")
    assert "成果名称" not in shown[0]
    assert [row["名称"] for row in shown] == ["古丽娜尔·阿布都热合曼", "王建国", "𠮷田秀兰"]


def test_the_overview_counts_what_the_lists_show(written: Path) -> None:
    sheets = by_openpyxl(written)
    groups = table(sheets["自治区优秀质量管理小组"], "名次")
    shown = table(sheets["总览"], "名单")[0]
    assert shown["申报数"] == len(groups) == 64
    for standing in ("获奖", "递补", "未获奖", "不合格", "未定"):
        assert shown[standing] == sum(row["结论"] == standing for row in groups)


def test_a_standing_without_a_place_in_the_order_is_counted_all_the_same(tmp_path: Path) -> None:
    ruled = replace(GROUPS, lines=(line(1), replace(line(2), standing="撤销")))
    target, _ = write(tmp_path, ruled)
    shown = table(by_openpyxl(target)["总览"], "名单")[0]
    assert (shown["申报数"], shown["获奖"], shown["撤销"]) == (2, 1, 1)


def quotas(rows: Rows) -> list[dict[tuple[object, object], object]]:
    """The quota table's lines by (category, measure), as the two rows of heads say it."""
    at = next(i for i, row in enumerate(rows) if row[0] == "序号")
    category: object = None
    keys = []
    for band, head in zip(rows[at - 1], rows[at], strict=True):
        category = band or category
        keys.append((category, head))
    return [dict(zip(keys, row, strict=True)) for row in rows[at + 1 :]]


def test_quotas_stand_by_category_and_measure(written: Path) -> None:
    first, *_ = quotas(by_openpyxl(written)["名额使用情况"])
    assert first == {
        (None, "序号"): 1,
        (None, "推荐单位"): "乌鲁木齐市质量协会",
        ("小组数", "名额"): 11,
        ("小组数", "申报"): 10,
        ("小组数", "获奖"): 6,
        ("小组数", "未定"): 1,
        ("发表小组数", "名额"): 4,
        ("发表小组数", "申报"): 3,
        ("发表小组数", "获奖"): 3,
        ("发表小组数", "未定"): 0,
        ("质量信得过班组数", "名额"): 7,
        ("质量信得过班组数", "申报"): 7,
        ("质量信得过班组数", "获奖"): 5,
        ("质量信得过班组数", "未定"): 1,
    }


def test_quota_totals_add_up_and_what_is_not_held_stays_empty(written: Path) -> None:
    *bodies, total = quotas(by_openpyxl(written)["名额使用情况"])
    assert total[None, "推荐单位"] == "合计"
    for head in list(total)[2:]:
        assert total[head] == sum(int(str(row[head])) for row in bodies if row[head] is not None)
    assert bodies[4]["质量信得过班组数", "名额"] is None


def test_method_and_digests_are_kept_as_text(written: Path) -> None:
    facts = {row["项目"]: row["内容"] for row in table(by_openpyxl(written)["计分办法与校验"], "项目")}
    assert facts["最少评分表数"] == "3"
    assert facts["台账头"] == "b1d0e6f7" * 8


def test_a_setting_stands_in_words_and_beside_them_as_files_state_it(written: Path) -> None:
    first = table(by_openpyxl(written)["计分办法与校验"], "项目")[0]
    assert first == {
        "项目": "得分的合成方式",
        "内容": "去掉最高分和最低分后的平均分",
        "文件中的写法": 'combine = "trimmed-mean"',
    }


def test_the_book_holds_no_formula_and_no_link(written: Path) -> None:
    markup = sheet_xml(written)
    assert "<sheetData>" in markup
    assert "<f>" not in markup
    assert "hyperlink" not in markup


def test_the_same_book_gives_the_same_bytes(tmp_path: Path) -> None:
    write_award_book(book(), tmp_path / "one.xlsx")
    time.sleep(2.1)  # longer than the two seconds that a zip's clock ticks in
    write_award_book(book(), tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_lines_may_be_generated(tmp_path: Path) -> None:
    target, _ = write(tmp_path, replace(GROUPS, lines=(line(number) for number in range(1, 2_500))))
    shown = table(by_calamine(target)["自治区优秀质量管理小组"], "名次")
    assert len(shown) == 2_499
    assert shown[-1]["编号"] == "G2499"


def test_a_book_without_lists_lines_or_quotas_is_a_book(tmp_path: Path) -> None:
    empty = RankedList(key="empty", title="空名单", lines=())
    target = tmp_path / "book.xlsx"
    write_award_book(replace(book(), quotas=None, lists=(empty,), facts=()), target)
    assert list(by_openpyxl(target)) == ["总览", "空名单", "计分办法与校验"]
    assert by_openpyxl(target) == by_calamine(target)


def test_means_that_do_not_follow_the_criteria_are_the_callers_error(tmp_path: Path) -> None:
    crooked: ListLine = replace(line(1), means=(1, 2))
    with pytest.raises(ValueError, match="G0001"):
        write(tmp_path, replace(GROUPS, lines=(crooked,)))
    assert list(tmp_path.iterdir()) == []


def test_columns_take_the_order_given(tmp_path: Path) -> None:
    target, _ = write(tmp_path, replace(GROUPS, notes=(), columns=(Column.NAME, Column.RANK)))
    assert by_openpyxl(target)["自治区优秀质量管理小组"][1] == ["名称", "名次"]
