"""Settings: what they are, changed by an entry with its reason, and proved by the audit."""

import pytest
from sqlalchemy import delete, func, insert, select, update

from judge.domain.refusal import Refusal
from judge.services.auditing import audit
from judge.services.editions import Edition, open_edition
from judge.services.settings import FILING_DEADLINE, change_setting, setting, settings
from judge.store.tables import entry
from judge.store.tables import setting as setting_table


def entries(edition: Edition) -> int:
    with edition.store.read() as connection:
        return connection.execute(select(func.count()).select_from(entry)).scalar_one()


def test_a_new_edition_has_no_deadline(edition: Edition) -> None:
    (now,) = settings(edition)
    assert (now.definition.key, now.value, now.definition.default) == (FILING_DEADLINE, "none", "none")


def test_a_changed_setting_is_there_after_reopening_with_its_reason(edition: Edition, location: str) -> None:
    assert change_setting(edition, FILING_DEADLINE, "2019-07-20", " 通知 ") == ("none", "2019-07-20")
    reopened = open_edition(location)
    now = setting(reopened, FILING_DEADLINE)
    assert (now.value, now.reason) == ("2019-07-20", "通知")
    assert audit(reopened).faults == ()
    reopened.close()


def test_the_same_value_again_changes_nothing(edition: Edition) -> None:
    change_setting(edition, FILING_DEADLINE, "2019-07-20")
    before = entries(edition)
    assert change_setting(edition, FILING_DEADLINE, "2019-07-20 ") == ("2019-07-20", "2019-07-20")
    assert entries(edition) == before


def test_the_default_given_back_leaves_no_row_and_two_entries(edition: Edition) -> None:
    before = entries(edition)
    change_setting(edition, FILING_DEADLINE, "2019-07-20")
    change_setting(edition, FILING_DEADLINE, "none", "延期")
    assert setting(edition, FILING_DEADLINE).value == "none"
    assert entries(edition) == before + 2
    assert audit(edition).faults == ()


@pytest.mark.parametrize(
    ("key", "value", "reason", "code"),
    [
        ("deadline", "2019-07-20", "", "setting-unknown"),
        (FILING_DEADLINE, "soon", "", "setting-not-a-date"),
        (FILING_DEADLINE, "2019-07-20", "长" * 5001, "note-too-long"),
        (FILING_DEADLINE, "2019-07-20", "a\0b", "note-not-text"),
    ],
)
def test_what_cannot_be_set_is_refused_and_changes_nothing(
    edition: Edition, key: str, value: str, reason: str, code: str
) -> None:
    before = entries(edition)
    with pytest.raises(Refusal) as refused:
        change_setting(edition, key, value, reason)
    assert refused.value.code == code
    assert entries(edition) == before


def test_a_setting_changed_past_the_program_is_found(edition: Edition) -> None:
    change_setting(edition, FILING_DEADLINE, "2019-07-20")
    row = {"key": FILING_DEADLINE, "value": "2019-07-30", "reason": ""}
    for tampering in (
        update(setting_table).values(value="2019-07-30"),
        delete(setting_table),
        insert(setting_table).values(row),
    ):
        with edition.store.write() as connection:
            connection.execute(tampering)
        assert [(f.code, f.subject) for f in audit(edition).faults] == [
            ("office-differs", "setting filing-deadline")
        ]
