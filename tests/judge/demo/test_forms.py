"""Forms are valid Word and read back to what was written, whichever hand wrote them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import cycle
from pathlib import Path

import docx
import pytest

from imports.documents import read_report
from imports.findings import Severity
from imports.forms.definition import FieldDefinition, FieldType
from imports.forms.reading import read
from imports.records import BodyPaperRecord, DocumentRecord, FieldValue, FormField, NominationRecord, Record
from imports.register import KnownNomination, Register
from judge.demo.body_papers import body_papers
from judge.demo.candidates import candidates_on_forms
from judge.demo.filings import SUMMARY_TEXT, Entries, Entry, Filing
from judge.demo.forms import form_called, write_form
from judge.demo.groups import groups
from judge.demo.hands import Figures, Hand, Spacing, Tick
from judge.demo.papers import Papers
from judge.demo.plan import BodyPlan
from judge.demo.teams import teams
from rubrics.catalogue import load_builtin
from rubrics.model import Programme
from tests.judge.demo.conftest import SEED

BODY = BodyPlan(
    7, "石河子地区工信局", groups=12, presenting=6, teams=12, on_forms=True, statistics=True, summaries=True
)
GROUPS, TEAMS = groups(BODY, SEED), teams(BODY, SEED)
CANDIDATES = candidates_on_forms(BODY, load_builtin("xinjiang_2019"), SEED)


@pytest.fixture(scope="module")
def register(programme: Programme) -> Register:
    return Register(programme, bodies=(BODY.body,))


def _read(path: Path, register: Register) -> Record:
    reading = read(path, register)
    assert [finding for finding in reading.findings if finding.severity is not Severity.NOTE] == []
    (record,) = reading.records
    return record


def _record(path: Path, register: Register) -> NominationRecord:
    record = _read(path, register)
    assert isinstance(record, NominationRecord)
    return record


def _assert_faithful(record: NominationRecord, filing: Filing) -> None:
    assert record.award == filing.award
    assert (record.body, record.name, record.organisation) == (filing.body, filing.name, filing.organisation)
    assert (record.subject, record.members) == (filing.subject, filing.members)
    _assert_all_there(record.fields, filing.award, filing.entries)


def _assert_all_there(fields: Iterable[FormField], form: str, entries: Entries) -> None:
    """Every field of the form but the body holds what was written."""
    asked = [field for field in form_called(form).fields if field.key != "body"]
    read_back = {field.key: field.value for field in fields}
    assert read_back == {
        key: value for field in asked for key, value in _values(field, entries[field.keys[0]])
    }


def _values(field: FieldDefinition, entry: Entry) -> Iterator[tuple[str, FieldValue]]:
    """What an entry means, by the keys under which it is kept."""
    kinds = [part.type for part in field.parts] or [field.type]
    written = entry.split("/") if field.parts and isinstance(entry, str) else [entry]
    for key, kind, one in zip(field.keys, kinds, written, strict=True):
        if kind is FieldType.COUNT:
            yield key, int(str(one))
        elif kind in {FieldType.NUMBER, FieldType.PERCENT, FieldType.MONEY}:
            yield key, Decimal(str(one))
        elif kind is FieldType.CHOICES:
            yield key, tuple(word for word in field.choices if word in str(one))
        else:
            yield key, None if one == "" else one


@pytest.mark.parametrize("tick_first", [True, False], ids=["box-before", "box-after"])
@pytest.mark.parametrize("tick", Tick, ids=lambda tick: tick.name)
def test_every_tick_reads_back(tick: Tick, tick_first: bool, register: Register, tmp_path: Path) -> None:  # noqa: FBT001
    hand = Hand(tick=tick, tick_first=tick_first)
    for filing, answer in zip((*GROUPS[:2], *TEAMS[:2], *CANDIDATES), cycle((True, False))):
        ticked = {key: answer for key, entry in filing.entries.items() if isinstance(entry, bool)}
        assert ticked
        filing = replace(filing, entries={**filing.entries, **ticked})  # noqa: PLW2901
        write_form(tmp_path / "form.docx", filing.award, filing.entries, hand)
        _assert_faithful(_record(tmp_path / "form.docx", register), filing)


@pytest.mark.parametrize("tick_first", [True, False], ids=["box-before", "box-after"])
@pytest.mark.parametrize("tick", Tick, ids=lambda tick: tick.name)
def test_a_body_s_own_papers_read_back(
    tick: Tick,
    tick_first: bool,  # noqa: FBT001
    register: Register,
    tmp_path: Path,
) -> None:
    told = []
    for form, entries in body_papers(BODY, SEED):
        write_form(tmp_path / "form.docx", form, entries, Hand(tick=tick, tick_first=tick_first))
        record = _read(tmp_path / "form.docx", register)
        assert isinstance(record, BodyPaperRecord)
        assert (record.form, record.body) == (form, BODY.body)
        if SUMMARY_TEXT in entries:
            assert "\n".join(block.text for block in record.blocks) == entries[SUMMARY_TEXT]
        else:
            _assert_all_there(record.fields, form, entries)
        told.append(form)
    assert told == ["qc-statistics", "qc-summary", "team-statistics", "team-summary"]


def test_the_figures_of_a_summary_are_those_of_the_statistics() -> None:
    papers = dict(body_papers(BODY, SEED))
    for kind, figures in (("qc", ("groups_registered", "benefit")), ("team", ("participants", "spending"))):
        for figure in figures:
            assert str(papers[f"{kind}-statistics"][figure]) in str(papers[f"{kind}-summary"][SUMMARY_TEXT])


@pytest.mark.parametrize("spacing", Spacing)
@pytest.mark.parametrize("figures", Figures)
@pytest.mark.parametrize("separator", ["、", "，", "；", "\n"])
def test_every_habit_reads_back(
    spacing: Spacing, figures: Figures, separator: str, register: Register, tmp_path: Path
) -> None:
    hand = Hand(spacing=spacing, figures=figures, separator=separator, stacked=separator == "、")
    for filing in (GROUPS[3], TEAMS[3], *CANDIDATES):
        write_form(tmp_path / "form.docx", filing.award, filing.entries, hand)
        _assert_faithful(_record(tmp_path / "form.docx", register), filing)


def test_a_form_opens_in_word_with_its_labels(tmp_path: Path) -> None:
    write_form(tmp_path / "form.docx", TEAMS[0].award, TEAMS[0].entries, Hand())
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
