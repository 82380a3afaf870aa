"""judge sheets, and judge import of what comes back."""

from pathlib import Path

import openpyxl

from tests.judge.cli.shell import judge
from tests.judge.services.papers.filled_workbooks import filled, whole_row


def test_sheets_go_out_and_come_back(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = judge("sheets", edition, "--reviewer", "R01", "--reviewer", "R03", "--out", out, "--json")
    assert said.code == 0
    assert [(one["reviewer"], one["sheets"], one["open"]) for one in said.data["workbooks"]] == [
        ("R01", 4, 4),
        ("R03", 4, 4),
    ]
    back = filled(Path(said.data["workbooks"][0]["file"]), whole_row(7.5))
    dry = judge("import", edition, back, "--dry-run", "--json")
    assert dry.data["files"][0]["kind"] == "score-sheets"
    assert dry.data["counts"]["score sheets"] == 1
    filed = judge("import", edition, back, "--kind", "score-sheets")
    assert (filed.code, filed.out) == (0, "Filed: 1 score sheets.\n")
    assert judge("audit", edition).code == 0
    assert (
        judge("sheets", edition, "--reviewer", "R01", "--out", out, "--json", "--force").data["workbooks"][0][
            "open"
        ]
        == 3
    )


def test_the_workbooks_language_is_the_commands_or_its_own(edition: Path, tmp_path: Path) -> None:
    said = judge("sheets", edition, "--all", "--out", tmp_path / "zh", "--lang", "zh")
    assert said.code == 0
    assert said.out.endswith("Wrote 3 workbooks.\n")
    assert openpyxl.load_workbook(tmp_path / "zh" / "R01 评委1.xlsx").sheetnames[0] == "封面"
    assert judge("sheets", edition, "--all", "--out", tmp_path / "en").code == 0
    assert openpyxl.load_workbook(tmp_path / "en" / "R01 评委1.xlsx").sheetnames[0] == "Cover"


def test_a_dry_run_says_what_would_be_written(edition: Path, tmp_path: Path) -> None:
    said = judge("sheets", edition, "--all", "--out", tmp_path / "out", "--dry-run")
    assert (said.code, said.out.splitlines()[-1]) == (0, "Would write 3 workbooks.")
    assert not (tmp_path / "out").exists()


def test_what_cannot_be_written_is_one_sentence(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for words in ((), ("--all", "--reviewer", "R01")):
        said = judge("sheets", edition, *words, "--out", out)
        assert (said.code, "Say whose sheets: --all, or --reviewer with a key." in said.err) == (2, True)
    assert judge("sheets", edition, "--all").code == 2
    unknown = judge("sheets", edition, "--reviewer", "R0", "--out", out)
    assert unknown.code == 1
    assert len(unknown.err.splitlines()) == 1
    judge("sheets", edition, "--reviewer", "R01", "--out", out)
    again = judge("sheets", edition, "--all", "--out", out)
    assert (again.code, "replace it with --force" in again.err) == (1, True)
    (tmp_path / "file").touch()
    assert judge("sheets", edition, "--all", "--out", tmp_path / "file").code == 1


def test_a_spoilt_workbook_is_refused_with_every_place(edition: Path, tmp_path: Path) -> None:
    said = judge("sheets", edition, "--reviewer", "R01", "--out", tmp_path, "--json")
    back = filled(Path(said.data["workbooks"][0]["file"]), {"B6": "x", "E5": "=1+1", "F5": 99})
    refused = judge("--lang", "zh", "import", edition, back)
    assert refused.code == 1
    assert "此处是公式；请改为直接填写结果。" in refused.out
    assert "此处原为编号 qc-group-0002，现为“x”" in refused.out
