"""The parts of a Word file: found, guarded, parsed and settled."""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lxml import etree

from imports.guards import XML_LIMIT, FileRefused, parse_xml, read_bytes
from imports.packages import Package, package_of
from imports.word import names as n
from imports.word.settling import settle, show_symbols

_DOCUMENT = "word/document.xml"
_STYLES = "styles.xml"
_PRIVATE_USE = re.compile(rb"\xef[\x80-\x83]")
"""U+F000 to U+F0FF in UTF-8, where bare Wingdings lie."""
_STRICT, _MAIN = n.STRICT.encode(), n.MAIN.encode()
_RUN_LOOKS = "rFonts|szCs|sz|color|kern|spacing|lang|bCs|b|iCs|i|u|highlight|shd"
_PARAGRAPH_LOOKS = (
    "widowControl|spacing|jc|ind|snapToGrid|adjustRightInd|autoSpaceDE|autoSpaceDN|textAlignment"
    "|kinsoku|wordWrap|overflowPunct|topLinePunct|keepNext|keepLines"
)


def _empty_elements(names: str) -> str:
    """A pattern of such elements; each is matched one way only, so never twice."""
    return rf"(?:<w:(?>{names})[ /][^<>]*+(?<=/)>)*+"


_OF_RUN, _OF_PARAGRAPH = _empty_elements(_RUN_LOOKS), _empty_elements(_PARAGRAPH_LOOKS)
_OF_MARK = f"(?:<w:rPr>{_OF_RUN}</w:rPr>)?"
_SETTINGS = (
    (b"<w:pPr>", b"</w:pPr>", re.compile(f"{_OF_PARAGRAPH}{_OF_MARK}".encode())),
    (b"<w:rPr>", b"</w:rPr>", re.compile(_OF_RUN.encode())),
)
"""Settings of paragraphs, with those of their mark, and of runs, that say nothing but looks."""
_LONGEST_LOOKS = 1024
_MOST_LOOKS = 4096
_known_looks: set[bytes] = set()
"""Settings met, to their end, that are looks alone: a season's forms come from a few word processors."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class WordFile:
    """An opened Word file: its settled body, its style sheet if asked for, and the digest of its bytes."""

    sha256: str
    body: etree._Element
    styles: etree._Element | None = None


def open_word(path: Path, *, with_styles: bool = False) -> WordFile:
    """Read a .docx, .docm, .dotx or .dotm once and settle its body.

    Raises:
        FileRefused: as `imports.packages.package_of` and `imports.guards.parse_xml`; `file-not-word` for
            another kind of zip.
    """
    content = read_bytes(path)
    package = package_of(content)
    styles = styles_in(package) if with_styles else None
    return WordFile(sha256(content).hexdigest(), body_in(package), styles)


def is_word(names: Collection[str]) -> bool:
    """True for the parts of a Word file as all word processors write it."""
    return _DOCUMENT in names


def body_in(package: Package) -> etree._Element:
    """The settled body of the Word file in a package.

    Raises:
        FileRefused: as `open_word`.
    """
    document = _without_looks(package.read(_main_part(package), XML_LIMIT))
    body = _parse(document).find(n.BODY)
    if body is None:
        raise FileRefused("file-not-word")
    settle(body)
    if _may_hold_symbols(document):
        show_symbols(body)
    return body


def styles_in(package: Package) -> etree._Element | None:
    """The style sheet of the Word file in a package, if it has one.

    Raises:
        FileRefused: as `open_word`.
    """
    part = posixpath.join(posixpath.dirname(_main_part(package)), _STYLES)
    return _parse(package.read(part, XML_LIMIT)) if part in package.names else None


def _parse(content: bytes) -> etree._Element:
    return parse_xml(content.replace(_STRICT, _MAIN))


def _without_looks(content: bytes) -> bytes:
    """The document without what only says how its runs and paragraphs look: most of what Word writes.

    Where "<" can stand for itself, in comments and the like, everything stays.
    """
    # Two searches for one character each are quicker than one for two characters, of which "<" is common.
    if (b"!" in content and b"<!" in content) or b"\0" in content:
        return content
    for begin, end, looks in _SETTINGS:
        content = _without(content, begin, end, looks)
    return content


def _without(content: bytes, begin: bytes, end: bytes, looks: re.Pattern[bytes]) -> bytes:
    """The content without settings that hold nothing but `looks`; of equal ones, one is looked at."""
    first, *others = content.split(begin)
    kept, last = [first], end
    for piece in others:
        # Most are equal to the one before.
        if not piece.startswith(last):
            cut = piece.find(end) + len(end)
            settings = piece[:cut]
            if settings not in _known_looks and not _are_looks(settings, end, looks):
                kept += begin, piece
                continue
            last = settings
        kept.append(piece[len(last) :])
    return b"".join(kept)


def _are_looks(settings: bytes, end: bytes, looks: re.Pattern[bytes]) -> bool:
    """Whether settings, with their end, say nothing but looks; if so it is known from now on."""
    inside = len(settings) - len(end)
    if inside < 0 or not settings.endswith(end) or not looks.fullmatch(settings, 0, inside):
        return False
    if len(settings) <= _LONGEST_LOOKS:
        if len(_known_looks) >= _MOST_LOOKS:
            _known_looks.clear()
        _known_looks.add(settings)
    return True


def _may_hold_symbols(document: bytes) -> bool:
    """False only where no private-use character can be: neither as such, nor by reference, nor in UTF-16."""
    return _PRIVATE_USE.search(document) is not None or b"&#" in document or b"\0" in document


def _main_part(package: Package) -> str:
    """The document's entry: nearly always `word/document.xml`, else as the package's relations say."""
    if _DOCUMENT in package.names:
        return _DOCUMENT
    if "_rels/.rels" in package.names:
        for relation in parse_xml(package.read("_rels/.rels", XML_LIMIT)).iter(_RELATION):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in package.names:
                return target
    raise FileRefused("file-not-word")
