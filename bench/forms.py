"""Reading and validating Word forms, against bare lxml reading all cell texts from the same files."""

import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

from lxml import etree

from bench.verdict import Ratios, tell
from imports.forms.reading import read
from imports.word import names as n
from tests.imports.forms.filled import REGISTER, STAMP, qc_group, trusted_team
from tests.imports.word.papers import full

FORMS = 60
ROUNDS = 9
AT_MOST: Ratios = {}
# What Word writes around each piece of text; it is as much a part of reading a form as the text is.
_FONT = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:hint="eastAsia"/>'
_RUN = (
    f'<w:r w:rsidR="00A77B3E" w:rsidRPr="00C41D5A"><w:rPr>{_FONT}<w:color w:val="000000"/>'
    '<w:kern w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>'
)
_PARAGRAPH = (
    '<w:pPr><w:widowControl/><w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>'
    f'<w:rPr>{_FONT}<w:sz w:val="24"/></w:rPr></w:pPr>'
)
_STORY = "小组围绕现场问题开展活动，按PDCA循环推进，数据可查。" * 30


def run() -> tuple[float, float]:
    """Seconds that `imports.forms.read` and bare lxml take for all forms.

    Processor time of the fastest of alternating rounds, so that a busy machine disturbs neither.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = _written(Path(folder))
        for path in paths:
            reading = read(path, REGISTER)
            if reading.refused or not reading.records:
                raise RuntimeError(f"the bench's own form is refused: {reading.findings}")
        ours, bare = [], []
        for _ in range(ROUNDS):
            bare.append(_seconds(_read_bare, paths))
            ours.append(_seconds(lambda path: read(path, REGISTER), paths))
    return min(ours), min(bare)


def main() -> bool:
    """Print one line; there is no bound to miss."""
    ours, bare = run()
    said = f"forms: judge {FORMS / ours:.0f}/s, bare lxml {FORMS / bare:.0f}/s"
    return tell(said, {"time": ours / bare}, AT_MOST)


def _written(folder: Path) -> list[Path]:
    """Forms that differ in every name, as forms do, so that no cache can answer for reading."""
    paths = []
    for number in range(FORMS):
        own = {
            "name": f"第{number}小组",
            "organisation": f"第{number}厂",
            "narrative": f"{number}：{_STORY}\n{STAMP}",
        }
        body = qc_group(**own, subject=f"降低{number}号线故障率") if number % 2 else trusted_team(**own)
        path = folder / f"{number}.docx"
        path.write_bytes(full(body.replace("<w:r>", _RUN).replace("<w:pPr></w:pPr>", _PARAGRAPH)))
        paths.append(path)
    return paths


def _seconds(reader: Callable[[Path], object], paths: list[Path]) -> float:
    began = process_time()
    for path in paths:
        reader(path)
    return process_time() - began


def _read_bare(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(text.text or "" for text in cell.iter(n.TEXT)) for cell in root.iter(n.CELL)]


if __name__ == "__main__":
    sys.exit(not main())
