"""Rulings that close panels: without one nothing changes, and whoever is absent gives no zero."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from judge.domain.sheet import ByRuling, SheetState
from judge.domain.standing import RankedLine, Reason
from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.office_apply import Ruling
from judge.ledger.pens import CHAIR
from judge.ledger.ruled import Version, ruled
from tests.property.test_scoring import Case, cases

PENDING = frozenset({"open", "returned", "late"})
AWARD = "qc-group"
NOMINATIONS = ("n1", "n2")
REVIEWERS = ("R1", "R2", "R3")
HEADS = (b"", b"\x01" * 32, b"\x02" * 32)

versions = st.builds(
    Version,
    st.sampled_from(NOMINATIONS),
    st.sampled_from(REVIEWERS),
    st.sampled_from([state.value for state in SheetState]),
    st.sampled_from(HEADS),
)
heads = st.dictionaries(st.sampled_from(REVIEWERS), st.sampled_from(HEADS).map(bytes.hex))
by_nomination = st.dictionaries(st.sampled_from(NOMINATIONS), st.sampled_from(HEADS).map(bytes.hex))


@st.composite
def rulings(draw: st.DrawFn) -> list[Ruling]:
    """Rulings of every kind on panels, in the order of their making."""
    made = []
    for seq in range(1, draw(st.integers(0, 6)) + 1):
        kind, subject, detail = draw(st.one_of(closings(), withdrawals()))
        made.append(Ruling(CHAIR, seq, kind, subject, detail, "因故"))
    return made


def closings() -> st.SearchStrategy[tuple[str, str, dict[str, Value]]]:
    lifted = st.just(dict(acts.LIFTED))
    of_award = st.dictionaries(st.sampled_from(NOMINATIONS), heads).map(absent)
    return st.one_of(
        st.tuples(st.just(acts.CLOSED), st.just(acts.award_subject(AWARD)), of_award | lifted),
        st.tuples(
            st.just(acts.CLOSED),
            st.sampled_from(NOMINATIONS).map(acts.nomination_subject),
            heads.map(absent) | lifted,
        ),
    )


def absent(said: Value) -> dict[str, Value]:
    return {"absent": said}


def withdrawals() -> st.SearchStrategy[tuple[str, str, dict[str, Value]]]:
    replaced = st.dictionaries(st.sampled_from(NOMINATIONS), st.just({"by": "R3", "head": ""}), max_size=1)
    said = st.fixed_dictionaries(
        {
            "absent": by_nomination,
            "left_out": st.booleans(),
            "replaced": replaced,
            "submitted": by_nomination,
        }
    )
    reviewer = st.sampled_from(("R1", "R2")).map(acts.reviewer_subject)
    return st.tuples(st.just(acts.WITHDRAWN), reviewer, said | st.just(dict(acts.LIFTED)))


def closed(case: Case) -> Case:
    """The case with every sheet that is waited for absent by ruling."""
    return replace(
        case,
        sheets=[replace(one, state="absent") if one.state in PENDING else one for one in case.sheets],
    )


def told(line: RankedLine) -> RankedLine:
    """A line without what it says of absentees."""
    reasons = tuple(reason for reason in line.reasons if reason != Reason.ABSENT_BY_RULING)
    expected = line.sheets_expected - line.sheets_absent
    return replace(line, reasons=reasons, sheets_absent=0, sheets_expected=expected)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_closing_ranks_as_if_the_absent_had_never_been_assigned(case: Case) -> None:
    never = replace(case, sheets=[one for one in case.sheets if one.state not in PENDING | {"absent"}])
    assert [told(line) for line in closed(case).listed().lines()] == list(never.listed().lines())


@settings(max_examples=200, deadline=None)
@given(cases())
def test_every_line_decided_without_somebody_says_so(case: Case) -> None:
    for line in closed(case).listed().lines():
        owed = sum(
            one.nomination == line.nomination and one.state in PENDING | {"absent"} for one in case.sheets
        )
        assert line.sheets_absent == owed
        assert (Reason.ABSENT_BY_RULING in line.reasons) == bool(owed)


@given(versions, st.lists(st.sampled_from([acts.LATE_NOMINATION, acts.LATE_REVISION, acts.QUORUM])))
def test_without_a_ruling_on_it_a_sheet_counts_as_what_it_is(sheet: Version, kinds: list[str]) -> None:
    others = [
        Ruling(CHAIR, n, kind, acts.award_subject(AWARD), {"min_sheets": 2}, "因故")
        for n, kind in enumerate(kinds)
    ]
    lifted = Ruling(CHAIR, 9, acts.CLOSED, acts.award_subject(AWARD), dict(acts.LIFTED), "因故")
    assert ruled(others).state_of(sheet, AWARD, set()) == sheet.state
    assert ruled([*others, lifted]).state_of(sheet, AWARD, set()) == sheet.state


@settings(max_examples=500)
@given(versions, rulings())
def test_no_ruling_makes_a_sheet_count_that_was_not_submitted(sheet: Version, made: list[Ruling]) -> None:
    state = ruled(made).state_of(sheet, AWARD, {(sheet.nomination, "R3")})
    if state == SheetState.SUBMITTED:
        assert sheet.state == SheetState.SUBMITTED
    if sheet.state in {SheetState.RECUSED, SheetState.EXCLUDED}:
        assert state == sheet.state


@settings(max_examples=500)
@given(versions, rulings())
def test_only_a_version_that_a_ruling_saw_is_absent(sheet: Version, made: list[Ruling]) -> None:
    held = ruled(made)
    if sheet.reviewer in held.withdrawn or held.state_of(sheet, AWARD, set()) != ByRuling.ABSENT:
        return
    closing = held.closing(sheet.nomination, AWARD)
    assert closing is not None
    assert closing.closing.absent[sheet.nomination][sheet.reviewer] == sheet.head
