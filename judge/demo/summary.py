"""The summary workbook (汇总表) in which bodies name candidates that they file on no form."""

from collections.abc import Sequence
from pathlib import Path

from judge.demo.filings import Entry, Filing
from judge.demo.forms import form_called
from judge.demo.tables import write_table
from rubrics.model import Programme

_COLUMNS = (
    ("推荐单位", "body"),
    ("名称", "name"),
    ("企业名称", "organisation"),
    ("岗位", "post"),
    ("职务", "position"),
    ("是否加做奖牌", "plaque"),
    ("手机", "mobile"),
)
"""Headings and the fields that they show; where an award's form has no such field, a cell stays empty."""
_ALWAYS = {"body", "name", "organisation"}


def write_summary(path: Path, filings: Sequence[Filing], programme: Programme) -> None:
    """Write the summary workbook at `path`; each form's long text has a column of its own label."""
    stories = tuple(dict.fromkeys(_story(filing.award) for filing in filings))
    rows = (
        (
            str(number),
            programme.award(filing.award).title.zh,
            *(_cell(filing, field) for _heading, field in _COLUMNS),
            *(str(filing.entries["narrative"]) if _story(filing.award) == story else "" for story in stories),
        )
        for number, filing in enumerate(filings, start=1)
    )
    write_table(path, ("序号", "奖项", *(heading for heading, _field in _COLUMNS), *stories), rows)


def _cell(filing: Filing, field: str) -> str:
    is_asked = field in _ALWAYS or field in _fields(filing.award)
    return _written(filing.entries[field]) if is_asked else ""


def _written(entry: Entry) -> str:
    if isinstance(entry, bool):
        return "是" if entry else "否"
    return str(entry)


def _fields(award: str) -> dict[str, str]:
    """The labels of an award's form by their field."""
    return {field.key: field.labels[0] for field in form_called(award).fields}


def _story(award: str) -> str:
    return _fields(award)["narrative"]
