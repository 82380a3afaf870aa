import pytest

from imports.forms.definition import Identifies
from imports.records import FormField
from judge.domain.identifying import people, terms_of_fields
from judge.domain.masking import Masking
from judge.domain.phones import phone_numbers
from judge.domain.short_names import short_group_names, short_organisation_names


@pytest.mark.parametrize(
    "written",
    [
        "13999123456",
        "139 9912-3456",
        "+86 139 9912 3456",
        "0086-13999123456",
        "１３９９９１２３４５６",
        "013999123456",
    ],
)
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert phone_numbers(written) == ("13999123456",)


def test_several_numbers_and_what_is_none() -> None:
    said = "0990-6881234-8012、13999123456/13899123456 (0990) 7770001"
    assert phone_numbers(said) == ("09906881234", "13999123456", "13899123456", "09907770001")
    assert phone_numbers("2018年3月14日，12次，830000元") == ()


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("中国石油新疆油田分公司", {"新疆油田", "新疆油田公司", "中国石油新疆油田"}),
        ("哈密地区工信局", {"哈密地区", "哈密"}),
        ("新疆天业（集团）有限公司", {"天业集团", "天业", "新疆天业"}),
        ("中国石油吐哈油田分公司月牙滩储运分公司", {"吐哈油田", "月牙滩储运"}),
        ("中国移动通信集团新疆有限公司", {"中国移动"}),
    ],
)
def test_organisations_are_known_by_shorter_names(name: str, shorter: set[str]) -> None:
    assert short_organisation_names(name) >= shorter
    assert not short_organisation_names(name) & {"公司", "油田", "新疆", "集团", "中国", "储运"}


def test_groups_are_known_by_shorter_names() -> None:
    assert short_group_names("绿洲现场QC小组") >= {"绿洲", "绿洲小组", "绿洲qc"}
    assert "拾穗" in short_group_names("“拾穗”客服班组")
    assert "探索小组" in short_group_names("探索QC小组")
    assert not short_group_names("探索QC小组") & {"探索", "qc小组"}


def test_people_are_read_without_posts_and_numbers() -> None:
    field = FormField("contact", "联系人", "组长：王建国 13999123456（班长）、阿依努尔·买买提", None)
    assert people(field) == ("王建国", "阿依努尔·买买提")
    assert people(FormField("members", "名单", "无", None)) == ()


def test_what_fields_say_is_masked_elsewhere() -> None:
    fields = [
        FormField("members", "", "李梅、阿依努尔·买买提", ("李梅", "阿依努尔·买买提")),
        FormField("address", "", "哈密市试验路8号", None),
        FormField("postcode", "", "839000", None),
        FormField("story", "", "课题", None),
    ]
    kinds = {
        "members": Identifies.PERSON,
        "address": Identifies.CONTACT,
        "postcode": Identifies.CONTACT,
    }
    masking = Masking(terms_of_fields(fields, kinds))
    said = "阿依努尔与李梅住哈密市试验路 8 号，课题节约839000元"
    assert masking.text(said) == "〔姓名〕与〔姓名〕住〔联系方式〕，课题节约839000元"
