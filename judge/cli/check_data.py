"""A check's findings for programs."""

from judge.domain.checking import (
    BodyPaper,
    CheckedBody,
    CheckedGate,
    CheckedNomination,
    CheckReport,
    Length,
    SheetInConflict,
)
from judge.domain.checklist import ChecklistItem
from judge.domain.double_filing import DoubleFiling
from judge.locale.grounds import evidence_words, ground_words


def as_data(report: CheckReport) -> dict[str, object]:
    """The whole report; texts that people wrote as they stand, outcomes and states as words of the code."""
    return {
        "faults": report.has_fault,
        "nominations": [_nomination(one) for one in report.nominations],
        "bodies": [_body(body) for body in report.bodies],
        "pairs": [_pair(pair) for pair in report.pairs],
        "sheets_in_conflict": [_sheet(one) for one in report.sheets_in_conflict],
    }


def _sheet(one: SheetInConflict) -> dict[str, object]:
    return {
        "nomination": one.nomination,
        "reviewer": one.reviewer,
        "state": one.state,
        "conflicts": [
            {"ground": each.ground, "said": each.said, "label": each.label} for each in one.conflicts
        ],
        "denied": one.denied,
        "reasons": list(one.reasons),
    }


def _nomination(one: CheckedNomination) -> dict[str, object]:
    return {
        "nomination": one.key,
        "award": one.award,
        "name": one.name,
        "organisation": one.organisation,
        "body": one.body,
        "faults": one.has_fault,
        "gates": [_gate(checked) for checked in one.gates],
        "checklist": [_item(item) for item in one.checklist],
        "lengths": [_length(length) for length in one.lengths],
        "members_over": one.members_over,
    }


def _gate(checked: CheckedGate) -> dict[str, object]:
    finding = checked.finding
    return {
        "gate": finding.gate,
        "clause": checked.gate.clause,
        "outcome": finding.outcome,
        "evidence": [*map(evidence_words, finding.evidence), *map(ground_words, finding.grounds)],
    }


def _item(item: ChecklistItem) -> dict[str, object]:
    return {"item": item.key, "state": item.state, "ticked": item.ticked, "remark": item.remark}


def _length(length: Length) -> dict[str, object]:
    return {
        "of": length.key,
        "characters": length.characters,
        "most": length.most,
        "about": length.about,
        "too_long": length.too_long,
        "far": length.is_far,
    }


def _body(body: CheckedBody) -> dict[str, object]:
    return {
        "body": body.name,
        "faults": body.has_fault,
        "quotas": [
            {
                "category": use.category,
                "seats": use.seats,
                "filed": use.filed,
                "over": use.over,
                "unused": use.unused,
            }
            for use in body.quotas
        ],
        "papers": [_paper(paper) for paper in body.papers],
        "recommended": [
            {
                "form": count.form,
                "category": count.category,
                "said": count.said,
                "filed": count.filed,
                "seats": count.seats,
                "agrees": count.agrees,
            }
            for count in body.recommended
        ],
    }


def _paper(paper: BodyPaper) -> dict[str, object]:
    length = None if paper.length is None else _length(paper.length)
    return {"form": paper.form, "filed": paper.filed, "length": length}


def _pair(pair: DoubleFiling) -> dict[str, object]:
    return {
        "nominations": [pair.first.key, pair.second.key],
        "bodies": [pair.first.body, pair.second.body],
        "alike": list(pair.alike),
        "members": list(pair.members),
    }
