"""Old Word files (.doc) and RTF: told, and looked through before a word processor is asked to turn them."""

import re
import struct

from imports.guards import FileRefused
from imports.tables import compound

_RTF = b"{\\rtf"
_DOCUMENT = "WordDocument"
_WEB_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html|mime-version:)",
    re.IGNORECASE | re.DOTALL,
)
_GLANCE = 4096
_FLAGS_AT, _ENCRYPTED = 10, 0x0100
"""Where a Word stream says that it is encrypted ([MS-DOC] 2.5.2)."""


def is_old_word(content: bytes) -> bool:
    """True for a compound file with a Word stream, and for RTF."""
    if content.startswith(compound.MAGIC):
        return compound.has_stream(content, _DOCUMENT)
    return is_rtf(content)


def is_rtf(content: bytes) -> bool:
    """True for rich text."""
    return content.startswith(_RTF)


def is_web_page(content: bytes) -> bool:
    """True for a web page, also one with its pictures (MHTML), whatever it is called."""
    return _WEB_PAGE.match(content[:_GLANCE].removeprefix(b"\xef\xbb\xbf")) is not None


def check_old_word(content: bytes) -> None:
    """Refuse what no word processor could turn, without asking one.

    Raises:
        FileRefused: "file-encrypted", "file-truncated", "file-unreadable".
    """
    if is_rtf(content):
        if not content.rstrip(b"\0\r\n\t ").endswith(b"}"):
            raise FileRefused("file-truncated")
        return
    if compound.has_stream(content, "EncryptedPackage"):
        raise FileRefused("file-encrypted")
    compound.check_whole(content)
    stream = compound.stream_of(content, [_DOCUMENT])
    try:
        (flags,) = struct.unpack_from("<H", stream, _FLAGS_AT)
    except struct.error as fault:
        raise FileRefused("file-unreadable") from fault
    if flags & _ENCRYPTED:
        raise FileRefused("file-encrypted")
