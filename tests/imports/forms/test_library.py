from importlib.resources import files
from pathlib import Path

import pytest

from imports.forms.definition import Seat
from imports.forms.library import FormsRefused, builtin_form, builtin_forms, load_forms, parse, read_files
from rubrics.catalogue import load_builtin

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


ALL = (
    "qc-enterprise",
    "qc-group",
    "qc-promoter",
    "qc-statistics",
    "qc-summary",
    "team-enterprise",
    "team-individual",
    "team-statistics",
    "team-summary",
    "trusted-team",
)


def refused(source: str) -> list[tuple[str, str]]:
    with pytest.raises(FormsRefused) as caught:
        parse(source, "person.toml")
    assert {problem.file for problem in caught.value.problems} == {"person.toml"}
    return [(problem.key, problem.code) for problem in caught.value.problems]


def test_the_forms_that_come_with_the_package() -> None:
    assert tuple(form.key for form in builtin_forms().definitions) == ALL
    assert [form.paper for form in builtin_forms().definitions] == [
        f"附件{number}" for number in (4, 3, 5, 7, 6, 9, 10, 12, 11, 8)
    ]


@pytest.mark.parametrize("key", ALL)
def test_a_form_read_alone_is_the_one_that_is_read_with_the_others(key: str) -> None:
    assert builtin_form(key) is builtin_forms().form(key) is not None


def test_the_forms_that_come_with_the_package_can_be_told_apart() -> None:
    assert read_files(files("imports.forms").iterdir())


@pytest.mark.parametrize("key", ["", "no-such-form", "../forms/qc-group", "qc-group.toml"])
def test_no_other_file_is_read_for_a_form(key: str) -> None:
    assert builtin_form(key) is None


def test_every_award_has_its_form_with_both_seals() -> None:
    for award in load_builtin("xinjiang_2019").awards:
        form = builtin_forms().form(award.form)
        assert form is not None
        assert [seal.key for seal in form.seals] == ["body-seal", "unit-seal"]
        assert form.attachments


def test_the_attachments_and_their_lengths_are_the_notices() -> None:
    asked = {
        form.key: [(one.key, one.most_characters, one.about_characters) for one in form.attachments]
        for form in builtin_forms().definitions
        if form.attachments
    }
    assert asked == {
        "qc-enterprise": [("deeds", 3000, None)],
        "qc-group": [("report", None, None)],
        "qc-promoter": [("deeds", None, 2000)],
        "team-enterprise": [("deeds", None, 3000)],
        "team-individual": [("deeds", None, 2000)],
        "trusted-team": [("self-rating", None, None), ("summary", 5000, None)],
    }


def test_the_teams_recommended_count_against_their_quota() -> None:
    form = builtin_forms().form("team-statistics")
    assert form is not None
    assert [field.key for field in form.fields if field.quota] == ["teams_recommended"]
    assert next(field.quota for field in form.fields if field.quota) == "trusted-team"


def test_evidence_that_rubrics_name_is_on_the_forms() -> None:
    programme = load_builtin("xinjiang_2019")
    for award in programme.awards:
        form = builtin_forms().form(award.form)
        rubric = programme.rubric_of(award.key)
        assert form is not None
        wanted = {key for criterion in rubric.criteria for key in criterion.evidence}
        wanted |= {key for gate in rubric.gates for key in gate.evidence}
        assert wanted <= {key for field in form.fields for key in field.keys}


def test_every_field_has_its_place_on_the_blank_form() -> None:
    for form in builtin_forms().definitions:
        placed = {box.key for line in form.layout.rows for box in line}
        assert placed == {field.keys[0] for field in form.fields if field.at is not Seat.HEAD}


def test_a_further_form_is_data_alone() -> None:
    form = parse(SMALL, "person.toml")
    assert form.record["name"] == "name"
    assert [field.labels[0] for field in form.fields] == ["推荐地区", "姓名", "工作单位"]


NAME = 'type = "text"\nlabels = ["姓名"]'


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        (NAME, 'type = "rune"\nlabels = ["姓名"]', [("fields[1].type", "choice-unknown")]),
        (
            'key = "name"\n' + NAME,
            'type = "pair"\nlabels = ["姓名"]\nparts = [{ key = "name", type = "count" }]',
            [("fields[1].parts", "pair-without-two-parts")],
        ),
        (NAME, 'type = "money"\nlabels = ["姓名"]', [("fields[1].unit", "key-missing")]),
        (NAME, 'type = "money"\nunit = "角"\nlabels = ["姓名"]', [("fields[1].unit", "choice-unknown")]),
        (NAME, 'type = "text"\nunit = "元"\nlabels = ["姓名"]', [("fields[1].unit", "key-unknown")]),
        (NAME, 'type = "choices"\nlabels = ["姓名"]', [("fields[1].choices", "key-missing")]),
        (
            NAME,
            'at = "behind-unit"\ntype = "text"\nlabels = ["姓名"]',
            [("fields[1].unit_cell", "key-missing")],
        ),
        ('labels = ["姓名"]', "labels = []", [("fields[1].labels", "list-empty")]),
        ('labels = ["姓名"]', 'labels = ["——"]', [("fields[1].labels[0]", "label-without-letters")]),
        ('labels = ["姓名"]', 'labels = ["工作 单位："]', [("fields[2].labels[0]", "duplicate")]),
        (
            'key = "name"\ntype',
            'key = "body"\ntype',
            [("fields[1].key", "duplicate"), ("record.name", "field-unknown")],
        ),
        (
            'organisation = "organisation"',
            'firm = "organisation"',
            [("record.organisation", "key-missing"), ("record.firm", "key-unknown")],
        ),
        ('labels = ["姓名"]', 'labels = ["姓名"]\ncolour = 1', [("fields[1].colour", "key-unknown")]),
        ('labels = ["姓名"]', 'labels = ["姓名"]\nuse = "KX"', [("fields[1].use", "choice-unknown")]),
        ("titles", "names", [("titles", "key-missing"), ("names", "key-unknown")]),
        ('["推进者', '["2019年推进者', [("titles[0]", "title-with-year")]),
        ("[record]", '[layout]\nrows = [["name"]]\n[record]', [("layout.rows", "field-in-no-row")]),
        (
            "[record]",
            '[layout]\nrows = [["name 11", "organisation"], ["nmae"]]\n[record]',
            [("layout.rows[1][0]", "field-unknown"), ("layout.rows[0]", "row-too-wide")],
        ),
        ('paper = "附件5"', 'paper = "附件5', [("", "toml-syntax")]),
    ],
)
def test_a_broken_definition_names_its_file_and_key(
    old: str, new: str, problems: list[tuple[str, str]]
) -> None:
    assert old in SMALL
    assert refused(SMALL.replace(old, new, 1)) == problems


def test_all_problems_are_told_at_once() -> None:
    spoilt = SMALL.replace('paper = "附件5"', "paper = 5").replace('type = "text"', 'type = "rune"')
    assert refused(spoilt + '\ncolour = "red"') == [
        ("fields[0].type", "choice-unknown"),
        ("fields[1].type", "choice-unknown"),
        ("fields[2].type", "choice-unknown"),
        ("paper", "wrong-type"),
        ("fields[2].colour", "key-unknown"),
    ]


def test_a_folder_of_forms_is_read_and_takes_the_place_of_those_built_in(tmp_path: Path) -> None:
    (tmp_path / "qc-promoter.toml").write_text(SMALL.replace('"person"', '"qc-promoter"'), "utf-8")
    (tmp_path / "person.toml").write_text(SMALL.replace("推进者", "先进者"), "utf-8")
    (tmp_path / ".hidden.toml").write_text("rubbish", "utf-8")
    (tmp_path / "read.me").write_text("rubbish", "utf-8")
    own = load_forms([tmp_path])
    assert [one.form.key for one in own] == ["person", "qc-promoter"]
    together = builtin_forms().with_forms(one.form for one in own)
    assert {form.key for form in together.definitions} == {*ALL, "person"}
    promoter = together.form("qc-promoter")
    assert promoter is own[1].form
    assert own[0].source == (tmp_path / "person.toml").read_bytes()


def test_files_that_contradict_each_other_are_refused_together(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(SMALL, "utf-8")
    with pytest.raises(FormsRefused) as caught:
        load_forms([tmp_path, tmp_path / "missing.toml"])
    said = [(Path(p.file).name, p.key, p.code) for p in caught.value.problems]
    assert said == [
        ("missing.toml", "", "file-missing"),
        ("b.toml", "key", "form-in-two-files"),
        ("b.toml", "titles[0]", "title-in-two-files"),
    ]
