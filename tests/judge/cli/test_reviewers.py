"""judge reviewers: figures, what stands out in one sentence each, and why figures are missing."""

from pathlib import Path

import pytest

from judge.cli.reviewers import with_error
from judge.locale.reviewers import figure
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """Eight groups by four reviewers, the second of whom gives far less, the fourth one number to all."""
    made = tmp_path / "season.judge"
    assert judge("new", made, "--title", "2019 awards", "--year", "2019").code == 0
    sent = (
        papers.quotas(tmp_path, groups=9),
        papers.nominations(tmp_path, [f"晨光{n}小组[/x]" for n in range(1, 9)]),
        papers.reviewers(tmp_path, 5),
    )
    assert judge("import", made, *sent).code == 0
    rows = [
        row
        for n in range(1, 9)
        for reviewer, points in (
            ("R01", n / 2 + 5),
            ("R02", n / 2 + n % 2),
            ("R03", n / 2 + 4 + n % 3),
            ("R04", 7),
            ("R05", n / 2 + 5.5 - n % 2),
        )
        for row in papers.sheet_rows(f"qc-group-000{n}", reviewer, points)
    ]
    assert judge("import", made, papers.scores(tmp_path, rows)).code == 0
    return made


def test_in_the_shell(edition: Path) -> None:
    said = judge("reviewers", edition, "qc-group")

    assert said.code == 0
    lines = said.out.splitlines()
    # By hand: 6 × (2.75 - (7.25 + 7.375 + 7 + 7.25) / 4), and 6 × √ of the mean of 3/2, 3/2, 135/56, 29/14.
    assert [line for line in lines if "stands out" in line] == [
        "R02 评委2 stands out: totals are on average 26.81 points below those of others, over 8 sheets.",
        (
            "R04 评委4 stands out: totals are one number, or nearly, over 8 sheets (they spread by 0.00"
            " points, those of others by 8.21)."
        ),
    ]
    assert "No fit for R04: all own totals are equal." in lines
    assert "No halo, drift" not in said.out
    assert any("Look at the sheets first" in line for line in lines)
    assert "wrong" not in said.out


def test_in_chinese(edition: Path) -> None:
    said = judge("--lang", "zh", "reviewers", edition, "qc-group").out

    assert "R02 评委2 与众不同：总分平均比其他评委低 26.81 分（8 份评分表）。" in said.splitlines()


def test_for_programs(edition: Path) -> None:
    awards = judge("reviewers", edition, "--json").data["awards"]

    award = next(one for one in awards if one["award"] == "qc-group")
    second, fourth = award["reviewers"][1], award["reviewers"][3]
    assert (second["reviewer"], second["name"], second["stands_out"]) == ("R02", "评委2", ["severe"])
    assert second["severity"]["exact"] == "-429/16"
    assert second["severity"]["lack"] is None
    assert fourth["fit"]["correlation"] is None
    assert fourth["fit"]["lack"] == "own-totals-equal"
    assert fourth["spread"]["ratio"] == 0
    assert fourth["drift"] == {
        "per_ten": None,
        "error": None,
        "sheets": 0,
        "chance": None,
        "lack": "no-order-known",
    }
    nobody = next(one for one in awards if one["award"] == "trusted-team")
    assert (nobody["reviewers"], nobody["figures"]) == ([], 0)


def test_an_award_that_is_none(edition: Path) -> None:
    said = judge("reviewers", edition, "nobel")

    assert (said.code, said.out) == (1, "")
    assert "nobel" in said.err


def test_an_award_without_sheets(edition: Path) -> None:
    said = judge("reviewers", edition, "trusted-team")

    assert said.out.splitlines() == [
        "Quality-trusted team",
        "There are too few shared sheets for anybody to stand out.",
    ]


def test_what_prints_as_nothing_has_no_sign() -> None:
    assert [figure(value) for value in (-0.001, 0.001, -0.5, None)] == ["0.00", "0.00", "-0.50", "–"]
    assert with_error(0.001, 0.0) == "0.00 ± 0.00"
    assert with_error(-0.004, None) == "0.00"
    assert with_error(0.006, 0.25) == "+0.01 ± 0.25"
    assert with_error(-1.5, None) == "-1.50"
