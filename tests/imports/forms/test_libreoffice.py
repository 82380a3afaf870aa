"""A form that went through LibreOffice reads as it did before."""

from dataclasses import replace
from pathlib import Path

import pytest

from imports.forms.reading import read
from imports.records import BodyPaperRecord, NominationRecord
from tests.conftest import Convert
from tests.imports.forms import bodies_papers
from tests.imports.forms.filled import REGISTER, qc_group, trusted_team
from tests.imports.forms.readings import record_of
from tests.imports.word.papers import WINGDINGS_BOX, WINGDINGS_TICK, full


@pytest.mark.slow
def test_forms_saved_by_libreoffice_read_alike(tmp_path: Path, soffice: Convert) -> None:
    ticks = f"是</w:t>{WINGDINGS_TICK}<w:t> 否</w:t>{WINGDINGS_BOX}<w:t>"
    bodies = {
        "group.docx": qc_group(presents="TICKS").replace("TICKS", ticks),
        "team.docx": trusted_team(),
    }
    for name, body in bodies.items():
        (tmp_path / name).write_bytes(full(body))
    soffice("docx:MS Word 2007 XML", tmp_path / "saved", *(tmp_path / name for name in bodies))
    for name in bodies:
        before, after = (read(folder / name, REGISTER) for folder in (tmp_path, tmp_path / "saved"))
        assert after.findings == before.findings == ()
        first, second = record_of(before), record_of(after)
        assert {f.key: f.value for f in second.fields} == {f.key: f.value for f in first.fields}
        assert (second.body, second.members) == (first.body, first.members)


@pytest.mark.slow
def test_every_other_form_saved_by_libreoffice_reads_alike(tmp_path: Path, soffice: Convert) -> None:
    bodies = {
        f"{form.__name__}.docx": form()
        for form in (
            bodies_papers.qc_enterprise,
            bodies_papers.qc_promoter,
            bodies_papers.qc_statistics,
            bodies_papers.qc_summary,
            bodies_papers.team_enterprise,
            bodies_papers.team_individual,
            bodies_papers.team_statistics,
            bodies_papers.team_summary,
        )
    }
    for name, body in bodies.items():
        (tmp_path / name).write_bytes(full(body))
    soffice("docx:MS Word 2007 XML", tmp_path / "saved", *(tmp_path / name for name in bodies))
    for name in bodies:
        before, after = (
            read(folder / name, bodies_papers.REGISTER) for folder in (tmp_path, tmp_path / "saved")
        )
        assert after.findings == before.findings == ()
        (first,), (second,) = before.records, after.records
        assert isinstance(first, NominationRecord | BodyPaperRecord)
        assert type(second) is type(first)
        assert replace(second, place=first.place) == first
