"""Merge returns: what packets' pens wrote is checked and appended, each file whole or not at all."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from imports.intake.cancelling import NEVER, Cancel
from judge.domain.merge_report import Brought, MergedFile, MergeReport, Sender
from judge.domain.refusal import Refusal
from judge.domain.sheet import SheetState
from judge.ledger.panel_acts import SERVING, WITHDRAWN
from judge.ledger.projection import SheetProjection
from judge.ledger.ruled import Version
from judge.packets.chain import Chain
from judge.packets.keys import fingerprint
from judge.services.editions.edition import Edition
from judge.services.packets.confirming import confirm_pen
from judge.services.packets.judging import Changed, Fresh, Here, changes, check_sender, fresh, pairs
from judge.services.packets.looking import InTheEdition, Rehearsal
from judge.services.packets.returned_files import read_returned
from judge.store.connection import Connection
from judge.store.foreign import Foreign, Seal, add_seals, append_foreign
from judge.store.rebuilding import fill_sheets
from judge.store.returned import Author
from judge.store.sheet_writing import Change, save
from judge.store.sheets import load_many

OnProgress = Callable[[int, int], None]

_COMES_LATER = frozenset({"return-gap", "return-act-missing"})
"""What another of the files at hand may bring."""
_NO_FURTHER = frozenset(
    {"disk-full", "disk-failed", "edition-locked", "edition-read-only", "edition-unreachable"}
)
"""What is no fault of a file: the others would fare alike."""


@dataclass(frozen=True, slots=True)
class Merging:
    """How returns are to be merged.

    `confirmed` are fingerprints of keys that their reviewers have told the office, `passphrases` open sealed
    returns, `dry_run` writes nothing. `agreed` is what somebody has seen that each file would bring, in the
    files' order; one that brings something else is refused.
    """

    confirmed: frozenset[str] = frozenset()
    passphrases: tuple[str, ...] = ()
    dry_run: bool = False
    agreed: Sequence[Brought | None] = ()


def merge(
    edition: Edition,
    paths: Sequence[Path],
    how: Merging,
    on_progress: OnProgress = lambda _done, _all: None,
    cancel: Cancel = NEVER,
) -> MergeReport:
    """Merge returns, each in a transaction of its own: who scores at the edition waits for one at most.

    Neither the order of the files matters nor what of them was merged before. A file is refused whole, with
    its reason; where the edition cannot be written, or `cancel` was set, the files that were not reached are
    refused for that.
    """
    deed = _Deed(edition, how, Rehearsal(edition) if how.dry_run else InTheEdition(edition))
    done: dict[int, MergedFile] = {}
    waiting = list(range(len(paths)))
    while waiting:
        later = []
        for place in waiting:
            if cancel.is_set():
                deed.failed = Refusal("merge-cancelled")
            done[place] = deed.take(place, paths[place])
            refusal = done[place].refusal
            if refusal is not None and refusal.code in _COMES_LATER:
                later.append(place)
            on_progress(len(done), len(paths))
        if len(later) == len(waiting):
            break
        waiting = later
    return MergeReport(tuple(done[place] for place in range(len(paths))))


@dataclass(slots=True)
class _Deed:
    """One merging under way; `failed` is why nothing further is tried."""

    edition: Edition
    how: Merging
    at: InTheEdition
    failed: Refusal | None = None

    def take(self, place: int, path: Path) -> MergedFile:
        """Merge one file, the one at that place."""
        if self.failed is not None:
            return MergedFile(path, None, None, self.failed)
        try:
            chain = read_returned(path, self.how.passphrases)
        except Refusal as refusal:
            return MergedFile(path, None, None, refusal)
        sender = _sender(chain, None)
        try:
            with self.at.transaction() as connection:
                here = self.at.here(connection, chain.returned.header)
                sender = _sender(
                    chain, here.author, withdrawn=chain.returned.header.reviewer in here.ruled.withdrawn
                )
                brought = self._merge(connection, chain, here, place)
        except Refusal as refusal:
            if refusal.code in _NO_FURTHER:
                self.failed = refusal
            return MergedFile(path, sender, None, refusal)
        return MergedFile(path, sender, brought)

    def _merge(self, connection: Connection, chain: Chain, here: Here, place: int) -> Brought:
        author = check_sender(self.edition, chain, here, self.how.confirmed)
        new = fresh(chain, here)
        changed = list(changes(self.edition, here, new, self.at.steps(connection, here, new)))
        brought = _brought(chain, here, new, changed)
        if self.how.agreed and self.how.agreed[place] != brought:
            raise Refusal("edition-changed-meanwhile")
        if isinstance(self.at, Rehearsal):
            self.at.take(chain.returned.header, author, new)
        else:
            if here.key is None:
                confirm_pen(self.edition, connection, chain.returned.header, author.id)
            self._write(connection, chain, new, changed)
        return brought

    def _write(self, connection: Connection, chain: Chain, new: Fresh, changed: Sequence[Changed]) -> None:
        append_foreign(connection, new.pen, _rows(new))
        add_seals(connection, _seals(chain))
        fill_sheets(connection, [(one.sheet.id, one.after) for one in changed if not one.sheet.acts])
        reviewer = chain.returned.header.reviewer
        _save(connection, {(one.sheet.nomination, reviewer): one.after for one in changed if one.sheet.acts})
        for one in changed:
            self.edition.memory.forget(one.sheet.nomination, reviewer)


def _save(connection: Connection, after: Mapping[tuple[str, str], SheetProjection]) -> None:
    """Write sheets, by nomination and reviewer, on which somebody had acted already."""
    rows = load_many(connection, after)
    save(connection, [Change(row, after[pair]) for pair, row in rows.items()])


def _rows(new: Fresh) -> list[Foreign]:
    return [
        Foreign(step.seq, before, step.digest, step.kind, subject, data)
        for (step, subject, data), (_digest, before) in zip(new.links, pairs(new), strict=True)
    ]


def _seals(chain: Chain) -> list[Seal]:
    """The return's seals, each with the entry that it is over."""
    header = chain.returned.header
    return [
        Seal(header.pen, seq, chain.links[seq - header.first].step.digest, signature)
        for seq, signature in chain.returned.seals
    ]


def _sender(chain: Chain, known: Author | None, *, withdrawn: bool = False) -> Sender:
    header = chain.returned.header
    mark = fingerprint(header.public_key)
    if known is None:
        return Sender(header.reviewer, "", header.pen, mark)
    standing = WITHDRAWN if withdrawn and known.standing == SERVING else known.standing
    return Sender(header.reviewer, known.name, header.pen, mark, standing, known.successor)


def _brought(chain: Chain, here: Here, new: Fresh, changed: Sequence[Changed]) -> Brought:
    forked = [one.sheet.nomination for one in changed if one.after.state is SheetState.FORKED]
    counted = [(one, _counted(here, chain.returned.header.reviewer, one)) for one in changed]
    apart: dict[str, tuple[str, ...]] = {}
    for one, state in counted:
        if state != one.after.state:
            apart[state] = (*apart.get(state, ()), one.sheet.nomination)
    return Brought(
        new=len(new.links),
        known=len(chain.links) - len(new.links),
        confirmed=here.key is None,
        sheets=len(changed),
        states=Counter(state for _one, state in counted),
        forked=tuple(forked),
        apart=apart,
    )


def _counted(here: Here, reviewer: str, one: Changed) -> str:
    """What the sheet counts as, after what the chair ruled."""
    version = Version(one.sheet.nomination, reviewer, one.after.state.value, one.after.head)
    return str(here.ruled.state_of(version, one.sheet.award, here.there))
