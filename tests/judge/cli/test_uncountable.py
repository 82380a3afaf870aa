"""A method that cannot count an award is not ruled; where it counts all the same, there is a way out."""

from pathlib import Path

import pytest

from judge.ledger import acts
from judge.services.editions.edition import open_edition
from judge.services.lists.ruling import Decision, rule
from judge.services.methods.catalogue import named_method
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

NAMES = [f"第{n}QC小组" for n in range(1, 7)]
APART = "falls into 2 parts"
QC_LISTS = ["qc-group", "qc-presenting"]
USE = ("--award", "qc-group")


@pytest.fixture
def severe(tmp_path: Path) -> Path:
    file = tmp_path / "severe.toml"
    file.write_text('combine = "mean"\ncalibrate = "severity"\n', "utf-8")
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """An edition with six groups, and no sheets yet."""
    edition = tmp_path / "2019.judge"
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019", "--method", "mean").code == 0
    sent = (papers.quotas(tmp_path, 6), papers.nominations(tmp_path, NAMES), papers.reviewers(tmp_path, 6))
    assert judge("import", edition, *sent).code == 0
    return edition


@pytest.fixture
def apart(empty: Path, tmp_path: Path) -> Path:
    """Three groups by three reviewers, and three by three others."""
    rows = [
        (f"qc-group-{n:04}", f"R0{(n > 3) * 3 + at}", criterion, (3 * n + 2 * at + len(criterion)) % 7 + 2)
        for n in range(1, 7)
        for at in (1, 2, 3)
        for criterion in papers.CRITERIA
    ]
    assert judge("import", empty, papers.scores(tmp_path, rows)).code == 0
    return empty


@pytest.fixture
def stuck(apart: Path, severe: Path) -> Path:
    """That method ruled all the same, as it may have been before the sheets that part the panel came."""
    edition = open_edition(str(apart))
    method = named_method(str(severe), edition=edition).method
    decision = Decision(
        acts.METHOD, acts.award_subject("qc-group"), {"method": method.to_mapping()}, "earlier"
    )
    with edition.store.write() as connection:
        assert rule(edition, connection, decision)
    edition.close()
    assert judge("rank", apart, "qc-group").code == 1
    return apart


@pytest.mark.parametrize("award", [USE, ()])
def test_a_method_that_cannot_count_an_award_is_refused_as_its_preview_is(
    apart: Path, severe: Path, award: tuple[str, ...]
) -> None:
    before = judge("rank", apart, "--json").out
    previewed = judge("method", "use", apart, severe, *award, "--preview")
    ruled = judge("method", "use", apart, severe, *award, "--reason", "x")

    assert APART in ruled.err
    assert (ruled.code, ruled.err) == (previewed.code, previewed.err) == (1, ruled.err)
    assert judge("rule", apart, "--list").out == "The chair has not ruled yet.\n"
    assert judge("rank", apart, "--json").out == before
    assert judge("audit", apart).code == 0


def test_a_method_is_ruled_for_awards_that_have_no_sheets_yet(empty: Path, severe: Path) -> None:
    assert judge("method", "use", empty, severe, "--reason", "x").code == 0
    assert judge("rank", empty).code == 0


def test_the_way_out_of_a_method_that_cannot_count_is_previewed_and_ruled(stuck: Path) -> None:
    shown = judge("method", "use", stuck, "mean", *USE, "--preview")
    assert shown.code == 0
    assert "As it is, it cannot be counted: " in shown.out
    assert APART in shown.out
    assert "not counted" in shown.out
    assert "not on the list" not in shown.out
    (one,) = judge("method", "use", stuck, "mean", *USE, "--preview", "--json").data["previews"]
    assert one["uncounted"]["code"] == "panel-not-connected"
    ahead = {
        change["nomination"]: change["after"]["rank"]
        for change in one["changes"]
        if change["list"] == "qc-group"
    }
    assert {change["before"] for change in one["changes"]} == {None}

    assert judge("method", "use", stuck, "mean", *USE, "--reason", "back").code == 0
    (ranked,) = judge("rank", stuck, "qc-group", "--json").data["lists"]
    assert {line["nomination"]: line["rank"] for line in ranked["lines"]} == ahead
    (one,) = judge("method", "use", stuck, "median", *USE, "--preview", "--json").data["previews"]
    assert one["uncounted"] is None


def test_a_list_that_cannot_be_counted_is_compared_by_what_others_make_of_it(stuck: Path) -> None:
    shown = judge("method", "compare", stuck, "--with", "mean")
    assert shown.code == 0
    assert shown.out.count(APART) == len(QC_LISTS)
    assert "qc-group-0006" in shown.out
    assert "mean: 6 places move." not in shown.out
    lists = judge("method", "compare", stuck, "--with", "mean", "--json").data["lists"]
    assert [one["list"] for one in lists if one["uncounted"]] == QC_LISTS
    (one,) = [one for one in lists if one["list"] == "qc-group"]
    assert one["method"]["calibrate"] == "severity"
    assert (one["compared"][0]["moved"], one["compared"][0]["seated"]) == ([], [])
    by_mean = judge("rank", stuck, "qc-group", "--method", "mean", "--json").data["lists"][0]["lines"]
    assert {line["nomination"]: line["then"][0]["rank"] for line in one["nominations"]} == {
        line["nomination"]: line["rank"] for line in by_mean
    }


def test_the_other_lists_are_shown_where_one_cannot_be_counted(stuck: Path) -> None:
    named = judge("rank", stuck, "qc-group")
    all_of_them = judge("rank", stuck)
    assert (named.code, named.out) == (1, "")
    assert (all_of_them.code, all_of_them.err) == (1, named.err)
    others = [one["list"] for one in judge("rank", stuck, "--json").data["lists"]]
    assert "trusted-team" in others
    assert not {*QC_LISTS} & {*others}
    assert judge("rank", stuck, "trusted-team").out in all_of_them.out
