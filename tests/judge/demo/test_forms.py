"""Forms are valid Word and read back to what was written, whichever hand wrote them."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import cycle
from pathlib import Path

import docx
import pytest

from imports.documents import read_report
from imports.findings import Severity
from imports.forms.reading import read
from imports.matching import label_key
from imports.records import DocumentRecord, FieldValue, NominationRecord
from imports.register import KnownNomination, Register
from judge.demo.filings import Filing
from judge.demo.forms import write_form
from judge.demo.groups import groups
from judge.demo.hands import Figures, Hand, Spacing, Tick
from judge.demo.papers import Papers
from judge.demo.plan import BodyPlan
from judge.demo.teams import teams
from rubrics.model import Programme
from tests.judge.demo.conftest import SEED

BODY = BodyPlan(7, "石河子地区工信局", groups=12, presenting=6, teams=12)
GROUPS, TEAMS = groups(BODY, SEED), teams(BODY, SEED)


@pytest.fixture(scope="module")
def register(programme: Programme) -> Register:
    return Register(programme, bodies=(BODY.body,))


def _record(path: Path, register: Register) -> NominationRecord:
    reading = read(path, register)
    assert [finding for finding in reading.findings if finding.severity is not Severity.NOTE] == []
    (record,) = reading.records
    assert isinstance(record, NominationRecord)
    return record


def _assert_faithful(record: NominationRecord, filing: Filing) -> None:
    assert record.award == filing.award
    assert (record.body, record.name, record.organisation) == (filing.body, filing.name, filing.organisation)
    assert (record.subject, record.members) == (filing.subject, filing.members)
    values: dict[str, list[FieldValue]] = {}
    for field in record.fields:
        values.setdefault(label_key(field.label), []).append(field.value)
    written = {label_key(label): [entry] for label, entry in filing.entries.items()}
    assert values == {**written, **_figures(filing)}


def _figures(filing: Filing) -> Mapping[str, list[FieldValue]]:
    """The entries that are read as numbers."""
    counted = {label_key(label) for label in ("小组人数", "班组人数", "年质量、安全事故数", "年顾客投诉数")}
    measured = {
        label_key(label) for label in filing.entries if label.endswith(("率%", "质量成本（万元/年）"))
    }
    numbers: dict[str, list[FieldValue]] = {}
    for label, entry in filing.entries.items():
        key = label_key(label)
        if key in counted:
            numbers[key] = [int(str(entry))]
        elif key in measured:
            numbers[key] = [Decimal(str(entry))]
        elif label == "年培训人数/时数":
            attendances, hours = str(entry).split("/")
            numbers[key] = [int(attendances), Decimal(hours)]
    return numbers


@pytest.mark.parametrize("tick_first", [True, False], ids=["box-before", "box-after"])
@pytest.mark.parametrize("tick", Tick, ids=lambda tick: tick.name)
def test_every_tick_reads_back(tick: Tick, tick_first: bool, register: Register, tmp_path: Path) -> None:  # noqa: FBT001
    hand = Hand(tick=tick, tick_first=tick_first)
    for filing, answer in zip((*GROUPS[:2], *TEAMS[:2]), cycle((True, False))):
        ticked = {key: answer for key, entry in filing.entries.items() if isinstance(entry, bool)}
        assert len(ticked) == 2
        filing = replace(filing, entries={**filing.entries, **ticked})  # noqa: PLW2901
        write_form(tmp_path / "form.docx", filing, hand)
        _assert_faithful(_record(tmp_path / "form.docx", register), filing)


@pytest.mark.parametrize("spacing", Spacing)
@pytest.mark.parametrize("figures", Figures)
@pytest.mark.parametrize("separator", ["、", "，", "；", "\n"])
def test_every_habit_reads_back(
    spacing: Spacing, figures: Figures, separator: str, register: Register, tmp_path: Path
) -> None:
    hand = Hand(spacing=spacing, figures=figures, separator=separator, stacked=separator == "、")
    for filing in (GROUPS[3], TEAMS[3]):
        write_form(tmp_path / "form.docx", filing, hand)
        _assert_faithful(_record(tmp_path / "form.docx", register), filing)


def test_the_papers_of_an_edition_read_without_a_warning(small: Papers, programme: Programme) -> None:
    bodies = tuple(dict.fromkeys(body for body, *_ in small.qualities))
    register = Register(programme, bodies=bodies)
    read_back = [_record(path, register) for path in small.forms]
    found = {(record.body, record.award, record.name, record.organisation) for record in read_back}
    assert found == {identity for identity in small.qualities if identity[1] in {"qc-group", "trusted-team"}}


def test_a_form_opens_in_word_with_its_labels(tmp_path: Path) -> None:
    write_form(tmp_path / "form.docx", TEAMS[0], Hand())
    document = docx.Document(str(tmp_path / "form.docx"))
    assert document.paragraphs[1].text == "2019年自治区质量信得过班组申报表"
    cells = {cell.text for row in document.tables[0].rows for cell in row.cells}
    assert {"质量信得过班组名称", "详 细 通 讯 地 址", "邮  编", "传  真", TEAMS[0].name} <= cells


def test_a_report_finds_its_group(small: Papers, programme: Programme) -> None:
    known = tuple(
        KnownNomination(str(number), award, body, name, organisation)
        for number, (body, award, name, organisation) in enumerate(small.qualities)
    )
    names = {nomination.key: nomination.name for nomination in known}
    for path in small.reports:
        reading = read_report(path, Register(programme, nominations=known), None)
        (record,) = reading.records
        assert isinstance(record, DocumentRecord)
        assert path.name == f"{names[record.nomination]}-成果报告.docx"
        assert any(block.rows for block in record.blocks)
        assert sum(block.level == 1 for block in record.blocks) >= 6
