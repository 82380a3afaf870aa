"""Calibrating from the shell: how severe reviewers are, what a method makes of it, raw beside calibrated."""

import csv
import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.judge.cli.book_reading import below, sheets_of
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

LENIENT = {"R01": -1.5, "R02": 0, "R03": 0.5, "R04": 1.5, "R05": -0.5}
NAMES = [f"第{n}QC小组" for n in range(1, 13)]


def judged_by(n: int) -> list[str]:
    """Three of the five reviewers, in turn."""
    return [f"R0{1 + (n + step) % 5}" for step in (0, 1, 3)]


def points(n: int, reviewer: str, at: int) -> Fraction:
    """What a reviewer gives the n-th group on a criterion: its strength, their severity, and a whim."""
    whim = Fraction((7 * n + 5 * int(reviewer[-1]) + 3 * n * at) % 3 - 1, 2)
    return Fraction(LENIENT[reviewer]) + 4 + Fraction((2 * n + at) % 7, 2) + whim


def rows(nominations: range, count: int = 3) -> list[tuple[str, str, str, object]]:
    return [
        (f"qc-group-{n:04}", reviewer, criterion, float(points(n, reviewer, at)))
        for n in nominations
        for reviewer in judged_by(n)[:count]
        for at, criterion in enumerate(papers.CRITERIA)
    ]


def make(folder: Path, calibrate: str, scored: list[tuple[str, str, str, object]]) -> Path:
    """An edition whose method calibrates, with twelve groups and these marks."""
    method = folder / "method.toml"
    method.write_text(f'combine = "mean"\ncalibrate = "{calibrate}"\n', "utf-8")
    edition = folder / "2019.judge"
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019", "--method", method).code == 0
    sent = (papers.quotas(folder, 12), papers.nominations(folder, NAMES), papers.reviewers(folder, 5))
    assert judge("import", edition, *sent).code == 0
    assert judge("import", edition, papers.scores(folder, scored)).code == 0
    return edition


@pytest.fixture
def calibrated(tmp_path: Path) -> Path:
    return make(tmp_path, "severity", rows(range(1, 13)))


def total(nomination: str, reviewer: str) -> Fraction:
    n = int(nomination[-4:])
    return sum((points(n, reviewer, at) for at in range(6)), start=Fraction(0))


def ranked(edition: Path, *words: str | Path) -> dict[str, Any]:
    (found,) = judge("rank", edition, "qc-group", *words, "--json").data["lists"]
    assert isinstance(found, dict)
    return found


def test_severity_is_shown_with_its_error_and_changes_nothing(calibrated: Path) -> None:
    before = calibrated.read_bytes()
    said = judge("severity", calibrated, "qc-group")

    assert (said.code, said.err) == (0, "")
    lines = [line.split() for line in said.out.splitlines() if line.strip().startswith("R0")]
    assert [line[0] for line in lines] == ["R01", "R05", "R02", "R03", "R04"]
    assert lines[0][3].startswith("-")
    assert lines[-1][3].startswith("+")
    assert "12 nominations, 5 reviewers, 36 sheets." in said.out
    assert calibrated.read_bytes() == before


def test_severity_for_programs(calibrated: Path) -> None:
    one, *others = judge("severity", calibrated, "--json").data["awards"]

    assert (one["award"], one["connected"]) == ("qc-group", True)
    (part,) = one["parts"]
    effects = {reviewer["reviewer"]: float(reviewer["effect"]) for reviewer in part["reviewers"]}
    # Lenient by so many points on each of six criteria, less what shrinking takes.
    for reviewer, lenient in LENIENT.items():
        assert effects[reviewer] == pytest.approx(6 * lenient, abs=1)
    assert part["variances"]["reviewer"] > part["variances"]["error"]
    assert 0 < part["share"] < 1
    assert [other["advice"]["code"] for other in others] == ["cannot"] * 5
    assert others[0]["parts"] == []


def test_severity_in_chinese(calibrated: Path) -> None:
    said = judge("--lang", "zh", "severity", calibrated, "qc-group", "trusted-team")
    assert "宽严值" in said.out
    assert "12 项申报，5 位评委，36 份评分表" in said.out
    assert "尚无计入的评分表" in said.out


def test_a_calibrated_list_can_be_worked_out_again_from_its_record(calibrated: Path) -> None:
    found = ranked(calibrated)
    effects = {one["reviewer"]: Fraction(one["effect"]) for one in found["calibration"]["effects"]}

    assert found["calibration"]["kind"] == "severity"
    assert len(effects) == 5
    for line in found["lines"]:
        who = judged_by(int(line["nomination"][-4:]))
        raw = sum((total(line["nomination"], one) for one in who), start=Fraction(0)) / 3
        assert Fraction(line["raw"]["exact"]) == raw
        assert Fraction(line["exact"]) == raw - sum((effects[one] for one in who), start=Fraction(0)) / 3


def test_raw_stands_beside_calibrated_in_every_form(calibrated: Path, tmp_path: Path) -> None:
    found = ranked(calibrated)
    plain = tmp_path / "plain.toml"
    plain.write_text('combine = "mean"\n', "utf-8")
    without = {line["nomination"]: line for line in ranked(calibrated, "--method", plain)["lines"]}
    assert [line["rank"] for line in found["lines"]] != [line["raw"]["rank"] for line in found["lines"]]
    for line in found["lines"]:
        other = without[line["nomination"]]
        assert line["raw"] == {key: other[key] for key in ("score", "exact", "rank", "rank_in_body")}
        assert other["raw"] is None

    table = judge("rank", calibrated, "qc-group").out
    assert table.splitlines()[2].split()[:7] == ["rank", "in", "body", "score", "raw", "raw", "rank"]
    head, *lines = csv.reader(
        io.StringIO(judge("rank", calibrated, "qc-group", "--csv").out.removeprefix("\ufeff"), newline="")
    )
    said = [dict(zip(head, line, strict=True)) for line in lines]
    assert [one["Score before calibrating"] for one in said] == [
        line["raw"]["score"] for line in found["lines"]
    ]
    assert [one["Rank before calibrating"] for one in said] == [
        str(line["raw"]["rank"]) for line in found["lines"]
    ]
    uncalibrated = judge("rank", calibrated, "qc-group", "--method", plain)
    assert "raw" not in uncalibrated.out
    csv_without = judge("rank", calibrated, "qc-group", "--method", plain, "--csv").out
    assert "before calibrating" not in csv_without


def test_the_award_book_has_the_record_and_nobodys_name(calibrated: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    assert judge("export", calibrated, book).code == 0
    sheets = sheets_of(book)
    heads, lines = below(sheets[2], "Rank")
    json_lines = ranked(calibrated)["lines"]
    at = heads.index("Score before calibrating")
    assert [line[at] for line in lines] == [float(line["raw"]["score"]) for line in json_lines]

    heads, adjustments = below(sheets[-2], "Award")
    assert heads[-2:] == ["Points added", "Standard error"]
    assert "severity is" in str(sheets[-2])
    record = ranked(calibrated)["calibration"]["effects"]
    assert [row[1] for row in adjustments] == [f"reviewer {n}" for n in range(1, 6)]
    assert [row[5] for row in adjustments] == sorted((-float(one["effect"]) for one in record), reverse=True)
    assert not [cell for row in sheets[-2] for cell in row if "R0" in str(cell)]


def test_what_shares_nobody_is_refused_with_the_way_out(tmp_path: Path) -> None:
    apart: list[tuple[str, str, str, object]] = [
        (f"qc-group-{n:04}", reviewer, criterion, 5 + (n * at) % 5)
        for n in range(1, 9)
        for reviewer in (("R01", "R02"), ("R03", "R04"))[n % 2]
        for at, criterion in enumerate(papers.CRITERIA)
    ]
    edition = make(tmp_path, "severity", apart)
    two = tmp_path / "two.toml"
    two.write_text('calibrate = "severity"\nmin_sheets = 2\n', "utf-8")

    said = judge("rank", edition, "qc-group", "--method", two)
    assert (said.code, said.out) == (1, "")
    assert "falls into 2 parts" in said.err
    assert "qc-group-0001 (R03, R04), qc-group-0002 (R01, R02)" in said.err
    assert 'calibrate = "section"' in said.err
    assert "互不相连" in judge("--lang", "zh", "rank", edition, "qc-group", "--method", two).err
    # With three sheets needed nothing has a score, and nothing is compared.
    assert "nothing was calibrated" in judge("rank", edition, "qc-group").out

    shown = judge("severity", edition, "qc-group")
    assert "part 1 of 2" in shown.out
    assert "The parts cannot be compared" in shown.out
    assert judge("severity", edition, "qc-group", "--json").data["awards"][0]["connected"] is False


def test_whoever_cannot_be_standardised_is_named(tmp_path: Path) -> None:
    single: list[tuple[str, str, str, object]] = [
        ("qc-group-0012", "R05", criterion, 4) for criterion in papers.CRITERIA
    ]
    four = [row for row in rows(range(1, 13)) if row[1] != "R05"]
    edition = make(tmp_path, "z-score", [*four, *single])
    two = tmp_path / "two.toml"
    two.write_text('calibrate = "z-score"\nmin_sheets = 2\n', "utf-8")

    said = judge("rank", edition, "qc-group", "--method", two)
    assert said.code == 1
    assert "R05" in said.err
    assert "R01" not in said.err


def test_sections_are_evened_out_and_what_is_in_none_is_refused(tmp_path: Path) -> None:
    edition = make(tmp_path, "section", rows(range(1, 13)))
    assert "All nominations are in one section" in judge("rank", edition, "qc-group").out
    assert judge("rank", edition, "qc-group", "--json").data["lists"][0]["calibration"]["sections"] == [
        {"section": "", "nominations": 12, "mean": MEAN, "shift": "0.000000"}
    ]


MEAN = str(
    sum((total(f"qc-group-{n:04}", one) for n in range(1, 13) for one in judged_by(n)), start=Fraction(0))
    / 36
)


def test_marks_are_fitted_beside_totals_when_asked_for(calibrated: Path) -> None:
    said = judge("severity", calibrated, "qc-group", "--by-criterion")
    assert said.code == 0
    assert "± of marks, %" in said.out
    assert "Marks in percent of full points stand at: " in said.out
    (part,) = judge("severity", calibrated, "qc-group", "--by-criterion", "--json").data["awards"][0]["parts"]
    assert set(part["marks"]["levels"]) == set(papers.CRITERIA)
    of_marks = {one["reviewer"]: one["by_marks"]["percent"] for one in part["reviewers"]}
    assert min(of_marks, key=lambda who: of_marks[who]) == "R01"
    (plain,) = judge("severity", calibrated, "qc-group", "--json").data["awards"][0]["parts"]
    assert plain["marks"] is None
