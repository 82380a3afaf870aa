"""Acts of the organiser's office, read from the entries that record them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.ledger.entry import Entry
from judge.ledger.panel_acts import ON_PANELS
from judge.ledger.panel_office import PanelAct, read_panel_act
from judge.ledger.particles import Malformed, sha256, text, whole


@dataclass(frozen=True, slots=True)
class EditionMade:
    """An edition was made; `programme` is the digest of its programme."""

    method: Mapping[str, Value]
    programme: str
    title: str
    year: int


@dataclass(frozen=True, slots=True)
class PapersImported:
    """A batch was imported; `rows` is the digest of every row that it added, in the format `pinning`."""

    batch: int
    rows: bytes
    pinning: int = 1


@dataclass(frozen=True, slots=True)
class Assigned:
    """One sheet that was opened; `rubric` is the digest of what judges it."""

    award: str
    nomination: str
    reviewer: str
    rubric: str

    @property
    def subject(self) -> str:
        """The subject of every act on the sheet."""
        return acts.sheet_subject(self.nomination, self.reviewer)


@dataclass(frozen=True, slots=True)
class SheetsAssigned:
    """Sheets were opened."""

    sheets: tuple[Assigned, ...]


@dataclass(frozen=True, slots=True)
class FormsTaken:
    """Forms of the organiser's own were taken: the digest of each one's text by its key."""

    forms: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class SettingChanged:
    """A setting was given another value; "" for its default."""

    key: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class ItemChecked:
    """An item of a nomination's checklist was ticked as `state`; "" for a tick taken back."""

    nomination: str
    item: str
    state: str
    remark: str


@dataclass(frozen=True, slots=True)
class RulingMade:
    """The chair ruled on `subject`: what kind of ruling, what it says, and why."""

    ruling: str
    subject: str
    detail: Mapping[str, Value]
    reason: str


OfficeAct = (
    EditionMade
    | PapersImported
    | SheetsAssigned
    | FormsTaken
    | SettingChanged
    | ItemChecked
    | RulingMade
    | PanelAct
)


def read_office_act(entry: Entry) -> OfficeAct:
    """The act of the office that the entry records; Malformed where it records none."""
    match entry.kind, entry.payload:
        case acts.EDITION_MADE, {
            "method": dict(method),
            "programme": str(programme),
            "title": str(title),
            "year": year,
        }:
            return EditionMade(method, programme, title, whole(year))
        case acts.PAPERS_IMPORTED, {"batch": batch, "rows": rows}:
            return PapersImported(whole(batch), sha256(rows), whole(entry.payload.get("pinning", 1)))
        case acts.SHEETS_ASSIGNED, {"pairs": dict(pairs), "rubrics": dict(rubrics)}:
            return SheetsAssigned(tuple(_assigned(pairs, rubrics)))
        case _:
            return _read_later_act(entry)


def _read_later_act(entry: Entry) -> OfficeAct:
    match entry.kind, entry.payload:
        case acts.FORMS_TAKEN, {"forms": dict(forms)}:
            return FormsTaken({key: sha256(digest) for key, digest in forms.items()})
        case acts.SETTING_CHANGED, {"reason": str(reason), "value": str(value)}:
            return SettingChanged(_subject(entry, "setting"), value, reason)
        case acts.ITEM_CHECKED, {"item": str(item), "remark": str(remark), "state": str(state)}:
            return ItemChecked(_subject(entry, "checklist"), item, state, remark)
        case acts.RULING_MADE, {"detail": dict(detail), "reason": str(reason), "ruling": str(ruling)}:
            return RulingMade(ruling, entry.subject, detail, reason)
        case kind, _ if kind in ON_PANELS:
            return read_panel_act(entry)
        case kind, _:
            raise Malformed(kind)


def _assigned(pairs: Mapping[str, Value], rubrics: Mapping[str, Value]) -> Iterator[Assigned]:
    for award, by_reviewer in pairs.items():
        rubric = rubrics.get(award)
        if not isinstance(rubric, str) or not isinstance(by_reviewer, dict):
            raise Malformed(award)
        for reviewer, nominations in by_reviewer.items():
            if not isinstance(nominations, list):
                raise Malformed(reviewer)
            for nomination in nominations:
                yield Assigned(award, text(nomination), reviewer, rubric)


def _subject(entry: Entry, sort: str) -> str:
    """What the entry's subject names, which must be of that sort."""
    found, _, name = entry.subject.partition("/")
    if found != sort or not name:
        raise Malformed(entry.subject)
    return name
