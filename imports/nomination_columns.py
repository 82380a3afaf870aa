"""The columns of a nomination table, and which field of an award's form each of them fills."""

from functools import cache

from imports.findings import Severity
from imports.forms.definition import FieldDefinition, FieldType, FormDefinition, FormSet, FormSort
from imports.forms.labels import labels_of
from imports.heads import Column, Head, with_meanings
from imports.matching import label_key
from imports.register import Register

AWARD, BODY, NAME, ORGANISATION, SUBJECT = "award", "body", "name", "organisation", "subject"
PRESENTS, PLAQUE, MEMBERS = "presents", "plaque", "members"

NAME_COLUMN = Column(
    NAME, ("名称", "申报名称", "小组名称", "QC小组名称", "班组名称", "质量信得过班组名称", "姓名")
)
"""Needed by every award, but under so many names that it does not tell what a table is."""
COMMON_COLUMNS = (
    Column(AWARD, ("奖项", "申报奖项", "推荐奖项"), required=True),
    Column(
        BODY,
        ("推荐单位", "推荐地区、部门", "推荐地区或部门", "地区或部门", "recommending body", "recommended by"),
        required=True,
    ),
    NAME_COLUMN,
    Column(
        ORGANISATION,
        ("企业名称", "单位", "单位名称", "工作单位", "organisation", "organization"),
        required=True,
    ),
    Column(SUBJECT, ("成果名称", "小组活动成果名称", "活动成果名称", "课题", "课题名称")),
    Column(PRESENTS, ("是否与会发表", "是否参会发表", "是否参加发布会")),
    Column(PLAQUE, ("是否加做奖牌",)),
    Column(MEMBERS, ("成员", "成员名单", "小组成员", "小组成员名单", "班组成员名单")),
)

_FIELD = "field "
"""Before the label's key in the key of a column that not all forms share."""

_PLAIN_FORM = FormDefinition(
    key="",
    paper="",
    titles=(),
    fields=(
        FieldDefinition(BODY, FieldType.TEXT, ("推荐单位",), if_missing=Severity.BLOCKING),
        FieldDefinition(NAME, FieldType.TEXT, ("名称",), if_missing=Severity.BLOCKING),
        FieldDefinition(ORGANISATION, FieldType.TEXT, ("单位",), if_missing=Severity.BLOCKING),
        FieldDefinition(SUBJECT, FieldType.TEXT, ("课题",)),
        FieldDefinition(PRESENTS, FieldType.YES_NO, ("是否与会发表",)),
        FieldDefinition(PLAQUE, FieldType.YES_NO, ("是否加做奖牌",)),
        FieldDefinition(MEMBERS, FieldType.LIST, ("成员名单",)),
    ),
    record={column: column for column in (BODY, NAME, ORGANISATION, SUBJECT, MEMBERS)},
)
"""What an award is nominated with whose form is not among the definitions: any further column is text."""


@cache
def nomination_columns(forms: FormSet) -> tuple[Column, ...]:
    """The common columns, and one for every other label that any nomination form knows."""
    common = {key for column in COMMON_COLUMNS for key in column.label_keys}
    nominating = (form for form in forms.definitions if form.sort is FormSort.NOMINATION)
    labels = {label_key(label): label for form in nominating for f in form.fields for label in f.labels}
    others = (Column(f"{_FIELD}{key}", (label,)) for key, label in labels.items() if key not in common)
    return (*COMMON_COLUMNS, *others)


def columns_known(register: Register) -> tuple[Column, ...]:
    """The columns of a nomination table, with what headings were said to mean in this edition."""
    return with_meanings(nomination_columns(register.forms), register.headings.meanings)


def field_of(form: FormDefinition, column: str) -> FieldDefinition | None:
    """The field of a form that a column, by its key, fills."""
    if any(column == common.key for common in COMMON_COLUMNS):
        key = form.record.get(column, column)
        return next((field for field in form.fields if field.key == key), None)
    return labels_of(form).field(column.removeprefix(_FIELD))


class FormColumns:
    """Which field of one form each column of a table fills."""

    def __init__(self, form: FormDefinition | None, head: Head) -> None:
        self.form = form or _PLAIN_FORM
        self.fields = {key: self._field(key, head.heading(key)) for key in head.at if key != AWARD}

    def recorded(self, column: str) -> FieldDefinition | None:
        """The field that fills the record's own `column`."""
        return field_of(self.form, column)

    def fills(self, column: str) -> bool:
        """True where one of the table's columns fills the record's own `column`."""
        return self.recorded(column) in self.fields.values()

    def _field(self, key: str, heading: str) -> FieldDefinition | None:
        if self.form is _PLAIN_FORM and key.startswith(_FIELD):
            return FieldDefinition(label_key(heading), FieldType.LONG_TEXT, (heading,))
        return field_of(self.form, key)
