"""Quotas as the notice published them, and a small edition's papers."""

import zipfile
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import docx
import pytest

from imports.intake.archives import name_of
from judge.demo.papers import Papers, write_papers
from judge.demo.plan import Quotas
from rubrics.model import Programme

SEED = 2019


@pytest.fixture(scope="session")
def quotas() -> Quotas:
    content = files("judge.demo").joinpath("data", "quotas-2019.docx").read_bytes()
    (table,) = docx.Document(BytesIO(content)).tables
    rows = [[cell.text.strip() for cell in row.cells] for row in table.rows]
    columns = ("qc-group", "qc-presenting", "trusted-team")
    return [
        (row[1], dict(zip(columns, map(int, row[2:]), strict=True))) for row in rows if row[0].isdecimal()
    ]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, quotas: Quotas, programme: Programme) -> Papers:
    """A tenth of the bodies' papers."""
    return write_papers(tmp_path_factory.mktemp("demo"), quotas, programme, SEED, scale=0.1)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path; of an archive what is in it, by the names in it."""
    found: dict[str, bytes] = {}
    for path in folder.rglob("*.*"):
        name = str(path.relative_to(folder))
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                found |= {f"{name}/{name_of(entry)}": archive.read(entry) for entry in archive.infolist()}
        elif path.is_file():
            found[name] = path.read_bytes()
    return found
