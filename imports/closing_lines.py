"""Lines below a table's data that are no rows of it: totals, who filled it in, remarks."""

import re
from collections.abc import Sequence

from imports.matching import label_key

_TOTAL = re.compile(r"(?:总计|合计|共计|小计|总数|total)(?:共?[0-9]+\w{0,4})*")
_SIGNERS = "填表|填报|制表|制单|经办|审核|审批|复核|负责|主管|联系|报送|上报|推荐"
_SIGNED = re.compile(
    rf"(?:(?:单位|部门|企业)?(?:{_SIGNERS})(?:人|者|领导|单位|部门|日期|时间|电话)(?:签字|签名|盖章|姓名)?"
    r"|日期|时间|联系方式|电话|传真|邮箱|电子邮箱|(?:单位)?(?:盖章|公章)|备注|说明|注)"
    r"\s*(?:[（(][^（()）]*[)）])?\s*(?P<colon>[:：])?"
)
_POST = re.compile("负责|主管")
_INITIALS = frozenset("总合共小tT填制经审复负主联报上推单部企日时电传邮盖公备说注（(")


def closes(row: Sequence[str | None]) -> str:
    """What a row says that closes a table instead of nominating: its first words; "" for any other row.

    A totals row begins with 合计 and the like. Otherwise the first filled cell must be such a label as
    填表人, alone or before a colon; words that are also posts, such as 负责人, only before a colon.
    """
    text = next((cell for cell in row if cell and not cell.isspace()), "").strip()
    # Most rows begin with a figure or an award: this is asked of every one.
    if text[:1] not in _INITIALS:
        return ""
    if _TOTAL.fullmatch(label_key(text)):
        return text
    signed = _SIGNED.match(text)
    if signed is None:
        return ""
    alone = signed.end() == len(text) and not _POST.search(text)
    return text if signed["colon"] or alone else ""
