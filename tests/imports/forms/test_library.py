import pytest

from imports.forms.library import builtin_forms, parse

SMALL = """
key = "person"
paper = "附件5"
titles = ["推进者申报表"]

[record]
body = "body"
name = "name"
organisation = "organisation"

[[fields]]
key = "body"
at = "head"
type = "text"
labels = ["推荐地区"]

[[fields]]
key = "name"
type = "text"
labels = ["姓名"]

[[fields]]
key = "organisation"
type = "text"
labels = ["工作单位"]
"""


def test_the_forms_that_come_with_the_package() -> None:
    assert [form.key for form in builtin_forms().definitions] == ["qc-group", "trusted-team"]
    for form in builtin_forms().definitions:
        assert form.titles
        assert all(set(field.use) <= set("KQCO") for field in form.fields)


def test_a_further_form_is_data_alone() -> None:
    form = parse(SMALL, "person.toml")
    assert form.record["name"] == "name"
    assert [field.labels[0] for field in form.fields] == ["推荐地区", "姓名", "工作单位"]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('type = "text"\nlabels = ["姓名"]', 'type = "rune"\nlabels = ["姓名"]', "rune"),
        ('type = "text"\nlabels = ["姓名"]', 'type = "pair"\nlabels = ["姓名"]', "pair"),
        ('type = "text"\nlabels = ["姓名"]', 'type = "money"\nlabels = ["姓名"]', "money"),
        ('labels = ["姓名"]', "labels = []", "no label"),
        ('key = "name"', 'key = "body"', "'body'"),
        ('organisation = "organisation"', 'firm = "organisation"', "firm"),
        ('labels = ["姓名"]', 'labels = ["姓名"]\ncolour = 1', "colour"),
        ("titles", "names", "titles"),
    ],
)
def test_a_broken_definition_names_its_file_and_fault(old: str, new: str, named: str) -> None:
    with pytest.raises(ValueError, match=r"person\.toml") as problem:
        parse(SMALL.replace(old, new), "person.toml")
    assert named in str(problem.value)
