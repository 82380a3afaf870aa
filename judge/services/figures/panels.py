"""An award's panel as scoring reads it, with the names of what its codes stand for."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from judge.domain.refusal import Refusal
from judge.scoring.panel import Panel, read_panel
from judge.scoring.problems import PanelRefused
from judge.services.editions.edition import Edition
from judge.store.connection import Connection
from judge.store.queries.frames import filed, marks_frame, sheets_frame
from judge.store.queries.known import ids


@dataclass(frozen=True, slots=True)
class NamedPanel:
    """A panel, and by code the keys of nominations and reviewers."""

    panel: Panel
    nominations: Mapping[int, str]
    reviewers: Mapping[int, str]


def award_of(edition: Edition, key: str) -> str:
    """The award that a key of an award or a quota category means.

    Refusal code "list-unknown" (key, known).
    """
    awards = edition.programme.awards
    known = {award.key: award.key for award in awards}
    known |= {category: award.key for award in awards for category in award.quota_categories}
    if key not in known:
        raise Refusal("list-unknown", key=key, known=tuple(known))
    return known[key]


def read_award(edition: Edition, connection: Connection, award: str) -> NamedPanel:
    """The counted sheets of one award.

    Refusal codes: "sheets-of-other-rubric" (award), "panel-refused" (award, problems).
    """
    rubric = edition.programme.rubric_of(award)
    entrants = filed(connection, award)
    nominations = pd.DataFrame(
        {
            "nomination": np.array([one.code for one in entrants], np.int64),
            "body": np.array([one.body for one in entrants], np.int64),
        }
    )
    sheets = sheets_frame(connection, award)
    if (sheets["rubric"] != edition.rubric_digest(award)).any():
        raise Refusal("sheets-of-other-rubric", award=award)
    marks = marks_frame(connection, award, [criterion.key for criterion in rubric.criteria])
    try:
        panel = read_panel(marks, sheets, nominations, rubric)
    except PanelRefused as refused:
        codes = tuple(problem.code for problem in refused.problems)
        raise Refusal("panel-refused", award=award, problems=codes) from refused
    reviewers = {code: key for key, code in ids(connection).reviewers.items()}
    return NamedPanel(panel, {one.code: one.key for one in entrants}, reviewers)
