"""Papers as people send them, before anything is done to them; the same bytes in every process."""

import io
import re
import tempfile
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from exports.score_sheets.records import Award, Row, ScoreWorkbook
from exports.score_sheets.workbook import write_score_sheets
from judge.demo.papers import write_papers
from judge.demo.score_tables import ScoreRow, write_score_table
from judge.demo.tables import write_table
from judge.services.sheets.score_books import criteria_of
from judge.services.sheets.score_labels import brief, score_labels
from rubrics.catalogue import load_builtin
from rubrics.digest import digest
from tests.imports.forms import bodies_papers, filled
from tests.imports.tables import samples
from tests.imports.word.compounds import compound, old_word
from tests.imports.word.papers import bare, full, lines

BODIES = filled.BODIES
PROGRAMME = load_builtin("xinjiang_2019")
DATA = Path(samples.__file__).parents[1] / "data"
SEATS = {"qc-group": 2, "qc-presenting": 1, "trusted-team": 1}
EDITION = "fuzzed"
"""The identity of the edition that the papers come to."""
GROUP, ENTERPRISE = "晨光QC小组", "中国石油新疆油田分公司采油一厂"
"""The group that the edition holds when the papers come."""
_UNDATED = (2019, 7, 1, 0, 0, 0)
_FORMS = {
    "附件3": filled.qc_group,
    "附件4": bodies_papers.qc_enterprise,
    "附件5": bodies_papers.qc_promoter,
    "附件7": bodies_papers.qc_statistics,
    "附件8": filled.trusted_team,
    "附件9": bodies_papers.team_enterprise,
    "附件10": bodies_papers.team_individual,
    "附件12": bodies_papers.team_statistics,
}
_SUMMARIES = {"附件6": bodies_papers.qc_summary, "附件11": bodies_papers.team_summary}
_SCORES = tuple(
    ScoreRow("qc-group-0001", "P1", criterion.title.zh, "5")
    for criterion in PROGRAMME.rubric_of("qc-group").criteria
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A paper by the name of its file."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """How the name ends, in lower case, with its dot."""
        return Path(self.name).suffix.casefold()


def parts_of(content: bytes) -> list[tuple[str, bytes]]:
    """The entries of an archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(parts: list[tuple[str, bytes]]) -> bytes:
    """An archive of these entries, which says nothing of when it was made."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        # Two entries of one name are what some case is about.
        warnings.simplefilter("ignore")
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _UNDATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


@cache
def seeds() -> tuple[Seed, ...]:
    """Every paper, in a fixed order; archives packed anew, so that no clock is in them."""
    with tempfile.TemporaryDirectory() as folder:
        found = [*_forms(), *_documents(), *_tables(Path(folder)), *_demo(Path(folder)), *_old()]
    settled = [Seed(seed.name, _undated(seed)) for seed in found]
    return (*settled, *_archives([seed for seed in settled if seed.suffix == ".docx"]))


def _undated(seed: Seed) -> bytes:
    return packed(parts_of(seed.content)) if seed.content.startswith(b"PK") else seed.content


def _forms() -> Iterator[Seed]:
    for name, write in _FORMS.items():
        yield Seed(f"{name}.docx", full(write()))
    for name, summarise in _SUMMARIES.items():
        yield Seed(f"{name}.docx", full(summarise()))
    both = filled.qc_group(name="红柳QC小组") + filled.trusted_team(name="红柳班组")
    yield Seed("两份申报表.docx", bare(both))
    yield Seed("更正.docx", bare(filled.qc_group(mobile="13700000000", members="张三、李四")))


def _documents() -> Iterator[Seed]:
    report = f"{GROUP}\n{ENTERPRISE}\n一、小组概况\n小组成立于2017年。\n二、效果\n故障率由 8.2% 降到 3.1%。"
    yield Seed("成果报告.docx", full(lines(report)))
    yield Seed(f"{GROUP}.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")


def _tables(folder: Path) -> Iterator[Seed]:
    quotas = [(str(n), body, "5", "3", "5") for n, body in enumerate((*BODIES, "哈密市工信局"), start=1)]
    quotas.append(("", "总计", "25", "15", "25"))
    reviewers = [("P3", "阿里木·买买提", "研究院", "13800000000", PROGRAMME.awards[0].title.zh)]
    award = PROGRAMME.award("qc-group").title.zh
    nominations = [
        (award, BODIES[0], "天山QC小组", "天山水泥", "降低能耗", "是", "否", "张三、古丽娜尔·阿不都热依木"),
        (award, BODIES[1], "瀚海QC小组", "瀚海油田", "提高产量", "否", "是", "李四、\U00020bb7野正"),
    ]
    tables: dict[str, tuple[tuple[str, ...], Sequence[tuple[str, ...]]]] = {
        "名额分配表": (samples.QUOTA_HEAD, quotas),
        "评委名单": (samples.REVIEWER_HEAD, reviewers),
        "推荐汇总表": (samples.NOMINATION_HEAD, nominations),
    }
    for name, (head, rows) in tables.items():
        for suffix, encoding in ((".xlsx", ""), (".csv", "utf-8-sig"), (".csv", "gb18030")):
            at = folder / f"{name}{suffix}"
            write_table(at, head, rows, encoding)
            yield Seed(f"{name}{encoding.replace('-', '')}{suffix}", at.read_bytes())
        yield Seed(f"{name}.ods", ods([head, *rows]))
    for suffix, encoding in ((".xlsx", ""), (".csv", "utf-8")):
        at = folder / f"评分表{suffix}"
        write_score_table(at, _SCORES, encoding)
        yield Seed(at.name, at.read_bytes())
        at = folder / f"评分汇总{suffix}"
        write_table(at, *_wide(), encoding)
        yield Seed(at.name, at.read_bytes())
    yield Seed("P1 评分表.xlsx", _score_sheets(folder))
    yield Seed("名额分配表.docx", (DATA / "quotas-2019.docx").read_bytes())


def _wide() -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    """A score table with a column for the reviewer, and the panel's own mean beside it."""
    return ("小组名称", "评分项", "P1", "平均"), [(GROUP, row.criterion, "5", "5") for row in _SCORES]


def _score_sheets(folder: Path) -> bytes:
    """A reviewer's score sheets, some of them filled in."""
    rubric, title = PROGRAMME.rubric_of("qc-group"), PROGRAMME.award("qc-group").title.zh
    row = Row("qc-group-0001", GROUP, ENTERPRISE, 1, "", {})
    award = Award("qc-group", title, digest(rubric), rubric.step, criteria_of(rubric), (row,))
    made_on = date(2019, 7, 1)
    book = ScoreWorkbook(EDITION, "评分表", "P1", "评委1", made_on, (award,), score_labels(), notes=brief())
    at = folder / "sheets.xlsx"
    write_score_sheets(book, at)
    parts = dict(parts_of(at.read_bytes()))
    sheet = parts["xl/worksheets/sheet2.xml"].decode()
    for cell, value in (("E5", "5"), ("F5", "12.5")):
        sheet, filled_in = re.subn(
            rf'<c r="{cell}" s="(\d+)"/>', rf'<c r="{cell}" s="\1"><v>{value}</v></c>', sheet
        )
        assert filled_in == 1
    parts["xl/worksheets/sheet2.xml"] = sheet.encode()
    return packed(list(parts.items()))


def ods(rows: list[tuple[str, ...]]) -> bytes:
    """An OpenDocument workbook of one sheet of texts."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
            for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    sheet = f'<table:table table:name="Sheet1">{cells}</table:table>'
    content = (
        f"<office:document-content{names}><office:body><office:spreadsheet>{sheet}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    listed = '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    parts = {"mimetype": mime, "META-INF/manifest.xml": listed.encode(), "content.xml": content.encode()}
    return packed(list(parts.items()))


def _demo(folder: Path) -> Iterator[Seed]:
    quotas = [(body, SEATS) for body in BODIES[:2]]
    papers = write_papers(folder / "demo", quotas, PROGRAMME, 7)
    for path in (*papers.forms[:4], papers.nominations, papers.reviewers):
        yield Seed(f"demo-{path.name}", path.read_bytes())
    yield Seed(f"{GROUP}-成果报告.docx", papers.reports[0].read_bytes())


def _old() -> Iterator[Seed]:
    yield Seed("申报表.doc", old_word())
    yield Seed("申报表.rtf.doc", b"{\\rtf1\\ansi " + "申报表".encode("gbk") + b"}")
    yield Seed("加密.xlsx", compound({"EncryptedPackage": b"", "EncryptionInfo": b""}))
    for name in ("cells.xls", "cells.ods"):
        yield Seed(name, (DATA / name).read_bytes())
    # As LibreOffice saves it; nothing here writes this format.
    yield Seed("推荐汇总表.xls", Path(__file__).with_name("data").joinpath("nominations.xls").read_bytes())


def _archives(forms: list[Seed]) -> Iterator[Seed]:
    some = [(f"油田/{seed.name}", seed.content) for seed in forms[:3]]
    yield Seed("油田.zip", packed(some))
    # As Windows packs: names in GBK, and no flag that says which encoding they are in.
    for_now = {f"{n:_<{len(name.encode('gbk'))}}": name.encode("gbk") for n, (name, _) in enumerate(some)}
    content = packed([(name, part) for name, (_, part) in zip(for_now, some, strict=True)])
    for name, spelled in for_now.items():
        content = content.replace(name.encode(), spelled)
    yield Seed("油田gbk.zip", content)
