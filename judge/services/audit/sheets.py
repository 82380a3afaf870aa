"""Sheets: the tables against what the acts add up to, and the acts against what is allowed."""

from collections.abc import Iterator, Mapping

from judge.ledger import acts
from judge.ledger.apply import add_up
from judge.ledger.legality import Opened, replay
from judge.ledger.lineage import Lineage
from judge.ledger.placing import misplaced
from judge.ledger.projection import SheetProjection
from judge.ledger.steps import in_order
from judge.services.audit.faults import Fault
from judge.services.audit.ledger import Gathered
from judge.store.queries.kept import KeptSheet


def sheet_faults(
    rows: Mapping[str, KeptSheet], gathered: Gathered, forked: Mapping[str, Lineage]
) -> Iterator[Fault]:
    """Every sheet is one that was opened, holds what its acts add up to, and saw only acts allowed.

    `forked` are the chains, by pen, that were continued twice.
    """
    kept = dict(rows)
    for subject, rubric in gathered.opened.items():
        rebuilt, faults = _rebuilt(gathered, subject, forked)
        yield from faults
        row = kept.pop(subject, None)
        if row is None:
            yield Fault("sheet-missing", subject)
        elif row.rubric != rubric:
            yield Fault("rubric-differs", subject)
        elif subject in gathered.unreadable or not row.sound or row.projection != rebuilt:
            yield Fault("sheet-differs", subject)
    for subject in sorted((kept.keys() | gathered.steps.keys()) - gathered.opened.keys()):
        yield Fault("sheet-without-entry", subject)


def _rebuilt(
    gathered: Gathered, subject: str, forked: Mapping[str, Lineage]
) -> tuple[SheetProjection, tuple[Fault, ...]]:
    """The sheet that the acts add up to, and what is wrong with the acts themselves."""
    steps = gathered.steps.get(subject, {})
    if not steps:
        return SheetProjection(), ()
    ordered = in_order(steps.values())
    astray = tuple(Fault(code, f"{step.pen} {step.seq}") for code, step in misplaced(ordered, forked))
    pinned = gathered.opened[subject]
    rubric = gathered.edition.rubrics.get(pinned)
    if rubric is None:
        # That the sheet could be opened by it is the fault; nothing says what its acts may be.
        return add_up(ordered), astray
    nominated, reviewer = acts.sheet_pair(subject) or ("", "")
    opened = Opened(reviewer, pinned, rubric, gathered.revisions.get(nominated, 1))
    rebuilt, refused = replay(opened, ordered)
    return rebuilt, (*astray, *(Fault("act-not-allowed", f"{s.pen} {s.seq} {s.kind}") for s in refused))
