"""`judge forms` as an organiser types it."""

from pathlib import Path

import docx
import pytest

from imports.forms.library import builtin_forms, parse
from tests.imports.forms import bodies_papers
from tests.imports.word.papers import bare, written
from tests.judge.cli.shell import judge


def shown(folder: Path, key: str = "qc-promoter", **changes: str) -> Path:
    source = judge("forms", "show", key).out
    for old, new in changes.items():
        assert old in source
        source = source.replace(old, new)
    path = folder / f"{key}.toml"
    path.write_text(source, "utf-8")
    return path


def test_the_forms_of_judge_are_listed() -> None:
    listed = judge("forms", "list", "--json").data["forms"]
    assert len(listed) == 10
    assert listed[3] == {
        "key": "qc-statistics",
        "paper": "附件7",
        "title": "质量管理小组活动统计表",
        "sort": "statistics",
        "fields": 22,
        "own": False,
    }
    table = judge("forms", "list").out
    for form in builtin_forms().definitions:
        assert form.titles[0] in table


def test_what_is_shown_can_be_read_again(tmp_path: Path) -> None:
    for form in builtin_forms().definitions:
        again = parse(shown(tmp_path, form.key).read_bytes(), "again.toml")
        assert (again.fields, again.layout, again.seals) == (form.fields, form.layout, form.seals)


def test_every_problem_is_said_by_file_and_key(tmp_path: Path) -> None:
    good, bad = shown(tmp_path), shown(tmp_path, "team-individual", 岗位="职务", paper="papier")
    said = judge("forms", "check", good, bad)
    assert said.code == 1
    assert said.err.splitlines() == [
        f"{bad}, “fields[4].labels[0]”: It repeats “职务” of fields[3].labels[0]; give each its own.",
        f"{bad}, “paper”: It is missing; add it.",
        f"{bad}, “papier”: {said.err.splitlines()[2].partition(': ')[2]}",
    ]
    assert "It is not known; use one of" in said.err
    assert (
        judge("forms", "check", good).out
        == f"{good}: form qc-promoter, 9 fields; nothing is wrong with it.\n"
    )
    assert judge("forms", "check", good).code == 0


def test_files_that_are_not_there_or_no_toml_are_said(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("key = ", "utf-8")
    said = judge("forms", "check", tmp_path / "none.toml", tmp_path / "broken.toml")
    assert said.code == 1
    assert said.err.splitlines() == [
        f"{tmp_path / 'none.toml'}: There is no such file; check the path.",
        f"{tmp_path / 'broken.toml'}: Line 1 is not valid TOML; correct it.",
    ]


def test_a_blank_form_has_the_editions_year(edition: Path, tmp_path: Path) -> None:
    out = tmp_path / "blank.docx"
    assert judge("forms", "blank", "trusted-team", out, "--edition", edition).out == f"Wrote {out}.\n"
    assert docx.Document(str(out)).paragraphs[1].text == "2019年自治区质量信得过班组申报表"


@pytest.mark.parametrize("command", [("blank", "qc-grup", "x.docx"), ("show", "qc-grup")])
def test_a_form_that_is_not_there(command: tuple[str, ...]) -> None:
    said = judge("forms", *command)
    assert said.code == 1
    assert said.err.startswith("There is no form “qc-grup”; the forms are qc-enterprise, qc-group")


def test_a_form_that_someone_filled_in_is_not_replaced_by_a_blank(tmp_path: Path) -> None:
    out = tmp_path / "filled.docx"
    out.write_bytes(b"filled")
    said = judge("forms", "blank", "qc-group", out)
    assert (said.code, out.read_bytes()) == (1, b"filled")
    assert "--force" in said.err
    assert judge("forms", "blank", "qc-group", out, "--force").code == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_blank_is_not_written_where_nothing_can_be(tmp_path: Path) -> None:
    said = judge("forms", "blank", "qc-group", tmp_path / "nowhere" / "blank.docx")
    assert said.code == 1
    assert "The folder for" in said.err


def test_own_forms_are_taken_and_read(edition: Path, tmp_path: Path) -> None:
    own = shown(tmp_path, 推进者申报表="带头人申报表")
    assert judge("forms", "take", edition, own, "--dry-run").out == "Would take: qc-promoter.\n"
    assert judge("forms", "take", edition, own).out == "Taken: qc-promoter.\n"
    assert judge("forms", "take", edition, own).out == "Taken: nothing new.\n"
    owned = [form["key"] for form in judge("forms", "list", edition, "--json").data["forms"] if form["own"]]
    assert owned == ["qc-promoter"]
    assert "带头人申报表" in judge("forms", "show", "qc-promoter", "--edition", edition).out
    body = bodies_papers.qc_promoter(body="哈密地区工信局").replace("推进者", "带头人")
    said = judge("import", edition, written(tmp_path, bare(body)), "--json")
    assert (said.code, said.data["counts"]["nominations"]) == (0, 1)
    assert judge("audit", edition, "--json").data["holds"] is True


def test_an_edition_is_made_with_forms(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    shown(own, 推进者申报表="带头人申报表")
    new = ("new", tmp_path / "2020.judge", "--title", "2020", "--forms", own)
    assert judge(*new).code == 0
    assert '"own": true' in judge("forms", "list", tmp_path / "2020.judge", "--json").out
    (own / "bad.toml").write_text("key = 1", "utf-8")
    said = judge("new", tmp_path / "2021.judge", "--title", "2021", "--forms", own)
    assert said.code == 1
    assert not (tmp_path / "2021.judge").exists()


def test_bodies_papers_are_counted_and_what_they_replace_is_said(edition: Path, tmp_path: Path) -> None:
    first = written(tmp_path, bare(bodies_papers.qc_statistics()), "first.docx")
    said = judge("import", edition, first)
    assert said.out == "Filed: 1 papers of recommending bodies.\n"
    second = written(tmp_path, bare(bodies_papers.qc_statistics(presenters="25")), "second.docx")
    said = judge("import", edition, second)
    assert "This replaces what 中国石油新疆油田分公司 filed before (number 1, in first.docx)" in said.out
    assert judge("audit", edition, "--json").data["holds"] is True


def test_the_groups_help_speaks_chinese() -> None:
    said = judge("--lang", "zh", "forms", "--help").out
    assert "列出某一届所读取的表格" in said
    assert "命令" in said
    assert "写出一份空白" in judge("--lang", "zh", "forms", "blank", "--help").out
