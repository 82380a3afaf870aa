"""judge export: what it says, what it keeps, and a book that says what the other commands say."""

import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.judge.cli.book_reading import assert_quotas, below, listed, sheets_of, standings
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers

HOSTILE = [
    "=1+1",
    "[/x]",
    "<r>",
    "<r><t>x</t></r>",
    "+86",
    "-1",
    "@SUM(A1)",
    "http://example.invalid/",
    "1e5",
    "长" * 300,
    "A very long name of a group that nobody will ever want to read to its very end " * 5 + "end",
]
OVERVIEW, QUOTAS, FIRST_LIST, FACTS = 0, 1, 2, -1


@pytest.fixture
def judged(edition: Path, desk: Path) -> Path:
    judge("import", edition, desk / "scores")
    return edition


def lists(edition: Path) -> list[dict[str, Any]]:
    ranked: list[dict[str, Any]] = judge("rank", edition, "--json").data["lists"]
    return ranked


def test_an_earlier_book_is_kept_and_the_way_out_is_named(edition: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    book.write_text("annotated by hand")
    said = judge("export", edition, book)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"There is a file at {book} already; give another name, or replace it with --force.\n"
    assert book.read_text() == "annotated by hand"


def test_force_replaces_it_and_can_be_repeated_to_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    written = []
    for _ in range(2):
        said = judge("export", edition, book, "--force")
        assert (said.code, said.err) == (0, "")
        written.append(book.read_bytes())
    assert written[0] == written[1]
    assert judge("export", "--force", edition, tmp_path / "new.xlsx").code == 0


def test_it_says_how_much_was_written(judged: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    lines = sum(len(ranked["lines"]) for ranked in lists(judged))
    assert judge("export", judged, book).out == f"Wrote {book} (draft): 7 lists, {lines} lines.\n"
    said = judge("--lang", "zh", "export", judged, book, "--force")
    assert said.out == f"已导出 {book}（草稿）：名单 7 份，共 {lines} 行。\n"


def test_names_that_are_no_names_stand_as_they_are(judged: Path, tmp_path: Path) -> None:
    judge("import", judged, papers.nominations(tmp_path, HOSTILE, "odd.csv"))
    book = tmp_path / "book.xlsx"
    said = judge("export", judged, book)
    assert (said.code, said.err) == (0, "")
    _, rows = below(sheets_of(book)[FIRST_LIST], "Rank")
    names = [row[4] for row in rows]
    assert names == [line["name"] for line in lists(judged)[0]["lines"]]
    assert {name.strip() for name in HOSTILE} <= set(names)
    for sheet in openpyxl.load_workbook(book):
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f" or c.hyperlink]


def test_quotas_and_overview_count_what_the_lists_say(judged: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    judge("export", judged, book)
    sheets = sheets_of(book)
    heads, rows = below(sheets[OVERVIEW], "List")
    assert heads[2:] == ["awarded", "reserve", "not awarded", "undecided", "ineligible"]
    words = [str(head).replace(" ", "-") for head in heads[2:]]
    assert rows == [
        [ranked["title"]["en"], float(len(ranked["lines"])), *(float(standings(ranked)[w]) for w in words)]
        for ranked in lists(judged)
    ]
    assert_quotas(sheets[QUOTAS], lists(judged))


def test_every_cell_of_every_list_is_what_rank_says(judged: Path, tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    judge("export", judged, book)
    for rows, ranked in zip(sheets_of(book)[FIRST_LIST:FACTS], lists(judged), strict=True):
        assert below(rows, "Rank") == listed(ranked)


def test_the_method_stands_in_words_and_as_json_says_it_with_all_digests(
    judged: Path, tmp_path: Path
) -> None:
    book = tmp_path / "book.xlsx"
    judge("export", judged, book)
    _, rows = below(sheets_of(book)[FACTS], "What")
    ranked = lists(judged)
    lines = [str(row[2]) for row in rows if " = " in str(row[2])]
    settings = {name: value for name, value in ranked[0]["method"].items() if value is not None}
    assert tomllib.loads("\n".join(lines)) == settings
    words = {str(row[1]) for row in rows}
    assert not words & {"trimmed-mean", "half-up", "total", "exact"}
    assert {each["rubric"] for each in ranked} <= words
    assert {(row[2], row[1]) for row in rows} >= {(each["award"], each["rubric"]) for each in ranked}
    assert judge("audit", judged, "--json").data["fingerprint"] in words
