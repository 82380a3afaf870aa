"""A sheet is handed in on the revision that its reviewer read, and keeps it; lists go by the current one."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import text

from judge.domain.refusal import Refusal
from judge.domain.sheet import Mark, SheetState
from judge.ledger import acts
from judge.ledger.pens import reviewer_pen
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.lists.ranking import rank
from judge.services.papers.filing import file_papers
from judge.services.sheets.desk import Desk
from judge.store.pens import head_of, keep
from judge.store.queries.revisions import lock_revision
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.amendments import GROUP, form, named
from tests.judge.services.sheets.test_sheets import fill, refusal


@pytest.fixture
def drawn(assigned: Edition, tmp_path: Path) -> Edition:
    """Four groups, three reviewers, every sheet open; the first group's form has members."""
    papers.file(assigned, form(tmp_path, "form.csv"))
    return assigned


def revise(edition: Edition, folder: Path, number: int, **words: object) -> None:
    path = form(folder, f"revision-{number}.csv", **{"size": number, **words})  # type: ignore[arg-type]
    file_papers(edition, named(edition, GROUP, path))


def test_a_sheet_names_the_revision_that_its_reviewer_read(drawn: Edition) -> None:
    desk = Desk(drawn, "R01")
    page = desk.page(GROUP)
    assert (page.revision, page.filed_revision) == (2, 2)
    assert [c.label for c in page.changes] == ["小组成员名单", "小组人数"]
    sheet = desk.submit(GROUP, fill(desk, GROUP), page.revision)
    assert sheet.judged_revision == 2
    assert audit(drawn).faults == ()


def test_a_revision_filed_since_the_page_was_read_holds_the_submission_up(
    drawn: Edition, tmp_path: Path
) -> None:
    desk = Desk(drawn, "R01")
    base = fill(desk, GROUP)
    revise(drawn, tmp_path, 3)
    with refusal("nomination-revised") as refused:
        desk.submit(GROUP, base, 2)
    assert dict(refused.value.params) == {"revision": 3}
    page = desk.page(GROUP)
    assert (page.sheet.state, len(page.sheet.marks), page.revision) == (SheetState.OPEN, 6, 3)
    assert [(c.label, c.old, c.new) for c in page.changes] == [("小组人数", "2", "3")]
    assert desk.submit(GROUP, base, page.revision).judged_revision == 3


def test_what_the_process_remembers_of_a_sheet_does_not_hide_a_revision(
    drawn: Edition, location: str, tmp_path: Path
) -> None:
    desk = Desk(drawn, "R01")
    base = fill(desk, GROUP)
    elsewhere = open_edition(location)
    revise(elsewhere, tmp_path, 3)
    elsewhere.close()
    with refusal("nomination-revised"):
        desk.submit(GROUP, base, 2)
    with refusal("nomination-revised"):
        desk.submit(GROUP, base, 4)


def test_a_submitted_sheet_keeps_the_page_that_it_judged(drawn: Edition, tmp_path: Path) -> None:
    desk = Desk(drawn, "R01")
    desk.submit(GROUP, fill(desk, GROUP), 2)
    revise(drawn, tmp_path, 3, name="晨曦QC小组")
    page = desk.page(GROUP)
    assert (page.revision, page.filed_revision, page.name) == (2, 3, "晨光QC小组")
    assert [(c.old, c.new) for c in page.changes] == [("晨光QC小组", "晨曦QC小组"), ("2", "3")]
    assert desk.page(GROUP).sheet.judged_revision == 2
    other = Desk(drawn, "R02").page(GROUP)
    assert (other.revision, other.name) == (3, "晨曦QC小组")


def test_lists_go_by_the_current_revision(drawn: Edition, tmp_path: Path) -> None:
    for reviewer in ("R01", "R02", "R03"):
        desk = Desk(drawn, reviewer)
        desk.submit(GROUP, fill(desk, GROUP), 2)
    revise(drawn, tmp_path, 3, name="晨曦QC小组", presents="否")
    assert rank(drawn, "qc-group").lines[0].nomination.name == "晨曦QC小组"
    presenting = [line.nomination.key for line in rank(drawn, "qc-presenting").lines]
    assert GROUP not in presenting


def test_the_audit_finds_a_sheet_that_judged_a_revision_never_filed(drawn: Edition) -> None:
    desk = Desk(drawn, "R01")
    fill(desk, GROUP)
    row = desk.page(GROUP).sheet
    with drawn.store.write() as connection:
        head = head_of(connection, reviewer_pen("R01"), locked=True)
        payload = acts.sheet_submitted(head.digest, row.rubric_digest, 9)
        written, head = head.next(
            acts.SHEET_SUBMITTED, acts.sheet_subject(GROUP, "R01"), payload, drawn.now()
        )
        keep(connection, [written], head)
    faults = [(f.code, f.subject) for f in audit(drawn).faults]
    assert ("act-not-allowed", f"{head.pen} {head.seq} sheet.submitted") in faults


def until_it_waits(edition: Edition, thread: threading.Thread) -> None:
    """Return once another transaction waits for a lock, or the thread has ended without waiting."""
    if edition.store.engine.dialect.name == "sqlite":
        # Nobody can see a writer wait for SQLite's one lock.
        thread.join(0.5)
        return
    with edition.store.engine.connect() as watcher:
        for _ in range(200):
            waiting = watcher.execute(text("SELECT count(*) FROM pg_locks WHERE NOT granted")).scalar_one()
            if waiting or not thread.is_alive():
                return
            thread.join(0.05)
    pytest.fail("the thread neither waits nor ends")


def test_a_submission_under_way_and_a_revision_wait_for_each_other(
    drawn: Edition, location: str, tmp_path: Path
) -> None:
    """Whoever has looked at the revision holds it until the sheet is in; the import comes after."""
    filer = open_edition(location)
    report = named(filer, GROUP, form(tmp_path, "late.csv", size=7))
    done: list[str] = []

    def file() -> None:
        file_papers(filer, report)
        done.append("filed")

    thread = threading.Thread(target=file)
    with drawn.store.write() as connection:
        assert lock_revision(connection, GROUP) == 2
        thread.start()
        until_it_waits(drawn, thread)
        assert done == []
        done.append("submitted")
    thread.join(30)
    filer.close()
    assert done == ["submitted", "filed"]


def test_a_submission_that_waits_for_a_revision_sees_it(
    drawn: Edition, location: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The import has written the revision and not committed; the submission comes in between."""
    desk = Desk(drawn, "R01")
    base = fill(desk, GROUP)
    filer = open_edition(location)
    report = named(filer, GROUP, form(tmp_path, "late.csv", size=7))
    outcome: list[str] = []

    def submit() -> None:
        try:
            desk.submit(GROUP, base, 2)
            outcome.append("submitted")
        except Refusal as refused:
            outcome.append(refused.code)

    thread = threading.Thread(target=submit)

    def held_up(*_: object) -> dict[object, object]:
        thread.start()
        until_it_waits(drawn, thread)
        assert outcome == []
        return {}

    monkeypatch.setattr("judge.services.papers.filing.filed_sheets", held_up)
    file_papers(filer, report)
    thread.join(30)
    filer.close()
    assert outcome == ["nomination-revised"]
    assert audit(drawn).faults == ()


def test_marks_go_on_whatever_is_revised(drawn: Edition, tmp_path: Path) -> None:
    desk = Desk(drawn, "R01")
    revision = desk.set_mark(GROUP, "alignment", Mark(20), 0).revision
    revise(drawn, tmp_path, 3)
    assert desk.set_mark(GROUP, "tools", Mark(20), revision).marks.keys() == {"alignment", "tools"}
