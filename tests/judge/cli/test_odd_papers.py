"""What papers say is shown as it is, and never runs, steers or floods anything."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.judge.cli.shell import judge
from tests.judge.cli.test_bad_papers import FIRST, GROUP, SCORE_HEAD, letter, nominations
from tests.judge.services import small_papers as papers


@pytest.mark.parametrize(
    "spell", [lambda name: "=HYPERLINK(" + name, lambda name: f"[/{name}][red]", lambda name: "{0}" + name]
)
def test_names_are_shown_as_they_are(spell: Callable[[str], str], edition: Path, tmp_path: Path) -> None:
    name = spell("QC小组")
    paper = nominations("n.csv", (GROUP, "哈密地区工信局", name, "甲厂", "是"))(tmp_path)
    assert judge("import", edition, paper).out == "Filed: 1 nominations.\n"
    assert name in judge("rank", edition, "qc-group").out
    refused = nominations("m.csv", *[(GROUP, "哈密地区工信局", name + "二", "甲厂", "是")] * 2)(tmp_path)
    assert f"{name}二 stands here and in table m, row 2" in judge("import", edition, refused).out


def test_a_hostile_cell_cannot_flood_or_steer_the_terminal(edition: Path, tmp_path: Path) -> None:
    name = "\x1b[2J" + "长" * 5000
    said = judge("import", edition, nominations("n.csv", (GROUP, name, "甲QC小组", "甲厂", "是"))(tmp_path))
    assert said.code == 1
    assert "\x1b" not in said.out
    assert len(said.out) < 1000


def test_a_kind_is_said_in_the_word_that_the_sentences_use(edition: Path, tmp_path: Path) -> None:
    paper = letter("成果.docx")(tmp_path)
    assert "--kind report" in judge("import", edition, letter("信.docx")(tmp_path)).out
    said = judge("import", edition, paper, "--kind", "report", "--nomination", FIRST)
    assert (said.code, said.out) == (0, "Filed: 1 documents.\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_of_any_bytes_is_a_file_name(edition: Path, tmp_path: Path) -> None:
    paper = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.csv"))
    papers.table(paper, SCORE_HEAD, (FIRST, "R77", "alignment", 3))
    said = judge("import", edition, paper)
    assert said.code == 1
    assert "“R77” is no reviewer" in said.out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", [b"\xff\xfe.csv", b"\x1b[2J\n.csv"])
def test_a_file_name_that_cannot_be_kept_or_shown(name: bytes, edition: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    paper = folder / os.fsdecode(name)
    papers.table(paper, SCORE_HEAD, (FIRST, "R01", "alignment", 3))
    said = judge("import", edition, folder)
    if name.isascii():
        assert (said.code, said.out) == (0, "Filed: 1 marks.\n")
        assert judge("import", edition, folder).out.startswith(
            f"note: {folder}/�[2J .csv: This file has been"
        )
    else:
        refusal = "The file's name is not in readable characters; rename the file and import it again."
        assert said.code == 1
        assert f"fault: {folder}/��.csv: {refusal}\nRefused: {folder}/��.csv\n" in said.out
