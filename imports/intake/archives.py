"""Zip archives as folders: entries laid down on disk one by one, and what is wrong with any said in place."""

import errno
import shutil
import stat
import zipfile
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from imports.guards import (
    DAMAGE,
    FILE_LIMIT,
    MEBIBYTE,
    FileRefused,
    check_size,
    is_bomb,
    leads_outside,
)
from imports.intake.cancelling import Cancel, check
from imports.intake.sent import SentFile
from imports.intake.spool import Spool, SpoolFullError

ARCHIVE_LIMIT = 1024 * MEBIBYTE
"""Bytes of an archive; a body's reports with all their photographs stay below."""
UNPACKED_LIMIT = 4096 * MEBIBYTE
"""Bytes of all its entries together."""
ENTRIES_LIMIT = 20_000

_OFFICE_PARTS = {"[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "content.xml", "mimetype"}
_ARCHIVES = {".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"}
_UTF8 = 0x800
_ENCRYPTED = 0x1


def is_archive(path: Path) -> bool:
    """True for a .zip that is no Office file under another name."""
    if path.suffix.casefold() != ".zip":
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not _OFFICE_PARTS & set(archive.NameToInfo)
    except DAMAGE:
        return True


def entries_of(sent: SentFile, spool: Spool, cancel: Cancel) -> Iterator[SentFile]:
    """The files of an archive, laid down in `spool`; a listing that cannot be trusted refuses the whole.

    Faults of the archive: those of `check_size`, "file-truncated", "file-unreadable", "zip-too-many"
    (count, most), "zip-bomb". Faults of an entry: "zip-entry-outside", "zip-entry-twice", "zip-nested",
    "zip-bomb", "file-encrypted", "file-too-large", "file-unreadable". Hidden files and links are passed over.

    Raises:
        Cancelled: where `cancel` is set between two entries.
    """
    try:
        check_size(sent.at, ARCHIVE_LIMIT)
        with zipfile.ZipFile(sent.at) as archive:
            listing = _checked(archive.infolist())
            yield from _entries(sent, archive, listing, spool, cancel)
    except FileRefused as refused:
        yield _faulty(sent, refused)
    except SpoolFullError:
        raise
    except zipfile.BadZipFile:
        yield _faulty(sent, FileRefused("file-truncated"))
    except DAMAGE:
        yield _faulty(sent, FileRefused("file-unreadable"))


def _checked(listing: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(listing) > ENTRIES_LIMIT:
        raise FileRefused("zip-too-many", count=len(listing), most=ENTRIES_LIMIT)
    if sum(entry.file_size for entry in listing) > UNPACKED_LIMIT:
        raise FileRefused("zip-bomb")
    return listing


def _entries(
    sent: SentFile, archive: zipfile.ZipFile, listing: list[zipfile.ZipInfo], spool: Spool, cancel: Cancel
) -> Iterator[SentFile]:
    met: set[str] = set()
    for entry in sorted(listing, key=name_of):
        check(cancel)
        name = name_of(entry)
        if _is_passed_over(entry, name):
            continue
        at, fault = spool.path(), None
        try:
            _check_entry(entry, name, met)
            _lay_down(archive, entry, at)
        except FileRefused as refused:
            fault = refused
        met.add(name)
        inside = PurePosixPath(name)
        folders = (*sent.folders, sent.path.stem, *inside.parts[:-1])
        yield SentFile(
            sent.path / inside.relative_to(inside.anchor), f"{sent.name}/{name}", at, folders, fault
        )


def _faulty(sent: SentFile, refused: FileRefused) -> SentFile:
    return SentFile(sent.path, sent.name, sent.at, sent.folders, refused)


def name_of(entry: zipfile.ZipInfo) -> str:
    """An entry's name as its sender saw it.

    Without the UTF-8 flag, Windows writes names in the code page of its user, GBK where Chinese is spoken;
    other programs write UTF-8 and do not say so. `zipfile` takes all of these for code page 437. What a
    terminal would obey is not shown.
    """
    name = entry.orig_filename.split("\0", 1)[0]
    if not entry.flag_bits & _UTF8 and not name.isascii():
        raw = name.encode("cp437")
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return "".join(c if c.isprintable() else "\ufffd" for c in name.replace("\\", "/"))


def _is_passed_over(entry: zipfile.ZipInfo, name: str) -> bool:
    """Folders, links, and what systems and word processors leave lying about."""
    parts = [part for part in name.split("/") if part not in {"", ".", ".."}]
    hidden = any(part.startswith((".", "~$")) for part in parts) or "__MACOSX" in parts
    return name.endswith("/") or hidden or stat.S_ISLNK(entry.external_attr >> 16)


def _check_entry(entry: zipfile.ZipInfo, name: str, met: Collection[str]) -> None:
    """Refuse an entry by what the listing says of it."""
    if name in met:
        raise FileRefused("zip-entry-twice")
    if leads_outside(name):
        raise FileRefused("zip-entry-outside")
    if PurePosixPath(name).suffix.casefold() in _ARCHIVES:
        raise FileRefused("zip-nested")
    if entry.flag_bits & _ENCRYPTED:
        raise FileRefused("file-encrypted")
    if is_bomb(entry):
        raise FileRefused("zip-bomb")
    if entry.file_size > FILE_LIMIT:
        raise FileRefused(
            "file-too-large", megabytes=entry.file_size // MEBIBYTE, limit=FILE_LIMIT // MEBIBYTE
        )


def _lay_down(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, at: Path) -> None:
    """Unpack one entry; `zipfile` never gives more of it than it declares."""
    try:
        with archive.open(entry) as source, at.open("xb") as target:
            shutil.copyfileobj(source, target)
    except DAMAGE as error:
        at.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            raise SpoolFullError from error
        raise FileRefused("file-unreadable") from error
