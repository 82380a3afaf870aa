"""Which edition, which list: by name, or from JUDGE_EDITION."""

from pathlib import Path

import pytest

from tests.judge.cli.shell import judge


@pytest.fixture
def known(edition: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The edition, named by JUDGE_EDITION."""
    monkeypatch.setenv("JUDGE_EDITION", str(edition))
    return edition


def test_judge_edition_stands_for_the_edition(known: Path, desk: Path, tmp_path: Path) -> None:
    assert judge("import", desk / "scores").out == "Filed: 72 marks.\n"
    assert judge("assign", "--per-nomination", "3").code == 0
    assert "晨光QC小组" in judge("rank", "qc-group").out
    assert len(judge("rank", "--json").data["lists"]) == 7
    assert judge("export", tmp_path / "book.xlsx").code == 0
    assert judge("audit").code == 0
    assert judge("rank", known, "qc-group", "--json").data == judge("rank", "qc-group", "--json").data


def test_an_edition_that_is_named_goes_before_the_known_one(
    known: Path, desk: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = known.read_bytes()
    monkeypatch.chdir(tmp_path)
    assert judge("new", "2020.judge", "--title", "2020 awards").code == 0
    assert judge("import", "2020.judge", desk / "quotas-2019.docx").code == 0
    assert judge("audit", "2020.judge", "--json").data["batches"] == 1
    assert known.read_bytes() == before


def test_an_empty_variable_names_no_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUDGE_EDITION", "")
    said = judge("audit")
    assert (said.code, said.err) == (1, "Say which edition: give its path, or set JUDGE_EDITION.\n")


def test_a_list_is_shown_alone_or_with_those_named(edition: Path) -> None:
    said = judge("rank", edition, "trusted-team", "qc-group", "--json")
    assert [ranked["list"] for ranked in said.data["lists"]] == ["trusted-team", "qc-group"]
    alone = judge("rank", edition, "qc-group").out
    assert "QC groups" in alone
    assert "Quality-trusted teams" not in alone


def test_an_unknown_list_is_refused_with_those_there_are(edition: Path) -> None:
    for words in (["qc-groups"], ["qc-group", "qc-groups"]):
        said = judge("rank", edition, *words)
        assert (said.code, said.out) == (1, "")
        assert "There is no list “qc-groups”" in said.err
        assert "qc-presenting" in said.err
