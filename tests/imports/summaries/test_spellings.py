"""However its heads are ordered, spaced, widened and bracketed, a summary reads the same."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.imports.summaries.workbooks import BODY, filed, reading
from tests.imports.tables.samples import codes, write_csv

COLUMNS = {
    "奖项": "自治区优秀质量管理小组",
    "推荐单位": BODY,
    "QC小组名称": "胡杨QC小组",
    "企业名称": "伊犁供水公司",
    "成果名称": "降低管网漏损率",
    "小组成员名单": "买买提·艾力、张三",
    "小组人数": "12人",
    "邮编": "835000",
}
_BLANKS = st.sampled_from(["", " ", "\u3000", "\xa0", "\n"])
_REMARKS = st.sampled_from(["", "（盖章）", "(全称)", "【必填】", "〔与公章一致〕", "：", "*"])


@st.composite
def spelt(draw: st.DrawFn, label: str) -> str:
    letters = [draw(_BLANKS) + (_wide(letter) if draw(st.booleans()) else letter) for letter in label]
    return "".join(letters) + draw(_BLANKS) + draw(_REMARKS)


@st.composite
def tables(draw: st.DrawFn) -> list[Sequence[str]]:
    order = draw(st.permutations(sorted(COLUMNS)))
    above: list[Sequence[str]] = draw(
        st.sampled_from([[], [("2019年推荐汇总表",)], [("汇总",), (), ("2019",)]])
    )
    return [*above, tuple(draw(spelt(label)) for label in order), tuple(COLUMNS[label] for label in order)]


@settings(max_examples=60, deadline=None)
@given(tables())
def test_a_summary_reads_the_same_however_its_head_is_spelt(rows: list[Sequence[str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = reading(write_csv(Path(folder) / "n.csv", rows))
    assert codes(found) == []
    (record,) = filed(found)
    assert (record.award, record.body, record.name) == ("qc-group", BODY, "胡杨QC小组")
    assert (record.organisation, record.subject) == ("伊犁供水公司", "降低管网漏损率")
    assert record.members == ("买买提·艾力", "张三")
    assert (record.value("headcount"), record.value("postcode")) == (12, "835000")


def _wide(letter: str) -> str:
    return chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter
