"""The demo: the same season for the same seed, and a workbook that says what the lists say."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Convert
from tests.judge.cli.book_reading import assert_quotas, below, listed, sheets_of
from tests.judge.cli.shell import Said, judge, start

SCALE = "0.05"
SHEETS_BEFORE_LISTS = 2
"""The overview and the quotas used."""


def demo(folder: Path, seed: int) -> Said:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("JUDGE_LANG", "en")
        said = judge("demo", folder, "--scale", SCALE, "--seed", str(seed))
    assert (said.code, said.err) == (0, ""), said
    return said


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """A demo's folder, and what was said of it."""
    folder = tmp_path_factory.mktemp("demo") / "first"
    return folder, demo(folder, 2019)


@pytest.fixture
def first(told: tuple[Path, Said]) -> Path:
    return told[0]


def lists(folder: Path) -> list[dict[str, Any]]:
    ranked: list[dict[str, Any]] = judge("rank", folder / "2019.judge", "--json").data["lists"]
    return ranked


def test_a_demo_has_earlier_awards_that_decide_its_enterprises(told: tuple[Path, Said]) -> None:
    checked = judge("check", told[0] / "2019.judge", "--json").data["nominations"]
    decided = [
        gate["outcome"]
        for one in checked
        if one["award"] in {"qc-enterprise", "team-enterprise"}
        for gate in one["gates"]
        if "years" in gate["gate"]
    ]
    assert decided
    assert set(decided) <= {"met", "not-met", "to-verify"}
    assert "met" in decided


def test_a_demo_says_what_there_is_and_what_to_type_next(told: tuple[Path, Said]) -> None:
    folder, said = told
    edition = folder / "2019.judge"
    assert "45 reviewers" in said.out
    assert " 0 faults" in said.out
    for line in (
        f"judge score {edition} --as R07",
        f"judge check {edition}",
        f"judge rank {edition} qc-group",
        f"judge audit {edition}",
    ):
        assert line in said.out
    assert judge("audit", edition).code == 0
    counted = sum(len(ranked["lines"]) for ranked in lists(folder) if ranked["list"] != "qc-presenting")
    assert f" {counted} nominations" in said.out


def test_the_same_seed_gives_the_same_lists_and_the_same_workbook(
    first: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    twin = tmp_path / "twin"
    # In another process, where sets and hashes have another order.
    monkeypatch.setenv("PYTHONHASHSEED", "42")
    assert start("demo", twin, "--scale", SCALE, "--seed", "2019").code == 0
    assert lists(twin) == lists(first)
    assert (twin / "award-book.xlsx").read_bytes() == (first / "award-book.xlsx").read_bytes()


def test_another_seed_gives_another_season(first: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    demo(other, 7)
    assert lists(other) != lists(first)
    assert (other / "award-book.xlsx").read_bytes() != (first / "award-book.xlsx").read_bytes()


def test_a_demo_can_be_imported_again_and_nothing_is_new(first: Path) -> None:
    edition = first / "2019.judge"
    before = edition.read_bytes()
    said = judge("import", edition, first / "papers", first / "scores", "--quiet")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Filed: nothing new.")
    assert edition.read_bytes() == before


def test_every_paper_of_a_demo_is_taken_and_nothing_is_to_be_said_of_it(first: Path, tmp_path: Path) -> None:
    edition = tmp_path / "again.judge"
    assert judge("new", edition, "--title", "again", "--year", "2019").code == 0
    said = judge("import", edition, first / "papers", "--dry-run", "--json")
    assert said.code == 0
    assert [paper["file"] for paper in said.data["files"] if paper["refused"] or paper["findings"]] == []
    assert any(".zip/" in paper["file"] for paper in said.data["files"])


def test_a_body_that_sends_everything_is_checked_by_everything(first: Path) -> None:
    checked = judge("check", first / "2019.judge", "--json").data
    body, *_others = checked["bodies"]
    assert {paper["form"] for paper in body["papers"] if paper["filed"]} == {
        "qc-statistics",
        "qc-summary",
        "team-statistics",
        "team-summary",
    }
    own = [one for one in checked["nominations"] if one["body"] == body["body"]]
    assert {one["award"] for one in own} == {
        "qc-group",
        "qc-enterprise",
        "qc-promoter",
        "trusted-team",
        "team-enterprise",
        "team-individual",
    }
    measured = [length for one in (*own, *body["papers"]) for length in _lengths(one)]
    assert measured
    assert not any(length["too_long"] or length["far"] for length in measured)
    teams = [one for one in own if one["award"] == "trusted-team"]
    states = {item["item"]: item["state"] for one in teams for item in one["checklist"]}
    assert (states["self-rating"], states["summary"]) == ("present", "present")


def _lengths(one: dict[str, Any]) -> list[dict[str, Any]]:
    """The lengths of a nomination's documents, or of a body's paper."""
    return one["lengths"] if "lengths" in one else [one["length"]] if one["length"] else []


def test_a_used_folder_is_refused_and_left_alone(first: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    for folder in (tmp_path, first):
        before = sorted(folder.rglob("*"))
        said = judge("demo", folder, "--scale", SCALE)
        assert said.code == 1
        assert said.err == f"{folder} holds files already; give the demo a folder of its own.\n"
        assert sorted(folder.rglob("*")) == before


def test_without_a_folder_the_demo_takes_a_free_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "judge-demo").mkdir()
    said = judge("demo", "--scale", "0.01")
    assert said.code == 0
    assert (tmp_path / "judge-demo-2" / "2019.judge").is_file()
    assert not list((tmp_path / "judge-demo").iterdir())


def test_the_workbook_says_exactly_what_the_lists_say(first: Path) -> None:
    assert_agrees(first / "award-book.xlsx", lists(first))


@pytest.mark.slow
def test_libreoffice_reads_the_same_from_it(first: Path, tmp_path: Path, soffice: Convert) -> None:
    soffice("xlsx", tmp_path, first / "award-book.xlsx")
    assert_agrees(tmp_path / "award-book.xlsx", lists(first))


def assert_agrees(book: Path, ranked_lists: list[dict[str, Any]]) -> None:
    """Each list's sheet holds the list's lines, every cell of them, in its order, and nothing else."""
    sheets = sheets_of(book)
    compared = 0
    for rows, ranked in zip(sheets[SHEETS_BEFORE_LISTS:-1], ranked_lists, strict=True):
        assert rows[0][0] == ranked["title"]["en"]
        heads, lines = below(rows, "Rank")
        assert (heads, lines) == listed(ranked)
        compared += len(lines)
    assert compared > 30
    assert_quotas(sheets[1], ranked_lists)
