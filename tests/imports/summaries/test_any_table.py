"""Whatever stands in a table, reading it as a summary says something and raises nothing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from imports.grid import Grid
from imports.headings import Headings
from imports.nominations import read_nominations
from imports.remarks import Remarks
from tests.imports.tables.samples import BODIES, REGISTER

WORDS = (
    *("奖项", "推荐单位", "名称", "企业名称", "所属企业", "活动课题", "人数", "QC小组", "姓名", "序号"),
    *(
        "推荐单位：" + BODIES[0],
        "推荐单位：",
        "合计",
        "填表人：张三",
        "注",
        "：",
        "",
        " ",
        "（）",
        "[/x]",
        "=1+1",
    ),
    *("自治区优秀质量管理小组", "质量信得过班组", BODIES[0], "胡杨QC小组", "2019年QC小组汇总表", "1", "name"),
)
_CELLS = st.one_of(st.none(), st.sampled_from(WORDS), st.text(max_size=6))
_ROWS = st.lists(st.lists(_CELLS, max_size=6).map(tuple), max_size=6).map(tuple)
_MEANINGS = st.dictionaries(st.sampled_from(WORDS), st.sampled_from(("课题", "名称", "企业名称", "奖项")))


@settings(max_examples=400, deadline=None)
@given(name=st.sampled_from(("Sheet1", "QC小组")), rows=_ROWS, said=_MEANINGS, accept=st.booleans())
def test_any_table_is_answered(
    *, name: str, rows: tuple[tuple[str | None, ...], ...], said: dict[str, str], accept: bool
) -> None:
    register = replace(REGISTER, headings=Headings.of({}, said.items(), accept=accept))
    remarks = Remarks("n.xlsx")
    records, _ = read_nominations([Grid(name, rows)], register, remarks)
    assert {record.award for record in records} <= {award.key for award in REGISTER.programme.awards}
    blocked = any(finding.severity == "blocking" for finding in remarks.findings)
    asked = {
        f.params["meant"] for f in remarks.findings if f.code == "head-proposed" and f.severity == "blocking"
    }
    assert blocked or not asked
    assert not (accept and "head-proposed" in {finding.code for finding in remarks.findings})
