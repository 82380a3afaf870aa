import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from imports.forms.library import builtin_forms
from imports.intake.archives import name_of
from imports.reading import read
from imports.records import (
    AliasRecord,
    BodyPaperRecord,
    FileReading,
    Kind,
    NominationRecord,
    PastAwardRecord,
)
from imports.register import Register
from judge.demo.papers import Papers, write_papers
from judge.demo.plan import Quotas
from rubrics.model import Programme
from tests.imports.intake.opened import read_all
from tests.judge.demo.conftest import SEED, contents

WITHOUT_QUOTA = {"qc-enterprise", "qc-promoter", "team-enterprise", "team-individual"}
Write = Callable[..., dict[str, bytes]]


@pytest.fixture
def write(tmp_path: Path, quotas: Quotas, programme: Programme) -> Write:
    def write(seed: int, scale: float) -> dict[str, bytes]:
        folder = tmp_path / f"{seed}-{scale}-{len(list(tmp_path.iterdir()))}"
        write_papers(folder, quotas, programme, seed, scale=scale)
        return contents(folder)

    return write


def test_the_same_seed_gives_the_same_bytes(write: Write) -> None:
    assert write(7, 0.05) == write(7, 0.05)


def test_another_seed_gives_other_papers(write: Write) -> None:
    assert set(write(7, 0.05)) != set(write(8, 0.05))


def test_a_small_edition_is_part_of_the_full_one(write: Write) -> None:
    small, larger = write(7, 0.05), write(7, 0.2)
    forms = [name for name in small if "附件" in name]
    assert forms
    assert all(larger[name] == small[name] for name in forms)


def test_every_paper_is_where_it_is_said_to_be(small: Papers) -> None:
    for path in (*small.forms, *small.reports, *small.archives, small.nominations, small.reviewers):
        assert path.is_file()
    assert len(set(small.forms)) == len(small.forms)
    assert small.reports


def test_every_nomination_has_a_true_quality(small: Papers) -> None:
    assert {award for _, award, *_ in small.qualities} == {
        "qc-group",
        "qc-enterprise",
        "qc-promoter",
        "trusted-team",
        "team-enterprise",
        "team-individual",
    }
    assert all(0 < quality < 1 for quality in small.qualities.values())


def test_progress_reaches_its_end(tmp_path: Path, quotas: Quotas, programme: Programme) -> None:
    told: list[tuple[int, int]] = []
    write_papers(
        tmp_path,
        quotas,
        programme,
        SEED,
        scale=0.05,
        on_progress=lambda done, total: told.append((done, total)),
    )
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


@pytest.fixture(scope="module")
def sent(small: Papers, programme: Programme) -> dict[str, FileReading]:
    """All papers of a small edition, those in archives too, by their names."""
    bodies = tuple(dict.fromkeys(body for body, *_ in small.qualities))
    return read_all(small.nominations.parent, register=Register(programme, bodies=bodies, year=2019))


def test_nothing_is_to_be_said_of_the_papers(sent: dict[str, FileReading]) -> None:
    waiting = {"report-unmatched"}  # Whose a document is shows once nominations are filed.
    said = {(name, finding.code) for name, reading in sent.items() for finding in reading.findings}
    assert {(name, code) for name, code in said if code not in waiting} == set()


def test_every_form_of_the_notice_is_among_the_papers(sent: dict[str, FileReading]) -> None:
    records = [r for reading in sent.values() if reading.kind is Kind.FORM for r in reading.records]
    nominated = {r.award for r in records if isinstance(r, NominationRecord)}
    of_bodies = {r.form for r in records if isinstance(r, BodyPaperRecord)}
    assert nominated | of_bodies == {form.key for form in builtin_forms().definitions}


def test_every_nomination_is_read_from_a_form_or_from_the_workbook(
    small: Papers, sent: dict[str, FileReading]
) -> None:
    records = [r for reading in sent.values() for r in reading.records if isinstance(r, NominationRecord)]
    assert sorted((r.body, r.award, r.name, r.organisation) for r in records) == sorted(small.qualities)
    in_workbook = [r for r in sent[small.nominations.name].records if isinstance(r, NominationRecord)]
    assert {r.award for r in in_workbook} == WITHOUT_QUOTA
    told = {field.key for r in in_workbook for field in r.fields if field.value}
    assert told >= {"post", "position", "plaque", "mobile", "narrative"}


def test_one_body_packs_all_that_there_is_into_an_archive_with_names_in_gbk(small: Papers) -> None:
    (path,) = small.archives
    with zipfile.ZipFile(path) as archive:
        raw = [entry.orig_filename.encode("cp437").decode("gbk") for entry in archive.infolist()]
        assert raw == [name_of(entry) for entry in archive.infolist()]
    papers = {name.split("-")[0] for name in raw if name.startswith("附件")}
    assert papers == {form.paper for form in builtin_forms().definitions}
    for attached in ("成果报告", "班组自我评分表", "班组经验总结材料", "主要事迹材料"):
        assert any(attached in name for name in raw)
    assert not path.with_suffix("").exists()


def test_earlier_winners_carry_the_names_of_their_time(
    tmp_path: Path, quotas: Quotas, programme: Programme
) -> None:
    write_papers(tmp_path, quotas, programme, SEED, scale=1.0 / 20)
    register = Register(programme, year=2019)
    names = read(tmp_path / "papers" / "former-names.xlsx", register)
    lists = read(tmp_path / "papers" / "past-awards.xlsx", register)
    assert (names.kind, names.findings) == (Kind.ALIASES, ())
    assert (lists.kind, lists.findings) == (Kind.HISTORY, ())
    former = {r.alias for r in names.records if isinstance(r, AliasRecord)}
    won = [r for r in lists.records if isinstance(r, PastAwardRecord)]
    assert {r.award for r in won} == {"qc-group", "trusted-team"}
    assert {r.year for r in won if r.organisation in former} <= {2016, 2017}
