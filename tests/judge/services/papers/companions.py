"""A table and Word forms of the same groups, as one body sends them, and what the edition makes of them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from judge.domain.stated import stated
from judge.services.editions.edition import Edition
from judge.store.filed import filed_fields, filed_members
from judge.store.queries.known import held_nominations
from judge.store.queries.revisions import revisions
from tests.imports.forms.filled import qc_group
from tests.imports.word.papers import bare, written
from tests.judge.services import small_papers as papers
from tests.judge.services.papers.amendments import AWARD, BODY

HEADINGS: Mapping[str, str] = {
    "name": "QC小组名称",
    "organisation": "企业名称",
    "presents": "是否与会发表",
    "members": "小组成员名单",
    "headcount": "小组人数",
    "subject": "小组活动成果名称",
    "contact": "直接联系人",
    "mobile": "手机",
    "plaque": "是否加做奖牌",
}
GROUP: Mapping[str, str] = {"name": "晨光QC小组", "organisation": "企业0"}
_EMPTY = dict.fromkeys(
    (*HEADINGS, "address", "postcode", "department", "adviser", "phone", "narrative"), ""
) | {"presents": "是□ 否□", "plaque": "是□ 否□", "body": BODY}


def summary(folder: Path, *rows: Mapping[str, str], file: str = "汇总表.csv") -> Path:
    """A table of groups with a column for each field that any row says, if only that it is empty."""
    columns = [key for key in HEADINGS if any(key in row for row in rows)]
    head = ("奖项", "推荐单位", *(HEADINGS[key] for key in columns))
    said = ((AWARD, BODY, *(row.get(key, "") for key in columns)) for row in rows)
    return papers.table(folder / file, head, *said)


def word(folder: Path, said: Mapping[str, str], file: str = "申报表.docx") -> Path:
    """附件3, empty but for what is said."""
    return written(folder, bare(qc_group(**{**_EMPTY, **said})), file)


Register = Sequence[tuple[object, ...]]


def register_of(edition: Edition) -> Register:
    """What the edition says of each nomination now, whatever its number and however it came to be so."""
    with edition.store.read() as connection:
        return sorted(
            (
                held.award,
                held.body,
                held.name,
                held.organisation,
                filed_members(held.filed),
                tuple(
                    sorted((f.key, str(said)) for f in filed_fields(held.filed) if (said := stated(f)) != "")
                ),
            )
            for held in held_nominations(connection)
        )


def fields_of(edition: Edition, key: str = "qc-group-0001") -> dict[str, str]:
    """What each field of a nomination says now, as it is written; without those that say nothing."""
    with edition.store.read() as connection:
        (held,) = (held for held in held_nominations(connection) if held.key == key)
    return {field.key: field.written for field in filed_fields(held.filed) if stated(field) != ""}


def sources_of(edition: Edition, key: str = "qc-group-0001") -> list[str]:
    """The files that a nomination's revisions were filed from."""
    with edition.store.read() as connection:
        return [kept.file for kept in revisions(connection, key)]
