"""Tick seals and attachments off: one, or many at once, in one transaction with an entry for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from imports.checklist import read_ticks
from imports.findings import Severity
from imports.forms.definition import FormDefinition, FormSet
from imports.matching import label_key
from judge.domain.refusal import Fault, FileFaults, Refusal
from judge.ledger import acts
from judge.ledger.office_apply import Tick as KeptTick
from judge.ledger.pens import SECRETARY
from judge.services.editions.edition import Edition
from judge.services.forms.held import edition_forms
from judge.services.texts import check_text
from judge.store.connection import Connection
from judge.store.office import put_tick
from judge.store.pens import head_of, keep
from judge.store.queries import checklists
from judge.store.queries.known import ids

STATES = ("present", "missing", "clear")
_KEPT = {"present": "present", "missing": "missing", "clear": ""}


@dataclass(frozen=True, slots=True)
class Tick:
    """What somebody saw: "present" or "missing", or "clear" to take an earlier tick back.

    `nomination` is a key; `item` the key or any title of a seal or an attachment of its form.
    """

    nomination: str
    item: str
    state: str
    remark: str = ""


def tick(edition: Edition, ticks: Sequence[Tick]) -> int:
    """Keep the ticks; how many changed anything. All of them or none.

    Refusal codes: "nomination-unknown" (nomination), "item-unknown" (nomination, item, known),
    "tick-state-unknown" (given, known), and those of the remark's text.
    """
    with edition.store.write() as connection:
        ticking = _Ticking(edition, connection)
        return sum([ticking.take(one) for one in ticks])


def tick_from(edition: Edition, path: Path) -> int:
    """Keep every tick of a table; how many changed anything. All of them or none.

    Raises:
        FileFaults: with everything that is wrong with the table, and what `tick` refuses, at its row.
        Refusal: "file-missing" (file).
    """
    if not path.is_file():
        raise Refusal("file-missing", file=str(path))
    reading = read_ticks(path)
    blocking = [finding for finding in reading.findings if finding.severity is Severity.BLOCKING]
    faults = [Fault(f.place.file, f.place.label or "", f.code, f.params, f.place.row) for f in blocking]
    with edition.store.write() as connection:
        ticking, changed = _Ticking(edition, connection), 0
        for record in reading.records:
            try:
                changed += ticking.take(Tick(record.nomination, record.item, record.state, record.remark))
            except Refusal as refused:
                faults.append(Fault(record.place.file, "", refused.code, refused.params, record.place.row))
        if faults:
            raise FileFaults(tuple(faults))
        return changed


class _Ticking:
    """Ticks on their way into one transaction."""

    def __init__(self, edition: Edition, connection: Connection) -> None:
        self._edition = edition
        self._connection = connection
        self._head = head_of(connection, SECRETARY, locked=True)
        self._forms: FormSet = edition_forms(connection)
        self._ticks = checklists.ticks(connection)
        self._nominations = ids(connection).nominations

    def take(self, given: Tick) -> bool:
        """Keep one tick; False where it says what is known already."""
        if given.nomination not in self._nominations:
            raise Refusal("nomination-unknown", nomination=given.nomination)
        if given.state not in STATES:
            raise Refusal("tick-state-unknown", given=given.state, known=STATES)
        check_text(given.remark)
        nomination = self._nominations[given.nomination]
        form = self._forms.form(self._edition.programme.award(nomination.award).form)
        item = _item(form, given)
        state, remark = _KEPT[given.state], given.remark.strip()
        kept = self._ticks.setdefault(given.nomination, {})
        if kept.get(item, ("", "")) == (state, remark if state else ""):
            return False
        self._write(given.nomination, nomination.id, item, KeptTick(state, remark))
        if state:
            kept[item] = (state, remark)
        else:
            kept.pop(item)
        return True

    def _write(self, key: str, nomination_id: int, item: str, seen: KeptTick) -> None:
        payload = acts.item_checked(item, *seen)
        at = self._edition.now()
        written, self._head = self._head.next(acts.ITEM_CHECKED, acts.checklist_subject(key), payload, at)
        keep(self._connection, [written], self._head)
        put_tick(self._connection, nomination_id, item, seen if seen.state else None)


def _item(form: FormDefinition | None, given: Tick) -> str:
    """The key of the form's item that is meant."""
    names: dict[str, tuple[str, ...]] = {}
    for seal in form.seals if form else ():
        names[seal.key] = (seal.title.zh, seal.title.en)
    for one in form.attachments if form else ():
        names[one.key] = (one.title.zh, one.title.en, *one.titles)
    wanted = label_key(given.item)
    for key, known_as in names.items():
        if wanted in map(label_key, (key, *known_as)):
            return key
    known = tuple(names)
    raise Refusal("item-unknown", nomination=given.nomination, item=given.item, known=known)
