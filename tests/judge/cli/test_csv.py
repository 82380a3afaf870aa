"""A list as CSV: one table, read back as it was, and nothing in it that a spreadsheet would run."""

import csv
import io
from pathlib import Path

from exports.tables import unguarded
from tests.judge.cli.shell import judge, start
from tests.judge.services import small_papers as papers

NAMES = [
    "=1+1",
    "+86",
    "-组",
    "@cmd",
    "'QC'",
    '"甲",乙',
    "＝SUM(A1)",
    "\t空",
    "普通QC小组",
    "\U00020bb7野·组",
]
DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")


def test_csv_says_what_json_says(edition: Path, tmp_path: Path, desk: Path) -> None:
    judge("import", edition, papers.nominations(tmp_path, NAMES, "odd.csv"))
    judge("import", edition, desk / "scores")
    said = start("rank", edition, "qc-group", "--csv")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("\ufeff")
    assert said.out.count("\ufeff") == 1
    assert said.out.count("\r\n") == said.out.count("\n") == 1 + 4 + len(NAMES)

    head, *rows = csv.reader(io.StringIO(said.out.removeprefix("\ufeff"), newline=""))
    assert not [field for row in [head, *rows] for field in row if field.startswith(DANGEROUS)]
    (ranked,) = judge("rank", edition, "qc-group", "--json").data["lists"]
    assert len(rows) == len(ranked["lines"]) == 4 + len(NAMES)
    for row, line in zip(rows, ranked["lines"], strict=True):
        found = dict(zip(head, map(unguarded, row), strict=True))
        assert found["Rank"] == shown(line["rank"])
        assert found["Rank in body"] == shown(line["rank_in_body"])
        assert found["Score"] == shown(line["score"])
        assert found["Name"] == line["name"]
        assert found["Organisation"] == line["organisation"]
        assert found["Recommending body"] == line["body"]
        assert found["Nomination"] == line["nomination"]
        assert found["Sheets counted"] == str(line["sheets"]["counted"])
    assert {name.strip() for name in NAMES} <= {line["name"].strip() for line in ranked["lines"]}


def shown(value: object) -> str:
    return "" if value is None else str(value)


def test_csv_holds_one_list_and_asks_which(edition: Path) -> None:
    for lists in ([], ["qc-group", "trusted-team"]):
        said = judge("rank", edition, *lists, "--csv")
        assert (said.code, said.out) == (2, "")
        assert "CSV holds one list; say which of qc-group, qc-presenting, trusted-team" in said.err


def test_csv_heads_speak_the_language_asked_for(edition: Path) -> None:
    assert judge("--lang", "en", "rank", edition, "qc-group", "--csv").out.startswith("\ufeffRank,")
    assert judge("--lang", "zh", "rank", edition, "qc-group", "--csv").code == 0
