"""The page about forms: its example is a form, and its tables name every key, type and sort."""

import re
from pathlib import Path

from imports.forms.definition import FieldType, FormSort, Identifies, Seat
from imports.forms.library import load_forms
from imports.forms.reading import read
from imports.register import Register
from rubrics.catalogue import load_builtin
from tests.imports.word.papers import bare, cell, lines, row, table, written

PAGE = (Path(__file__).parents[3] / "docs" / "forms.md").read_text("utf-8")


def test_the_pages_example_reads_a_form(tmp_path: Path) -> None:
    (name, source), *none = re.findall(r"^```toml (\S+)\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert none == []
    (tmp_path / name).write_text(source, "utf-8")
    (own,) = load_forms([tmp_path])
    assert [seal.key for seal in own.form.seals] == ["unit-seal"]
    filled = lines("2020年自治区质量管理小组活动推进者推荐表\n推荐单位：哈密地区工信局") + table(
        row(
            cell("姓名"), cell("马丽"), cell("工作单位"), cell("一厂"), cell("从事推进工作年限"), cell("8年")
        ),
        row(cell("主要事迹：推进八年。\n单位盖章\n2020年6月1日", 6)),
    )
    register = Register(load_builtin("xinjiang_2019"), ("哈密地区工信局",)).with_forms([own.form])
    reading = read(written(tmp_path, bare(filled)), register)
    assert reading.findings == ()
    assert [field.value for field in getattr(reading.records[0], "fields", ())] == [
        "马丽",
        "一厂",
        8,
        "推进八年。",
    ]


def test_the_page_names_every_key_of_a_definition() -> None:
    known = {"key", "paper", "titles", "sort", "period", "about_characters", "record", "type", "labels", "at"}
    known |= {"use", "if_missing", "least", "most", "units", "unit", "parts", "quota", "choices", "box_first"}
    known |= {"unit_cell", "seals", "title", "attachments", "most_characters", "total_labels", "rows"}
    known |= {"column_heads", "prompt", "stamp", "below", "identifies"}
    words = {*known, *FieldType, *FormSort, *Seat, *Identifies, "blocking", "warning"}
    assert {word for word in words if f"`{word}`" not in PAGE} == set()


def test_the_page_names_every_key_that_the_built_in_forms_use() -> None:
    folder = Path(__file__).parents[3] / "imports" / "forms"
    used = {
        key
        for file in folder.glob("*.toml")
        for key in re.findall(r"^ *([a-z_]+) = ", file.read_text("utf-8"), re.MULTILINE)
    }
    columns = {"body", "name", "organisation", "subject", "members"}
    assert {key for key in used - columns if f"`{key}`" not in PAGE} == set()
