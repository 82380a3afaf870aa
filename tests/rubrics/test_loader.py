import os
import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rubrics
from rubrics.catalogue import load_file, load_folder
from rubrics.digest import programme_from_canonical, programme_to_canonical
from rubrics.model import Level, Programme, Text
from rubrics.problems import Problem, RubricsRefused

PROGRAMME = """
key = "p"
title = { zh = "项目", en = "Programme" }
[[awards]]
key = "a"
title = { zh = "奖", en = "Award" }
rubric = "r"
form = "f"
quota_categories = ["whole", "part"]
[[quota_categories]]
key = "whole"
title = { zh = "全", en = "Whole" }
label = "小组数"
[[quota_categories]]
key = "part"
title = { zh = "分", en = "Part" }
label = "发表小组数"
subset_of = "whole"
applied_by = "presents"
"""
RUBRIC = """
key = "r"
version = 3
step = 0.1
title = { zh = "表", en = "Rubric" }
source = { zh = "源", en = "Source" }
[[criteria]]
key = "c"
title = { zh = "项", en = "Criterion" }
points = 12.3
weight = 1.5
clauses = ["一.1"]
evidence = ["narrative"]
may_not_apply = true
[[criteria.levels]]
floor_percent = 0
text = { zh = "低", en = "Low" }
[[criteria.levels]]
floor_percent = 60
text = { zh = " 高 ", en = "High" }
[[gates]]
key = "g"
title = { zh = "门", en = "Gate" }
clause = "一.2"
evidence = ["accidents"]
not_met_when = "positive"
"""


def load(folder: Path, rubric: str = RUBRIC, programme: str = PROGRAMME) -> Programme:
    folder.joinpath("programme.toml").write_text(programme, "utf-8")
    folder.joinpath("r.toml").write_text(rubric, "utf-8")
    return load_folder(folder)


def problems(folder: Path, rubric: str = RUBRIC, programme: str = PROGRAMME) -> list[str]:
    """Every problem as "file: key: code", with its params where there are any."""
    with pytest.raises(RubricsRefused) as refused:
        load(folder, rubric, programme)
    return [
        f"{p.file}: {p.key}: {p.code}" + "".join(f" {k}={v}" for k, v in p.params.items() if k != "known")
        for p in refused.value.problems
    ]


def test_a_folder_is_read_exactly(tmp_path: Path) -> None:
    programme = load(tmp_path)
    rubric = programme.rubric_of("a")
    (criterion,) = rubric.criteria
    assert (rubric.version, rubric.step) == (3, Fraction(1, 10))
    assert (criterion.full_ticks, criterion.weight) == (123, Fraction(3, 2))
    assert criterion.levels == (Level(1, 0, Text("低", "Low")), Level(2, 60, Text("高", "High")))
    assert rubric.full_points == Fraction("18.45")


def test_what_editors_and_systems_leave_in_a_folder_does_no_harm(tmp_path: Path) -> None:
    load(tmp_path)
    tmp_path.joinpath("r.toml").write_bytes(b"\xef\xbb\xbf" + RUBRIC.replace("\n", "\r\n").encode())
    tmp_path.joinpath("._r.toml").write_bytes(b"\x00\x05")
    tmp_path.joinpath("notes.md").write_text("=")
    assert load_folder(tmp_path).rubrics["r"].version == 3


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    rubric = (
        RUBRIC.replace(', en = "Low"', "")
        .replace("points = 12.3", "points = 12.34")
        .replace("version = 3", 'version = "3"')
    )
    programme = PROGRAMME.replace('rubric = "r"', 'rubrics = "r"').replace('"part"]', '"parts"]')
    assert problems(tmp_path, rubric, programme) == [
        "r.toml: version: wrong-type expected=whole-number given=text",
        "r.toml: criteria[0].points: points-off-step points=12.34 step=0.1",
        "r.toml: criteria[0].levels[0].text.en: key-missing",
        "programme.toml: awards[0].rubric: key-missing",
        "programme.toml: awards[0].quota_categories[1]: category-unknown given=parts",
        "programme.toml: awards[0].rubrics: key-unknown",
    ]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('key = "r"', 'key = "R 1"', "key: key-malformed given=R 1"),
        ("version = 3", "version = 3.0", "version: wrong-type expected=whole-number given=number"),
        ("version = 3", "version = true", "version: wrong-type expected=whole-number given=true-false"),
        ("version = 3", "version = 0", "version: number-out-of-range least=1 most=1000000"),
        ("step = 0.1", 'step = "0.1"', "step: wrong-type expected=number given=text"),
        ("step = 0.1", "step = 0", "step: number-out-of-range least=0.001 most=10000"),
        ("step = 0.1", "step = nan", "step: number-out-of-range least=0.001 most=10000"),
        ("step = 0.1", "step = 1e999999999", "step: number-out-of-range least=0.001 most=10000"),
        ("step = 0.1", "step = 1e99999999999999999999", "step: number-out-of-range least=0.001 most=10000"),
        ("step = 0.1", "step = 1e-999999999", "step: number-too-fine decimals=3"),
        ("step = 0.1", "step = 0.0001", "step: number-too-fine decimals=3"),
        ("step = 0.1", "step = 0x" + "f" * 2000, "step: number-out-of-range least=0.001 most=10000"),
        ('zh = "表"', 'zh = "  "', "title.zh: text-empty"),
        ('zh = "表"', 'zh = "\\u001b[31m"', "title.zh: text-control-character"),
        ('zh = "表"', "zh = 2019-06-01", "title.zh: wrong-type expected=text given=date"),
        (
            'title = { zh = "表", en = "Rubric" }',
            "title = 3",
            "title: wrong-type expected=table given=whole-number",
        ),
        ('title = { zh = "表", en = "Rubric" }', 'title = " "', "title: text-empty"),
        ("points = 12.3", "points = -12.3", "criteria[0].points: number-out-of-range least=0.001 most=10000"),
        ("points = 12.3", "points = 12.3\nleast = -5", "criteria[0].least: scale-not-from-zero"),
        ("points = 12.3", "points = 12.3\nmin = 1", "criteria[0].min: scale-not-from-zero"),
        ("weight = 1.5", "weight = -1", "criteria[0].weight: number-out-of-range least=0.001 most=10000"),
        (
            'clauses = ["一.1"]',
            'clauses = "一.1"',
            "criteria[0].clauses: wrong-type expected=list given=text",
        ),
        ('["一.1"]', "[1]", "criteria[0].clauses[0]: wrong-type expected=text given=whole-number"),
        (
            '["narrative"]',
            '["a", "a"]',
            "criteria[0].evidence[1]: duplicate given=a first=criteria[0].evidence[0]",
        ),
        ('["narrative"]', '["叙述"]', "criteria[0].evidence[0]: key-malformed given=叙述"),
        (
            "may_not_apply = true",
            "may_not_apply = 1",
            "criteria[0].may_not_apply: wrong-type expected=true-false given=whole-number",
        ),
        ("may_not_apply = true", '"\\u001b" = 1', 'criteria[0]."\\u001b": key-unknown'),
        (
            "floor_percent = 60",
            "floor_percent = 101",
            "criteria[0].levels[1].floor_percent: number-out-of-range least=0 most=100",
        ),
        (
            "floor_percent = 60",
            "floor_percent = 0",
            "criteria[0].levels[1].floor_percent: level-floor-not-rising given=0 below=0",
        ),
        (
            "floor_percent = 0",
            "floor_percent = 5",
            "criteria[0].levels[0].floor_percent: level-floor-not-zero given=5",
        ),
        (
            'not_met_when = "positive"',
            'not_met_when = "many"',
            "gates[0].not_met_when: choice-unknown given=many",
        ),
        ('evidence = ["accidents"]', "", "gates[0].evidence: gate-without-evidence"),
        ('clause = "一.2"', "", "gates[0].clause: key-missing"),
    ],
)
def test_each_mistake_in_a_rubric_is_named_by_its_place(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert f"r.toml: {problem}" in problems(tmp_path, RUBRIC.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('rubric = "r"', 'rubric = "x"', "awards[0].rubric: rubric-unknown given=x"),
        ('"part"]', '"half"]', "awards[0].quota_categories[1]: category-unknown given=half"),
        (
            '["whole", "part"]',
            '["part"]',
            "awards[0].quota_categories[0]: category-lacks-whole given=part whole=whole",
        ),
        ('subset_of = "whole"', 'subset_of = "x"', "quota_categories[1].subset_of: category-unknown given=x"),
        (
            'subset_of = "whole"',
            'subset_of = "part"',
            "quota_categories[1].subset_of: category-unknown given=part",
        ),
        ('subset_of = "whole"', "", "quota_categories[1].subset_of: key-missing"),
        ('applied_by = "presents"', "", "quota_categories[1].applied_by: key-missing"),
        (
            'key = "part"',
            'key = "whole"',
            "quota_categories[1].key: duplicate given=whole first=quota_categories[0].key",
        ),
        (
            "发表小组数",
            "小组数",
            "quota_categories[1].label: duplicate given=小组数 first=quota_categories[0].label",
        ),
        ("[[awards]]", "[awards]", "awards: wrong-type expected=list given=table"),
    ],
)
def test_each_mistake_in_a_programme_is_named_by_its_place(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert f"programme.toml: {problem}" in problems(tmp_path, programme=PROGRAMME.replace(old, new, 1))


def test_criteria_and_gates_have_keys_of_their_own(tmp_path: Path) -> None:
    head, criterion, gate = (
        RUBRIC.partition("[[criteria]]")[0],
        *RUBRIC.split("[[criteria]]")[1].split("[[gates]]"),
    )
    doubled = head + f"[[criteria]]{criterion}" * 2 + f"[[gates]]{gate}" * 2
    assert problems(tmp_path, doubled) == [
        "r.toml: criteria[1].key: duplicate given=c first=criteria[0].key",
        "r.toml: gates[1].key: duplicate given=g first=gates[0].key",
    ]


def test_a_level_that_no_mark_can_fall_in_is_refused(tmp_path: Path) -> None:
    coarse = RUBRIC.replace("step = 0.1", "step = 1").replace("12.3", "1")
    level = '[[criteria.levels]]\nfloor_percent = 90\ntext = { zh = "顶", en = "Top" }\n[[gates]]'
    assert problems(tmp_path, coarse.replace("[[gates]]", level)) == [
        "r.toml: criteria[0].levels[2].floor_percent: level-without-marks floor=60"
    ]


def test_one_mistake_is_one_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, RUBRIC.replace("floor_percent = 60", 'floor_percent = "60"')) == [
        "r.toml: criteria[0].levels[1].floor_percent: wrong-type expected=whole-number given=text"
    ]
    assert problems(tmp_path, RUBRIC.replace("step = 0.1", "step = 0")) == [
        "r.toml: step: number-out-of-range least=0.001 most=10000"
    ]


def test_levels_are_as_many_as_digit_keys(tmp_path: Path) -> None:
    level = '[[criteria.levels]]\nfloor_percent = {}\ntext = {{ zh = "级", en = "Level" }}\n'
    levels = "".join(level.format(floor) for floor in range(61, 69))
    assert problems(tmp_path, RUBRIC.replace("[[gates]]", levels + "[[gates]]")) == [
        "r.toml: criteria[0].levels: levels-too-many most=9"
    ]


def test_empty_files_name_all_that_they_lack(tmp_path: Path) -> None:
    assert problems(tmp_path, "criteria = []", "") == [
        "r.toml: title: key-missing",
        "r.toml: criteria: list-empty",
        "programme.toml: key: key-missing",
        "programme.toml: title: key-missing",
        "programme.toml: awards: key-missing",
    ]


@pytest.mark.parametrize(
    ("broken", "line"),
    [("key = ", 12), ("[[criteria", 12), ('key = "r2"', 12), ("a = 1\nb = {", 13), ("\x00", 12)],
)
def test_a_syntax_error_is_named_by_its_line(tmp_path: Path, broken: str, line: int) -> None:
    lines = RUBRIC.splitlines()
    lines.insert(11, 'key = "c2"\n' if broken == 'key = "r2"' else broken)
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads("\n".join(lines))
    assert problems(tmp_path, "\n".join(lines)) == [f"r.toml: : toml-syntax line={line}"]


def test_a_syntax_error_at_the_end_names_the_last_line(tmp_path: Path) -> None:
    assert problems(tmp_path, 'key = "r"\nversion = [\n') == ["r.toml: : toml-syntax line=2"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\n" * 300_000, "file-too-large limit=262144"),
        ("key = '表'".encode("gb18030"), "file-not-utf8 line=1"),
        (b"\n\nkey = '\xff'", "file-not-utf8 line=3"),
        (b"a = " + b"[\n" * 50_000, "toml-nested-too-deep"),
        (b"\n" + b"a." * 100_000 + b"a = 1", "line-too-long line=2 limit=2048"),
        (b"a = " + b"9" * 5000, "line-too-long line=1 limit=2048"),
    ],
)
def test_a_file_that_is_no_text_for_reading_is_refused_at_once(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    load(tmp_path)
    tmp_path.joinpath("s.toml").write_bytes(content)
    with pytest.raises(RubricsRefused) as refused:
        load_folder(tmp_path)
    (found,) = refused.value.problems
    assert (
        f"{found.file} {found.code}" + "".join(f" {k}={v}" for k, v in found.params.items())
        == f"s.toml {problem}"
    )


def test_an_award_is_not_blamed_for_its_unreadable_rubric(tmp_path: Path) -> None:
    assert problems(tmp_path, "key = ") == ["r.toml: : toml-syntax line=1"]


def test_two_files_may_not_state_one_rubric(tmp_path: Path) -> None:
    load(tmp_path)
    tmp_path.joinpath("q.toml").write_text(RUBRIC, "utf-8")
    assert problems(tmp_path) == ["r.toml: key: rubric-in-two-files given=r first=q.toml"]


def test_rubrics_stand_in_the_same_order_however_their_files_are_called(tmp_path: Path) -> None:
    tmp_path.joinpath("a.toml").write_text(RUBRIC.replace('key = "r"', 'key = "z"'), "utf-8")
    programme = load(tmp_path)
    assert list(programme.rubrics) == ["r", "z"]
    assert list(programme_from_canonical(programme_to_canonical(programme)).rubrics) == ["r", "z"]


def test_a_pipe_or_a_folder_called_toml_is_not_waited_for(tmp_path: Path) -> None:
    load(tmp_path)
    os.mkfifo(tmp_path / "s.toml")
    tmp_path.joinpath("t.toml").mkdir()
    assert problems(tmp_path) == ["s.toml: : file-unreadable", "t.toml: : file-unreadable"]


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    for path, expected in (
        (tmp_path / "missing", Problem(str(tmp_path / "missing"), "", "folder-missing")),
        (tmp_path, Problem("programme.toml", "", "file-missing")),
        (Path(rubrics.__file__), Problem(rubrics.__file__, "", "folder-unreadable")),
    ):
        with pytest.raises(RubricsRefused) as refused:
            load_folder(path)
        assert refused.value.problems == (expected,)


VALUES = st.sampled_from(
    ['""', '"x"', "1", "-1", "0.5", "inf", "true", "[]", "[1]", "{}", "[[]]", "1979-05-27", "{zh=1}"]
)


@given(st.data())
@settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_however_a_file_is_changed_it_is_taken_or_its_problems_are_named(
    tmp_path: Path, data: st.DataObject
) -> None:
    changed = []
    for file in (RUBRIC, PROGRAMME):
        lines = file.splitlines()
        for _ in range(data.draw(st.integers(0, 3))):
            index = data.draw(st.integers(0, len(lines) - 1))
            key = lines[index].partition("=")[0]
            value = data.draw(VALUES)
            lines[index : index + 1] = data.draw(
                st.sampled_from([[], [lines[index]] * 2, [f"{key}= {value}"], [value]])
            )
        changed.append("\n".join(lines))
    try:
        programme = load(tmp_path, *changed)
    except RubricsRefused as refusal:
        found = refusal.problems
    else:
        assert all(programme.rubric_of(award.key).full_points > 0 for award in programme.awards)
        return
    assert found
    assert {problem.file for problem in found} <= {"r.toml", "programme.toml"}


SMALL = """
title = "Tasting"
[[criteria]]
key = "marks"
title = "Marks"
points = 10
"""


def test_a_rubric_alone_is_a_programme_of_one_award(tmp_path: Path) -> None:
    tmp_path.joinpath("tasting.toml").write_text(SMALL, "utf-8")
    for programme in (load_folder(tmp_path), load_file(tmp_path / "tasting.toml")):
        (award,) = programme.awards
        rubric = programme.rubric_of("tasting")
        assert (award.key, award.form, award.quota_categories) == ("tasting", "", ())
        assert programme.title == award.title == Text("Tasting", "Tasting")
        assert (rubric.version, rubric.step, rubric.source) == (1, Fraction(1), Text("", ""))
        (criterion,) = rubric.criteria
        assert (criterion.full_ticks, criterion.weight) == (10, Fraction(1))
        assert not criterion.levels
        assert programme_from_canonical(programme_to_canonical(programme)) == programme


def test_of_two_rubrics_nobody_says_what_they_judge(tmp_path: Path) -> None:
    for name in ("a.toml", "b.toml"):
        tmp_path.joinpath(name).write_text(SMALL, "utf-8")
    with pytest.raises(RubricsRefused) as refused:
        load_folder(tmp_path)
    assert [(p.file, p.code) for p in refused.value.problems] == [("programme.toml", "file-missing")]


def test_a_file_whose_name_can_be_no_key_states_one(tmp_path: Path) -> None:
    tmp_path.joinpath("评审表.toml").write_text(SMALL, "utf-8")
    with pytest.raises(RubricsRefused) as refused:
        load_file(tmp_path / "评审表.toml")
    assert [(p.key, p.code) for p in refused.value.problems] == [("key", "key-missing")]


def test_levels_that_are_stated_are_at_least_one(tmp_path: Path) -> None:
    tmp_path.joinpath("tasting.toml").write_text(f"{SMALL}levels = []\n", "utf-8")
    with pytest.raises(RubricsRefused) as refused:
        load_folder(tmp_path)
    assert [(p.key, p.code) for p in refused.value.problems] == [("criteria[0].levels", "list-empty")]
