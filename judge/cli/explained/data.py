"""An explanation for programs: every figure exact, as text; null for what there is not, never 0."""

from judge.cli.explained.calibrated import calibration_words
from judge.cli.explained.conditions import gate_evidence
from judge.cli.explained.figure_data import Data, score_data, sheet_data, staged_data, told_reason
from judge.cli.explained.list_data import listed_data, text_data
from judge.cli.explained.teller import Teller
from judge.locale.methods import method_words
from judge.services.figures.explained import ExplainedNomination


def as_data(explained: ExplainedNomination, *, anonymous: bool) -> Data:
    """A nomination with all of its steps; names of reviewers are null where it is anonymous."""
    teller = Teller(explained, anonymous)
    own, rubric = explained.nomination, explained.rubric
    return {
        "nomination": own.key,
        "name": own.name,
        "organisation": own.organisation,
        "subject": own.subject,
        "body": explained.body,
        "revision": explained.revision,
        "edition": {"id": explained.edition_id, "title": explained.edition, "year": explained.year},
        "award": {"key": explained.award, "title": text_data(explained.award_title)},
        "rubric": {
            "key": rubric.key,
            "version": rubric.version,
            "title": text_data(rubric.title),
            "digest": explained.rubric_digest,
            "step": str(rubric.step),
            "full_points": str(rubric.full_points),
            "criteria": [
                {
                    "criterion": one.key,
                    "title": text_data(one.title),
                    "full": str(one.full_ticks * rubric.step),
                    "weight": str(one.weight),
                }
                for one in rubric.criteria
            ],
        },
        "method": explained.method.to_mapping(),
        "method_words": method_words(explained.method, rubric),
        "method_ruled": explained.method_ruled is not None,
        "calibration": explained.calibration
        and {"kind": explained.calibration.kind, "caveats": list(calibration_words(teller))},
        "quorum_ruled": explained.quorum
        and {"sheets": explained.quorum.least, "reason": told_reason(teller, explained.quorum.reason)},
        "blind": explained.blind,
        "sheets": [sheet_data(teller, sheet) for sheet in teller.sheets],
        "score": explained.score and score_data(teller, explained.score),
        "stages": explained.staged and staged_data(explained.staged, explained.method.decimals),
        "gates": [
            {"gate": one.gate, "outcome": one.outcome, "evidence": list(gate_evidence(one))}
            for one in explained.gates
        ],
        "lists": [listed_data(teller, listed) for listed in explained.lists],
    }
