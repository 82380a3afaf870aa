"""What the columns of score tables are called, and what a panel's own sums are called beside them."""

import re

from imports.heads import Column
from imports.matching import label_key

NOMINATION, NOMINATION_NAME = "nomination", "nomination-name"
REVIEWER, REVIEWER_NAME = "reviewer", "reviewer-name"
CRITERION, POINTS = "criterion", "points"
AWARD, BODY, ORGANISATION, SUBJECT = "award", "body", "organisation", "subject"
PERSON, SERIAL, NUMBER = "person", "serial", "nomination-number"

SCORE_COLUMNS = (
    Column(
        NOMINATION, ("申报编号", "申报号", "申报", "申报项目", "项目编号", "nomination key"), required=True
    ),
    Column(
        REVIEWER, ("评委编号", "评委号", "评委", "专家编号", "reviewer number", "reviewer key"), required=True
    ),
    Column(CRITERION, ("评分项", "评分项目", "评审项目", "评分指标", "指标"), required=True),
    Column(POINTS, ("分值", "得分", "分数", "评分", "打分", "points", "score", "mark"), required=True),
    Column(
        NOMINATION_NAME, ("申报名称", "小组名称", "QC小组名称", "班组名称", "项目名称", "nomination name")
    ),
    Column(REVIEWER_NAME, ("评委姓名", "专家姓名", "姓名")),
)
"""The columns of a table with one row for each mark, by which such a table is known unasked."""

_OTHER_WORDS = {
    NOMINATION: (
        *("编号", "作品编号", "参赛编号", "报名号", "选手编号", "nomination", "entry number", "code", "id"),
    ),
    NOMINATION_NAME: (
        *("名称", "作品", "作品名称", "参赛作品", "项目", "课题", "选手", "选手姓名", "参赛选手", "参赛者"),
        *(
            "候选人",
            "申报人",
            "团队",
            "团队名称",
            "队伍",
            "队伍名称",
            "队名",
            "小组",
            "班组",
            "论文",
            "论文题目",
        ),
        *("entry", "target", "candidate", "contestant", "applicant", "application", "proposal", "project"),
        *("team", "group", "submission", "paper", "title", "item", "nominee", "competitor", "wine", "sample"),
    ),
    REVIEWER: (
        *("专家", "评审", "评审人", "评审专家", "评分人", "打分人"),
        *("judge", "rater", "assessor", "juror", "examiner", "expert", "coder", "evaluator"),
    ),
    REVIEWER_NAME: ("reviewer name", "judge name"),
    CRITERION: (
        "评审指标",
        "评价指标",
        "评分内容",
        "评分标准",
        "criterion",
        "criteria",
        "aspect",
        "dimension",
    ),
    POINTS: ("评分值", "评委评分", "marks", "rating", "scores", "grade"),
    AWARD: ("奖项", "申报奖项", "推荐奖项", "award"),
    BODY: (
        "推荐单位",
        "推荐地区、部门",
        "推荐地区或部门",
        "地区或部门",
        "recommending body",
        "recommended by",
    ),
    ORGANISATION: (
        *("企业名称", "企业", "单位", "单位名称", "工作单位", "organisation", "organization", "affiliation"),
    ),
    SUBJECT: ("成果名称", "小组活动成果名称", "活动成果名称", "课题名称", "subject"),
    PERSON: ("姓名", "name", "full name"),
    SERIAL: ("序号", "No.", "number"),
}
"""Further words that tell a column where somebody has said that a table holds scores."""

COLUMN_OF = {key: column.key for column in SCORE_COLUMNS for key in column.label_keys} | {
    label_key(word): key for key, words in _OTHER_WORDS.items() for word in words
}
"""The column that a heading names, by the heading's key."""

_RECUSED = frozenset(map(label_key, ("回避", "已回避", "recused", "recusal")))

_COMPUTED = re.compile(
    r"(?:(?:总|合|小|共)计|(?:总|最终|最后|综合|加权|平均|有效)+(?:分|得分|成绩|评分|分数|评|值)?"
    r"|均分|均值|去掉.{0,20}|最高分?|最低分?|中位数|方差|标准差|极差"
    r"|满分|权重|fullmarks?|fullpoints|weights?"
    r"|名次|排名|排序|位次|等级|奖次|获奖等级|评定等级|结果|评审结果"
    r"|(?:sub|grand|overall|final|weighted)*(?:total|sum)|(?:overall|final|weighted|total)+(?:score|result|points)s?"
    r"|(?:trimmed|weighted)?mean|avg|average|median|min|max|minimum|maximum|range|sd|std|stdev|variance"
    r"|(?:final)?(?:rank|ranking|place|position))"
)


LONGEST_NAME = 200
"""Characters of the name of a nomination or reviewer."""


def one_line(written: str) -> str:
    """A name as written, without the blanks around it, and with single ones within."""
    return " ".join(written.split())


def is_recusal(written: str) -> bool:
    """True for what a cell says where a reviewer steps back."""
    return label_key(written) in _RECUSED


def is_computed(written: str) -> bool:
    """True for what people call sums, means and places, which Judge works out itself."""
    return _COMPUTED.fullmatch(label_key(written)) is not None
