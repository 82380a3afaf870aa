"""What Word writes around each piece of text: fonts and sizes of runs and paragraphs, widths of cells.

It is as much a part of reading a form as the text is, and it changes from run to run as people paste and
retype.
"""

import random
import re

_FONTS = (
    '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体" w:hint="eastAsia"/>',
    '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:cs="宋体" w:hint="eastAsia"/>',
    '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="宋体"/>',
)
_SIZES = (
    '<w:color w:val="000000"/><w:kern w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>',
    '<w:b/><w:bCs/><w:sz w:val="24"/>',
    '<w:color w:val="000000"/><w:sz w:val="21"/><w:szCs w:val="21"/>',
)
_LINES = (
    '<w:widowControl/><w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>',
    '<w:spacing w:line="360" w:lineRule="auto"/>',
    '<w:widowControl/><w:jc w:val="left"/>',
)
_COMMONEST = (6, 2, 1)
"""Of three looks, how often each is met."""


def dressed(body: str, seed: int) -> str:
    """A plain body as Word would have saved it."""
    draw = random.Random(seed)  # noqa: S311 - looks, no secrets
    text = re.sub("<w:r>", lambda _: _run(draw), body)
    text = re.sub("<w:pPr></w:pPr>", lambda _: _paragraph(draw), text)
    width = '<w:tcPr><w:tcW w:w="1500" w:type="dxa"/>'
    text = text.replace("<w:tcPr></w:tcPr>", f'{width}<w:vAlign w:val="center"/></w:tcPr>')
    return text.replace("<w:tcPr><w:gridSpan", f"{width}<w:gridSpan")


def _one_of(looks: tuple[str, ...], draw: random.Random) -> str:
    return draw.choices(looks, _COMMONEST)[0]


def _run(draw: random.Random) -> str:
    settings = f"<w:rPr>{_one_of(_FONTS, draw)}{_one_of(_SIZES, draw)}</w:rPr>"
    return f'<w:r w:rsidR="00A77B3E" w:rsidRPr="00C41D5A">{settings}'


def _paragraph(draw: random.Random) -> str:
    mark = f"<w:rPr>{_one_of(_FONTS, draw)}{_one_of(_SIZES, draw)}</w:rPr>"
    return f"<w:pPr>{_one_of(_LINES, draw)}{mark}</w:pPr>"
