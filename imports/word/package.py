"""The parts of a Word file: found, guarded, parsed and settled."""

import posixpath
import re
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from lxml import etree

from imports.guards import XML_LIMIT, FileRefused, archive_of, parse_xml, read_bytes, read_entry
from imports.word import names as n
from imports.word.settling import settle, show_symbols

_DOCUMENT = "word/document.xml"
_STYLES = "styles.xml"
_PRIVATE_USE = re.compile(rb"\xef[\x80-\x83]")
"""U+F000 to U+F0FF in UTF-8, where bare Wingdings lie."""
_STRICT, _MAIN = n.STRICT.encode(), n.MAIN.encode()
_LOOKS = re.compile(
    rb"<w:rPr>(?:<w:(?>rFonts|szCs|sz|color|kern|spacing|lang|bCs|b|iCs|i|u|highlight|shd)"
    rb"[ /][^<>]*+(?<=/)>)++</w:rPr>"
)
"""Empty elements that are all there is in a run's settings; each is matched one way only, so never twice."""
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
        FileRefused: as `imports.guards.archive_of` and `parse_xml`; `file-not-word` for another kind of zip.
    """
    content = read_bytes(path)
    with archive_of(content) as archive:
        styles = styles_in(archive) if with_styles else None
        return WordFile(sha256(content).hexdigest(), body_in(archive), styles)


def is_word(archive: zipfile.ZipFile) -> bool:
    """True for the archive of a Word file as all word processors write it."""
    return _DOCUMENT in archive.NameToInfo


def body_in(archive: zipfile.ZipFile) -> etree._Element:
    """The settled body of the Word file in an archive that `imports.guards` let pass.

    Raises:
        FileRefused: as `open_word`.
    """
    document = _without_looks(read_entry(archive, _main_part(archive), XML_LIMIT))
    body = _parse(document).find(n.BODY)
    if body is None:
        raise FileRefused("file-not-word")
    settle(body)
    if _may_hold_symbols(document):
        show_symbols(body)
    return body


def styles_in(archive: zipfile.ZipFile) -> etree._Element | None:
    """The style sheet of the Word file in an archive, if it has one.

    Raises:
        FileRefused: as `open_word`.
    """
    part = posixpath.join(posixpath.dirname(_main_part(archive)), _STYLES)
    return _parse(read_entry(archive, part, XML_LIMIT)) if part in archive.NameToInfo else None


def _parse(content: bytes) -> etree._Element:
    return parse_xml(content.replace(_STRICT, _MAIN))


def _without_looks(content: bytes) -> bytes:
    """The document without what only says how its runs look, which is most of what Word writes.

    Where "<" can stand for itself, in comments and the like, everything stays.
    """
    if b"<!" in content or b"\0" in content:
        return content
    return _LOOKS.sub(b"", content)


def _may_hold_symbols(document: bytes) -> bool:
    """False only where no private-use character can be: neither as such, nor by reference, nor in UTF-16."""
    return _PRIVATE_USE.search(document) is not None or b"&#" in document or b"\0" in document


def _main_part(archive: zipfile.ZipFile) -> str:
    """The document's entry: nearly always `word/document.xml`, else as the package's relations say."""
    if _DOCUMENT in archive.NameToInfo:
        return _DOCUMENT
    if "_rels/.rels" in archive.NameToInfo:
        for relation in parse_xml(read_entry(archive, "_rels/.rels", XML_LIMIT)).iter(_RELATION):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target in archive.NameToInfo:
                return target
    raise FileRefused("file-not-word")
