"""What must hold of everything that is said about a file, in both languages, on a screen and in JSON."""

import contextlib
import io
import json
import re
from string import Formatter

from imports.findings import Finding
from judge.cli.importing import _as_json, sentence
from judge.cli.tables import Column, print_table
from judge.locale import speak
from judge.locale.findings import FINDINGS
from judge.locale.refusals import REFUSALS
from judge.services.papers.report import ImportReport

_LONGEST = 2000
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FROM_THE_PLACE = {"file", "table", "row", "label"}


def check_findings(report: ImportReport) -> None:
    """Every finding has its place and a whole sentence in both languages; JSON and tables take all of it."""
    for paper in report.papers:
        for finding in paper.reading.findings:
            _check(finding, str(paper.path))
    for language in ("zh", "en"):
        speak(language)
        said = json.dumps(_as_json(report, None), ensure_ascii=False, indent=2)
        # Bytes of a name that are no characters are replaced where a stream cannot say them; texts have none.
        said.replace("\udcff", "").encode("utf-8")
        assert json.loads(said)["files"] is not None
    _check_table(report)


def _check(finding: Finding, path: str) -> None:
    sentence_of = {**REFUSALS, **FINDINGS}[finding.code]
    place = finding.place
    assert place.file == path, f"{finding} is not placed in {path!r}"
    assert place.row is None or place.row >= 1, finding
    known = {name for name in _FROM_THE_PLACE if getattr(place, name) is not None} | finding.params.keys()
    needed = {name for _, name, _, _ in Formatter().parse(sentence_of) if name}
    assert needed <= known, f"{finding.code} lacks {needed - known}"
    for language in ("en", "zh"):
        speak(language)
        words = sentence(finding)
        assert words.isprintable(), f"{finding.code} says what cannot be seen: {words!r}"
        assert len(words) < _LONGEST, f"{finding.code} says {len(words)} characters"
        assert language == "en" or _CHINESE.search(words), words


def _check_table(report: ImportReport) -> None:
    """A terminal's table of what was read holds a line for each row."""
    rows = [(p.name, f.code, f.place.table, f.place.label) for p in report.papers for f in p.reading.findings]
    if not rows:
        return
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        print_table([Column(title) for title in ("file", "code", "table", "label")], rows[:20])
    told = [line for line in shown.getvalue().splitlines() if line.strip()]
    assert len(told) == min(len(rows), 20) + 2, "a table's line is broken"
