"""What one recommending body sends, as a folder or packed into an archive."""

from collections.abc import Mapping
from pathlib import Path

from judge.demo.archives import pack
from judge.demo.attachments import write_attachments
from judge.demo.body_papers import body_papers
from judge.demo.chance import stream
from judge.demo.filings import QC_GROUP, Filing
from judge.demo.forms import form_called, write_form
from judge.demo.hands import hand
from judge.demo.plan import BodyPlan
from judge.demo.reports import report_name, write_report

_WITH_REPORT = 0.6
"""Share of groups attaching their result report, of those that a report's words tell from all others."""


class Folder:
    """A body's folder while it is filled.

    `forms` and `reports` are the files in it, none once it is packed into `archive`.
    """

    def __init__(self, path: Path, body: BodyPlan, seed: int) -> None:
        path.mkdir(exist_ok=True)
        self.forms: list[Path] = []
        self.reports: list[Path] = []
        self.archive: Path | None = None
        self._path = path
        self._body = body
        self._seed = seed
        self._hand = hand(stream(seed, "hand", body.body))

    def file(self, filing: Filing, namesakes: Mapping[str, int]) -> None:
        """Add a nomination's form and what is attached to it; `namesakes` count nominations by name."""
        form = self._path / _form_name(filing)
        write_form(form, filing.award, filing.entries, self._hand)
        self.forms.append(form)
        rng = stream(self._seed, "report", *filing.identity)
        if _is_unmistakable(filing, namesakes) and (self._body.thorough or rng.random() < _WITH_REPORT):
            report = self._path / report_name(filing)
            write_report(report, filing, rng)
            self.reports.append(report)
        if self._body.thorough:
            write_attachments(self._path, filing, namesakes, self._seed)

    def close(self) -> None:
        """Add the body's own papers, and pack everything if that is how the body sends it."""
        for form, entries in body_papers(self._body, self._seed):
            paper = self._path / f"{form_called(form).paper}-{self._body.body}.docx"
            write_form(paper, form, entries, self._hand)
            self.forms.append(paper)
        if self._body.thorough:
            self.archive = pack(self._path)
            self.forms.clear()
            self.reports.clear()


def _form_name(filing: Filing) -> str:
    """What a clerk calls the form's file."""
    names = dict.fromkeys((form_called(filing.award).paper, filing.name, filing.organisation))
    return f"{'-'.join(names)}.docx"


def _is_unmistakable(filing: Filing, namesakes: Mapping[str, int]) -> bool:
    """True for a group that a report, which names group and enterprise only, cannot mistake for another."""
    alone = namesakes[filing.name] == 1 and namesakes[filing.organisation] == 0
    return filing.award == QC_GROUP and alone
