"""From an empty folder to the audited award book, by nothing but commands."""

from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook

from tests.judge.cli.conftest import AUDITED, QUOTAS
from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers


def test_a_season_by_commands(desk: Path, tmp_path: Path) -> None:
    edition, book = tmp_path / "2019.judge", tmp_path / "book.xlsx"
    made = judge("new", edition, "--title", "2019 awards", "--year", "2019")
    assert (made.code, made.err) == (0, "")
    assert f"judge import {edition}" in made.out

    quotas = judge("import", edition, desk / QUOTAS.name)
    assert (quotas.code, quotas.out) == (0, "Filed: 41 recommending bodies.\n")
    table = judge("import", edition, desk / "nominations.csv")
    assert (table.code, table.out) == (0, "Filed: 4 nominations.\n")
    forms = judge("import", edition, desk / "forms")
    assert (forms.code, forms.out) == (0, "Filed: 2 nominations.\n")
    reviewers = judge("import", edition, desk / "reviewers.csv")
    assert (reviewers.code, reviewers.out) == (0, "Filed: 3 reviewers.\n")

    assigned = judge("assign", edition, "--per-nomination", "3")
    # Nobody judges teams: said, and the groups are assigned all the same.
    assert assigned.code == 1
    assert "trusted-team-0001 has 0 of 3 reviewers" in assigned.out
    assert "Opened 15 sheets." in assigned.out

    scores = judge("import", edition, desk / "scores")
    assert (scores.code, scores.out) == (0, "Filed: 72 marks.\n")

    ranked = judge("rank", edition, "qc-group")
    assert ranked.code == 0
    shown = [line.split()[0:3] for line in ranked.out.splitlines() if "QC小组" in line]
    assert shown[:4] == [["1", "1", "51.00"], ["2", "2", "42.00"], ["3", "3", "39.00"], ["4", "1", "36.00"]]
    assert "undecided" in next(line for line in ranked.out.splitlines() if "qc-group-0005" in line)

    exported = judge("export", edition, book)
    assert (exported.code, exported.out) == (0, f"Wrote {book} (draft): 7 lists, 11 lines.\n")
    assert "QC groups" in CalamineWorkbook.from_path(book).sheet_names

    audited = judge("audit", edition)
    assert audited.code == 0
    assert "Every chain holds" in audited.out


def test_everything_speaks_chinese_when_asked(edition: Path, desk: Path, tmp_path: Path) -> None:
    assert judge("--lang", "zh", "import", edition, desk / "scores").code == 0
    ranked = judge("--lang", "zh", "rank", edition, "qc-group")
    assert ranked.code == 0
    assert "质量管理小组" in ranked.out.splitlines()[0]
    book = tmp_path / "获奖名单.xlsx"
    assert judge("--lang", "zh", "export", edition, book).code == 0
    assert "QC groups" not in CalamineWorkbook.from_path(book).sheet_names
    refused = judge("--lang", "zh", "rank", edition, "没有这个名单")
    assert refused.code == 1
    assert "没有这个名单" in refused.err


def test_a_dry_run_says_it_all_and_writes_nothing(edition: Path, desk: Path) -> None:
    before = edition.read_bytes()
    imported = judge("import", edition, desk / "scores", desk / "forms", "--dry-run")
    assert (imported.code, imported.out) == (0, "Would file: 2 nominations, 72 marks.\n")
    assert judge("import", edition, desk / "scores", "--dry-run", "--json").data["counts"]["marks"] == 72
    assigned = judge("assign", edition, "--per-nomination", "4", "--dry-run")
    assert assigned.code == 1
    assert "Would open 0 sheets." in assigned.out
    assert edition.read_bytes() == before


def test_importing_again_changes_nothing(edition: Path, desk: Path, tmp_path: Path) -> None:
    everything = (desk / QUOTAS.name, desk / "nominations.csv", desk / "reviewers.csv", desk / "scores")
    assert judge("import", edition, *everything).code == 0
    before = edition.read_bytes()
    again = judge("import", edition, *everything)
    assert again.code == 0
    assert again.out.endswith("Filed: nothing new.\n")
    assert edition.read_bytes() == before
    # The same rows in a file of other bytes are as well known.
    copied = papers.nominations(tmp_path, name="copied.csv")
    copied.write_bytes(b"\xef\xbb\xbf" + copied.read_bytes())
    again = judge("import", edition, copied)
    assert again.out.count("filed before, in the same words") == 4
    assert edition.read_bytes() == before
    assert judge("import", edition, copied, "--quiet").out == "Filed: nothing new.\n"


def test_an_import_as_json_holds_files_findings_and_counts(edition: Path, desk: Path, tmp_path: Path) -> None:
    bad = papers.scores(tmp_path, [("qc-group-0001", "R01", "alignment", 99)], "bad.csv")
    good = desk / "scores" / "R02.csv"
    said = judge("import", edition, bad, good, "--json")
    assert said.code == 1
    assert said.data["filed"] is False
    assert said.data["counts"]["marks"] == 24
    refused, accepted = said.data["files"]
    assert (refused["file"], refused["kind"], refused["refused"]) == (str(bad), "scores", True)
    assert refused["new"] == {}
    assert (accepted["file"], accepted["refused"]) == (str(good), False)
    assert accepted["new"] == {"marks": 24}
    assert len(accepted["sha256"]) == 64
    (finding,) = refused["findings"]
    sentence = finding.pop("sentence")
    assert sentence.startswith(f"{bad}, table bad, row 2, “分值”: 99 is out of range")
    assert finding.pop("params") == {"points": "99", "full": "15", "criterion": "alignment"}
    assert finding == {
        "severity": "blocking",
        "code": "mark-out-of-range",
        "file": str(bad),
        "table": "bad",
        "row": 2,
        "label": "分值",
    }


def test_accept_good_files_the_others_whole_and_still_fails(
    edition: Path, desk: Path, tmp_path: Path
) -> None:
    rows = [*papers.sheet_rows("qc-group-0001", "R01", 8), ("qc-group-0002", "R01", "alignment", 99)]
    bad = papers.scores(tmp_path, rows, "bad.csv")
    said = judge("import", edition, bad, desk / "scores" / "R02.csv", "--accept-good")
    assert said.code == 1
    assert f"Refused: {bad}" in said.out
    assert said.out.endswith("Filed: 24 marks.\n")
    counted = [line["sheets"]["counted"] for line in lines(edition, "qc-group")]
    assert counted == [1, 1, 1, 1]


def test_an_audit_as_json_counts_what_it_proved(edition: Path) -> None:
    audited = judge("audit", edition, "--json").data
    assert len(audited.pop("fingerprint")) == 64
    assert audited == AUDITED


def test_the_fingerprint_changes_with_every_entry_and_with_nothing_else(edition: Path, desk: Path) -> None:
    def fingerprint() -> str:
        return str(judge("audit", edition, "--json").data["fingerprint"])

    before = fingerprint()
    judge("rank", edition)
    judge("import", edition, desk / "nominations.csv")
    assert fingerprint() == before
    judge("import", edition, desk / "scores" / "R01.csv")
    assert fingerprint() != before


def test_an_assignment_as_json_names_pairs_load_and_shortfalls(edition: Path) -> None:
    said = judge("assign", edition, "--per-nomination", "4", "--json")
    assert said.code == 1
    assert said.data["assigned"] == []
    assert said.data["load"] == {"R01": 4, "R02": 4, "R03": 4}
    lacks = {"found": 3, "wanted": 4, "too_few": 1, "limited": 0}
    assert said.data["shortfalls"][0] == {"nomination": "qc-group-0001", **lacks}


def test_a_list_as_json_holds_exact_figures_and_what_is_missing(edition: Path, desk: Path) -> None:
    judge("import", edition, desk / "scores" / "R01.csv")
    line = lines(edition, "qc-group")[0]
    assert (line["rank"], line["score"], line["exact"], line["standing"]) == (None, None, None, "undecided")
    assert line["sheets"] == {"counted": 1, "expected": 3, "absent": 0}
    judge("import", edition, desk / "scores")
    line = lines(edition, "qc-group")[0]
    assert (line["rank"], line["score"], line["exact"], line["standing"]) == (1, "51.00", "51", "awarded")
    assert line["criteria"] == dict.fromkeys(papers.CRITERIA, "17/2")


def lines(edition: Path, key: str) -> list[dict[str, Any]]:
    """The list's lines as JSON has them, in the order of their keys."""
    (ranked,) = judge("rank", edition, key, "--json").data["lists"]
    return sorted(ranked["lines"], key=lambda line: str(line["nomination"]))
