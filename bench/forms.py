"""Word forms imported, against bare lxml reading the tables of the same files; one process on each side."""

import gc
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from time import perf_counter
from types import MappingProxyType

from lxml import etree

from bench.verdict import Ratios, tell
from bench.word_looks import dressed
from imports.records import BodyPaperRecord, NominationRecord
from imports.word import names as n
from judge.services.editions.edition import Edition, make_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.papers.report import ImportReport
from rubrics.catalogue import load_builtin
from tests.imports.forms.bodies_papers import (
    qc_enterprise,
    qc_promoter,
    qc_statistics,
    team_enterprise,
    team_individual,
    team_statistics,
)
from tests.imports.forms.filled import STAMP, qc_group, trusted_team
from tests.imports.word.papers import full

FORMS = 2000
KINDS: Mapping[Callable[..., str], tuple[str, ...]] = MappingProxyType(
    {
        qc_group: ("name", "organisation", "subject", "narrative"),
        qc_enterprise: ("organisation", "narrative"),
        qc_promoter: ("name", "organisation", "narrative"),
        qc_statistics: ("groups_ever", "notes"),
        trusted_team: ("name", "organisation", "narrative"),
        team_enterprise: ("organisation", "narrative"),
        team_individual: ("name", "organisation", "narrative"),
        team_statistics: ("teams_ever", "notes"),
    }
)
"""Every form with a table, and its fields that no two papers have alike; each body files one of each."""
ROUNDS = 5
AT_MOST: Ratios = {"read": 1.5, "commit": 3.0}
_A_FORM = 1000 / FORMS
"""From seconds for all of them to milliseconds each."""
_STORY = "小组围绕现场问题开展活动，按PDCA循环推进，数据可查。" * 30


def run() -> tuple[float, float, float]:
    """Seconds for all forms: bare, read and validated, through commit.

    Time on the clock of the fastest of alternating rounds, so that a busy machine disturbs neither.
    """
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder, "papers")
        papers.mkdir()
        write_forms(papers, FORMS)
        bare, read, filed = [], [], []
        for number in range(ROUNDS):
            edition = edition_of_bodies(Path(folder, f"{number}.judge"))
            bare.append(_seconds(partial(_read_bare, papers)))
            read.append(_seconds(partial(_read, edition, papers)))
            filed.append(_seconds(partial(_read_and_file, edition, papers)))
            edition.close()
    return min(bare), min(read), min(filed)


def main() -> bool:
    """Print one line with the milliseconds a form; whether both bounds are met."""
    bare, read, filed = run()
    said = (
        f"forms: judge reads {read * _A_FORM:.2f} ms, files {filed * _A_FORM:.2f} ms a form,"
        f" bare lxml {bare * _A_FORM:.2f} ms"
    )
    return tell(said, {"read": read / bare, "commit": filed / bare}, AT_MOST)


def write_forms(folder: Path, count: int) -> None:
    """Forms of all kinds in turn that differ in every name, so that no cache can answer for reading."""
    kinds = list(KINDS.items())
    for number in range(count):
        form, differing = kinds[number % len(kinds)]
        own = {key: text for key, text in _said_in(number).items() if key in differing}
        body = form(body=_body(number // len(kinds)), **own)
        (folder / f"{number}.docx").write_bytes(full(dressed(body, number)))


def _said_in(number: int) -> dict[str, str]:
    story = f"{number}：{_STORY}"
    return {
        "name": f"第{number}小组",
        "organisation": f"第{number}厂",
        "subject": f"降低{number}号线故障率",
        "narrative": f"{story}\n{STAMP}",
        "notes": story,
        "groups_ever": f"{number + 1000}",
        "teams_ever": f"{number + 1000}",
    }


def _body(number: int) -> str:
    return f"第{number}师工业和信息化局"


def edition_of_bodies(path: Path) -> Edition:
    """A new edition whose quota table is filed."""
    edition = make_edition(str(path), title="bench", year=2019, programme=load_builtin("xinjiang_2019"))
    table = path.with_suffix(".csv")
    rows = "".join(f"{number + 1},{_body(number)},5,3,5\n" for number in range(-(-FORMS // len(KINDS))))
    table.write_text(f"序号,地区或部门,小组数,发表小组数,质量信得过班组数\n{rows}", "utf-8")
    file_papers(edition, read_papers(edition, [table]))
    return edition


def _read(edition: Edition, papers: Path) -> ImportReport:
    report = read_papers(edition, [papers])
    if report.count(NominationRecord) + report.count(BodyPaperRecord) != FORMS:
        raise RuntimeError("the bench's own forms are refused")
    return report


def _read_and_file(edition: Edition, papers: Path) -> None:
    file_papers(edition, _read(edition, papers))


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    began = perf_counter()
    work()
    return perf_counter() - began


def _read_bare(papers: Path) -> int:
    """What anybody needs at the least to have the tables: every row's cells as texts."""
    cells = 0
    for path in sorted(papers.iterdir()):
        with zipfile.ZipFile(path) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        for table in root.iter(n.TABLE):
            rows = [
                ["".join(text.text or "" for text in cell.iter(n.TEXT)) for cell in row.iter(n.CELL)]
                for row in table.iter(n.ROW)
            ]
            cells += sum(map(len, rows))
    return cells


if __name__ == "__main__":
    sys.exit(not main())
