"""WordprocessingML as text: runs, paragraphs, cells and tables (ECMA-376 part 1, clause 17).

Plain strings, not trees: a form is made of a few hundred elements and the demo wants six hundred at once.
"""

from collections.abc import Iterable
from xml.sax.saxutils import escape


def run(text: str, *, bold: bool = False) -> str:
    """A run of text, its blanks kept."""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", align: str = "") -> str:
    """A paragraph of runs; `style` is a style's id, `align` "center" or "right"."""
    settings = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f'<w:jc w:val="{align}"/>' if align else ""
    )
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{''.join(runs)}</w:p>"


def lines(text: str, *, align: str = "") -> str:
    """Text as paragraphs, one a line."""
    return "".join(paragraph(run(line), align=align) for line in text.split("\n"))


def cell(content: str, width: int, *, span: int = 1, merge: str = "", upright: str = "center") -> str:
    """A cell of paragraphs, `width` in twentieths of a point.

    `merge` is downward: "restart" or "continue"; `upright` where the text stands: "top" or "center".
    """
    settings = (
        f'<w:tcW w:w="{width}" w:type="dxa"/>'
        + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
        + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
        + f'<w:vAlign w:val="{upright}"/>'
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
