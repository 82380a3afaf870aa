"""WordprocessingML as text: runs, paragraphs, cells and tables (ECMA-376 part 1, clause 17).

Plain strings, not trees: a form is made of a few hundred elements and six hundred forms are wanted at once.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from judge.demo.hands import Tick

_SYMBOLS = {Tick.WINGDINGS: ("Wingdings", "F0FE", "F0A8"), Tick.WINGDINGS_2: ("Wingdings 2", "F052", "F0A3")}
_MINCHO = 'w14:font="MS Gothic"'


def run(text: str, *, bold: bool = False) -> str:
    """A run of text, its blanks kept."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def box(tick: Tick, *, ticked: bool) -> str:
    """A box to tick, as a run, a control or a field."""
    if tick.is_glyph:
        return run(tick.value[0 if ticked else 1])
    if tick in _SYMBOLS:
        font, full, empty = _SYMBOLS[tick]
        return f'<w:r><w:sym w:font="{font}" w:char="{full if ticked else empty}"/></w:r>'
    return _control(ticked=ticked) if tick is Tick.CONTROL else _field(ticked=ticked)


def _control(*, ticked: bool) -> str:
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2611" {_MINCHO}/><w14:uncheckedState w14:val="2610" {_MINCHO}/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{run('☑' if ticked else '☐')}</w:sdtContent></w:sdt>"
    )


def _field(*, ticked: bool) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val=""/><w:enabled/>'
        f'<w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/><w:default w:val="{int(ticked)}"/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(*runs: str, style: str = "", align: str = "") -> str:
    """A paragraph of runs; `style` is a style's id, `align` "center" or "right"."""
    settings = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f'<w:jc w:val="{align}"/>' if align else ""
    )
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{''.join(runs)}</w:p>"


def lines(text: str, *, align: str = "") -> str:
    """Text as paragraphs, one a line."""
    return "".join(paragraph(run(line), align=align) for line in text.split("\n"))


def cell(content: str, width: int, *, span: int = 1, merge: str = "") -> str:
    """A cell of paragraphs, `width` in twentieths of a point; `merge` downward: "restart" or "continue"."""
    settings = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
        + '<w:vAlign w:val="center"/>'
    )
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], height: int = 480) -> str:
    """A table row at least `height` twentieths of a point high."""
    return f'<w:tr><w:trPr><w:trHeight w:val="{height}"/></w:trPr>{"".join(cells)}</w:tr>'


def table(columns: Iterable[int], rows: Iterable[str]) -> str:
    """A ruled table of rows; `columns` are widths in twentieths of a point."""
    widths = tuple(columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )
