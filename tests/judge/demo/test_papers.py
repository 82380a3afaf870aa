from collections.abc import Callable
from pathlib import Path

import pytest

from imports.reading import read
from imports.records import AliasRecord, Kind, NominationRecord, PastAwardRecord
from imports.register import Register
from judge.demo.papers import Papers, write_papers
from judge.demo.plan import Quotas
from rubrics.model import Programme
from tests.judge.demo.conftest import SEED, contents

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
    for path in (*small.forms, *small.reports, small.nominations, small.reviewers):
        assert path.is_file()
    assert len(set(small.forms)) == len(small.forms)
    assert small.reports


def test_every_nomination_has_a_true_quality(small: Papers) -> None:
    on_forms = [award for _, award, *_ in small.qualities if award in {"qc-group", "trusted-team"}]
    assert len(on_forms) == len(small.forms)
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


def test_the_summary_workbook_reads_back(small: Papers, programme: Programme) -> None:
    bodies = tuple(dict.fromkeys(body for body, *_ in small.qualities))
    reading = read(small.nominations, Register(programme, bodies=bodies))
    assert not reading.refused
    found = {
        (r.body, r.award, r.name, r.organisation) for r in reading.records if isinstance(r, NominationRecord)
    }
    assert found == {
        identity for identity in small.qualities if identity[1] not in {"qc-group", "trusted-team"}
    }


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
