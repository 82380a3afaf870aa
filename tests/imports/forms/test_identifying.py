"""What the forms say of whom their fields give away."""

import pytest

from imports.forms.definition import FormDefinition, Identifies
from imports.forms.identifying import identifying_fields
from imports.forms.library import FormsRefused, builtin_forms, parse
from tests.imports.forms.test_library import SMALL

NEVER_MASKED = {"narrative", "notes", "subject", "headcount", "post"}


@pytest.mark.parametrize("form", builtin_forms().definitions, ids=lambda form: form.key)
def test_every_form_says_itself_what_its_contact_and_name_fields_give_away(form: FormDefinition) -> None:
    named = {field.key for field in form.fields if field.identifies}
    assert named >= {form.record[c] for c in ("body", "name", "organisation", "members") if c in form.record}
    assert named >= {field.key for field in form.fields if "O" in field.use}
    assert named >= {field.key for field in form.fields if "C" in field.use}
    assert not named & NEVER_MASKED


def test_the_name_is_a_groups_an_enterprises_or_a_persons() -> None:
    kinds = {form.key: identifying_fields(form).get(form.record.get("name", "")) for form in _nominations()}
    assert kinds == {
        "qc-group": Identifies.GROUP,
        "trusted-team": Identifies.GROUP,
        "qc-enterprise": Identifies.ORGANISATION,
        "team-enterprise": Identifies.ORGANISATION,
        "qc-promoter": Identifies.PERSON,
        "team-individual": Identifies.PERSON,
    }


def _nominations() -> list[FormDefinition]:
    return [form for form in builtin_forms().definitions if "name" in form.record]


def test_a_form_that_says_nothing_is_masked_by_its_columns_and_uses() -> None:
    silent = SMALL + '[[fields]]\nkey = "tel"\ntype = "text"\nlabels = ["手机"]\nuse = "O"\n'
    assert identifying_fields(parse(silent, "small.toml")) == {
        "body": Identifies.BODY,
        "name": Identifies.GROUP,
        "organisation": Identifies.ORGANISATION,
        "tel": Identifies.CONTACT,
    }


@pytest.mark.parametrize(
    ("kind", "given", "code"),
    [("text", "unit", "choice-unknown"), ("count", "person", "key-unknown")],
)
def test_what_a_field_cannot_give_away_is_refused(kind: str, given: str, code: str) -> None:
    field = f'[[fields]]\nkey = "x"\ntype = "{kind}"\nlabels = ["某"]\nidentifies = "{given}"\n'
    with pytest.raises(FormsRefused) as refused:
        parse(SMALL + field, "small.toml")
    assert [(p.key, p.code) for p in refused.value.problems] == [("fields[3].identifies", code)]
