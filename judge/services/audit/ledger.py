"""The ledger gathered by what its entries speak of; what they may not say is a fault on the way."""

from collections import defaultdict
from dataclasses import dataclass, field

from judge.ledger import acts
from judge.ledger.chain import check
from judge.ledger.entry import Entry
from judge.ledger.office import (
    EditionMade,
    FormsTaken,
    ItemChecked,
    OfficeAct,
    PapersImported,
    RulingMade,
    SettingChanged,
    SheetsAssigned,
)
from judge.ledger.office_apply import OfficeProjection, bring_office
from judge.ledger.panel_office import (
    BY_EITHER,
    Known,
    PacketIssued,
    PanelAct,
    PenConfirmed,
    SectionStated,
    is_lawful_on_panel,
)
from judge.ledger.particles import Malformed, UnknownKind
from judge.ledger.pens import CHAIR, SECRETARY
from judge.ledger.reading import SheetAct, SheetFiled, SheetRecused, read
from judge.ledger.rulings import is_lawful
from judge.ledger.steps import Step
from judge.services.audit.chains import Chains
from judge.services.audit.faults import Fault
from judge.services.editions.edition import Edition
from judge.services.lists.methods import recorded_method
from judge.store.connection import Connection
from judge.store.current import revision_of_each
from judge.store.queries.desk import reviewer_keys
from judge.store.queries.known import award_of_each
from judge.store.queries.ledger import entries

Steps = dict[bytes, Step]
"""Acts on one sheet by the digests of their entries."""


@dataclass(slots=True)
class Gathered:
    """What the ledger says.

    `rubrics` are the digests of what judges each nomination, `revisions` how many revisions each has, `known`
    what the edition has to speak of; `chains` are where each pen's chain ends; `made` is every act that makes
    the edition, with its moment; `batches` the act that pins each batch; `office` what the office's other
    acts add up to; `opened` the rubric of each sheet by subject; `steps` the acts on each subject;
    `unreadable` the subjects of which an entry cannot be understood.
    """

    edition: Edition
    rubrics: dict[str, str]
    revisions: dict[str, int]
    known: Known
    chains: Chains
    faults: list[Fault] = field(default_factory=list)
    made: list[tuple[str, EditionMade]] = field(default_factory=list)
    batches: dict[int, PapersImported] = field(default_factory=dict)
    office: OfficeProjection = field(default_factory=OfficeProjection)
    opened: dict[str, str] = field(default_factory=dict)
    steps: dict[str, Steps] = field(default_factory=lambda: defaultdict(dict))
    unreadable: set[str] = field(default_factory=set)
    count: int = 0

    def note(self, entry_digest: bytes, entry: Entry) -> None:
        """Take an entry down under what it speaks of."""
        try:
            act = read(entry)
        except UnknownKind:
            self._say("act-not-allowed", entry)
        except Malformed:
            self.faults.append(Fault("entry-unreadable", f"{entry.pen} {entry.seq}"))
            self.unreadable.add(entry.subject)
        else:
            if isinstance(act, OfficeAct):
                self._note_of_office(entry, act)
            else:
                self._note_of_sheet(entry_digest, entry, act)

    def _note_of_office(self, entry: Entry, act: OfficeAct) -> None:
        if entry.pen not in _pens_of(act):
            self._say("act-by-foreign-pen", entry)
        elif not self._speaks_of(entry.subject, act):
            self._say("act-not-allowed", entry)
        else:
            self._take(entry, act)

    def _speaks_of(self, subject: str, act: OfficeAct) -> bool:
        """Whether the subject is one that such an act has."""
        match act:
            case PapersImported():
                return subject == f"batch/{act.batch}"
            case ItemChecked():
                return act.nomination in self.rubrics
            case RulingMade():
                return is_lawful(act, self.known) and self._counts(act)
            case SettingChanged():
                return True
            case EditionMade() | SheetsAssigned() | FormsTaken():
                return subject == f"edition/{self.edition.id}"
            case _:
                return self._may_be_on_panel(subject, act)

    def _counts(self, ruling: RulingMade) -> bool:
        """Whether the method that a ruling says, if it says one, is one that could count its award."""
        if ruling.ruling != acts.METHOD:
            return True
        award = ruling.subject.partition("/")[2]
        return recorded_method(ruling.detail["method"], self.edition.programme.rubric_of(award)) is not None

    def _may_be_on_panel(self, subject: str, act: PanelAct) -> bool:
        """Whether that may be stated; a packet goes out once, and a pen is confirmed once."""
        match act:
            case PacketIssued(packet=packet) if packet in self.office.packets:
                return False
            case PenConfirmed(pen=pen) if pen in self.office.pens:
                return False
            case SectionStated() if subject != f"edition/{self.edition.id}":
                return False
            case _:
                return is_lawful_on_panel(act, self.known)

    def _take(self, entry: Entry, act: OfficeAct) -> None:
        """What the secretary pins or opens holds from the first time on."""
        match act:
            case EditionMade():
                self.made.append((entry.at, act))
            case PapersImported():
                if act.batch in self.batches:
                    self.faults.append(Fault("batch-pinned-twice", str(act.batch)))
                self.batches.setdefault(act.batch, act)
            case SheetsAssigned():
                if not all(self._may_judge(one.rubric, one.nomination) for one in act.sheets):
                    self._say("act-not-allowed", entry)
                for one in act.sheets:
                    if one.subject in self.opened:
                        self.faults.append(Fault("sheet-assigned-twice", one.subject))
                    self.opened.setdefault(one.subject, one.rubric)
            case _:
                bring_office(self.office, entry.pen, entry.seq, act)

    def _may_judge(self, rubric: str, nomination: str) -> bool:
        """Whether the nomination's award is judged by that rubric; of one that is gone, nobody knows more."""
        if nomination in self.rubrics:
            return rubric == self.rubrics[nomination]
        return rubric in self.edition.rubrics

    def _note_of_sheet(self, entry_digest: bytes, entry: Entry, act: SheetAct) -> None:
        pair = acts.sheet_pair(entry.subject)
        if pair is None:
            self._say("act-not-allowed", entry)
            return
        self.steps[entry.subject][entry_digest] = Step.of(entry_digest, entry, act)
        if entry.pen == SECRETARY and entry.subject not in self.opened:
            self._open_by_papers(pair[0], entry, act)

    def _open_by_papers(self, nomination_key: str, entry: Entry, act: SheetAct) -> None:
        match act:
            case SheetFiled():
                if not self._may_judge(act.rubric, nomination_key):
                    self._say("act-not-allowed", entry)
                self.opened[entry.subject] = act.rubric
            case SheetRecused() if nomination_key in self.rubrics:
                # A recusal names no rubric; the sheet that it opens is pinned to the award's.
                self.opened[entry.subject] = self.rubrics[nomination_key]
            case _:
                pass

    def _say(self, code: str, entry: Entry) -> None:
        self.faults.append(Fault(code, f"{entry.pen} {entry.seq} {entry.kind}"))


def _pens_of(act: OfficeAct) -> tuple[str, ...]:
    """Whose such an act is."""
    if isinstance(act, BY_EITHER):
        return SECRETARY, CHAIR
    return (CHAIR,) if isinstance(act, RulingMade) else (SECRETARY,)


def unread(edition: Edition, connection: Connection) -> Gathered:
    """What the edition has to speak of, before any entry is read."""
    rubrics = _rubrics(edition, connection)
    awards = {award.key for award in edition.programme.awards}
    known = Known(awards, set(reviewer_keys(connection)), rubrics)
    return Gathered(edition, rubrics, revision_of_each(connection), known, Chains(edition.id))


def gather(edition: Edition, connection: Connection) -> Gathered:
    """Read every entry once: check it in its chain, and take down what it says."""
    gathered = unread(edition, connection)
    for checked in check(edition.id, entries(connection)):
        kept = checked.kept
        gathered.count += 1
        gathered.chains.take(checked)
        if checked.code:
            gathered.faults.append(Fault(checked.code, f"{kept.pen} {kept.seq}"))
        if checked.entry:
            gathered.note(kept.digest, checked.entry)
    return gathered


def _rubrics(edition: Edition, connection: Connection) -> dict[str, str]:
    by_award = {award.key: edition.rubric_digest(award.key) for award in edition.programme.awards}
    awards = award_of_each(connection)
    return {key: by_award[award] for key, award in awards.items() if award in by_award}
