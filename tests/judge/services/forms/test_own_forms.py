"""An organiser's own forms: taken by an act, read from then on, proved by the audit."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from judge.domain.refusal import FileFaults, Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, make_edition
from judge.services.forms.files import own_forms_for, read_own_forms
from judge.services.forms.held import held_forms, take_forms
from judge.services.forms.held_forms import HeldForms
from judge.services.forms.listing import form_source, list_forms
from judge.store.queries.known import held_nominations
from judge.store.tables import entry, form_definition
from rubrics.model import Programme
from tests.imports.forms import bodies_papers
from tests.imports.word.papers import bare, written
from tests.judge.services import small_papers as papers

BODY = "哈密地区工信局"
OWN_BODY = bodies_papers.qc_promoter(body=BODY).replace("工作单位", "所在企业").replace("推进者", "带头人")


@pytest.fixture
def quoted(edition: Edition, tmp_path: Path) -> Edition:
    papers.file(edition, papers.quotas(tmp_path))
    return edition


def own(folder: Path, *changes: tuple[str, str]) -> Path:
    """The built-in form of a promoter with another title and label."""
    source = form_source(HeldForms(), "qc-promoter")
    for old, new in (("推进者申报表", "带头人申报表"), ('"工作单位"', '"所在企业"'), *changes):
        assert old in source
        source = source.replace(old, new)
    path = folder / "promoter.toml"
    path.write_text(source, "utf-8")
    return path


def count(edition: Edition, table: object) -> int:
    with edition.store.read() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar() or 0  # type: ignore[arg-type]


def promoters(edition: Edition) -> list[str]:
    with edition.store.read() as connection:
        return [one.name for one in held_nominations(connection)]


def codes(edition: Edition, path: Path) -> list[str]:
    return [finding.code for finding in papers.read(edition, path).findings()]


def test_an_own_form_replaces_the_built_in_one_for_every_later_import(
    quoted: Edition, tmp_path: Path
) -> None:
    form = written(tmp_path, bare(OWN_BODY))
    assert codes(quoted, form) == ["word-not-a-form"]
    assert take_forms(quoted, read_own_forms([own(tmp_path)])) == ("qc-promoter",)
    papers.file(quoted, form)
    assert promoters(quoted) == [bodies_papers.QC_PROMOTER["name"]]
    old = written(tmp_path, bare(bodies_papers.qc_promoter(body=BODY)), "old.docx")
    assert len(papers.read(quoted, old).refused) == 1
    assert {form.key for form in list_forms(held_forms(quoted)) if form.own} == {"qc-promoter"}
    assert "所在企业" in form_source(held_forms(quoted), "qc-promoter")
    assert audit(quoted).faults == ()


def test_the_same_form_again_takes_nothing_and_a_changed_one_counts(quoted: Edition, tmp_path: Path) -> None:
    take_forms(quoted, read_own_forms([own(tmp_path)]))
    before = count(quoted, entry)
    assert take_forms(quoted, read_own_forms([own(tmp_path)])) == ()
    assert (count(quoted, entry), count(quoted, form_definition)) == (before, 1)
    changed = own(tmp_path, ('"姓名"', '"带头人姓名"'))
    assert take_forms(quoted, read_own_forms([changed]), dry_run=True) == ("qc-promoter",)
    assert count(quoted, form_definition) == 1
    take_forms(quoted, read_own_forms([changed]))
    assert count(quoted, form_definition) == 2
    assert "带头人姓名" in form_source(held_forms(quoted), "qc-promoter")
    assert audit(quoted).faults == ()


@pytest.mark.parametrize(
    ("change", "key", "code"),
    [
        (('key = "qc-promoter"', 'key = "nobody"'), "key", "form-of-no-award"),
        (("自治区质量管理小组活动带头人申报表", "自治区优秀质量管理小组申报表"), "titles[0]", "title-taken"),
        (
            ('type = "text"\nlabels = ["职务"', 'type = "count"\nquota = "none"\nlabels = ["职务"'),
            "fields[2].quota",
            "category-unknown",
        ),
    ],
)
def test_a_form_that_the_edition_could_not_use_is_refused(
    quoted: Edition, tmp_path: Path, change: tuple[str, str], key: str, code: str
) -> None:
    path = own(tmp_path, change)
    with pytest.raises(FileFaults) as refused:
        take_forms(quoted, read_own_forms([path]))
    assert (refused.value.faults[0].file, refused.value.faults[0].key) == (str(path), key)
    assert refused.value.faults[0].code == code
    assert count(quoted, form_definition) == 0


def test_a_folder_without_forms_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        read_own_forms([tmp_path])
    assert refused.value.code == "forms-missing"


@pytest.fixture
def made_with_forms(location: str, programme: Programme, tmp_path: Path) -> Iterator[Edition]:
    own(tmp_path)
    forms = own_forms_for(programme, tmp_path)
    edition = make_edition(location, title="2019", year=2019, programme=programme, forms=forms)
    yield edition
    edition.close()


def test_an_edition_may_be_made_with_forms_of_its_own(made_with_forms: Edition, tmp_path: Path) -> None:
    papers.file(made_with_forms, papers.quotas(tmp_path), written(tmp_path, bare(OWN_BODY)))
    assert len(promoters(made_with_forms)) == 1
    assert (count(made_with_forms, form_definition), audit(made_with_forms).faults) == (1, ())


def test_a_form_changed_behind_the_ledgers_back_is_found(programme: Programme, tmp_path: Path) -> None:
    own(tmp_path)
    forms = own_forms_for(programme, tmp_path)
    edition = make_edition(
        str(tmp_path / "2019.judge"), title="2019", year=2019, programme=programme, forms=forms
    )
    with edition.store.engine.begin() as connection:
        triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars()
        for name in [name for name in triggers if "form_definition" in name]:
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("UPDATE form_definition SET source = x'00'"))
    assert [fault.code for fault in audit(edition).faults] == ["file-differs"]
    with pytest.raises(Refusal) as refused:
        papers.read(edition, tmp_path / "promoter.toml")
    assert refused.value.code == "form-damaged"
    edition.close()
