"""The other forms of the 2019 notice, laid out as published and filled as a body would fill them."""

from types import MappingProxyType

from imports.register import Register
from rubrics.catalogue import load_builtin
from tests.imports.forms.filled import BODIES, STAMP
from tests.imports.word.papers import cell, lines, paragraph, row, run, table

REGISTER = Register(load_builtin("xinjiang_2019"), BODIES, year=2019)
BODY = "中国石油新疆油田分公司"

QC_ENTERPRISE = MappingProxyType(
    {
        "body": BODY,
        "organisation": "新疆油田采油一厂",
        "contact": "阿依古丽·买买提",
        "address": "克拉玛依市友谊路 36 号",
        "mobile": "１３８ 9999 0000",
        "postcode": "834000",
        "plaque": "是☑                             否□",
        "narrative": "企业连续多年开展QC小组活动。\n普及率达 32%。" + STAMP,
    }
)
QC_PROMOTER = MappingProxyType(
    {
        "body": BODY,
        "name": "古丽娜尔·阿不都热依木",
        "position": "质量科科长",
        "organisation": "新疆油田采油一厂",
        "address": "克拉玛依市友谊路36号",
        "postcode": "834000",
        "contact": "\U00020bb7野正",
        "mobile": "13800001111",
        "narrative": "从事推进工作八年。\n\n\n被推荐者单位盖章\n年     月     日  ",
    }
)
TEAM_ENTERPRISE = MappingProxyType(
    {
        "body": "自治区卫健委",
        "organisation": "自治区人民医院",
        "contact": "马丽",
        "position": "主任",
        "postcode": "830001",
        "mobile": "139",
        "plaque": "是□ 否√",
        "address": "乌鲁木齐市天池路91号",
        "narrative": "\n班组建设三年。" + STAMP,
    }
)
TEAM_INDIVIDUAL = MappingProxyType(
    {
        "body": "自治区卫健委",
        "name": "热依汗·吐尔逊",
        "organisation": "自治区人民医院",
        "post": "检验科生化班组",
        "position": "班组长",
        "contact": "马丽",
        "mobile": "139",
        "address": "乌鲁木齐市天池路91号",
        "narrative": "\n带领班组四年。\n被推荐者单位盖章\n2019年 6月 1日",
    }
)
QC_STATISTICS = MappingProxyType(
    {
        "body": BODY,
        "period": "（2018年6月至2019年6月）",
        "groups_ever": "1,204",
        "groups_registered": "１８６",
        "participation_rate": "32.5%",
        "groups_active": "150个",
        "benefit": "1,234万元",
        "benefit_unit": "元",
        "result_rate": "９０．５％",
        "spending": "250000",
        "rewards": "12.5万",
        "diagnosticians": "3／12",
        "notes": "小组活动与现场结合。\n建议多办培训。",
        "conference": "☑是   □否",
        "presenters": "24",
        "when": "2019年5月20日，克拉玛依市",
        "attendance": "120人",
        "in_charge": "质量安全环保处  马丽",
        "contact": "王芳",
        "mobile": "13900001111",
        "email": "wang.fang@example.cn",
        "address": "克拉玛依市迎宾路66号",
        "postcode": "834000",
    }
)
TEAM_STATISTICS = MappingProxyType(
    {
        "body": "自治区卫健委",
        "period": "（2018年6月至2019年6月）",
        "teams_active": "56",
        "teams_ever": "310",
        "participants": "1024人",
        "teams_recommended": "2",
        "spending": "80,000元",
        "rewards": "无",
        "notes": "班组与岗位练兵结合。",
        "reviews": "发表评审☑ 现场评审□ 与QC小组合开☑ 单独举办□",
        "conference": "□是   ☑否",
        "presenters": "0",
        "when": "",
        "attendance": "",
        "in_charge": "医政处  李娜",
        "contact": "李娜",
        "mobile": "137",
        "email": "li@example.cn",
        "address": "乌鲁木齐市龙泉街191号",
        "postcode": "830004",
    }
)


def qc_enterprise(**changes: str) -> str:
    """The body of 附件4."""
    c = {**QC_ENTERPRISE, **changes}
    return _titled("附件4", "2019年自治区质量管理小组活动优秀企业申报表", c["body"]) + table(
        row(cell("企业名称"), cell(c["organisation"], 3), cell("直接联系人人"), cell(c["contact"])),
        row(cell("详细通讯地址"), cell(c["address"], 5)),
        row(cell("联系人手机"), cell(c["mobile"], 3), cell("邮  编"), cell(c["postcode"])),
        row(cell("是否加做奖牌"), cell(c["plaque"], 5)),
        row(cell(f"企业推进事迹介绍：\n{c['narrative']}", 6)),
    )


def qc_promoter(**changes: str) -> str:
    """The body of 附件5."""
    c = {**QC_PROMOTER, **changes}
    return _titled("附件5", "2019年自治区质量管理小组活动推进者申报表", c["body"]) + table(
        _cells("姓名", c["name"], "职务", c["position"], "工作单位", c["organisation"]),
        row(cell("详细通讯地址"), cell(c["address"], 3), cell("邮  编"), cell(c["postcode"])),
        row(cell("直接联系人"), cell(c["contact"], 3), cell("手  机"), cell(c["mobile"])),
        row(cell(f"本人主要事迹介绍：\n{c['narrative']}", 6)),
    )


def team_enterprise(**changes: str) -> str:
    """The body of 附件9."""
    c = {**TEAM_ENTERPRISE, **changes}
    return _titled("附件9", "2019年自治区质量信得过班组建设优秀企业申报表", c["body"]) + table(
        row(cell("企业名称"), cell(c["organisation"], 3), cell("直接联系人"), cell(c["contact"])),
        _cells("职务", c["position"], "邮编", c["postcode"], "手机", c["mobile"]),
        row(cell("是否加做奖牌"), cell(c["plaque"], 5)),
        row(cell("详细通讯地址"), cell(c["address"], 5)),
        row(cell(f"事迹简述：（突出经验做法、注重质量效益）{c['narrative']}", 6)),
    )


def team_individual(**changes: str) -> str:
    """The body of 附件10."""
    c = {**TEAM_INDIVIDUAL, **changes}
    return _titled("附件10", "2019年自治区质量信得过班组建设先进个人申报表", c["body"]) + table(
        _cells("姓名", c["name"], "工作单位", c["organisation"], "岗位", c["post"]),
        _cells("职务", c["position"], "直接联系人", c["contact"], "手机", c["mobile"]),
        row(cell("详细通讯地址"), cell(c["address"], 5)),
        row(cell(f"本人主要事迹介绍：{c['narrative']}", 6)),
    )


def qc_statistics(**changes: str) -> str:
    """The body of 附件7."""
    c = {**QC_STATISTICS, **changes}
    share = "本年度QC小组普及率=参加QC小组人数/职工总数x100%"
    result = "本年度QC小组成果率=取得成果小组数/QC小组注册数x100%"
    return _counted("附件7", "质 量 管 理 小 组 活 动 统 计 表", c) + table(
        _figure("统  计  项  目", "单位", "数量"),
        _figure("历年来已登记注册QC小组累计数", "个", c["groups_ever"]),
        _figure("本年度已登记注册QC小组数", "个", c["groups_registered"]),
        _figure(share, "百分数", c["participation_rate"]),
        _figure("本年度坚持活动的QC小组数", "个", c["groups_active"]),
        _figure("本年度QC小组创可计算的经济效益", c["benefit_unit"], c["benefit"]),
        _figure(result, "百分数", c["result_rate"]),
        _figure("本年度企业对QC小组活动经费投入（培训、交流、书籍等费用）", "元", c["spending"]),
        _figure("本年度企业对QC小组活动奖励费用", "元", c["rewards"]),
        _figure("具备QC小组活动诊断师资格人数（国家级／自治区级）", "人", c["diagnosticians"]),
        row(cell(f"本年度QC小组活动主要特点与建议：{c['notes']}", 6)),
        _conference(c, "发表小组数"),
        _contacts(c, "QC小组/质量信得过班组工作归口部门及负责人："),
    )


def team_statistics(**changes: str) -> str:
    """The body of 附件12."""
    c = {**TEAM_STATISTICS, **changes}
    return _counted("附件12", "质量信得过班组活动统计表", c) + table(
        _figure("统  计  项  目", "单位", "数量"),
        _figure("本年度开展质量信得过班组数", "个", c["teams_active"]),
        _figure("历年质量信得过班组累计数", "个", c["teams_ever"]),
        _figure("本年度参与质量信得过班组活动员工数", "个", c["participants"]),
        _figure("本年度推荐自治区质量信得过班组数", "个", c["teams_recommended"]),
        _figure("本年度对质量信得过班组活动投入费用（培训、交流、规范化等）", "  元", c["spending"]),
        _figure("本年度对质量信得过班组活动奖励费用", "  元", c["rewards"]),
        row(cell(f"本年度开展质量信得过班组主要特点与问题：\n{c['notes']}", 6)),
        row(cell("质量信得过班组评审及交流形式", 2), cell(c["reviews"], 4)),
        _conference(c, "发表班组数"),
        _contacts(c, "质量信得过班组工作归口部门及负责人："),
    )


QC_PROMPT = (
    "要求：认真总结本地区、部门、行业、企业一年来质量管理小组活动的推进经验和具体做法，突出特色、数据详实，"
    "字数2000字左右，主要内容包括："
)
STORY = "全年登记注册QC小组186个，召开成果发表会一次，现场参加一百二十人，发布成果二十四项。" * 30


def qc_summary(body: str = BODY, text: str = f"一、基本情况\n{STORY}\n二、推进经验和做法\n{STORY}") -> str:
    """The body of 附件6, its text written into the table's one cell."""
    title = "2019年自治区质量管理小组活动总结"
    return _titled("附件6", title, body) + table(row(cell(text)), columns=1)


def team_summary(body: str = "自治区卫健委", text: str = f"一、工作开展情况\n{STORY}{STORY}") -> str:
    """The body of 附件11, its text written below the head line."""
    return _titled("附件11", "2019年开展质量信得过班组活动总结", body) + lines(text)


def _titled(annex: str, title: str, body: str) -> str:
    head = f"推荐地区、部门（盖章）：{body}{' ' * 20}"
    return paragraph(run(annex)) + paragraph() + paragraph(run(title)) + paragraph(run(head))


def _counted(annex: str, title: str, c: dict[str, str]) -> str:
    head = f"推荐地区、部门（盖章）：{c['body']}{' ' * 10}单位盖章：{' ' * 15}"
    return lines(f"{annex}\n{title}\n{c['period']}\n{head}")


def _figure(label: str, unit: str, figure: str) -> str:
    return row(cell(label, 4), cell(unit), cell(figure))


def _conference(c: dict[str, str], presenters: str) -> str:
    return row(
        cell("是否组织发表会"), cell(c["conference"], 3), cell(presenters), cell(c["presenters"])
    ) + row(cell("发表会时间、地点"), cell(c["when"], 3), cell("参会人数"), cell(c["attendance"]))


def _contacts(c: dict[str, str], charge: str) -> str:
    return row(
        cell(
            f"{charge}{c['in_charge']}\n"
            f"联 系 人：{c['contact']}          手机：{c['mobile']}          邮箱：{c['email']}     \n"
            f"通信地址：{c['address']}                              邮编：{c['postcode']}",
            6,
        )
    )


def _cells(*texts: str) -> str:
    return row(*map(cell, texts))
