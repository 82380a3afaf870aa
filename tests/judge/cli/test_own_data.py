"""A panel's own table and rubric: three commands from nothing to a list, and no name taken unasked."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from judge.services.editions.edition import open_edition
from tests.imports.tables.samples import Row, write_csv, write_xlsx
from tests.judge.cli.shell import judge

RUBRIC = """
title = { zh = "品鉴", en = "Tasting" }
[[criteria]]
key = "marks"
title = { zh = "得分", en = "Marks" }
points = 10
"""
TARGETS: Sequence[Row] = [
    ("target", "J1", "J2", "J3", "J4"),
    ("a", 9, 2, 5, 8),
    ("b", 6, 1, 3, 2),
    ("c", 8, 4, 6, 8),
    ("d", 7, 1, 2, 6),
    ("e", 10, 5, 6, 9),
    ("f", 6, 2, 4, 7),
]


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    path = tmp_path / "tasting.toml"
    path.write_text(RUBRIC, "utf-8")
    return path


@pytest.fixture
def edition(tmp_path: Path, rubric: Path) -> Path:
    path = tmp_path / "own.judge"
    assert judge("new", path, "--rubrics", rubric).code == 0
    return path


def ranked(edition: Path) -> list[tuple[int, str, str]]:
    (found,) = judge("rank", edition, "--json").data["lists"]
    return [(line["rank"], line["name"], line["score"]) for line in found["lines"]]


def test_three_commands_from_a_table_to_a_list(edition: Path, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "scores.csv", TARGETS)
    said = judge("import", edition, table, "--kind", "scores")
    assert said.code == 0
    assert "6 nominations, 4 reviewers (J1, J2, J3, J4)" in said.out
    assert "Read as: a row is a nomination, a column is a reviewer." in said.out
    assert "Filed: 1 recommending bodies, 4 reviewers, 6 nominations, 24 marks." in said.out
    assert ranked(edition) == [
        (1, "e", "7.50"),
        (2, "c", "6.50"),
        (3, "a", "6.00"),
        (4, "f", "4.75"),
        (5, "d", "4.00"),
        (6, "b", "3.00"),
    ]
    assert judge("check", edition).code == 0
    audited = judge("audit", edition, "--json").data
    assert (audited["holds"], audited["sheets"], audited["batches"]) == (True, 24, 1)


def test_the_rubric_names_the_edition(edition: Path) -> None:
    assert judge("--lang", "zh", "rank", edition).out.startswith("品鉴")
    opened = open_edition(str(edition))
    opened.close()
    assert opened.title == "Tasting"


def test_a_dry_run_shows_all_and_files_nothing(edition: Path, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "scores.csv", TARGETS)
    said = judge("import", edition, table, "--kind", "scores", "--dry-run", "--json").data
    assert not said["filed"]
    assert (said["counts"]["nominations"], said["counts"]["reviewers"], said["counts"]["marks"]) == (6, 4, 24)
    (counted,) = [f for f in said["files"][0]["findings"] if f["code"] == "scores-counted"]
    assert counted["params"]["gaps"] == 0
    assert ranked(edition) == []


def test_blanks_are_gaps_and_recusals_are_no_zeros(edition: Path, tmp_path: Path) -> None:
    rows: list[Row] = [("作品", "张三", "李四", "王五", "赵六"), ("甲", 8, 6, 7, ""), ("乙", 9, 9, 9, "回避")]
    said = judge("import", edition, write_xlsx(tmp_path / "scores.xlsx", rows), "--kind", "scores")
    assert "marks: 6; recusals: 1; places without a mark: 1." in said.out
    (found,) = judge("rank", edition, "--json").data["lists"]
    assert [(line["name"], line["score"], line["sheets"]["counted"]) for line in found["lines"]] == [
        ("乙", "9.00", 3),
        ("甲", "7.00", 3),
    ]


CROSSED: Sequence[Row] = [
    ("作品", "张三", "李四", "王五", "赵六", "陈刚"),
    ("甲", 8, 6, 7, 8, 9),
    ("余热回收装置", 9, 9, 9, 8, ""),
    ("丙", 7, 6, 7, 7, "回避"),
]


def test_whoever_left_a_nomination_blank_is_named(edition: Path, tmp_path: Path) -> None:
    said = judge("import", edition, write_csv(tmp_path / "scores.csv", CROSSED), "--kind", "scores")
    (line,) = [line for line in said.out.splitlines() if line.startswith("warning")]
    assert "scores.csv, table scores, row 3" in line
    assert (
        "余热回收装置: no mark from R05 陈刚, so there is no sheet of theirs; this file gives it only 4."
        in line
    )
    assert "`judge assign --per-nomination 0 --pair tasting-0002=R05`" in line


def test_the_way_out_that_is_told_opens_the_sheet(edition: Path, tmp_path: Path) -> None:
    judge("import", edition, write_csv(tmp_path / "scores.csv", CROSSED), "--kind", "scores")
    assert "余热回收装置" in [name for _, name, _ in ranked(edition)]
    opened = judge("assign", edition, "--per-nomination", "0", "--pair", "tasting-0002=R05")
    assert "Opened 1 sheet." in opened.out
    said = judge("explain", edition, "tasting-0002").out
    assert "R05 does not count yet: the reviewer has not submitted it." in said


def test_an_open_sheet_says_which_marks_it_lacks(tmp_path: Path) -> None:
    rubric = tmp_path / "pitch.toml"
    criteria = [f'[[criteria]]\nkey = "{key}"\ntitle = "{title}"\npoints = 10\n' for key, title in PITCH]
    rubric.write_text("\n".join(('title = "Pitch"', *criteria)), "utf-8")
    path = tmp_path / "pitch.judge"
    judge("new", path, "--rubrics", rubric)
    rows: list[Row] = [
        ("课题", "评委", "选题", "过程", "成效"),
        ("甲", "张三", 8, "", 9),
        ("甲", "李四", 8, 7, 9),
    ]
    judge("import", path, write_csv(tmp_path / "scores.csv", rows), "--kind", "scores")
    said = judge("explain", path, "pitch-0001").out
    assert "R01 does not count yet: no mark for 过程 yet." in said
    assert "not submitted" not in said
    anonymous = judge("explain", path, "pitch-0001", "--anonymous").out
    assert "no mark for" not in anonymous
    assert "has not submitted it" in anonymous


PITCH = (("topic", "选题"), ("process", "过程"), ("effect", "成效"))


def test_of_one_nomination_no_agreement_is_told(edition: Path, tmp_path: Path) -> None:
    judge("import", edition, write_csv(tmp_path / "scores.csv", TARGETS[:2]), "--kind", "scores")
    said = judge("agreement", edition).out
    assert "0.00" not in said
    assert "too few nominations with marks by two reviewers to compare" in said
    assert "chance" not in said


def test_several_files_are_one_panel(edition: Path, tmp_path: Path) -> None:
    first = write_csv(tmp_path / "first.csv", [row[:3] for row in TARGETS])
    second = write_csv(tmp_path / "second.csv", [(row[0], *row[3:]) for row in TARGETS])
    said = judge("import", edition, first, second, "--kind", "scores")
    assert "Filed: 1 recommending bodies, 4 reviewers, 6 nominations, 24 marks." in said.out
    assert ranked(edition)[0] == (1, "e", "7.50")


def test_a_refused_file_names_nobody_for_the_others(edition: Path, tmp_path: Path) -> None:
    bad = write_csv(tmp_path / "a.csv", [("target", "J1", "J2"), ("a", 9, 11), ("z", 1, 1)])
    good = write_csv(tmp_path / "b.csv", [("target", "J2", "J3"), ("a", 9, 8), ("b", 7, 6)])
    assert judge("import", edition, bad, good, "--kind", "scores").code == 1
    said = judge("import", edition, bad, good, "--kind", "scores", "--accept-good")
    assert "Filed: 1 recommending bodies, 2 reviewers, 2 nominations, 4 marks." in said.out
    (found,) = judge("rank", edition, "--json").data["lists"]
    assert sorted((line["nomination"], line["name"]) for line in found["lines"]) == [
        ("tasting-0001", "a"),
        ("tasting-0002", "b"),
    ]
    assert judge("audit", edition, "--json").data["holds"]


def test_once_there_are_names_a_misspelt_one_is_refused(edition: Path, tmp_path: Path) -> None:
    judge("import", edition, write_csv(tmp_path / "scores.csv", TARGETS), "--kind", "scores")
    more = write_csv(tmp_path / "more.csv", [("target", "J1", "J5"), ("g", 9, 2)])
    for asked in (("--kind", "scores"), ("--take-names",)):
        said = judge("import", edition, more, *asked)
        assert said.code == 1
        assert "“J5” is no reviewer of this edition" in said.out
        assert "“g” is no nomination of this edition" in said.out
        assert "Nothing was filed." in said.out


def test_the_same_table_again_changes_nothing(edition: Path, tmp_path: Path) -> None:
    table = write_csv(tmp_path / "scores.csv", TARGETS)
    judge("import", edition, table, "--kind", "scores")
    assert "Filed: nothing new." in judge("import", edition, table, "--kind", "scores").out
    longer = write_csv(tmp_path / "again.csv", [*TARGETS, ("合计", 46, 15, 26, 40)])
    assert "24 marks are known already" in judge("import", edition, longer, "--kind", "scores").out


class TestWhereFormsNominate:
    """In an edition whose awards have forms, a score table names nobody unless that is said."""

    @pytest.fixture
    def season(self, tmp_path: Path) -> Path:
        path = tmp_path / "2019.judge"
        assert judge("new", path, "--title", "2019", "--year", "2019").code == 0
        return path

    def table(self, tmp_path: Path) -> Path:
        from rubrics.catalogue import load_builtin  # noqa: PLC0415 - this class alone needs it

        criteria = load_builtin("xinjiang_2019").rubric_of("trusted-team").criteria
        rows = [("奖项", "作品", "评委", *(c.title.zh for c in criteria))]
        rows += [("质量信得过班组", "甲", name, *("1" for _ in criteria)) for name in ("张三", "李四")]
        return write_csv(tmp_path / "scores.csv", rows)

    def test_it_is_refused_with_the_way_out(self, season: Path, tmp_path: Path) -> None:
        said = judge("import", season, self.table(tmp_path), "--kind", "scores")
        assert said.code == 1
        assert "--take-names" in said.out

    def test_it_names_them_where_that_is_said(self, season: Path, tmp_path: Path) -> None:
        said = judge("import", season, self.table(tmp_path), "--take-names")
        assert said.code == 0
        assert "2 reviewers, 1 nominations" in said.out
        lines = judge("rank", season, "trusted-team", "--json").data["lists"][0]["lines"]
        assert [(line["nomination"], line["body"]) for line in lines] == [("trusted-team-0001", "—")]

    def test_that_is_for_score_tables_alone(self, season: Path, tmp_path: Path) -> None:
        said = judge("import", season, self.table(tmp_path), "--take-names", "--kind", "reviewers")
        assert (said.code, said.out) == (2, "")
        assert "--take-names is for score tables" in said.err


def test_after_the_deadline_nobody_new_is_named(edition: Path, tmp_path: Path) -> None:
    judge("set", edition, "filing-deadline", "2019-07-20", "--reason", "the notice")
    said = judge("import", edition, write_csv(tmp_path / "scores.csv", TARGETS), "--kind", "scores")
    assert said.code == 1
    assert "filing closed on 2019-07-20" in said.out
