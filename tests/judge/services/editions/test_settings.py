"""Settings: what they are, changed by an entry with its reason, and proved by the audit."""

import pytest
from sqlalchemy import delete, func, insert, select, update

from judge.domain.refusal import Refusal
from judge.services.audit.auditing import audit
from judge.services.editions.edition import Edition, open_edition
from judge.services.editions.settings import FILING_DEADLINE, change_setting, setting, settings
from judge.store.tables import entry
from judge.store.tables import setting as setting_table


def entries(edition: Edition) -> int:
    with edition.store.read() as connection:
        return connection.execute(select(func.count()).select_from(entry)).scalar_one()


def test_a_new_edition_has_no_deadline(edition: Edition) -> None:
    now = settings(edition)[0]
    assert (now.definition.key, now.value, now.definition.default) == (FILING_DEADLINE, "none", "none")


@pytest.mark.parametrize(
    ("key", "default", "given", "kept"),
    [
        ("award-years", "before", " 2015～2017 ", "2015-2017"),
        ("gate-alternatives", "or", "AND", "and"),
        ("zero-accidents", "verify", "met", "met"),
        ("promoter-post", "middle", "senior", "senior"),
        ("length-tolerance", "20", "１５ %", "15"),
    ],
)
def test_readings_of_open_clauses_are_settings(
    edition: Edition, key: str, default: str, given: str, kept: str
) -> None:
    assert change_setting(edition, key, given, "裁定") == (default, kept)
    assert (setting(edition, key).value, setting(edition, key).reason) == (kept, "裁定")
    assert audit(edition).faults == ()


@pytest.mark.parametrize(
    ("key", "given", "code"),
    [
        ("award-years", "2018-2016", "setting-not-years"),
        ("award-years", "三年", "setting-not-years"),
        ("gate-alternatives", "both", "setting-not-a-choice"),
        ("length-tolerance", "101", "setting-not-a-percentage"),
        ("length-tolerance", "-5", "setting-not-a-percentage"),
        ("length-tolerance", "", "setting-not-a-percentage"),
    ],
)
def test_what_a_reading_cannot_be(edition: Edition, key: str, given: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        change_setting(edition, key, given)
    assert refused.value.code == code


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
