"""A minimal Word package around a document's body; the same body gives the same bytes, whenever written."""

import zipfile
from pathlib import Path
from typing import BinaryIO

_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_CONTENT_TYPES = (
    f'{_HEADER}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MEDIA}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MEDIA}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_HEADER}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)


def _paragraph_style(identifier: str, name: str, settings: str, half_points: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr>{settings}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{half_points}"/></w:rPr></w:style>'
    )


_STYLES = "".join(
    (
        f'{_HEADER}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>',
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>',
        '<w:sz w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>',
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
        _paragraph_style(
            "Title", "Title", '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>', 36
        ),
        _paragraph_style("Heading1", "heading 1", '<w:spacing w:before="240"/><w:outlineLvl w:val="0"/>', 28),
        _paragraph_style("Heading2", "heading 2", '<w:spacing w:before="120"/><w:outlineLvl w:val="1"/>', 24),
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>',
        *(
            f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
        "</w:tblBorders></w:tblPr></w:style></w:styles>",
    )
)

_SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
    ' w:header="720" w:footer="720" w:gutter="0"/>'
    "</w:sectPr>"
)


def write(target: Path | BinaryIO, body: str) -> None:
    """Write `body`, made of `exports.word.ink`, as a .docx file into `target`."""
    document = (
        f'{_HEADER}<w:document xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:mc="{_MC}" mc:Ignorable="w14">'
        f"<w:body>{body}{_SECTION}</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _STYLES,
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in parts.items():
            archive.writestr(_timeless(name), text, zipfile.ZIP_DEFLATED, compresslevel=6)


def _timeless(name: str) -> zipfile.ZipInfo:
    """An entry without the clock or the system it was written on."""
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    return entry
