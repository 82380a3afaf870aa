"""A book as a panel of 2019 could have made it: sixty-odd lines, ties, undecided ones, all columns."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from exports.records import (
    RAW_COLUMNS,
    Adjustment,
    AwardBook,
    Column,
    CriterionColumn,
    Fact,
    Labels,
    ListLine,
    QuotaLine,
    QuotaTable,
    QuotaUse,
    RankedList,
)

LABELS = Labels(
    overview="总览",
    quotas="名额使用情况",
    facts="计分办法与校验",
    ranked_list="名单",
    lines="申报数",
    number="序号",
    body="推荐单位",
    seats="名额",
    filed="申报",
    awarded="获奖",
    undecided="未定",
    total="合计",
    over_quota="▲ 超出名额",
    fact="项目",
    value="内容",
    setting="文件中的写法",
    page="第 {page} 页，共 {pages} 页",
    columns={
        Column.RANK: "名次",
        Column.RANK_IN_BODY: "单位内名次",
        Column.SCORE: "得分",
        Column.STANDING: "结论",
        Column.NAME: "名称",
        Column.ORGANISATION: "企业名称",
        Column.BODY: "推荐单位",
        Column.SUBJECT: "成果名称",
        Column.NOMINATION: "编号",
        Column.SHEETS_COUNTED: "计入评分表",
        Column.SHEETS_EXPECTED: "应评评分表",
        Column.REMARKS: "备注",
        Column.RAW_SCORE: "校准前得分",
        Column.RAW_RANK: "校准前名次",
        Column.RAW_RANK_IN_BODY: "校准前单位内名次",
    },
    standings=("获奖", "递补", "未获奖", "不合格", "未定"),
    calibration="校准",
    adjustments=("奖项", "评委或分组", "评分表或申报数", "平均分", "标准差", "所加分数", "标准误"),
)

CRITERIA = tuple(
    CriterionColumn(title, full)
    for title, full in (
        ("选题契合", 15),
        ("过程与凭证", 25),
        ("工具与创新", 15),
        ("成效", 20),
        ("基层参与", 15),
        ("传播与延续", 10),
    )
)

_BODIES = (
    "乌鲁木齐市质量协会",
    "昌吉回族自治州市场监督管理局",
    "新疆油田公司",
    "塔里木油田公司",
    "国网新疆电力有限公司",
    "伊犁哈萨克自治州",
    "中国铁路乌鲁木齐局集团有限公司",
)
_NAMES = ("晨光", "红柳", "胡杨", "天山雪莲", "戈壁明珠", "阿依努尔·买买提创新", "攀登", "丝路先锋")
_PLANTS = (
    "新疆油田公司采油二厂",
    "新疆八一钢铁股份有限公司炼铁分公司",
    "国网新疆电力有限公司乌鲁木齐供电公司",
    "新疆天业（集团）有限公司",
    "特变电工股份有限公司新疆变压器厂",
)
_SUBJECTS = (
    "降低注水井故障率",
    "提高10kV配电线路带电作业一次成功率",
    "缩短转炉冶炼周期",
    "降低聚氯乙烯树脂“鱼眼”数，提高产品优级品率",
    "提高客运列车空调机组检修质量",
)


def line(number: int) -> ListLine:
    """The line of the nomination of that number: scored, or still undecided for every ninth."""
    undecided = number % 9 == 8
    rank = number - number // 9
    means = tuple(Fraction(c.full) * Fraction(970 - 7 * number - 3 * i, 1000) for i, c in enumerate(CRITERIA))
    standing = "未定" if undecided else "获奖" if rank <= 36 else "递补" if rank <= 46 else "未获奖"
    return ListLine(
        rank=None if undecided else rank,
        rank_in_body=None if undecided else 1 + rank // len(_BODIES),
        score=None if undecided else sum(means, start=Fraction(0)),
        standing=standing,
        name=f"{_NAMES[number % len(_NAMES)]}QC小组",
        organisation=_PLANTS[number % len(_PLANTS)],
        body=_BODIES[number % len(_BODIES)],
        subject=_SUBJECTS[number % len(_SUBJECTS)],
        nomination=f"G{number:04}",
        sheets_counted=2 if undecided else 5,
        sheets_expected=5,
        means=() if undecided else means,
        remarks="3 份评分表未提交" if undecided else "",
    )


GROUPS = RankedList(
    key="qc-group",
    title="自治区优秀质量管理小组",
    lines=tuple(line(number) for number in range(1, 65)),
    criteria=CRITERIA,
    notes=("得分为 5 份评分表去掉一个最高分和一个最低分后的平均值；并列名次按 1、2、2、4 排列。",),
)
PROMOTERS = RankedList(
    key="qc-promoter",
    title="质量管理小组活动推进者",
    lines=tuple(
        replace(line(number), name=name, subject="", means=(), remarks="")
        for number, name in enumerate(("古丽娜尔·阿布都热合曼", "王建国", "𠮷田秀兰"), start=1)
    ),
    columns=tuple(c for c in Column if c not in {Column.SUBJECT, Column.MEANS, *RAW_COLUMNS}),
)
CALIBRATED = replace(
    GROUPS,
    lines=tuple(
        replace(
            line(number),
            raw_score=None if line(number).score is None else Fraction(9000 - 31 * number, 100),
            raw_rank=line(number).rank and 65 - number,
            raw_rank_in_body=line(number).rank_in_body,
        )
        for number in range(1, 65)
    ),
    columns=tuple(Column),
)
"""The same list, calibrated: what it was before stands beside it."""

ADJUSTMENTS = (
    Adjustment("优秀质量管理小组", "评委1", 12, points=Fraction(7219316, 10**6), error=Fraction(3, 4)),
    Adjustment("优秀质量管理小组", "评委2", 1, points=Fraction(-1, 10**6), error=Fraction(9, 4)),
    Adjustment("信得过班组", "=1+1", 30, Fraction(254, 3), Fraction(5, 2)),
    Adjustment("信得过班组", "乙组", 30, Fraction(254, 3), points=Fraction(0)),
)

QUOTAS = QuotaTable(
    categories=("小组数", "发表小组数", "质量信得过班组数"),
    lines=tuple(
        QuotaLine(
            number,
            body,
            (
                QuotaUse(10 + number, 12 + number if number == 3 else 9 + number, 6, number % 2),
                QuotaUse(4, 3, 3, 0),
                None if number == 5 else QuotaUse(7, 7, 5, 1),
            ),
        )
        for number, body in enumerate(_BODIES, start=1)
    ),
)


def book(*lists: RankedList, draft: bool = True) -> AwardBook:
    """The book, with the two lists above unless others are given."""
    return AwardBook(
        title="2019年自治区质量管理小组活动评审结果",
        year=2019,
        made_on=date(2019, 9, 30),
        status="未定稿" if draft else "已定稿 第 2 版",
        draft=draft,
        labels=LABELS,
        facts=(
            Fact("得分的合成方式", "去掉最高分和最低分后的平均分", 'combine = "trimmed-mean"'),
            Fact("最少评分表数", "3", "min_sheets = 3"),
            Fact("评审表 qc-group 第 1 版", "3f2a9c1e" * 8, "qc-group"),
            Fact("台账头", "b1d0e6f7" * 8),
        ),
        quotas=QUOTAS,
        lists=lists or (GROUPS, PROMOTERS),
    )
