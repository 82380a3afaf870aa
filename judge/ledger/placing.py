"""Whether each act on a sheet stands where its author must have put it, knowing what they must have known."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from judge.ledger.lineage import Lineage
from judge.ledger.pens import is_of_packet
from judge.ledger.steps import Step, named, pasts


class Misplaced(NamedTuple):
    """An act that follows one that is not there ("act-missing"), or fails to follow one ("act-misplaced")."""

    code: str
    step: Step


def misplaced(ordered: Sequence[Step], forked: Mapping[str, Lineage]) -> Iterator[Misplaced]:
    """Acts, in their order, that do not name what their authors must have known.

    Who acts at the edition knows every act that was done there before, so that nothing can be slipped in
    before an act that is there; who acts in a packet knows what the same pen did before. `forked` are the
    chains, by pen, that were continued twice: what is on one branch, nobody knows on the other.
    """
    if _form_a_line(ordered):
        return
    known = pasts(ordered)
    there = {step.digest for step in ordered}
    last_here = -1
    of_packets: defaultdict[str, list[int]] = defaultdict(list)
    for at, step in enumerate(ordered):
        if not there.issuperset(named(step.act.on)):
            yield Misplaced("act-missing", step)
        elif is_of_packet(step.pen):
            lineage = forked.get(step.pen)
            unknown = [ordered[n] for n in of_packets[step.pen] if not known[at] >> n & 1]
            if any(_lead(lineage, other, step) for other in unknown):
                yield Misplaced("act-misplaced", step)
        elif last_here >= 0 and not known[at] >> last_here & 1:
            yield Misplaced("act-misplaced", step)
        if is_of_packet(step.pen):
            of_packets[step.pen].append(at)
        else:
            last_here = at


def _form_a_line(ordered: Sequence[Step]) -> bool:
    before = b""
    for step in ordered:
        if step.act.on != before:
            return False
        before = step.digest
    return True


def _lead(lineage: Lineage | None, one: Step, other: Step) -> bool:
    """Whether the pen wrote one of the acts after the other, as it must have without any branch."""
    if lineage is None:
        return True
    return lineage.leads(one.digest, other.digest) or lineage.leads(other.digest, one.digest)
