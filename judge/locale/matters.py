"""What a check found wrong or open, as short texts for the secretary and as deeds for a body."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from judge.domain.checking import CheckedBody, CheckedGate, CheckedNomination, Length
from judge.domain.checklist import ChecklistItem, ItemState
from judge.domain.desk import GroundCode, Outcome
from judge.domain.double_filing import Alike, DoubleFiling
from judge.locale import N_, _, language
from judge.locale.grounds import bracketed, evidence_words, ground_words


class MatterKind(StrEnum):
    """How a matter stands: against the notice, missing, or open."""

    NOT_MET = "not-met"
    MISSING = "missing"
    TOO_LONG = "too-long"
    OVER_QUOTA = "over-quota"
    DIFFERS = "differs"
    TO_VERIFY = "to-verify"
    UNUSUAL = "unusual"


KINDS = {
    MatterKind.NOT_MET: N_("not met"),
    MatterKind.MISSING: N_("missing"),
    MatterKind.TOO_LONG: N_("too long"),
    MatterKind.OVER_QUOTA: N_("over quota"),
    MatterKind.DIFFERS: N_("differs"),
    MatterKind.TO_VERIFY: N_("to verify"),
    MatterKind.UNUSUAL: N_("please check"),
}

ALIKE = {
    Alike.NAME: N_("same name"),
    Alike.NEAR_NAME: N_("similar name"),
    Alike.ORGANISATION: N_("same organisation"),
    Alike.MEMBERS: N_("shared members"),
}


_MOST_SHOWN = 60
"""Characters of a field's content beside its condition."""


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing about a nomination or a body: how it stands, what it is, and what the body can do.

    `deed` is "" where it is the secretary's own to settle. `note` is for the secretary alone.
    """

    kind: MatterKind
    what: str
    deed: str
    note: str = ""


def nomination_matters(one: CheckedNomination) -> Iterator[Matter]:
    """Everything about a nomination that is not in order, what is against the notice first."""
    for checked in one.gates_with(Outcome.NOT_MET):
        if not checked.gate.checklist:
            yield Matter(MatterKind.NOT_MET, _gate_words(checked), _not_met_deed(checked), _reading(checked))
    for item in one.items_in(ItemState.MISSING):
        yield Matter(MatterKind.MISSING, _item_words(item), _item_deed(one, item))
    for length in one.lengths:
        yield from _length_matters(length)
    if one.members_over:
        over = _("the list of members is too long by {count}").format(count=one.members_over)
        yield Matter(MatterKind.TOO_LONG, over, _("Shorten the list of members."))
    for checked in one.gates_with(Outcome.TO_VERIFY):
        if not checked.gate.checklist:
            yield Matter(MatterKind.TO_VERIFY, _gate_words(checked), _verify_deed(checked), _reading(checked))
    for item in one.items_in(ItemState.OPEN):
        yield Matter(MatterKind.TO_VERIFY, _item_words(item), _open_deed(one, item))


def body_matters(body: CheckedBody) -> Iterator[Matter]:
    """Everything about a body's own papers and quotas that is not in order."""
    for use in body.quotas:
        if use.over:
            said = {
                "category": use.title.language(language()),
                "filed": use.filed,
                "seats": use.seats,
                "over": use.over,
            }
            what = _("{category}: filed {filed}, seats {seats}, too many by {over}").format(**said)
            yield Matter(MatterKind.OVER_QUOTA, what, _("Say which of them stay, within the quota."))
    for paper in body.papers:
        if not paper.filed:
            named = {"paper": paper.paper, "title": paper.title}
            what = _("{paper} “{title}” has not arrived").format(**named)
            yield Matter(MatterKind.MISSING, what, _("Send it."))
        elif paper.length is not None:
            yield from _length_matters(paper.length)
    for count in body.recommended:
        if not count.agrees:
            said = {
                "paper": count.paper,
                "said": count.said,
                "filed": count.filed,
                "seats": _("none set") if count.seats is None else count.seats,
            }
            what = _("{paper} says {said} recommended; {filed} filed, seats: {seats}").format(**said)
            deed = _("Make {paper} and the nominations agree, within the quota.").format(paper=count.paper)
            yield Matter(MatterKind.DIFFERS, what, deed)


def pair_words(pair: DoubleFiling) -> str:
    """What two nominations have in common."""
    words = [_(ALIKE[alike]) for alike in pair.alike]
    shared = _(", ").join(pair.members)
    return bracketed(_("; ").join(words), shared)


def _gate_words(checked: CheckedGate) -> str:
    gate, finding = checked.gate, checked.finding
    shown = (ground for ground in finding.grounds if ground.code is not GroundCode.READING)
    grounds = [*(_shortened(evidence_words(field)) for field in finding.evidence), *map(ground_words, shown)]
    title = bracketed(gate.title.language(language()), gate.clause)
    return _(": ").join((title, _("; ").join(grounds))) if grounds else title


def _shortened(evidence: str) -> str:
    """The beginning of what stands in a form's field, which may be a whole narrative."""
    line = " ".join(evidence.split())
    return line if len(line) <= _MOST_SHOWN else line[: _MOST_SHOWN - 1] + "…"


def _reading(checked: CheckedGate) -> str:
    return _("; ").join(ground_words(g) for g in checked.finding.grounds if g.code is GroundCode.READING)


def _not_met_deed(checked: CheckedGate) -> str:
    if checked.gate.won:
        return _(
            "Correct the nomination, or send proof of the awards that the lists do not show, also under"
            " earlier names of the organisation."
        )
    return _("Correct the form if it is wrong; otherwise withdraw the nomination.")


def _verify_deed(checked: CheckedGate) -> str:
    uncovered = [g for g in checked.finding.grounds if g.code is GroundCode.YEAR_NOT_COVERED]
    if checked.gate.won and uncovered:
        years = _(", ").join(str(ground.what) for ground in uncovered)
        return _("Send copies of the award certificates of {years}.").format(years=years)
    return _("Send proof of this condition.")


def _item_words(item: ChecklistItem) -> str:
    return bracketed(item.title.language(language()), item.remark)


def _is_seal(one: CheckedNomination, item: ChecklistItem) -> bool:
    return item.key in one.seals


def _item_deed(one: CheckedNomination, item: ChecklistItem) -> str:
    title = _item_words(item)
    if _is_seal(one, item):
        return _("{title}: have the form sealed and send the original again.").format(title=title)
    return _("{title}: send it, on paper and as a file.").format(title=title)


def _open_deed(one: CheckedNomination, item: ChecklistItem) -> str:
    if _is_seal(one, item):
        return ""
    return _("{title}: no file has arrived; send it as a Word file.").format(title=_item_words(item))


def _length_matters(length: Length) -> Iterator[Matter]:
    said = {
        "title": length.title.language(language()),
        "count": length.characters,
        "most": length.most,
        "about": length.about,
        "over": length.too_long,
    }
    if length.too_long:
        what = _("{title}: {count} characters, too long by {over} (at most {most})").format(**said)
        deed = _("Shorten it by {over} characters, to {most} at most.").format(**said)
        yield Matter(MatterKind.TOO_LONG, what, deed)
    if length.is_far:
        what = _("{title}: {count} characters where about {about} are asked for").format(**said)
        deed = _("Bring it to about {about} characters.").format(**said)
        yield Matter(MatterKind.UNUSUAL, what, deed)
