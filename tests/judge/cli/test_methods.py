"""judge method: by name and file, in words and as a file, compared, and ruled."""

import csv
import tomllib
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from judge.scoring.method import Method
from judge.services.methods.catalogue import builtin_methods
from tests.judge.cli.book_reading import sheets_of
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

OWN = """\
title = { zh = "本会办法", en = "Ours" }
combine = "median"
rank_on = "printed"
decimals = 0
ties = ["criterion:tools", "top-marks"]
[weights]
tools = 1.5
sharing = 0
"""


@pytest.fixture
def judged(edition: Path, desk: Path) -> Path:
    for reviewer in ("R01", "R02", "R03"):
        assert judge("import", edition, desk / "scores" / f"{reviewer}.csv").code == 0
    return edition


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    file = tmp_path / "ours.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def ranked(edition: Path, *more: str | Path) -> dict[str, Any]:
    (one,) = judge("rank", edition, "qc-group", "--json", *more).data["lists"]
    return dict(one)


def test_every_method_is_listed_and_printed_as_a_file_that_says_the_same(tmp_path: Path) -> None:
    listed = judge("method", "list")
    assert all(name in listed.out for name in builtin_methods())
    assert [one["name"] for one in judge("method", "list", "--json").data["methods"]] == list(
        builtin_methods()
    )
    for name, method in builtin_methods().items():
        copy = tmp_path / f"{name}.toml"
        copy.write_text(judge("method", "show", name, "--toml").out, encoding="utf-8")
        said = judge("method", "show", copy, "--json").data
        assert said["method"] == method.to_mapping()
        assert said["words"]


def test_a_method_is_shown_with_what_should_be_known_of_it(ours: Path) -> None:
    said = judge("method", "show", ours).out
    assert "sharing times 0; tools times 3/2" in said
    assert "A weight of 0 leaves sharing out of points and maximum" in said
    assert "Top marks are counted, not averaged" in said


def test_a_list_ranked_by_a_named_method_says_what_broke_its_ties(judged: Path, ours: Path) -> None:
    assert ranked(judged, "--method", "median")["method"] == builtin_methods()["median"].to_mapping()
    by_ours = ranked(judged, "--method", ours)
    assert Method.from_mapping(by_ours["method"]) == Method.from_mapping(
        tomllib.loads(OWN.replace("1.5", '"3/2"'))
    )
    assert {"tie_broken", "criteria"} <= set(by_ours["lines"][0])
    assert all(line["criteria"]["sharing"] is not None for line in by_ours["lines"] if line["score"])


def test_from_comparison_to_preview_ruling_list_book_and_audit(
    judged: Path, ours: Path, tmp_path: Path
) -> None:
    before = ranked(judged)
    compared = judge("method", "compare", judged, "qc-group", "--with", ours, "--with", "mean", "--json").data
    (one,) = compared["lists"]
    assert [effect["name"] for effect in one["compared"]] == [str(ours), "mean"]
    by_key = {line["nomination"]: line for line in one["nominations"]}
    assert by_key.keys() == {line["nomination"] for line in before["lines"]}
    told = judge("method", "compare", judged, "qc-group", "--with", ours)
    assert f"{ours}: {len(one['compared'][0]['moved'])} place" in told.out
    use = ("method", "use", judged, ours, "--award", "qc-group")
    assert judge(*use).code == 1
    previewed = judge(*use, "--preview", "--json").data["previews"]
    assert previewed[0]["kind"] == "method"
    assert ranked(judged) == before
    assert (
        judge(*use, "--reason", "理事会[/x]决定").err == f"Ruled: qc-group counted by “{ours}” from now on.\n"
    )
    after = ranked(judged)
    assert (after["method_ruled"], before["method_ruled"]) == (True, False)
    for line in after["lines"]:
        assert by_key[line["nomination"]]["then"][0]["score"] == line["score"]
        assert by_key[line["nomination"]]["then"][0]["rank"] == line["rank"]
    shown = judge("rank", judged, "qc-group").out
    assert "The chair has ruled by which method this list is counted: Median of all sheets" in shown
    assert "counted by another method: Ours" in judge("rule", judged, "--list").out
    assert judge("method", "show", judged, "qc-group", "--json").data["method"] == after["method"]
    held = {one["award"]: one["ruled"] for one in judge("method", "list", judged, "--json").data["awards"]}
    assert [award for award, is_ruled in held.items() if is_ruled] == ["qc-group"]
    book = tmp_path / "book.xlsx"
    assert judge("export", judged, book).code == 0
    cells = [str(cell) for sheet in sheets_of(book) for row in sheet for cell in row]
    assert any("by ruling for" in cell for cell in cells)
    assert 'weights = { sharing = "0", tools = "3/2" }' in cells
    assert judge("audit", judged).code == 0
    assert judge(*use, "--reason", "理事会[/x]决定").err == "That holds already.\n"


def test_a_new_edition_takes_a_method_by_name_from_the_folder_of_rubrics_too(
    tmp_path: Path, ours: Path
) -> None:
    new = ("--title", "x", "--year", "2019")
    assert judge("new", tmp_path / "a.judge", *new, "--method", "olympic").code == 0
    shown = judge("method", "show", tmp_path / "a.judge", "--json").data
    assert shown["method"] == builtin_methods()["olympic"].to_mapping()
    refused = judge("new", tmp_path / "b.judge", *new, "--method", ours)
    assert refused.code == 1
    assert "“qc-enterprise”: “weights” names the criterion “sharing”" in refused.err
    assert not (tmp_path / "b.judge").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["method", "show", "nope"], 1, "There is no method “nope”"),
        (["method", "show", "median", "--toml", "--json"], 2, "Choose --toml or --json"),
        (["method", "show", "median", "qc-group"], 2, "An award is named after an edition"),
        (["method", "use", "{edition}"], 2, "Say one method"),
        (["method", "use", "{edition}", "median", "--json"], 2, "--json goes with --preview"),
        (["method", "use", "{edition}", "median", "--award", "beauty", "--reason", "x"], 1, "beauty"),
        (["method", "compare", "{edition}"], 2, "--with"),
        (["method", "compare", "{edition}", "beauty", "--with", "median"], 1, "There is no list “beauty”"),
        (["rank", "{edition}", "--method", "nope"], 1, "the methods are edition, default"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    edition: Path, words: list[str], code: int, said: str
) -> None:
    done = judge(*(word.format(edition=edition) for word in words))
    assert done.code == code
    assert said in done.err


@pytest.mark.parametrize(("rounding", "score", "mean"), [("half-up", "51", "9"), ("half-even", "50", "8")])
def test_what_is_written_is_rounded_as_the_method_says(
    edition: Path, tmp_path: Path, rounding: str, score: str, mean: str
) -> None:
    """Three sheets of 50.5 points: five criteria at 8.5 and one at 8."""
    for reviewer in ("R01", "R02", "R03"):
        *rows, (key, by, last, _) = papers.sheet_rows("qc-group-0001", reviewer, 8.5)
        scores = papers.scores(tmp_path, [*rows, (key, by, last, 8)], f"{reviewer}.csv")
        assert judge("import", edition, scores).code == 0
    method = tmp_path / "whole.toml"
    method.write_text(f'decimals = 0\nrounding = "{rounding}"\n')
    assert ranked(edition, "--method", method)["lines"][0]["score"] == score
    text = judge("rank", edition, "qc-group", "--method", method, "--csv").out
    first = next(csv.DictReader(StringIO(text.lstrip("\ufeff"))))
    assert first["Score"] == score
    assert list(first.values())[-6:] == [mean] * 5 + ["8"]
