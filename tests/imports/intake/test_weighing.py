"""A form's weight is what it takes in memory, or a little more; what may be large has none."""

import gc
import tracemalloc
from pathlib import Path

import pytest

from imports.intake.sent import SentFile
from imports.intake.weighing import weight
from imports.reading import open_file
from tests.imports.forms import bodies_papers as papers
from tests.imports.forms.bodies_papers import REGISTER
from tests.imports.forms.filled import qc_group, trusted_team
from tests.imports.word.papers import bare, lines, written

LONG = "小组围绕现场问题开展活动，数据可查。" * 400
MANY = "、".join(f"张{number}" for number in range(3000))


@pytest.mark.parametrize(
    "body",
    [
        qc_group(narrative=LONG),
        qc_group(narrative="\U00020bb7" * 5000),
        qc_group(members=MANY),
        qc_group(presents="", plaque="是☑ 否☑", headcount="约九人"),
        trusted_team(),
        papers.qc_promoter(),
        papers.qc_statistics(notes=LONG),
        papers.team_statistics(),
        papers.qc_summary(),
        papers.team_summary(text="一、工作\n" * 3000),
    ],
)
def test_a_form_weighs_no_less_than_it_takes(tmp_path: Path, body: str) -> None:
    sent = SentFile.of(written(tmp_path, bare(body)))
    open_file(sent, REGISTER)
    gc.collect()
    tracemalloc.start()
    try:
        opened = open_file(sent, REGISTER)
        gc.collect()
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    weighed = weight(opened)
    assert weighed is not None
    assert taken <= weighed <= 4 * taken + 8192


def test_a_document_has_no_weight(tmp_path: Path) -> None:
    sent = SentFile.of(written(tmp_path, bare(lines("晨光QC小组成果报告\n数据可查。")), "成果报告.docx"))
    assert weight(open_file(sent, REGISTER)) is None
