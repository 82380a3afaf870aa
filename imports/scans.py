"""Pictures of papers: kept beside their nomination, and not read."""

import re
from pathlib import Path

from imports.attachments import told_by
from imports.findings import Finding
from imports.owners import attachment_of, names_of, owner_found, owner_said
from imports.records import REPORT, SCAN, DocumentRecord
from imports.register import KnownNomination, Register
from imports.remarks import Remarks

_PDF_WITHIN = 1024
"""Bytes within which a PDF says that it is one."""
_MAGICS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")
_REPORT = re.compile(r"成果报告|report", re.IGNORECASE)


def is_scan(content: bytes) -> bool:
    """True for a PDF, JPEG, PNG or TIFF, by its first bytes."""
    return content.startswith(_MAGICS) or b"%PDF-" in content[:_PDF_WITHIN]


def attached(
    path: Path,
    folders: tuple[str, ...],
    register: Register,
    nomination: str | None,
    beside: tuple[str, ...],
) -> tuple[tuple[DocumentRecord, ...], tuple[Finding, ...]]:
    """A scan as a document without text, of the nomination that its file's name or a folder's names.

    Where neither names any, it belongs to the one nomination whose form lies `beside` it (their keys).
    Warning "scan-unread"; blocking "nomination-unknown", "scan-unmatched" (candidates).
    """
    remarks = Remarks(str(path))
    told = told_by((path.stem,), register)
    owner: KnownNomination | None = None
    if nomination:
        owner = owner_said(nomination, register, remarks)
    else:
        # The file's own name goes before its folders': a folder may be called after one of several groups.
        candidates = owner_found((path.stem,), told, register)
        candidates = candidates or owner_found(folders, told, register, beside)
        if len(candidates) > 1:
            candidates = owner_found((path.stem, *folders), told, register) or candidates
        if len(candidates) == 1:
            owner = candidates[0]
        else:
            remarks.block("scan-unmatched", candidates=names_of(candidates))
    if owner is None:
        return (), remarks.findings
    remarks.warn("scan-unread", nomination=owner.key, name=owner.name)
    otherwise = REPORT if _REPORT.search(path.stem) else SCAN
    attachment = attachment_of(owner, told, register, otherwise)
    return (DocumentRecord(owner.key, path.stem, (), remarks.place(), attachment),), remarks.findings
