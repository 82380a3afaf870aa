"""A return held against the edition: what is new, whether all of it may be, the sheets it leaves."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from judge.domain.refusal import Refusal
from judge.ledger.acts import sheet_pair
from judge.ledger.legality import Opened, replay
from judge.ledger.lineage import Lineage
from judge.ledger.lineage import Link as Led
from judge.ledger.pens import reviewer_of_pen
from judge.ledger.placing import form_a_line, misplaced
from judge.ledger.projection import SheetProjection
from judge.ledger.reading import SheetSubmitted
from judge.ledger.ruled import Ruled
from judge.ledger.steps import Step, in_order, named
from judge.packets.chain import Chain, Link
from judge.packets.keys import fingerprint
from judge.services.editions.edition import Edition
from judge.store.returned import Author, HeldSheet


@dataclass(frozen=True, slots=True)
class Here:
    """What the edition knows of all that a return speaks of.

    `issued_to` is the id of the reviewer whom the packet was issued to, `key` the pen's public key as the
    office confirmed it, `owner` the id of the reviewer whose key it confirmed this to be, by whichever pen;
    each None where there was none. `kept` are the pen's entries that are here already
    with their places, and `kept_links` gives what leads to what among them; `sheets` are the reviewer's
    sheets by subject; `ruled` is what the chair ruled of panels, `there` the (nomination, reviewer) pairs of
    all sheets, for a reviewer who was withdrawn.
    """

    author: Author | None
    issued_to: int | None
    key: bytes | None
    owner: int | None
    kept: Mapping[bytes, int]
    kept_links: Callable[[], Iterable[tuple[bytes, bytes]]]
    sheets: Mapping[str, HeldSheet]
    ruled: Ruled
    there: Container[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Fresh:
    """The entries of a return that are new here, a chain that follows the entry `after`."""

    pen: str
    after: bytes
    links: Sequence[Link]
    by_subject: Mapping[str, Sequence[Step]]
    places: Mapping[bytes, int] = field(repr=False)
    """Each one's number in the file."""


def check_sender(edition: Edition, chain: Chain, here: Here, confirmed: frozenset[str]) -> Author:
    """Whose return it is: edition, packet, reviewer and key are the right ones; `confirmed` are fingerprints.

    Refusal codes: "return-of-another-edition", "return-reviewer-unknown" (reviewer), "return-packet-unknown",
    "return-key-differs" (pen), "return-key-of-another" (reviewer),
    "return-key-unconfirmed" (reviewer, name, fingerprint and, without its blanks, bare).
    """
    header = chain.returned.header
    if header.edition != edition.id:
        raise Refusal("return-of-another-edition")
    if here.author is None:
        raise Refusal("return-reviewer-unknown", reviewer=header.reviewer)
    if here.issued_to is None or here.issued_to != here.author.id:
        raise Refusal("return-packet-unknown", reviewer=header.reviewer)
    if here.key is not None and here.key != header.public_key:
        raise Refusal("return-key-differs", pen=header.pen)
    if here.owner not in {None, here.author.id}:
        raise Refusal("return-key-of-another", reviewer=header.reviewer)
    mark = fingerprint(header.public_key)
    if here.key is None and mark not in confirmed:
        name, bare = here.author.name, mark.replace(" ", "")
        raise Refusal(
            "return-key-unconfirmed", reviewer=header.reviewer, name=name, fingerprint=mark, bare=bare
        )
    return here.author


def fresh(chain: Chain, here: Here) -> Fresh:
    """What is new of a chain.

    Refusal codes: "return-gap" (entry) where neither return nor edition has what comes before,
    "return-sheet-unassigned" (entry, nomination).
    """
    header = chain.returned.header
    if header.first > 1 and here.kept.get(chain.after) != header.first - 1:
        raise Refusal("return-gap", entry=header.first - 1)
    known = _known(chain, here)
    links = chain.links[known:]
    by_subject: dict[str, list[Step]] = {}
    places: dict[bytes, int] = {}
    for number, link in enumerate(links, start=known + 1):
        if link.subject not in here.sheets:
            nomination, _reviewer = sheet_pair(link.subject) or ("", "")
            raise Refusal("return-sheet-unassigned", entry=number, nomination=nomination)
        by_subject.setdefault(link.subject, []).append(link.step)
        places[link.step.digest] = number
    after = chain.links[known - 1].step.digest if known else chain.after
    return Fresh(header.pen, after, links, by_subject, places)


def _known(chain: Chain, here: Here) -> int:
    """How many of the chain's entries are here: whatever is here, so is all that it follows."""
    if not here.kept:
        return 0
    known = 0
    while known < len(chain.links) and chain.links[known].step.digest in here.kept:
        known += 1
    return known


class Changed(NamedTuple):
    """A sheet that new entries change, and what it then is."""

    subject: str
    sheet: HeldSheet
    after: SheetProjection


def changes(
    edition: Edition, here: Here, fresh: Fresh, acts: Mapping[str, Sequence[Step]]
) -> Iterator[Changed]:
    """The sheets that new entries change, with what all acts then add up to; `acts` are those here already.

    Refusal codes, each with the entry and the nomination: "return-act-missing" where an act follows one that
    is not here, "return-act-misplaced" where it does not follow what its pen did before on the same sheet,
    "return-rubric-differs" where a sheet was judged by another rubric than it is pinned to,
    "return-act-not-allowed" (kind).
    """
    lineages = _Lineages(here, fresh)
    for subject, steps in fresh.by_subject.items():
        held = here.sheets[subject]
        known = acts.get(subject, ())
        ordered = in_order((*known, *steps)) if known else steps
        if not form_a_line(ordered):
            _check_follows(subject, known, steps, fresh)
            _check_placed(subject, ordered, fresh, lineages)
        rubric = edition.rubrics.get(held.rubric)
        if rubric is None:
            raise _refused("return-rubric-differs", subject, steps[0], fresh)
        opened = Opened(reviewer_of_pen(fresh.pen), held.rubric, rubric, held.revisions)
        after, refused = replay(opened, ordered)
        for step in refused:
            if step.digest in fresh.places:
                judged_by = step.act.rubric if isinstance(step.act, SheetSubmitted) else held.rubric
                differs = judged_by != held.rubric
                code = "return-rubric-differs" if differs else "return-act-not-allowed"
                raise _refused(code, subject, step, fresh)
        yield Changed(subject, held, after)


def _check_placed(
    subject: str, ordered: Sequence[Step], fresh: Fresh, lineages: Mapping[str, Lineage]
) -> None:
    for _code, step in misplaced(ordered, lineages):
        # Other pens' acts were held against each other when they came.
        if step.pen == fresh.pen:
            at_fault = step if step.digest in fresh.places else fresh.by_subject[subject][0]
            raise _refused("return-act-misplaced", subject, at_fault, fresh)


class _Lineages(Mapping[str, Lineage]):
    """What leads to what in the pen's own chain, gathered once somebody asks: hardly anybody does."""

    def __init__(self, here: Here, fresh: Fresh) -> None:
        self._here, self._fresh = here, fresh
        self._own: Lineage | None = None

    def __getitem__(self, pen: str) -> Lineage:
        if pen != self._fresh.pen:
            raise KeyError(pen)
        if self._own is None:
            links = (*self._here.kept_links(), *pairs(self._fresh))
            self._own = Lineage([Led(*pair) for pair in links])
        return self._own

    def __iter__(self) -> Iterator[str]:
        yield self._fresh.pen

    def __len__(self) -> int:
        return 1


def pairs(fresh: Fresh) -> Iterator[tuple[bytes, bytes]]:
    """Each new entry with the one before it, by their digests."""
    before = fresh.after
    for link in fresh.links:
        yield link.step.digest, before
        before = link.step.digest


def _check_follows(subject: str, known: Sequence[Step], steps: Sequence[Step], fresh: Fresh) -> None:
    there = {step.digest for step in known}
    for step in steps:
        if not there.issuperset(named(step.act.on)):
            raise _refused("return-act-missing", subject, step, fresh)
        there.add(step.digest)


def _refused(code: str, subject: str, step: Step, fresh: Fresh) -> Refusal:
    nomination, _reviewer = sheet_pair(subject) or ("", "")
    return Refusal(code, entry=fresh.places[step.digest], nomination=nomination, kind=step.kind)
