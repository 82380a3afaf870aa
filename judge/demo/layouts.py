"""The notice's application forms as printed: their labels, in rows, over a grid of six columns."""

from dataclasses import dataclass
from enum import StrEnum

from judge.demo.filings import QC_GROUP, TRUSTED_TEAM


class Holds(StrEnum):
    """What kind of entry a box takes."""

    TEXT = "text"
    TICK = "tick"
    NAMES = "names"
    RATE = "rate"
    MISHAPS = "mishaps"


@dataclass(frozen=True, slots=True)
class Box:
    """A printed label and the box to its right, `span` columns wide."""

    label: str
    span: int = 1
    holds: Holds = Holds.TEXT

    @property
    def key(self) -> str:
        """The label without its blanks, as entries are kept."""
        return "".join(self.label.split())


@dataclass(frozen=True, slots=True)
class Layout:
    """One form. `presenting` stands in the head line; `story` heads the long box, `stamp` ends it."""

    annex: str
    title: str
    presenting: str
    rows: tuple[tuple[Box, ...], ...]
    story: str
    stamp: tuple[str, ...]
    demands: tuple[str, ...]


_PLAQUE = Box("是否加做奖牌", 5, Holds.TICK)


def _care(about: str) -> str:
    return (
        f"（1）申报表是制作荣誉证书的重要依据，请认真准确填写，特别注意{about}，申报备案后不予修改，"
        "出现遗漏、差错情况后果自负，并加盖公章原件及电子版一份。"
    )


LAYOUTS = {
    QC_GROUP: Layout(
        annex="附件3",
        title="2019年自治区优秀质量管理小组申报表",
        presenting="是否与会发表",
        rows=(
            (Box("QC小组名称", 5),),
            (Box("企业名称（名称与公章一致）", 5),),
            (Box("详细通讯地址", 3), Box("邮  编")),
            (Box("小组联系部门"), Box("直接联系人"), Box("手  机")),
            (Box("小组活动指导者"), Box("联系电话"), Box("小组人数")),
            (Box("小组活动成果名称", 5),),
            (_PLAQUE,),
            (Box("小组成员名单\n（10人以内）", 5, Holds.NAMES),),
        ),
        story="QC小组简介及主要活动过程与效果：",
        stamp=("单位盖章", "年  月  日"),
        demands=(
            _care("小组名单和排序"),
            "（2）小组成果报告Word文本格式及电子版一份。",
        ),
    ),
    TRUSTED_TEAM: Layout(
        annex="附件8",
        title="2019年自治区质量信得过班组申报表",
        presenting="是否参加发布会",
        rows=(
            (Box("质量信得过班组名称", 5),),
            (Box("企业名称（公章为准）", 5),),
            (Box("详 细 通 讯 地 址", 3), Box("邮  编")),
            (Box("主管部门"), Box("直接联系人"), Box("手  机")),
            (Box("传  真"), Box("班组长"), Box("班组人数")),
            (_PLAQUE,),
            (Box("小组成员名单\n（前15名）", 5, Holds.NAMES),),
            (
                Box("班组工作完成率%", holds=Holds.RATE),
                Box("质量考核合格率%", holds=Holds.RATE),
                Box("产品/服务不合格率%", holds=Holds.RATE),
            ),
            (
                Box("年质量、安全事故数", holds=Holds.MISHAPS),
                Box("年顾客投诉数", holds=Holds.MISHAPS),
                Box("产品/服务一次合格率%", holds=Holds.RATE),
            ),
            (
                Box("年培训人数/时数"),
                Box("成员参与改进活动率%", holds=Holds.RATE),
                Box("质量成本（万元/年）"),
            ),
        ),
        story="质量信得过班组简介及活动结果（另附纸）：",
        stamp=(),
        demands=(
            _care("班组名单和排序"),
            "（2）请准确填写申报表并加盖公章，出现差错后果自负，附班组自我评分表原件及电子版一份。",
            "（3）班组经验总结材料Word文本格式及电子版一份，字数5000字以内。",
        ),
    ),
}
"""By award key; texts as in annexes 3 and 8 of the notice."""
