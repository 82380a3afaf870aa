"""After the filing deadline nothing is taken but what the chair admits, file by file and with a reason."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import insert

from judge.domain.refusal import Refusal
from judge.ledger import acts
from judge.ledger.canonical import Value, encode
from judge.ledger.pens import CHAIR, SECRETARY
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition
from judge.services.editions.settings import FILING_DEADLINE, change_setting
from judge.services.lists.ruling import admit, rulings
from judge.services.papers.filing import file_papers
from judge.services.papers.revisions import revisions_of
from judge.store.pens import head_of, keep, provide_pens
from judge.store.tables import ruling
from rubrics.model import Programme
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.amendments import (
    AFTER_DEADLINE,
    BEFORE_DEADLINE,
    GROUP,
    SetClock,
    faults,
    form,
    named,
)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def closing(location: str, programme: Programme, clock: SetClock, tmp_path: Path) -> Iterator[Edition]:
    """An edition with one group filed and a deadline."""
    made = make_edition(location, title="2019 awards", year=2019, programme=programme, clock=clock)
    papers.file(made, papers.quotas(tmp_path), form(tmp_path, "first.csv"))
    change_setting(made, FILING_DEADLINE, "2019-07-20", "通知")
    yield made
    made.close()


def test_until_midnight_in_shanghai_papers_are_taken(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    changed = form(tmp_path, "second.csv", size=3)
    new = form(tmp_path, "new.csv", name="红柳QC小组")
    clock.at = BEFORE_DEADLINE
    assert faults(papers.read(closing, changed, new)) == []
    clock.at = AFTER_DEADLINE
    assert sorted(faults(papers.read(closing, changed, new))) == ["nomination-late", "revision-late"]


def test_what_is_filed_already_is_no_fault_after_the_deadline(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    again = form(tmp_path, "again.csv", size="2 ")
    assert faults(papers.read(closing, tmp_path / "first.csv", again)) == []


def test_a_late_change_says_what_it_would_change_and_until_when(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    report = papers.read(closing, form(tmp_path, "second.csv", size=3))
    late, *others = report.findings()
    assert (late.code, dict(late.params)) == (
        "revision-late",
        {"nomination": GROUP, "deadline": "2019-07-20"},
    )
    assert [f.code for f in others] == ["revision-new", "revision-field"]


def test_exactly_the_file_that_the_chair_admitted_is_taken(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    admitted, other = form(tmp_path, "second.csv", size=3), form(tmp_path, "third.csv", size=4)
    assert admit(closing, admitted, " 笔误 ", GROUP)
    assert faults(papers.read(closing, other)) == ["revision-late"]
    papers.file(closing, admitted)
    assert [r.admitted for r in revisions_of(closing, GROUP)] == ["", "笔误"]
    assert faults(papers.read(closing, other)) == ["revision-late"]
    assert audit(closing).faults == ()


def test_a_file_admitted_for_a_nomination_may_change_its_name(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    renamed = form(tmp_path, "second.csv", name="晨曦QC小组")
    assert faults(papers.read(closing, renamed)) == ["nomination-late"]
    admit(closing, renamed, "与公章一致", GROUP)
    papers.file(closing, renamed)
    assert [r.kept.name for r in revisions_of(closing, GROUP)] == ["晨光QC小组", "晨曦QC小组"]


def test_a_late_nomination_is_taken_from_the_file_admitted(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    new, other = form(tmp_path, "a.csv", name="红柳QC小组"), form(tmp_path, "b.csv", name="胡杨QC小组")
    admit(closing, new, "邮路中断")
    admit(closing, other, "邮路中断")
    papers.file(closing, new, other)
    assert revisions_of(closing, "qc-group-0002")[0].admitted == "邮路中断"
    assert audit(closing).faults == ()


def test_a_file_admitted_for_one_purpose_is_not_admitted_for_the_other(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    changed = form(tmp_path, "second.csv", size=3)
    admit(closing, changed, "笔误")
    assert faults(papers.read(closing, changed)) == ["revision-late"]


def test_a_later_ruling_on_a_nomination_supersedes_and_none_is_deleted(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    one, other = form(tmp_path, "a.csv", size=3), form(tmp_path, "b.csv", size=4)
    admit(closing, one, "笔误", GROUP)
    admit(closing, other, "再改", GROUP)
    assert not admit(closing, other, "再改", GROUP)
    assert faults(papers.read(closing, one)) == ["revision-late"]
    assert faults(papers.read(closing, other)) == []
    assert [made.ruling.reason for made in rulings(closing)] == ["笔误", "再改"]


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (("first.csv", " ", GROUP), "reason-missing"),
        (("none.csv", "笔误", GROUP), "file-missing"),
        (("first.csv", "笔误", "qc-group-0099"), "nomination-unknown"),
    ],
)
def test_a_ruling_that_cannot_be_made_leaves_no_trace(
    closing: Edition, tmp_path: Path, asked: tuple[str, str, str], code: str
) -> None:
    file, reason, nomination = asked
    with pytest.raises(Refusal) as refused:
        admit(closing, tmp_path / file, reason, nomination)
    assert refused.value.code == code
    assert rulings(closing) == ()


def test_a_report_read_in_time_is_stale_once_the_deadline_has_passed(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    report = papers.read(closing, form(tmp_path, "second.csv", size=3))
    clock.at = AFTER_DEADLINE
    with pytest.raises(Refusal) as refused:
        file_papers(closing, report)
    assert refused.value.code == "edition-changed-meanwhile"


def test_a_report_is_stale_once_the_chair_has_ruled(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    one, other = form(tmp_path, "a.csv", size=3), form(tmp_path, "b.csv", size=4)
    admit(closing, one, "笔误", GROUP)
    report = papers.read(closing, one)
    admit(closing, other, "再改", GROUP)
    with pytest.raises(Refusal) as refused:
        file_papers(closing, report)
    assert refused.value.code == "edition-changed-meanwhile"


def test_a_moved_deadline_takes_papers_again(closing: Edition, clock: SetClock, tmp_path: Path) -> None:
    clock.at = AFTER_DEADLINE
    change_setting(closing, FILING_DEADLINE, "2019-07-31", "延期")
    assert faults(papers.read(closing, form(tmp_path, "second.csv", size=3))) == []
    assert papers.file(closing, named_file(tmp_path)).files == 1


def named_file(folder: Path) -> Path:
    return form(folder, "third.csv", size=5)


FILE = "ab" * 32


OF_GROUP = f"nomination/{GROUP}"
OF_FILE = f"paper/{FILE}"


class Said(NamedTuple):
    """A ruling as an entry may say it."""

    subject: str = OF_GROUP
    kind: str = acts.LATE_REVISION
    detail: dict[str, Value] = {"sha256": FILE}  # noqa: RUF012 - never changed
    reason: str = "笔误"
    pen: str = CHAIR


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said(), None),
        (Said(OF_FILE, acts.LATE_NOMINATION), None),
        (Said(GROUP), "act-not-allowed"),
        (Said("nomination/qc-group-0099"), "act-not-allowed"),
        (Said(detail={"sha256": "ab"}), "act-not-allowed"),
        (Said(detail={"sha256": FILE, "more": 1}), "act-not-allowed"),
        (Said(detail={}), "act-not-allowed"),
        (Said(reason=" "), "act-not-allowed"),
        (Said(kind="whim"), "act-not-allowed"),
        (Said(f"paper/{'cd' * 32}", acts.LATE_NOMINATION), "act-not-allowed"),
        (Said(kind=acts.LATE_NOMINATION), "act-not-allowed"),
        (Said(pen=SECRETARY), "act-by-foreign-pen"),
    ],
)
def test_the_audit_allows_exactly_the_rulings_that_can_be_made(
    closing: Edition, said: Said, code: str | None
) -> None:
    with closing.store.write() as connection:
        provide_pens(connection, closing.id, [said.pen])
        head = head_of(connection, said.pen, locked=True)
        payload = acts.ruling_made(said.kind, said.detail, said.reason)
        written, head = head.next(acts.RULING_MADE, said.subject, payload, closing.now())
        keep(connection, [written], head)
        if code is None:
            row = {"pen": said.pen, "seq": head.seq, "kind": said.kind, "subject": said.subject}
            kept = {**row, "detail": encode(said.detail), "reason": said.reason}
            connection.execute(insert(ruling), kept)
    assert [fault.code for fault in audit(closing).faults] == ([code] if code else [])


def test_a_ruling_without_its_entry_is_found(closing: Edition, tmp_path: Path) -> None:
    admit(closing, tmp_path / "first.csv", "笔误", GROUP)
    with closing.store.write() as connection:
        row = {"pen": CHAIR, "seq": 2, "kind": "late-revision", "subject": f"nomination/{GROUP}"}
        connection.execute(insert(ruling), {**row, "detail": encode({"sha256": FILE}), "reason": "x"})
    assert [(f.code, f.subject) for f in audit(closing).faults] == [("office-differs", "ruling @chair 2")]


def test_a_name_said_by_the_user_needs_the_ruling_too(
    closing: Edition, clock: SetClock, tmp_path: Path
) -> None:
    clock.at = AFTER_DEADLINE
    renamed = form(tmp_path, "second.csv", name="晨曦QC小组")
    assert faults(named(closing, GROUP, renamed)) == ["revision-late"]
    admit(closing, renamed, "与公章一致", GROUP)
    assert faults(named(closing, GROUP, renamed)) == []
