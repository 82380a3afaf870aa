"""What headings of summary workbooks mean: said for an import, and kept in the edition as settings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from imports.headings import Headings
from imports.matching import label_key, nearest_labels
from imports.nomination_columns import nomination_columns
from imports.records import FileReading
from imports.register import Register
from judge.domain.refusal import Refusal
from judge.domain.setting import HEADINGS, NONE, SettingDefinition
from judge.ledger import acts
from judge.ledger.chain import Head
from judge.ledger.entry import Written
from judge.ledger.office_apply import Setting
from judge.locale import N_
from judge.store.connection import Connection
from judge.store.office import put_setting
from judge.store.queries import office

_MOST_OFFERED = 3


@dataclass(frozen=True, slots=True)
class HeadingChoices:
    """What the user says of headings: `said` pairs a heading with the label that it means.

    `accept` takes all that Judge proposes; without `profile`, what was kept before is left aside.
    """

    said: tuple[tuple[str, str], ...] = ()
    accept: bool = False
    profile: bool = True


NOTHING_SAID = HeadingChoices()


@dataclass(frozen=True, slots=True)
class KeptHeading:
    """The type of a kept heading's setting: imports write it, and it can only be forgotten by hand."""

    def kept(self, key: str, given: str) -> str:
        """Always "none"; Refusal "setting-is-heading" (key, heading) for anything else."""
        if given.strip().casefold() in {NONE, "无", ""}:
            return NONE
        raise Refusal("setting-is-heading", key=key, heading=key.removeprefix(HEADINGS))


def heading_setting(key: str) -> SettingDefinition:
    """The definition of the setting that keeps what one heading means."""
    meaning = N_("The column that this heading of nomination tables means.")
    return SettingDefinition(key, KeptHeading(), NONE, meaning)


def setting_key(heading: str) -> str:
    """The key of the setting that keeps what a heading means."""
    return HEADINGS + label_key(heading)


def headings_for(connection: Connection, register: Register, choices: HeadingChoices) -> Headings:
    """What headings mean in one import.

    Refusal codes: "heading-label-unknown" (heading, label, nearest), "heading-said-twice" (heading).
    """
    _check(register, choices.said)
    kept = office.settings(connection) if choices.profile else {}
    meanings = {
        key.removeprefix(HEADINGS): row.value for key, row in kept.items() if key.startswith(HEADINGS)
    }
    return Headings.of(meanings, choices.said, accept=choices.accept)


def _check(register: Register, said: Sequence[tuple[str, str]]) -> None:
    columns = nomination_columns(register.forms)
    known = {key for column in columns for key in column.label_keys}
    seen: dict[str, str] = {}
    for heading, label in said:
        if label_key(label) not in known:
            labels = [label for column in columns for label in column.labels]
            near = nearest_labels(label, labels)[:_MOST_OFFERED]
            raise Refusal("heading-label-unknown", heading=heading, label=label, nearest=near)
        if seen.setdefault(label_key(heading), label_key(label)) != label_key(label):
            raise Refusal("heading-said-twice", heading=heading)


def check_met(readings: Iterable[FileReading], choices: HeadingChoices) -> None:
    """Refusal "heading-unmet" (headings) for what was said of headings that no table has.

    A file that could not be read might have had them.
    """
    readings = tuple(readings)
    if any(reading.kind is None for reading in readings):
        return
    met = {label_key(heading) for reading in readings for heading, _ in reading.headings}
    unmet = tuple(heading for heading, _ in choices.said if label_key(heading) not in met)
    if unmet:
        raise Refusal("heading-unmet", headings=unmet)


def keep_headings(
    connection: Connection, head: Head, readings: Iterable[FileReading], at: str
) -> tuple[list[Written], Head]:
    """Keep what was confirmed of the headings of these files; the entries to append, and the head after."""
    confirmed = {setting_key(heading): label for reading in readings for heading, label in reading.headings}
    before = office.settings(connection) if confirmed else {}
    entries = []
    for key, label in confirmed.items():
        if key not in before or before[key].value != label:
            payload = acts.setting_changed(label, "")
            written, head = head.next(acts.SETTING_CHANGED, acts.setting_subject(key), payload, at)
            put_setting(connection, key, Setting(label, ""))
            entries.append(written)
    return entries, head
