"""A blank form, printed, filled in by someone, and read: what was written comes back."""

import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, FormSort, Part
from imports.forms.labels import labels_of
from imports.forms.library import builtin_forms, parse
from imports.forms.reading import read
from imports.records import BodyPaperRecord, NominationRecord
from imports.register import Register
from judge.services.forms.blanks import blank_of, write_blank
from rubrics.catalogue import load_builtin
from tests.conftest import Convert
from tests.judge.services.forms.blank_filling import fill

BODIES = ("哈密地区工信局", "中国铁路乌鲁木齐局集团有限公司")
OWN = parse(
    """
key = "qc-promoter"
paper = "附件一"
titles = ["推广先进者推荐书"]
seals = [{ key = "city", title = { zh = "市级主管部门盖章", en = "Seal of the city" } }]
record = { body = "body", name = "name", organisation = "organisation", members = "team" }

[[fields]]
key = "body"
at = "head"
type = "text"
labels = ["推荐机构"]
if_missing = "blocking"

[[fields]]
key = "willing"
at = "head"
type = "yes-no"
labels = ["是否愿意发言"]

[[fields]]
key = "name"
type = "text"
labels = ["姓    名"]

[[fields]]
key = "organisation"
type = "text"
labels = ["所在单位"]

[[fields]]
key = "age"
type = "count"
labels = ["年龄"]
units = ["岁"]

[[fields]]
key = "hours"
type = "number"
labels = ["年授课时数"]
units = ["小时"]

[[fields]]
key = "share"
at = "behind-unit"
unit_cell = "百分数"
type = "percent"
labels = ["参与率"]

[[fields]]
key = "saved"
type = "money"
unit = "万元"
labels = ["节约资金（万元）"]

[[fields]]
type = "pair"
labels = ["课题数/成果数"]
parts = [{ key = "topics", type = "count" }, { key = "results", type = "count" }]

[[fields]]
key = "team"
type = "list"
labels = ["同事名单\\n（12人以内）"]
most = 12

[[fields]]
key = "fields_of_work"
type = "choices"
labels = ["工作领域"]
choices = ["培训", "培训师资", "诊断"]
box_first = true

[[fields]]
key = "web"
at = "inside"
type = "text"
labels = ["网址："]

[[fields]]
key = "story"
at = "inside"
type = "long-text"
labels = ["事迹"]
""",
    "own.toml",
)
FORMS = (*builtin_forms().definitions, OWN)
REGISTER = Register(load_builtin("xinjiang_2019"), BODIES, year=2020)
# A lone sign such as / says that there is nothing to say.
TEXT = st.text("张李阿古丽·\U00020bb7工信局A7[/x]=-+@", min_size=1, max_size=14).filter(
    lambda text: any(c.isalpha() for c in text)
)
WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
Filled = tuple[str, tuple[object, ...]]
"""What is written into a field, and the values that it must be read as."""


def figures(part: FieldDefinition | Part) -> st.SearchStrategy[tuple[str, int | Decimal]]:
    if part.type is FieldType.COUNT:
        whole = st.integers(0, 99_999)
        return st.tuples(whole, st.sampled_from([*part.units, ""])).map(lambda n: (f"{n[0]}{n[1]}", n[0]))
    plain = st.decimals("1", "100", places=2)
    return plain.map(lambda number: (f"{number}", number))


def text(field: FieldDefinition) -> st.SearchStrategy[Filled]:
    said = st.sampled_from(BODIES) if field.key == "body" else TEXT
    return said.map(lambda one: (one, (one,)))


def long_text(_field: FieldDefinition) -> st.SearchStrategy[Filled]:
    lines = st.lists(TEXT.map(lambda one: f"小组{one}。"), min_size=1, max_size=4).map("\n".join)
    return lines.map(lambda told: (told, (told,)))


def answer(field: FieldDefinition) -> st.SearchStrategy[Filled]:
    yes, no = ("☑是 □否", "□是 √否") if field.box_first else ("是☑ 否□", "是□ 否☑")
    return st.booleans().map(lambda said: (yes if said else no, (said,)))


def names(_field: FieldDefinition) -> st.SearchStrategy[Filled]:
    some = st.lists(st.sampled_from(["张三", "古丽·买买提", "\U00020bb7野正"]), min_size=1, max_size=9)
    return some.map(lambda listed: ("、".join(listed), (tuple(listed),)))


def pair(field: FieldDefinition) -> st.SearchStrategy[Filled]:
    both = st.tuples(*map(figures, field.parts))
    return both.map(lambda two: ("／".join(one for one, _ in two), tuple(n for _, n in two)))


def figure(field: FieldDefinition) -> st.SearchStrategy[Filled]:
    drawn = st.tuples(figures(field), st.booleans())
    return drawn.map(lambda one: (one[0][0].translate(WIDE) if one[1] else one[0][0], (one[0][1],)))


def written(field: FieldDefinition) -> st.SearchStrategy[Filled]:
    """Something that may be written into a field."""
    strategies = {
        FieldType.TEXT: text,
        FieldType.LONG_TEXT: long_text,
        FieldType.YES_NO: answer,
        FieldType.CHOICES: ticked,
        FieldType.LIST: names,
        FieldType.PAIR: pair,
    }
    return strategies.get(field.type, figure)(field)


def ticked(field: FieldDefinition) -> st.SearchStrategy[Filled]:
    boxed: Callable[[str, str], str] = (
        (lambda word, box: box + word) if field.box_first else (lambda word, box: word + box)
    )

    def printed(chosen: set[str]) -> Filled:
        text = "  ".join(boxed(word, "■" if word in chosen else "□") for word in field.choices)
        return text, (tuple(word for word in field.choices if word in chosen),)

    return st.sets(st.sampled_from(field.choices), min_size=1).map(printed)


def check_read_back(path: Path, form: FormDefinition, filled: dict[str, Filled]) -> None:
    register = Register(
        REGISTER.programme, BODIES, year=2020, forms=builtin_forms().with_forms([OWN] if form is OWN else [])
    )
    reading = read(path, register)
    assert reading.findings == ()
    (record,) = reading.records
    assert isinstance(record, NominationRecord | BodyPaperRecord)
    expected: dict[str, object] = {}
    for field in form.fields:
        expected |= dict(zip(field.keys, filled[field.keys[0]][1], strict=True))
    assert {"body": record.body, **{field.key: field.value for field in record.fields}} == expected
    if isinstance(record, BodyPaperRecord) and form.sort is FormSort.SUMMARY:
        assert "\n".join(block.text for block in record.blocks) == filled["text"][0]


def draw(data: st.DataObject, form: FormDefinition) -> dict[str, Filled]:
    filled = {field.keys[0]: data.draw(written(field)) for field in form.fields}
    story = "一、基本情况\n" + "全年活动正常，成果突出。" * data.draw(st.integers(100, 240))
    return filled | ({"text": (story, ())} if form.sort is FormSort.SUMMARY else {})


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.paper}-{form.key}")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_written_on_a_blank_comes_back(form: FormDefinition, data: st.DataObject) -> None:
    filled = draw(data, form)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "form.docx"
        write_blank(form, 2020, path)
        fill(path, form, {key: text for key, (text, _) in filled.items()})
        check_read_back(path, form, filled)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.paper}-{form.key}")
def test_a_blank_that_nobody_filled_says_nothing(form: FormDefinition, tmp_path: Path) -> None:
    write_blank(form, 2020, tmp_path / "blank.docx")
    forms = builtin_forms().with_forms([form])
    reading = read(tmp_path / "blank.docx", Register(REGISTER.programme, BODIES, forms=forms, year=2020))
    assert {finding.code for finding in reading.findings} <= {
        "field-missing",
        "tick-none",
        "choice-none",
        "summary-empty",
    }
    (record,) = reading.records
    assert isinstance(record, NominationRecord | BodyPaperRecord)
    assert {field.value for field in record.fields} <= {None}
    assert reading.refused


def test_a_blank_is_laid_out_as_published(tmp_path: Path) -> None:
    form = builtin_forms().form("qc-group")
    assert form is not None
    write_blank(form, 2021, tmp_path / "blank.docx")
    document = docx.Document(str(tmp_path / "blank.docx"))
    lines = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert lines[:2] == ["附件3", "2021年自治区优秀质量管理小组申报表"]
    assert lines[2].split() == ["推荐地区、部门（盖章）：", "是否与会发表：是□", "否□"]
    assert lines[3] == "申报递交材料要求："
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[2] == ["详细通讯地址"] * 2 + [""] * 6 + ["邮  编"] * 2 + [""] * 2
    assert rows[6][:3] == ["是否加做奖牌"] * 2 + ["是□      否□"]
    assert rows[-1][0].split() == ["QC小组简介及主要活动过程与效果：", "单位盖章", "年", "月", "日"]


def test_statistics_name_the_months_of_the_year_before() -> None:
    form = builtin_forms().form("team-statistics")
    assert form is not None
    blank = blank_of(form, 2024)
    assert blank.title == "质量信得过班组活动统计表"
    assert blank.head[0].text == "（2023年6月至2024年6月）"
    assert [cell.lines[0].text for cell in blank.rows[0].cells] == ["统  计  项  目", "单位", "数量"]
    assert all(sum(cell.columns for cell in row.cells) == 12 for row in blank.rows)


@pytest.mark.parametrize("content", ["[工古=··+]", "（晨光网）", "【www】"])
def test_an_answer_in_brackets_behind_a_label_is_no_remark(content: str) -> None:
    labels = labels_of(OWN)
    assert labels.field("网址：") is not None
    assert labels.field(f"网址：{content}") is None
    assert [met.content.strip() for met in labels.running(f"网址： {content}")] == [content]
    # What stands before the colon, or behind a label that has none, explains the label.
    assert labels.field("网址（官网）：") is not None
    assert labels.field("同事名单\n（12人以内）") is not None


@pytest.mark.slow
def test_blanks_filled_and_saved_by_libreoffice_read_alike(tmp_path: Path, soffice: Convert) -> None:
    drawn = filled_blanks(tmp_path)
    soffice("docx:MS Word 2007 XML", tmp_path / "saved", *(tmp_path / name for name in drawn))
    for number, form in enumerate(FORMS):
        check_read_back(tmp_path / "saved" / f"{number}.docx", form, drawn[f"{number}.docx"])


@pytest.mark.slow
def test_blanks_filled_and_saved_as_old_word_files_read_alike(tmp_path: Path, soffice: Convert) -> None:
    drawn = filled_blanks(tmp_path)
    soffice("doc:MS Word 97", tmp_path / "old", *(tmp_path / name for name in drawn))
    # What an import does with an old file: LibreOffice turns it into a new one.
    soffice("docx:MS Word 2007 XML", tmp_path / "turned", *sorted((tmp_path / "old").iterdir()))
    for number, form in enumerate(FORMS):
        check_read_back(tmp_path / "turned" / f"{number}.docx", form, drawn[f"{number}.docx"])


def filled_blanks(folder: Path) -> dict[str, dict[str, Filled]]:
    """Every form's blank, filled in at random; what stands in each, by its file."""
    drawn: dict[str, dict[str, Filled]] = {}

    @settings(max_examples=1, database=None, deadline=None)
    @given(data=st.data())
    def prepare(data: st.DataObject) -> None:
        for number, form in enumerate(FORMS):
            drawn[f"{number}.docx"] = draw(data, form)

    prepare()
    for number, form in enumerate(FORMS):
        path = folder / f"{number}.docx"
        write_blank(form, 2020, path)
        fill(path, form, {key: text for key, (text, _) in drawn[path.name].items()})
    return drawn
