"""However many papers come, few of them are in memory at once."""

import tracemalloc
from pathlib import Path

import pytest

from judge.services.editions.edition import make_edition
from judge.services.papers.filing import file_papers
from judge.services.papers.importing import read_papers
from rubrics.model import Programme
from tests.imports.word.papers import bare, lines, written
from tests.judge.services import small_papers as papers

CHARACTERS = 300_000


def peak(folder: Path, programme: Programme, count: int) -> int:
    """Bytes at the highest while so many reports are read and filed, beyond what was there before."""
    edition = make_edition(str(folder / f"{count}.judge"), title="2019", year=2019, programme=programme)
    papers.file(edition, papers.quotas(folder), papers.nominations(folder))
    sent = folder / str(count)
    sent.mkdir()
    for number in range(count):
        text = f"{number}一年来的成果。" * (CHARACTERS // 8)
        written(sent, bare(lines(f"{papers.GROUPS[0]}\n{text}")), f"成果报告{number}.docx")
    tracemalloc.start()
    try:
        report = read_papers(edition, [sent])
        assert file_papers(edition, report).files == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        edition.close()


@pytest.mark.slow
def test_memory_does_not_grow_with_the_number_of_papers(tmp_path: Path, programme: Programme) -> None:
    peak(tmp_path, programme, 1)
    few, many = peak(tmp_path, programme, 70), peak(tmp_path, programme, 210)
    assert many < few * 1.2
