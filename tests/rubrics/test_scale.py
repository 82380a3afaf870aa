from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rubrics.catalogue import load_builtin
from rubrics.model import Criterion, Level, Text
from rubrics.scale import MarkRefused, level_of, lowest_ticks, plain_decimal, points_text, read_points

HALF = Fraction(1, 2)
STEPS = st.sampled_from([Fraction(s) for s in ("1", "5", "0.5", "0.25", "0.1", "0.2", "0.125", "2.5")])
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
CRITERIA = [c for rubric in load_builtin("xinjiang_2019").rubrics.values() for c in rubric.criteria]


def reached(ticks: int, judged: Criterion) -> Level:
    level = level_of(ticks, judged)
    assert level is not None
    return level


def criterion(full_ticks: int, floors: tuple[int, ...] = (0, 60, 75, 90)) -> Criterion:
    levels = tuple(Level(rank, floor, Text("", "")) for rank, floor in enumerate(floors, start=1))
    return Criterion("c", Text("", ""), full_ticks, Fraction(1), (), levels)


@pytest.mark.parametrize(
    ("typed", "ticks"),
    [
        ("12.5", 25),
        ("12.50", 25),
        ("012.5", 25),
        (".5", 1),
        ("0", 0),
        ("25", 50),
        ("  21 ", 42),
        ("\u300021\u3000", 42),
        ("１２．５", 25),
        ("12.5分", 25),
        ("12.5 分", 25),
        ("１２．５　分", 25),
        ("12.5 points", 25),
        ("1 point", 2),
    ],
)
def test_what_reviewers_type_is_read(typed: str, ticks: int) -> None:
    assert read_points(typed, HALF, 50) == ticks


# Signs, exponents and the like; then characters that look like digits, or fold to digits, without being such.
NO_NUMBERS = (
    *(
        "",
        " ",
        "分",
        "-0",
        "-x",
        "+1",
        "1e1",
        "1e9",
        "nan",
        "inf",
        "0x10",
        "1_0",
        "1,5",
        "12。5",
        "5.",
        ".",
        "1 2",
        "1.2.3",
    ),
    *(
        "5²",
        "①",
        "½",
        "٣",
        "五",
        "1分分",
        "1%",
        "0000000000001",
        "10.0000000000",
        "9" * 5000,
        "\x001",
        "[/x]",
    ),
)


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_plain_number_is_refused(typed: str) -> None:
    with pytest.raises(MarkRefused) as refused:
        read_points(typed, HALF, 50)
    assert refused.value.code == "mark-not-a-number"
    assert len(str(refused.value.params["given"])) <= 40


@pytest.mark.parametrize("typed", ["-1", "－１", " −0.5 ", "– 2 分"])
def test_a_mark_below_zero_is_refused_as_such(typed: str) -> None:
    with pytest.raises(MarkRefused) as refused:
        read_points(typed, HALF, 50)
    assert (refused.value.code, refused.value.params["given"]) == ("mark-negative", typed.strip())


def test_a_criterion_without_levels_has_none_for_any_mark() -> None:
    assert level_of(10, replace(criterion(50), levels=())) is None


def test_a_mark_above_full_points_is_refused_and_never_clamped() -> None:
    with pytest.raises(MarkRefused) as refused:
        read_points("25.5", HALF, 50)
    assert (refused.value.code, dict(refused.value.params)) == (
        "mark-out-of-range",
        {"points": "25.5", "full": "25"},
    )


def test_a_mark_between_two_steps_is_refused_and_never_rounded() -> None:
    with pytest.raises(MarkRefused) as refused:
        read_points("12.49 分", HALF, 50)
    assert (refused.value.code, dict(refused.value.params)) == (
        "mark-off-step",
        {"points": "12.49", "step": "0.5"},
    )


@given(STEPS, st.integers(0, 10_000), st.booleans(), st.booleans(), st.sampled_from(["", "分", " points"]))
def test_points_shown_are_read_back_as_the_same_ticks(
    step: Fraction,
    ticks: int,
    aligned: bool,  # noqa: FBT001 - hypothesis passes by position
    full_width: bool,  # noqa: FBT001
    unit: str,
) -> None:
    shown = points_text(ticks, step, aligned=aligned)
    typed = shown.translate(FULL_WIDTH) if full_width else shown
    assert read_points(typed + unit, step, 10_000) == ticks


@given(st.text("0123456789.５．²分points -+e,", max_size=8), STEPS, st.integers(0, 200))
def test_whatever_is_typed_is_exact_or_refused(typed: str, step: Fraction, full: int) -> None:
    try:
        ticks = read_points(typed, step, full)
    except MarkRefused:
        return
    number = typed.strip().removesuffix("分").removesuffix("s").removesuffix("point").strip()
    assert 0 <= ticks <= full
    assert ticks * step == Fraction(number.translate(str.maketrans("５．", "5.")))


@pytest.mark.parametrize(
    ("ticks", "step", "plain", "aligned"),
    [
        (25, "0.5", "12.5", "12.5"),
        (42, "0.5", "21", "21.0"),
        (0, "0.25", "0", "0.00"),
        (3, "0.25", "0.75", "0.75"),
        (7, "5", "35", "35"),
        (4, "2.5", "10", "10.0"),
        (-1, "0.5", "-0.5", "-0.5"),
    ],
)
def test_points_are_written_plainly_and_align_on_demand(
    ticks: int, step: str, plain: str, aligned: str
) -> None:
    assert points_text(ticks, Fraction(step)) == plain
    assert points_text(ticks, Fraction(step), aligned=True) == aligned


@given(st.decimals(-10_000, 10_000, places=6))
def test_a_plain_decimal_is_exact(number: object) -> None:
    exact = Fraction(str(number))
    written = plain_decimal(exact)
    assert Fraction(written) == exact
    assert not ("." in written and written.endswith("0"))


def test_a_third_has_no_plain_decimal() -> None:
    with pytest.raises(ValueError, match="1/3"):
        points_text(1, Fraction(1, 3))


@pytest.mark.parametrize(
    ("ticks", "rank"), [(50, 4), (45, 4), (44, 3), (38, 3), (37, 2), (30, 2), (29, 1), (0, 1)]
)
def test_levels_of_25_points_by_halves(ticks: int, rank: int) -> None:
    assert reached(ticks, criterion(50)).rank == rank


@given(st.data(), st.integers(1, 100_000), st.sets(st.integers(1, 100), max_size=8))
def test_a_level_holds_exactly_the_marks_of_its_band(
    data: st.DataObject, full_ticks: int, above: set[int]
) -> None:
    judged = criterion(full_ticks, (0, *sorted(above)))
    ticks = data.draw(st.integers(0, full_ticks))
    level = reached(ticks, judged)
    share = Fraction(100 * ticks, full_ticks)
    assert level.floor_percent == max(floor for floor in (0, *above) if floor <= share)
    assert lowest_ticks(level, judged) <= ticks


@pytest.mark.parametrize("judged", CRITERIA, ids=lambda c: c.key)
def test_the_lowest_mark_of_each_level_is_in_it_and_the_one_below_is_not(judged: Criterion) -> None:
    for level in judged.levels:
        lowest = lowest_ticks(level, judged)
        assert reached(lowest, judged) == level
        assert lowest == 0 or reached(lowest - 1, judged).rank == level.rank - 1
