from fractions import Fraction

import pytest

from judge.domain.sheet import Mark, SheetState
from judge.tui.changes import MarkChange, NoteChange
from judge.tui.draft import Saving, SheetDraft
from judge.tui.marking import Digits, Marking, is_typed
from tests.judge.tui.fake_desk import marks, page, with_sheet


def marking(**sheet: object) -> Marking:
    of = with_sheet(page(1, "晨光"), **sheet)
    return Marking(SheetDraft(of.rubric, of.sheet))


def typed(of: Marking, keys: str) -> MarkChange | None:
    for key in keys:
        of.type(key)
    return of.commit()


@pytest.mark.parametrize("keys", ["12.5", "１２．５", "12。5"])
def test_typed_points_become_ticks_however_wide_they_are_typed(keys: str) -> None:
    change = typed(marking(), keys)
    assert change == MarkChange("n1", "alignment", Mark(25), "12.5")


@pytest.mark.parametrize(("keys", "code"), [("15.5", "mark-out-of-range"), ("12.3", "mark-off-step")])
def test_a_refused_mark_stays_in_its_cell_as_typed(keys: str, code: str) -> None:
    of = marking()
    assert typed(of, keys) is None
    kept = of.draft.kept("alignment")
    assert kept is not None
    assert (kept.code, kept.typed) == (code, keys)
    assert of.cell_text(of.criterion) == keys
    assert of.draft.mark("alignment") is None
    assert of.draft.saving("alignment") is Saving.REFUSED


def test_escape_leaves_the_typing_first_and_then_what_was_refused() -> None:
    of = marking()
    typed(of, "99")
    of.type("1")
    assert of.cancel()
    assert of.cell_text(of.criterion) == "99"
    assert of.cancel()
    assert of.cell_text(of.criterion) == ""
    assert not of.cancel()


def test_backspace_edits_what_the_cell_says() -> None:
    of = marking(marks=marks(alignment=25))
    of.backspace()
    assert of.typed == "12."
    of.type("0")
    assert of.commit() == MarkChange("n1", "alignment", Mark(24), "12.0")


def test_the_same_mark_typed_again_writes_nothing() -> None:
    assert typed(marking(marks=marks(alignment=25)), "12.5") is None


def test_pasted_text_is_read_as_points_even_where_digits_are_levels() -> None:
    of = marking()
    of.toggle_digits()
    of.paste(" 12.5\n")
    change = of.commit()
    assert change is not None
    assert change.mark == Mark(25)


def test_as_levels_a_digit_gives_the_lowest_points_of_the_level() -> None:
    of = marking()
    of.toggle_digits()
    assert of.digits is Digits.LEVELS
    given = {digit: of.type(digit) for digit in "1234"}
    assert {d: c.mark.ticks for d, c in given.items() if c and c.mark} == {"1": 0, "2": 18, "3": 23, "4": 27}


@pytest.mark.parametrize("digit", ["7", "0", "．", "9"])
def test_as_levels_other_digits_are_refused_at_the_cell_and_kept(digit: str) -> None:
    of = marking(marks=marks(alignment=25))
    of.toggle_digits()
    assert of.type(digit) is None
    assert of.commit() is None
    kept = of.draft.kept("alignment")
    assert kept is not None
    assert (kept.code, kept.params["levels"]) == ("desk-no-such-level", 4)
    assert of.cell_text(of.criterion) == digit.translate({0xFF0E: "."})
    assert of.draft.refused == (("mark", "alignment"),)


def test_points_pasted_where_digits_are_levels_go_on_as_points() -> None:
    of = marking()
    of.toggle_digits()
    of.paste("1")
    assert of.type("2") is None
    change = of.commit()
    assert change is not None
    assert change.mark == Mark(24)


def test_steps_up_and_down_stop_at_the_scale_without_clamping() -> None:
    of = marking(marks=marks(alignment=29))
    up = of.nudge(1)
    assert up is not None
    assert up.mark == Mark(30)
    of.draft.send(up)
    assert of.nudge(1) is None
    assert of.hint == ("desk-end-of-scale", {"full": "15"})


def test_quick_steps_each_build_on_the_one_before_it_was_saved() -> None:
    of = marking(marks=marks(alignment=20))
    for _press in range(3):
        change = of.nudge(1)
        assert change is not None
        of.draft.send(change)
    assert of.draft.mark("alignment") == Mark(23)


def test_there_is_nothing_to_step_from_on_an_unmarked_criterion() -> None:
    of = marking()
    assert of.nudge(1) is None
    assert of.hint is not None


def test_not_applicable_only_where_the_rubric_allows_it() -> None:
    of = marking()
    assert of.not_applicable() is None
    of.go_to("sharing")
    assert of.not_applicable() == MarkChange("n1", "sharing", Mark(None), "")


def test_cleared_zero_and_not_applicable_are_three_things() -> None:
    of = marking(marks=marks(alignment=0, sharing=None))
    assert of.draft.marked == 2
    assert of.draft.total == 0
    assert of.draft.full == 90
    assert [c.key for c in of.draft.missing] == ["process", "tools", "results", "frontline"]
    assert of.clear() == MarkChange("n1", "alignment", None, "")


@pytest.mark.parametrize("state", [SheetState.SUBMITTED, SheetState.RECUSED, SheetState.EXCLUDED])
def test_a_closed_sheet_takes_no_keys(state: SheetState) -> None:
    of = marking(state=state, marks=marks(alignment=25))
    of.type("1")
    of.backspace()
    of.paste("3")
    assert of.typed is None
    assert of.clear() is None
    assert of.nudge(1) is None
    assert of.hint == ("desk-read-only", {})


def test_the_total_counts_what_is_on_its_way_and_not_what_was_refused() -> None:
    of = marking(marks=marks(alignment=20))
    change = typed(of, "12.5")
    assert change is not None
    of.draft.send(change)
    assert of.draft.total == Fraction(25, 2)
    of.draft.not_written(change, "note-too-long", {})
    assert of.draft.total == 10
    assert of.cell_text(of.criterion) == "12.5"


def test_a_sheet_read_anew_keeps_a_refused_draft_unless_it_says_the_same() -> None:
    of = marking()
    mine = typed(of, "12.5")
    assert mine is not None
    note = NoteChange("n1", "alignment", "数据偏少")
    for change in (mine, note):
        of.draft.send(change)
        of.draft.not_written(change, "sheet-changed-elsewhere", {})
    of.draft.adopt(with_sheet(page(1, "晨光"), marks=marks(alignment=25), revision=4).sheet)
    assert of.draft.retries() == (note,)
    assert of.draft.note("alignment") == "数据偏少"


def test_a_newer_mark_on_its_way_takes_the_place_of_one_refused() -> None:
    of = marking()
    first, second = MarkChange("n1", "alignment", Mark(1), "0.5"), MarkChange("n1", "alignment", Mark(2), "1")
    of.draft.send(first)
    of.draft.send(second)
    of.draft.not_written(first, "note-too-long", {})
    assert of.draft.saving("alignment") is Saving.UNDER_WAY
    assert of.draft.mark("alignment") == Mark(2)


def test_only_figures_and_points_are_typed() -> None:
    assert all(is_typed(c) for c in "09.０９．。")
    assert not any(is_typed(c) for c in ["a", "-", "", None, "12", "²", "①"])
