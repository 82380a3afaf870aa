"""One award as it enters the counting: its panel after rulings, its gates, and what the codes stand for."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from judge.domain.desk import Outcome
from judge.domain.refusal import Refusal
from judge.ledger.ruled import Ruled
from judge.scoring.panel import Panel, read_panel
from judge.scoring.problems import PanelRefused
from judge.services.checks.gates import Gates, with_outcome
from judge.services.editions.edition import Edition
from judge.services.lists.closed_sheets import by_ruling
from judge.store.connection import Connection
from judge.store.queries.frames import Filed, filed, marks_frame, sheets_frame
from judge.store.queries.known import ids
from judge.store.queries.panel_office import sections
from rubrics.model import Rubric


@dataclass(frozen=True, slots=True, eq=False)
class Entered:
    """An award in one view of its edition.

    `sheets` (nomination, reviewer, state) have the states that they count as under the rulings that hold;
    `marks` are those of all sheets, counted or not; `panel` is what of them counts. By nomination code:
    `filed`, the keys of gates that are not met (`barred`) or still open (`open_gates`), and the section
    that judges it ("" for none). `reviewers` are their keys by code.
    """

    award: str
    rubric: Rubric
    sheets: pd.DataFrame
    marks: pd.DataFrame
    panel: Panel
    filed: Mapping[int, Filed]
    barred: Mapping[int, tuple[str, ...]]
    open_gates: Mapping[int, tuple[str, ...]]
    sections: Mapping[int, str]
    reviewers: Mapping[int, str]


def entered(edition: Edition, connection: Connection, award: str, ruled: Ruled) -> Entered:
    """Read an award.

    Refusal codes: "sheets-of-other-rubric" (award), "panel-refused" (award, problems).
    """
    rubric = edition.programme.rubric_of(award)
    entrants = {one.code: one for one in filed(connection, award)}
    nominations = pd.DataFrame(
        {
            "nomination": np.array(list(entrants), np.int64),
            "body": np.array([one.body for one in entrants.values()], np.int64),
        }
    )
    sheets = _sheets(edition, connection, award, ruled)
    marks = marks_frame(connection, award, [criterion.key for criterion in rubric.criteria])
    gates = Gates(edition, connection)
    findings = {
        code: gates.findings(rubric, award, one.key, one.organisation, one.fields)
        for code, one in entrants.items()
    }
    try:
        panel = read_panel(marks, sheets, nominations, rubric)
    except PanelRefused as refused:
        codes = tuple(problem.code for problem in refused.problems)
        raise Refusal("panel-refused", award=award, problems=codes) from refused
    by_key = sections(connection)
    not_met = {code: with_outcome(said, Outcome.NOT_MET) for code, said in findings.items()}
    return Entered(
        award=award,
        rubric=rubric,
        sheets=sheets,
        marks=marks,
        panel=panel,
        filed=entrants,
        barred={code: keys for code, keys in not_met.items() if keys},
        open_gates={code: with_outcome(said, Outcome.TO_VERIFY) for code, said in findings.items()},
        sections={code: at.section if (at := by_key.get(one.key)) else "" for code, one in entrants.items()},
        reviewers={code: key for key, code in ids(connection).reviewers.items()},
    )


def _sheets(edition: Edition, connection: Connection, award: str, ruled: Ruled) -> pd.DataFrame:
    sheets = sheets_frame(connection, award)
    if (sheets["rubric"] != edition.rubric_digest(award)).any():
        raise Refusal("sheets-of-other-rubric", award=award)
    return by_ruling(connection, award, ruled, sheets)
