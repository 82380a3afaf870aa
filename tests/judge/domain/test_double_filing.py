from judge.domain.double_filing import Alike, FiledCandidate, double_filings
from judge.domain.organisations import Organisations

NAMED = Organisations([("新疆油田公司", "新疆石油管理局")])
MEMBERS = ("张三", "李四", "阿依古丽·买买提", "王五", "赵六")


def group(
    key: str,
    body: str,
    name: str = "晨光QC小组",
    *,
    organisation: str = "新疆油田公司",
    members: tuple[str, ...] = (),
    award: str = "qc-group",
) -> FiledCandidate:
    return FiledCandidate(key, award, body, name, organisation, members)


def found(*candidates: FiledCandidate) -> list[tuple[str, str, tuple[Alike, ...]]]:
    return [(p.first.key, p.second.key, p.alike) for p in double_filings(candidates, NAMED)]


def test_the_same_group_from_two_bodies_under_an_earlier_name_of_its_enterprise() -> None:
    pair = found(group("1", "克拉玛依市"), group("2", "石油协会", organisation="新疆石油管理局"))
    assert pair == [("1", "2", (Alike.NAME, Alike.ORGANISATION))]


def test_a_near_name_is_shown_as_such() -> None:
    pair = found(group("1", "克拉玛依市"), group("2", "石油协会", name="晨光质量管理小组"))
    assert pair == [("1", "2", (Alike.NEAR_NAME, Alike.ORGANISATION))]


def test_teams_that_differ_by_their_number_alone_are_two() -> None:
    assert found(group("1", "甲", name="检修运行一班"), group("2", "乙", name="检修运行二班")) == []
    assert found(group("1", "甲", name="采油3队"), group("2", "乙", name="采油13队")) == []


def test_other_names_other_organisations_other_awards_and_one_body_are_no_pair() -> None:
    assert found(group("1", "甲"), group("2", "乙", name="红柳QC小组")) == []
    assert found(group("1", "甲"), group("2", "乙", organisation="吐哈油田")) == []
    assert found(group("1", "甲"), group("2", "乙", award="trusted-team")) == []
    assert found(group("1", "甲"), group("2", "甲", name="晨光小组")) == []


def test_an_enterprise_under_its_earlier_name_is_one_candidate() -> None:
    one = group("1", "甲", "新疆油田公司", award="qc-enterprise")
    other = group("2", "乙", "新疆石油管理局", organisation="新疆石油管理局", award="qc-enterprise")
    assert found(one, other) == [("1", "2", (Alike.ORGANISATION,))]


def test_the_same_person_of_the_same_organisation() -> None:
    one = group("1", "甲", "阿里木·买买提", award="qc-promoter")
    other = group("2", "乙", "阿里木•买买提", award="qc-promoter")
    namesake = group("3", "丙", "阿里木·买买提", organisation="吐哈油田", award="qc-promoter")
    assert found(one, other, namesake) == [("1", "2", (Alike.NAME, Alike.ORGANISATION))]


def test_lists_that_share_members_whatever_the_names() -> None:
    one = group("1", "甲", members=MEMBERS)
    other = group("2", "乙", "旭日QC小组", organisation="吐哈油田", members=("王五", "张三", "李 四", "钱七"))
    (pair,) = double_filings([one, other], NAMED)
    assert (pair.alike, pair.members) == ((Alike.MEMBERS,), ("张三", "李四", "王五"))


def test_two_shared_members_or_few_of_many_are_not_enough() -> None:
    one = group("1", "甲", members=MEMBERS)
    two = group("2", "乙", "旭日QC小组", organisation="吐哈油田", members=MEMBERS[:2])
    many = group("3", "丙", "红柳QC小组", organisation="独山子石化", members=(*MEMBERS[:2], *"甲乙丙丁戊"))
    assert found(one, two, many) == []


def test_a_thousand_nominations_of_common_names_are_quick() -> None:
    names = ("张伟", "王伟", "李娜")
    filed = [
        group(f"{n}", f"b{n % 40}", f"第{n}组", organisation=f"企业{n}", members=names) for n in range(1000)
    ]
    assert found(*filed) == []
