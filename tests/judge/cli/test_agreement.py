"""judge agreement: figures with what they mean, and null where there is none."""

from pathlib import Path

from tests.judge.cli.shell import judge
from tests.judge.services import small_papers as papers


def test_agreement_from_the_shell(tmp_path: Path) -> None:
    edition = tmp_path / "season.judge"
    assert judge("new", edition, "--title", "2019 awards", "--year", "2019").code == 0
    sent = (papers.quotas(tmp_path), papers.nominations(tmp_path), papers.reviewers(tmp_path))
    assert judge("import", edition, *sent).code == 0
    rows = [
        row
        for n in range(1, 5)
        for reviewer, points in (("R01", n + 4), ("R02", n + 5))
        for row in papers.sheet_rows(f"qc-group-000{n}", reviewer, points)
    ]
    assert judge("import", edition, papers.scores(tmp_path, rows)).code == 0

    said = judge("agreement", edition, "qc-group")
    assert "0.77" in said.out  # 10/3 of 10/3 + 1, by hand
    assert "ICC and W are of the 4 nominations that the same 2 reviewers scored" in said.out
    (data,) = judge("agreement", edition, "qc-group", "--json").data["awards"]
    assert data["total"]["blocks"][0]["kendall"]["w"] == 1
    (nothing,) = judge("agreement", edition, "trusted-team", "--json").data["awards"]
    assert nothing["total"]["alpha"] == {"interval": None, "ordinal": None}
    assert "No figure" in judge("agreement", edition, "trusted-team").out
    assert judge("agreement", edition, "nobel").code == 1
