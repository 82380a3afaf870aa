from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.values import figures
from imports.values.written import Unclear


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4 ", 4),
        (" 247", 247),
        ("１２", 12),
        ("12人", 12),
        ("12 名", 12),
        ("0起", 0),
        ("0", 0),
        ("无", 0),
        ("1,234", 1234),
        ("__7__", 7),
        ("", None),
        ("　 ", None),
        ("  人", None),
    ],
)
def test_counts(text: str, value: int | None) -> None:
    assert figures.count(text, ("人", "名", "起")) == value


@pytest.mark.parametrize(
    "text", ["约98", "十二", "3-5", "12,5", "-1", "1.5", "①", "12只", "9" * 400, "4 5", "没有数"]
)
def test_unclear_counts_are_never_guessed(text: str) -> None:
    with pytest.raises(Unclear) as unclear:
        figures.count(text, ("人",))
    assert unclear.value.code == "figure-unclear"


@pytest.mark.parametrize(
    ("text", "value"),
    [("98.5%", "98.5"), ("98.5％", "98.5"), ("９８．５", "98.5"), ("100", "100"), ("0", "0"), ("5‰", "0.5")],
)
def test_rates(text: str, value: str) -> None:
    assert figures.percent(text) == Decimal(value)


@pytest.mark.parametrize("text", ["≥98%", "98%以上", "无", "98.5.1", "98..5"])
def test_unclear_rates_are_never_guessed(text: str) -> None:
    with pytest.raises(Unclear):
        figures.percent(text)


def test_a_rate_prefilled_with_its_sign_alone_is_blank() -> None:
    assert figures.percent("    %") is None


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("12.5", "质量成本（万元/年）", "12.5"),
        ("12.5万元", "质量成本（万元/年）", "12.5"),
        ("125,000元", "质量成本（万元/年）", "12.5"),
        ("125000", "质量成本（元/年）", "12.5"),
        ("0.2亿元", "质量成本", "2000"),
        ("12.5", "质量成本", "12.5"),
    ],
)
def test_money_is_given_in_the_forms_unit_exactly(text: str, label: str, value: str) -> None:
    assert figures.money(text, "万元", label) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("120/48", ("120", "48")),
        ("１２０／４８", ("120", "48")),
        ("120人次、48学时", ("120", "48")),
        ("120人48.5学时", ("120", "48.5")),
        ("120 48", ("120", "48")),
        ("1,200/48", ("1200", "48")),
        ("无", ("0", "0")),
        ("     /     ", None),
        ("", None),
    ],
)
def test_two_figures_in_one_cell(text: str, value: tuple[str, str] | None) -> None:
    read = figures.pair(text, ("人", "人次"), ("学时", "小时"))
    assert (None if read is None else tuple(map(str, read))) == value


@pytest.mark.parametrize("text", ["120", "1,200", "120/", "/48", "120/48/2", "约120/48", "12048学时"])
def test_a_pair_that_is_none_is_never_guessed(text: str) -> None:
    with pytest.raises(Unclear):
        figures.pair(text, ("人",), ("学时",))


@given(st.integers(0, 10**9), st.sampled_from(["", "人", " 人", "　"]))
def test_every_plain_count_is_read_back(number: int, behind: str) -> None:
    wide = str(number).translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})
    assert figures.count(f"{number}{behind}", ("人",)) == number
    assert figures.count(f"{wide}{behind}", ("人",)) == number


@given(st.text(max_size=80))
def test_any_text_is_a_figure_a_blank_or_unclear(text: str) -> None:
    for reader in (figures.count, figures.percent, _cost, _training):
        with suppress(Unclear):
            reader(text)


def _cost(text: str) -> Decimal | None:
    return figures.money(text, "万元")


def _training(text: str) -> tuple[Decimal, Decimal] | None:
    return figures.pair(text, ("人",), ("时",))
