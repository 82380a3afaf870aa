"""The edition into which every case is imported: as an office has it in the middle of its season."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from judge.services.editions.edition import Edition, make_edition, open_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from judge.services.sheets.assigning import assign, plan_assignments
from judge.store.memory import Memory
from judge.store.tables import metadata
from tests.fuzz.seeds import BODIES, EDITION, PROGRAMME
from tests.imports.forms.filled import qc_group
from tests.imports.tables import samples
from tests.imports.word.papers import bare, written

AWARD = "自治区优秀质量管理小组"


def _now() -> datetime:
    return datetime(2019, 7, 1, 8, tzinfo=UTC)


class Ground:
    """An edition with quotas, one group, two reviewers and their sheets, as often as it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._kept, self._at = folder / "kept.judge", folder / "2019.judge"
        edition = make_edition(
            str(self._kept), title="2019", year=2019, programme=PROGRAMME, clock=_now, identity=EDITION
        )
        papers = folder / "first"
        papers.mkdir()
        quotas = [(n, body, 5, 3, 5) for n, body in enumerate(BODIES, start=1)]
        reviewers = [(f"P{n}", f"评委{n}", f"研究院{n}", "", AWARD) for n in (1, 2)]
        samples.write_csv(papers / "quotas.csv", [samples.QUOTA_HEAD, *quotas])
        samples.write_csv(papers / "reviewers.csv", [samples.REVIEWER_HEAD, *reviewers])
        written(papers, bare(qc_group()))
        file_papers(edition, read_papers(edition, [papers]))
        assign(edition, plan_assignments(edition, 2))
        edition.close()
        self._put_back()
        self.edition: Edition = open_edition(str(self._at), _now)
        self.rows = rows_of(self.edition)

    def renew(self) -> None:
        """Let the edition be as it was before anything was filed."""
        self._put_back()
        self.edition = replace(self.edition, memory=Memory())

    def _put_back(self) -> None:
        # Page by page and while it is open: opening it anew compiles every statement anew, which costs more
        # than all that a case asks of it.
        with closing(sqlite3.connect(self._kept)) as kept, closing(sqlite3.connect(self._at)) as there:
            kept.backup(there)

    def close(self) -> None:
        """Let the edition go."""
        self.edition.close()


def rows_of(edition: Edition) -> Mapping[str, int]:
    """How many rows each table has."""
    counts = [select(func.count()).select_from(table).scalar_subquery() for table in metadata.sorted_tables]
    with edition.store.read() as connection:
        found = connection.execute(select(*counts)).one()
    return dict(zip((table.name for table in metadata.sorted_tables), found, strict=True))
