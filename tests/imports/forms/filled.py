"""The two forms of the 2019 notice, laid out as published and filled as a body would fill them."""

from types import MappingProxyType

from imports.register import Register
from rubrics.model import Award, Programme, Text
from tests.imports.word.papers import cell, paragraph, row, run, table

BODIES = ("乌鲁木齐市工信局", "中国石油新疆油田分公司", "新疆油田分公司矿区服务事业部", "自治区卫健委")

_NO_TEXT = Text("", "")
PROGRAMME = Programme(
    "xinjiang",
    _NO_TEXT,
    (
        Award("qc-group", _NO_TEXT, "qc-group", "qc-group"),
        Award("best-team", _NO_TEXT, "trusted-team", "trusted-team"),
    ),
    (),
)
REGISTER = Register(PROGRAMME, BODIES)

STAMP = f"\n\n\n{' ' * 28}单位盖章\n{' ' * 65}年  月  日\n"

QC_GROUP = MappingProxyType(
    {
        "body": "中国石油新疆油田分公司",
        "presents": "是☑ 否□",
        "name": "晨光QC小组",
        "organisation": "中国石油新疆油田分公司采油一厂",
        "address": "克拉玛依市友谊路 36 号",
        "postcode": "834000",
        "department": "质量安全环保科",
        "contact": "马丽",
        "mobile": "138 9999 0000",
        "adviser": "阿依古丽·买买提",
        "phone": "0990-6880000",
        "headcount": "９人",
        "subject": "降低注水井洗井故障率",
        "plaque": "是□                             否☑",
        "members": "张三、古丽娜尔·阿不都热依木、欧阳文静，\U00020bb7野正、李 四",
        "narrative": "小组成立于2017年，课题来源于现场。\n活动后故障率由 8.2% 降到 3.1%。" + STAMP,
    }
)

TRUSTED_TEAM = MappingProxyType(
    {
        "body": "自治区卫健委",
        "presents": "否",
        "name": "检验科生化班组",
        "organisation": "自治区人民医院",
        "address": "乌鲁木齐市天池路91号",
        "postcode": "830001",
        "supervising_department": "质量管理部",
        "contact": "王芳",
        "mobile": "13900001111",
        "fax": "0991-8560000",
        "leader": "热依汗·吐尔逊",
        "headcount": "18",
        "plaque": "是√ 否□",
        "members": "热依汗·吐尔逊\n王芳；李娜;刘洋",
        "work_completion_rate": "102.5%",
        "quality_pass_rate": "98.5％",
        "defect_rate": "0.3",
        "accidents": "0起",
        "complaints": "无",
        "first_pass_rate": "９９．１",
        "training": "120人次/48学时",
        "improvement_participation_rate": "100",
        "quality_cost": "125,000元",
        "narrative": "\n1. 班组成员组成：18人。\n2. 班组基础管理情况：齐全。",
    }
)


def qc_group(**changes: str) -> str:
    """The body of 附件3."""
    c = {**QC_GROUP, **changes}
    return (
        paragraph(run("附件3"))
        + paragraph(run("2019年自治区优秀"), run("质量管理小组申报表"))
        + _head(f"推荐地区、部门（盖章）：{c['body']}", f"是否与会发表    {c['presents']}")
        + table(
            row(cell("QC小组名称"), cell(c["name"], 5)),
            row(cell("企业名称（名称与公章一致）"), cell(c["organisation"], 5)),
            row(cell("详细通讯地址"), cell(c["address"], 3), cell("邮  编"), cell(c["postcode"])),
            _six("小组联系部门", c["department"], "直接联系人", c["contact"], "手　机", c["mobile"]),
            _six("小组活动指导者", c["adviser"], "联系电话", c["phone"], "小组人数", c["headcount"]),
            row(cell("小组活动成果名称"), cell(c["subject"], 5)),
            row(cell("是否加做奖牌"), cell(c["plaque"], 5)),
            row(cell("小组成员名单\n（10人以内）"), cell(c["members"], 5)),
            row(cell(f"QC小组简介及主要活动过程与效果：\n{c['narrative']}", 6)),
        )
        + paragraph(run("申报递交材料要求："))
        + paragraph(run("（1）申报表是制作荣誉证书的重要依据，请认真准确填写。"))
    )


def trusted_team(**changes: str) -> str:
    """The body of 附件8."""
    c = {**TRUSTED_TEAM, **changes}
    return (
        paragraph(run("附件8"))
        + paragraph(run("2019年自治区质量信得过班组申报表"))
        + _head(f"推荐地区、部门（盖章）：{c['body']}", f"是否参加发布会  {c['presents']}")
        + table(
            row(cell("质量信得过班组名称"), cell(c["name"], 5)),
            row(cell("企业名称（公章为准）"), cell(c["organisation"], 5)),
            row(cell("详 细 通 讯 地 址"), cell(c["address"], 3), cell("邮  编"), cell(c["postcode"])),
            _six("主管部门", c["supervising_department"], "直接联系人", c["contact"], "手  机", c["mobile"]),
            _six("传  真", c["fax"], "班组长", c["leader"], "班组人数", c["headcount"]),
            row(cell("是否加做奖牌"), cell(c["plaque"], 5)),
            row(cell("小组成员名单\n（前15名）"), cell(c["members"], 5)),
            _six(
                "班组工作完成率%",
                c["work_completion_rate"],
                "质量考核合格率%",
                c["quality_pass_rate"],
                "产品/服务不合格率%",
                c["defect_rate"],
            ),
            _six(
                "年质量、安全事故数",
                c["accidents"],
                "年顾客投诉数",
                c["complaints"],
                "产品/服务一次合格率%",
                c["first_pass_rate"],
            ),
            _six(
                "年培训人数/时数",
                c["training"],
                "成员参与改进活动率%",
                c["improvement_participation_rate"],
                "质量成本（万元/年）",
                c["quality_cost"],
            ),
            row(cell(f"质量信得过班组简介及活动结果（另附纸）：{c['narrative']}", 6)),
        )
    )


def _head(*parts: str) -> str:
    return paragraph(run((" " * 40).join(parts)))


def _six(*texts: str) -> str:
    return row(*map(cell, texts))
