"""Which characters the bytes of a text file stand for; never a guess among several."""

import codecs

from charset_normalizer import from_bytes

from imports.guards import FileRefused
from imports.remarks import Remarks

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 64 * 1024
_COMMON_PERCENT = 85
"""Chinese text is nearly all of GB 2312; other encodings read as GB 18030 fall mostly outside it."""


def decode(content: bytes, remarks: Remarks) -> str:
    """The text of `content`: by its byte order mark, as strict UTF-8, or as plausible GB 18030 (noted).

    Raises:
        FileRefused: "encoding-likely" (likely: the encoding it looks most like), "encoding-unknown".
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(content, encoding)
    try:
        return _checked(content, "utf-8")
    except FileRefused:
        text = _checked(content, "gb18030")
    if not _is_plausible_chinese(text):
        raise _unknown(content)
    remarks.note("encoding-gb18030")
    return text


def _checked(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeError as fault:
        raise _unknown(content) from fault
    if "\0" in text:
        raise _unknown(content)
    return text


def _is_plausible_chinese(text: str) -> bool:
    foreign = [c for c in text if not c.isascii()]
    common = "".join(foreign).encode("gb2312", "ignore").decode("gb2312")
    return len(common) * 100 >= _COMMON_PERCENT * len(foreign)


def _unknown(content: bytes) -> FileRefused:
    best = from_bytes(content[:_SAMPLE]).best()
    return FileRefused("encoding-likely", likely=best.encoding) if best else FileRefused("encoding-unknown")
