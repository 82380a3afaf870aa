"""The settings of an edition: all of them in one place, what they are now, and how one is changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from judge.domain.refusal import Refusal
from judge.domain.setting import (
    BEFORE,
    HEADINGS,
    NONE,
    Choice,
    Deadline,
    Percent,
    SettingDefinition,
    Years,
    end_of,
)
from judge.ledger import acts
from judge.ledger.office_apply import Setting
from judge.ledger.pens import SECRETARY
from judge.locale import N_
from judge.services.editions.edition import Edition
from judge.services.texts import check_text
from judge.store.connection import Connection
from judge.store.office import put_setting
from judge.store.pens import head_of, keep
from judge.store.queries import office as queries

FILING_DEADLINE = "filing-deadline"
AWARD_YEARS = "award-years"
GATE_ALTERNATIVES = "gate-alternatives"
ZERO_ACCIDENTS = "zero-accidents"
PROMOTER_POST = "promoter-post"
LENGTH_TOLERANCE = "length-tolerance"
TAKE_BACK = "take-back"
BLIND = "blind"

SETTINGS = (
    SettingDefinition(
        FILING_DEADLINE,
        Deadline(),
        NONE,
        N_(
            "Until when nominations and changes of them are taken; later only by the chair's ruling."
            " A day ends at midnight in Shanghai."
        ),
    ),
    SettingDefinition(
        AWARD_YEARS,
        Years(),
        BEFORE,
        N_(
            "The straight years in which an enterprise's groups or teams must have won: “before” for those"
            " right before the edition's, or years such as 2016-2018."
        ),
    ),
    SettingDefinition(
        GATE_ALTERNATIVES,
        Choice(("or", "and")),
        "or",
        N_(
            "Clauses 六.1 and 六.2, manager or team leader: “or” where either will do, so that a team leader"
            " meets the condition; “and” where both are asked for."
        ),
    ),
    SettingDefinition(
        ZERO_ACCIDENTS,
        Choice(("verify", "met")),
        "verify",
        N_(
            "Clause 四.3(4) asks for three years and the environment, the form for one year without it:"
            " “verify” where no accident on the form leaves it open, “met” where it settles it."
        ),
    ),
    SettingDefinition(
        PROMOTER_POST,
        Choice(("middle", "senior")),
        "middle",
        N_(
            "Whom a promoter's post is verified against: “middle” for the middle managers and specialists of"
            " clause 三.1, “senior” for the senior leaders of 附件5, note 3."
        ),
    ),
    SettingDefinition(
        LENGTH_TOLERANCE,
        Percent(),
        "20",
        N_("How far a text of “about” so many characters may be from that, in percent, without a warning."),
    ),
    SettingDefinition(
        TAKE_BACK,
        Choice(("refused", "allowed")),
        "refused",
        N_("Whether a reviewer may take a submitted sheet back: “allowed” or “refused”."),
    ),
    SettingDefinition(
        BLIND,
        Choice(("no", "yes")),
        "no",
        N_(
            "Whether reviewers read form and report with the names of groups, organisations, bodies and"
            " people masked."
        ),
    ),
)
"""Every setting there is. A new one is a line here; what it does is read with `value_of`."""

_BY_KEY = {definition.key: definition for definition in SETTINGS}


@dataclass(frozen=True, slots=True)
class SettingNow:
    """A setting as it stands; `reason` is that of the last change, "" where it is at its default."""

    definition: SettingDefinition
    value: str
    reason: str


def settings(edition: Edition) -> tuple[SettingNow, ...]:
    """Every setting, in the order of `SETTINGS`, and after them what headings were confirmed to mean."""
    with edition.store.read() as connection:
        return tuple(_now(connection))


def _now(connection: Connection) -> Iterator[SettingNow]:
    changed = queries.settings(connection)
    headings = (_heading(key) for key in sorted(changed) if key.startswith(HEADINGS))
    for definition in (*SETTINGS, *headings):
        yield _as_it_is(definition, changed)


def _as_it_is(definition: SettingDefinition, changed: Mapping[str, Setting]) -> SettingNow:
    row = changed.get(definition.key)
    return SettingNow(definition, row.value if row else definition.default, row.reason if row else "")


def setting(edition: Edition, key: str) -> SettingNow:
    """One setting; Refusal "setting-unknown" (key, known)."""
    definition = _definition(key)
    with edition.store.read() as connection:
        return _as_it_is(definition, queries.settings(connection))


def values_of(connection: Connection) -> dict[str, str]:
    """Every setting's value as kept, by key."""
    changed = queries.settings(connection)
    return {key: changed[key].value if key in changed else one.default for key, one in _BY_KEY.items()}


def value_of(connection: Connection, key: str) -> str:
    """A setting's value as kept, its default where it was never changed."""
    return _as_it_is(_definition(key), queries.settings(connection)).value


def change_setting(edition: Edition, key: str, given: str, reason: str = "") -> tuple[str, str]:
    """Give a setting another value; its values before and after. The same value again changes nothing.

    Refusal codes: "setting-unknown" (key, known), those of its type, and those of the reason's text.
    """
    definition = _definition(key)
    key = definition.key
    value = definition.type.kept(key, given)
    check_text(reason)
    with edition.store.write() as connection:
        head = head_of(connection, SECRETARY, locked=True)
        before = value_of(connection, key)
        if value != before:
            kept = "" if value == definition.default else value
            payload = acts.setting_changed(kept, reason.strip())
            written, head = head.next(acts.SETTING_CHANGED, acts.setting_subject(key), payload, edition.now())
            keep(connection, [written], head)
            put_setting(connection, key, Setting(kept, reason.strip()) if kept else None)
    return before, value


def _definition(key: str) -> SettingDefinition:
    """The setting of that key; a heading may be spelt as it is written, and none was kept of most."""
    if key.startswith(HEADINGS) and (heading := _heading_as_written(key)):
        return heading
    if key not in _BY_KEY:
        raise Refusal("setting-unknown", key=key, known=tuple(_BY_KEY))
    return _BY_KEY[key]


def _heading(key: str) -> SettingDefinition:
    """The setting of a heading; what it knows of columns is loaded when a heading is asked for."""
    from judge.services.papers.kept_headings import heading_setting  # noqa: PLC0415 - no desk needs it

    return heading_setting(key)


def _heading_as_written(key: str) -> SettingDefinition | None:
    from judge.services.papers.kept_headings import setting_key  # noqa: PLC0415 - likewise

    kept = setting_key(key.removeprefix(HEADINGS))
    return _heading(kept) if kept != HEADINGS else None


def filing_deadline(connection: Connection) -> datetime | None:
    """The first moment that is too late for filing; None where there is no deadline."""
    return end_of(value_of(connection, FILING_DEADLINE))
