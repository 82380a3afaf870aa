"""Everything that recommending bodies and the secretary hand in, written into one folder."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from judge.demo.candidates import candidates_in_workbook, candidates_on_forms
from judge.demo.filings import Filing
from judge.demo.folders import Folder
from judge.demo.groups import groups
from judge.demo.history import former_names, write_former_names, write_past_awards
from judge.demo.panels import Reviewer, panel, write_reviewers
from judge.demo.plan import BodyPlan, Quotas, plan
from judge.demo.summary import write_summary
from judge.demo.teams import teams
from rubrics.model import Programme

Identity = tuple[str, str, str, str]
"""Body, award, name and organisation: what tells a nomination from every other before it has a key."""

_TABLES = 4
"""Tables beside the forms: nominations, reviewers, former names, past awards."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What was written, and the truth that no panel sees.

    `forms` and `reports` are Word files, `archives` hold whatever their bodies sent, `nominations` and
    `reviewers` are workbooks, all below the folder given, as are the workbooks of former names and past
    awards. `qualities` are shares of full points, 0 to 1; `panel` holds the reviewers with their severity.
    """

    forms: tuple[Path, ...]
    reports: tuple[Path, ...]
    archives: tuple[Path, ...]
    nominations: Path
    reviewers: Path
    panel: tuple[Reviewer, ...]
    qualities: Mapping[Identity, float]


def write_papers(  # noqa: PLR0913 - each says something else about the edition
    directory: Path,
    quotas: Quotas,
    programme: Programme,
    seed: int,
    *,
    scale: float = 1.0,
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Papers:
    """Write a synthetic edition's papers below `directory`, the same bytes for the same arguments.

    Args:
        directory: the folder to fill; made where missing.
        quotas: every body with its seats by quota category, in the quota table's order.
        programme: the awards; those with quotas come as forms, the others mostly in one workbook.
        seed: what chance starts from.
        scale: share of the bodies that file at all, for small editions.
        on_progress: called with the files written so far and all to be written.
    """
    bodies = plan(quotas, seed, scale)
    filed = {body.number: _filings(body, programme, seed) for body in bodies}
    on_forms = [filing for filings in filed.values() for filing in filings]
    named = candidates_in_workbook([body.body for body in bodies], programme, seed, scale, on_forms)
    reviewers = panel([body for body, _ in quotas], programme, seed)
    papers, done, total = directory / "papers", 0, len(on_forms) + _TABLES
    papers.mkdir(parents=True, exist_ok=True)
    folders: list[Folder] = []
    namesakes = Counter(filing.name for filing in (*on_forms, *named))
    for body in bodies:
        folder = Folder(papers / f"{body.number:02d} {body.body}", body, seed)
        for filing in filed[body.number]:
            folder.file(filing, namesakes)
            done += 1
            on_progress(done, total)
        folder.close()
        folders.append(folder)
    write_summary(papers / "nominations.xlsx", named, programme)
    write_reviewers(papers / "reviewers.xlsx", reviewers, programme)
    former = former_names((*on_forms, *named), seed)
    write_former_names(papers / "former-names.xlsx", former)
    write_past_awards(papers / "past-awards.xlsx", (*on_forms, *named), former, programme, seed)
    on_progress(total, total)
    return Papers(
        forms=tuple(form for folder in folders for form in folder.forms),
        reports=tuple(report for folder in folders for report in folder.reports),
        archives=tuple(folder.archive for folder in folders if folder.archive),
        nominations=papers / "nominations.xlsx",
        reviewers=papers / "reviewers.xlsx",
        panel=reviewers,
        qualities={filing.identity: filing.quality for filing in (*on_forms, *named)},
    )


def _filings(body: BodyPlan, programme: Programme, seed: int) -> tuple[Filing, ...]:
    """All that a body files on forms."""
    return (*groups(body, seed), *teams(body, seed), *candidates_on_forms(body, programme, seed))
