"""Papers as they are sent, through the services: archives, scans, folders of bodies, a cancel on the way."""

import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from imports.findings import Severity
from imports.records import NominationRecord
from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.store.tables import document, entry, nomination, source_file
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import full, written
from tests.judge.services import small_papers as papers

HAMI, HOTAN = "哈密地区工信局", "和田地区工信局"
PDF = b"%PDF-1.7 ..."


def form(name: str, body: str = HAMI) -> bytes:
    return full(qc_group(name=name, organisation=f"{name}厂", body=body))


def state(edition: Edition) -> tuple[int, ...]:
    with edition.store.read() as connection:
        return tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (nomination, document, source_file, entry)
        )


def found(edition: Edition, *paths: Path) -> list[tuple[str, str]]:
    return [
        (paper.name, finding.code)
        for paper in papers.read(edition, *paths).papers
        for finding in paper.reading.findings
    ]


@pytest.fixture
def season(edition: Edition, tmp_path: Path) -> Edition:
    """An edition with quotas alone."""
    papers.file(edition, papers.quotas(tmp_path))
    return edition


def test_an_archive_is_filed_entry_by_entry_and_known_when_it_comes_again(
    season: Edition, tmp_path: Path
) -> None:
    path, sky = tmp_path / f"{HAMI}.zip", form("天山小组")
    with zipfile.ZipFile(path, "w") as target:
        target.writestr("申报表/天山.docx", sky)
        target.writestr("申报表/瀚海.docx", form("瀚海小组"))
        target.writestr("扫描/天山小组盖章页.pdf", PDF)
    assert found(season, path) == [(f"{path.name}/扫描/天山小组盖章页.pdf", "scan-unread")]
    papers.file(season, path)
    with season.store.read() as connection:
        kept = dict(connection.execute(select(source_file.c.path, source_file.c.content)).all())
    assert bytes(kept[f"{path.name}/申报表/天山.docx"]) == sky
    assert bytes(kept[f"{path.name}/扫描/天山小组盖章页.pdf"]) == PDF
    assert state(season)[:3] == (2, 1, 4)
    assert {code for _, code in found(season, path)} == {"file-known"}
    assert audit(season).faults == ()


def test_forms_are_read_with_quotas_that_come_in_the_same_import(edition: Edition, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    written(folder, form("天山小组", " 哈密地区 工信局"), "a.docx")
    papers.quotas(folder)
    report = papers.read(edition, folder)
    assert list(report.findings()) == []
    (record,) = (r for paper in report.papers for _, r in paper.keyed if isinstance(r, NominationRecord))
    assert record.body == HAMI
    assert report.count(NominationRecord) == 1


def test_a_form_in_another_bodys_folder_is_a_warning_and_its_body_is_as_written(
    season: Edition, tmp_path: Path
) -> None:
    sent = tmp_path / "材料"
    for name, body in ((HAMI, HAMI), (HAMI, HOTAN), (HOTAN, HOTAN), ("其他", HOTAN)):
        folder = sent / name
        folder.mkdir(parents=True, exist_ok=True)
        written(folder, form(f"{name}{body}小组", body), f"{body}.docx")
    report = papers.read(season, sent)
    (finding,) = report.findings()
    assert (finding.code, finding.severity) == ("folder-of-another", Severity.WARNING)
    assert dict(finding.params) == {"folder": HAMI, "written": HOTAN}
    assert finding.place.file == str(sent / HAMI / f"{HOTAN}.docx")
    # The folder that was named counts too, and so does an archive.
    assert [code for _, code in found(season, sent / HAMI)] == ["folder-of-another"]
    with zipfile.ZipFile(sent / f"{HOTAN}.zip", "w") as target:
        target.writestr("a.docx", form("绿洲小组"))
    assert found(season, sent / f"{HOTAN}.zip") == [(f"{HOTAN}.zip/a.docx", "folder-of-another")]
    papers.file(season, sent)
    assert state(season)[0] == 5


def test_a_scan_in_the_folder_of_one_nomination_belongs_to_it_also_later(
    season: Edition, tmp_path: Path
) -> None:
    folder = tmp_path / "材料" / "01"
    folder.mkdir(parents=True)
    written(folder, form("天山小组"), "申报表.docx")
    papers.file(season, folder)
    (folder / "0001.pdf").write_bytes(PDF)
    assert found(season, folder.parent) == [("01/申报表.docx", "file-known"), ("01/0001.pdf", "scan-unread")]
    written(folder, form("瀚海小组"), "申报表2.docx")
    report = papers.read(season, folder.parent)
    (refused,) = report.refused
    assert [f.code for f in refused.reading.findings] == ["scan-unmatched"]
    report = read_papers(season, [folder / "0001.pdf"], nomination="qc-group-0001")
    file_papers(season, report)
    assert state(season)[1] == 1
    assert audit(season).faults == ()


class Stop(threading.Event):
    """Set once it has been looked at so many times."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def is_set(self) -> bool:
        self.after -= 1
        return self.after < 0


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_a_cancel_while_reading_leaves_everything_as_it_was(
    season: Edition, tmp_path: Path, after: int
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("天山小组", "瀚海小组"):
        written(folder, form(name), f"{name}.docx")
    before = state(season)
    with pytest.raises(Refusal) as refused:
        read_papers(season, [folder], cancel=Stop(after))
    assert refused.value.code == "import-cancelled"
    assert state(season) == before


def test_a_cancel_while_filing_leaves_the_edition_as_it_was(season: Edition, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("天山小组", "瀚海小组"):
        written(folder, form(name), f"{name}.docx")
    before = state(season)
    report = papers.read(season, folder)
    for after in (0, 1):
        with pytest.raises(Refusal) as refused:
            file_papers(season, report, cancel=Stop(after))
        assert refused.value.code == "import-cancelled"
        assert state(season) == before
    assert file_papers(season, report).files == 2


def test_a_file_that_changes_between_reading_and_filing_leaves_nothing_behind(
    season: Edition, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("a", "b"):
        written(folder, form(name), f"{name}.docx")
    before = state(season)
    report = papers.read(season, folder)
    written(folder, form("c"), "b.docx")
    with pytest.raises(Refusal) as refused:
        file_papers(season, report)
    assert (refused.value.code, refused.value.params["file"]) == ("file-changed", str(folder / "b.docx"))
    assert state(season) == before


def test_what_an_import_lays_down_goes_with_its_report(season: Edition, tmp_path: Path) -> None:
    report = papers.read(season, written(tmp_path, form("天山小组")))
    assert report.spool is not None
    folder = report.spool.folder
    assert folder.is_dir()
    report = replace(report, spool=None, papers=())
    assert not folder.exists()
