"""Word files made by hand, so that every element that a test is about stands in it as written."""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from lxml import etree

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)

WINGDINGS_TICK = '<w:sym w:font="Wingdings" w:char="F0FE"/>'
WINGDINGS_BOX = '<w:sym w:font="Wingdings" w:char="F0A3"/>'


def run(content: str) -> str:
    """A run: text, or elements where `content` begins with one."""
    inner = content if content.startswith("<") else f'<w:t xml:space="preserve">{escape(content)}</w:t>'
    return f"<w:r>{inner}</w:r>"


def paragraph(*runs: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{''.join(runs)}</w:p>"


def lines(text: str) -> str:
    return "".join(paragraph(run(line)) if line else paragraph() for line in text.split("\n"))


def cell(content: str = "", span: int = 1, down: str = "") -> str:
    """A cell: text with a paragraph a line, or block elements where `content` begins with one."""
    merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[down]
    inner = content if content.startswith("<") else lines(content)
    width = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f"<w:tc><w:tcPr>{width}{merge}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, columns: int = 6) -> str:
    grid = '<w:gridCol w:w="1500"/>' * columns
    settings = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
    return f"<w:tbl>{settings}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def document_xml(body: str) -> bytes:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


def archive(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """The same bytes for the same entries, whenever they are packed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in entries:
            target.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def bare(body: str) -> bytes:
    """The smallest Word file that holds `body`."""
    return archive([("word/document.xml", document_xml(body))])


def full(body: str) -> bytes:
    """A Word file with all the parts that a word processor writes."""
    document = Document()
    target = document.element.body
    for child in reversed(etree.fromstring(document_xml(body))[0]):
        target.insert(0, child)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as saved:
        return archive((name, saved.read(name)) for name in saved.namelist())


def written(folder: Path, content: bytes, name: str = "form.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
