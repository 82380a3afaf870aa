"""Everything that recommending bodies and the secretary hand in, written into one folder."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from judge.demo.chance import stream
from judge.demo.filings import QC_GROUP, Filing
from judge.demo.forms import file_name, write_form
from judge.demo.groups import groups
from judge.demo.hands import hand
from judge.demo.history import former_names, write_former_names, write_past_awards
from judge.demo.panels import Reviewer, panel, write_reviewers
from judge.demo.plan import BodyPlan, Quotas, plan
from judge.demo.reports import report_name, write_report
from judge.demo.summary import candidates, write_summary
from judge.demo.teams import teams
from rubrics.model import Programme

Identity = tuple[str, str, str, str]
"""Body, award, name and organisation: what tells a nomination from every other before it has a key."""

_TABLES = 4
"""Tables beside the forms: nominations, reviewers, former names, past awards."""

_WITH_REPORT = 0.6
"""Share of groups attaching their result report, of those that a report's words tell from all others."""


@dataclass(frozen=True, slots=True)
class Papers:
    """What was written, and the truth that no panel sees.

    `forms` and `reports` are Word files, `nominations` and `reviewers` workbooks, all below the folder
    given, as are the workbooks of former names and past awards. `qualities` are shares of full points, 0 to
    1; `panel` holds the reviewers with their severity.
    """

    forms: tuple[Path, ...]
    reports: tuple[Path, ...]
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
        programme: the awards; those with quotas come as forms, the others in one workbook.
        seed: what chance starts from.
        scale: share of the bodies that file at all, for small editions.
        on_progress: called with the files written so far and all to be written.
    """
    bodies = plan(quotas, seed, scale)
    filed = [(body, filing) for body in bodies for filing in (*groups(body, seed), *teams(body, seed))]
    named = candidates([body.body for body in bodies], programme, seed, scale)
    reviewers = panel([body for body, _ in quotas], programme, seed)
    papers, total = directory / "papers", len(filed) + _TABLES
    papers.mkdir(parents=True, exist_ok=True)
    written: list[_Written] = []
    namesakes = Counter(filing.name for filing in (*(filing for _, filing in filed), *named))
    for body, filing in filed:
        written.append(_write(papers, body, filing, seed, reports=_is_unmistakable(filing, namesakes)))
        on_progress(len(written), total)
    write_summary(papers / "nominations.xlsx", named, programme)
    write_reviewers(papers / "reviewers.xlsx", reviewers, programme)
    former = former_names(named, seed)
    write_former_names(papers / "former-names.xlsx", former)
    write_past_awards(papers / "past-awards.xlsx", named, former, programme, seed)
    on_progress(total, total)
    return Papers(
        forms=tuple(one.form for one in written),
        reports=tuple(one.report for one in written if one.report),
        nominations=papers / "nominations.xlsx",
        reviewers=papers / "reviewers.xlsx",
        panel=reviewers,
        qualities={filing.identity: filing.quality for filing in (*(filing for _, filing in filed), *named)},
    )


class _Written(NamedTuple):
    form: Path
    report: Path | None


def _is_unmistakable(filing: Filing, namesakes: Mapping[str, int]) -> bool:
    """True for a group that a report, which names group and enterprise only, cannot mistake for another."""
    alone = namesakes[filing.name] == 1 and namesakes[filing.organisation] == 0
    return filing.award == QC_GROUP and alone


def _write(papers: Path, body: BodyPlan, filing: Filing, seed: int, *, reports: bool) -> _Written:
    """Write one form, and for some that may have one the result report, into the body's folder."""
    folder = papers / f"{body.number:02d} {body.body}"
    folder.mkdir(exist_ok=True)
    form = folder / file_name(filing)
    write_form(form, filing, hand(stream(seed, "hand", body.body)))
    rng = stream(seed, "report", *filing.identity)
    if not reports or rng.random() >= _WITH_REPORT:
        return _Written(form, None)
    report = folder / report_name(filing)
    write_report(report, filing, rng)
    return _Written(form, report)
