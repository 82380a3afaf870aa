"""The fonts of the book.

宋体 (SimSun) for the body and 黑体 (SimHei) for heads: what Chinese official papers are set in, and what
every Chinese Windows, WPS and Office for Mac has had for decades, while 等线 came with Office 2016 and is
missing in WPS. Where they are missing they still tell serif from sans: LibreOffice has replacement tables
for both names, and the character set makes Excel elsewhere fall back to a Chinese font. A digit of 宋体 is
half as wide as a character, so a width counted in cells is the width on paper.
"""

from typing import Any

_GB2312 = 134
_ROMAN, _SWISS = 1, 2

BODY: dict[str, Any] = {
    "font_name": "宋体",
    "font_size": 11,
    "font_charset": _GB2312,
    "font_family": _ROMAN,
    "font_scheme": None,
}
HEAD: dict[str, Any] = BODY | {"font_name": "黑体", "font_family": _SWISS}
