import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from judge.tui.paper_search import PaperSearch, search, set_off
from judge.tui.passages import NO_TEXT, Passage, hanging, paragraph
from judge.tui.table_lines import table_passages
from judge.tui.text_search import count, folded, spans

WORDS = st.text("井故障ＡaBbé１1① \u3000ß。", max_size=40)
SOUGHT = st.text("井故障ＡaBb1s ", min_size=1, max_size=3)


def found(text: str, sought: str) -> list[str]:
    return [text[first:end] for first, end in spans(text, folded(sought))]


def test_width_and_case_make_no_difference() -> None:
    assert found("ＱＣ小组、qc小组、Qc 小组", "Qc小组") == ["ＱＣ小组", "qc小组", "Qc 小组"]
    assert found("１２.５％", "12.5%") == ["１２.５％"]


def test_blanks_make_no_difference_on_either_side() -> None:
    assert found("王\u3000五、王五", "王 五") == ["王\u3000五", "王五"]
    assert found("anything", " \u3000") == []


@given(st.one_of(WORDS, st.text(max_size=20)), SOUGHT)
def test_what_is_found_is_what_was_sought_and_nothing_is_missed(text: str, sought: str) -> None:
    whole = folded(sought)
    at = spans(text, whole)
    assert all(whole in folded(text[first:end]) for first, end in at)
    assert all(end <= first for (_, end), (first, _) in pairwise(at))
    assert count(text, whole) == len(at)
    assert bool(at) == bool(whole and whole in folded(text))


@st.composite
def passages(draw: st.DrawFn) -> list[Passage]:
    rows = draw(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=4))
    return [paragraph(draw(WORDS)), hanging("L4 ≥ ", draw(WORDS)), *table_passages(rows)]


@given(passages(), SOUGHT, st.integers(10, 60))
def test_wherever_lines_break_each_hit_is_set_off(made: list[Passage], sought: str, width: int) -> None:
    looked = search([made], sought)
    for number, passage in enumerate(made):
        rows = passage.lay(width)
        nths = [nth for at, nth in looked.hits[0] if at == number]
        for here in nths:
            marked = set_off(rows, looked.sought, here)
            assert _plain(marked) == _plain(rows)
            own = "".join(text for row in marked for text, ink, _of in row if ink == "here")
            assert looked.sought in folded(own)
        if not nths:
            assert "found" not in {ink for row in set_off(rows, looked.sought, None) for _, ink, _of in row}


def _plain(rows: list[list[tuple[str, str, int]]]) -> list[str]:
    return ["".join(text for text, _ink, _of in row) for row in rows]


@given(passages(), st.integers(10, 60))
def test_rows_say_the_whole_of_every_text(made: list[Passage], width: int) -> None:
    for passage in made:
        said = ["" for _text in passage.texts]
        for row in passage.lay(width):
            for text, _ink, of in row:
                if of != NO_TEXT:
                    said[of] += text
        assert [folded(text) for text in said] == [folded(text) for text in passage.texts]


def test_the_way_leads_through_the_papers_and_back() -> None:
    looked = PaperSearch("井", ([(0, 0), (3, 0)], [], [(1, 0)], []))
    place = looked.first(0, 1)
    assert place == (0, 1)
    assert looked.step(0, place, 1) == (2, 0)
    assert looked.step(2, (2, 0), 1) == (0, 0)
    assert looked.step(0, (0, 0), -1) == (2, 0)
    assert looked.step(1, None, 1) == (2, 0)
    assert PaperSearch("x", ([], [])).step(0, None, 1) is None


def test_no_character_but_a_blank_folds_to_nothing() -> None:
    every = map(chr, range(sys.maxunicode + 1))
    assert not [c for c in every if not c.isspace() and not folded(c)]


def test_a_letter_is_set_off_with_its_accent() -> None:
    rows = paragraph("pe\u0301trole").lay(20)
    assert [text for text, ink, _of in set_off(rows, "e", None)[0] if ink == "found"] == ["e\u0301", "e"]
