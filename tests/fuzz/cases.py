"""A case: one paper with something done to it, the same for the same seed and number."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from judge.demo.chance import stream
from tests.fuzz import byte_changes, text_changes, xml_changes
from tests.fuzz.seeds import Seed, packed, parts_of, seeds

_SUFFIXES = (".docx", ".xlsx", ".csv", ".doc", ".xls", ".ods", ".zip", ".pdf", ".txt", "")
_NAMES = (
    "=cmd|1!A0",
    "[red]x[",
    "\u202egpj",
    "成果报告",
    "评分",
    "名额",
    "申报",
    "a\nb",
    "\udcff",
    "{0}",
    "\x1b[2J",
    "~x",
)
_TELLING = (
    "word/document.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
    "xl/sharedStrings.xml",
    "content.xml",
)
"""Parts that hold what is read; the others are changed more rarely."""

_LARGE = 16 << 20
"""Bytes from which on nothing more is done to a file: what doubles could otherwise double for ever."""

Change = Callable[[bytes, Random], bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """A file to be tried, and what was done to make it."""

    name: str
    content: bytes
    done: tuple[str, ...]


def case(seed: int, number: int) -> Case:
    """The case of a run's seed and its own number."""
    rng = stream(seed, "fuzz", number)
    papers = seeds()
    paper = papers[number % len(papers)]
    content, done = paper.content, [paper.name]
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        if len(content) > _LARGE:
            break
        what, change = _change(content, rng)
        content = change(content, rng)
        done.append(what)
    return Case(_name(paper, rng), content, tuple(done))


def _change(content: bytes, rng: Random) -> tuple[str, Change]:
    if content.startswith(b"PK"):
        return rng.choices(
            (
                ("xml", _part_changed),
                ("parts", _parts_changed),
                ("part bytes", _part_bytes_changed),
                ("listing", byte_changes.listing_changed),
                ("bytes", byte_changes.changed),
            ),
            (70, 8, 6, 8, 8),
        )[0]
    if content.startswith((b"\xd0\xcf", b"%PDF", b"{\\rtf")):
        return "bytes", byte_changes.changed
    return rng.choices((("text", text_changes.changed), ("bytes", byte_changes.changed)), (80, 20))[0]


def _name(paper: Seed, rng: Random) -> str:
    """The paper's own name, now and then under another or with another ending."""
    drawn = rng.random()
    if drawn < 0.04:
        return paper.name.removesuffix(paper.suffix) + rng.choice(_SUFFIXES)
    if drawn < 0.08:
        return rng.choice(_NAMES) + paper.suffix
    return paper.name


def _part_changed(content: bytes, rng: Random) -> bytes:
    return _with_part(content, rng, xml_changes.changed)


def _part_bytes_changed(content: bytes, rng: Random) -> bytes:
    return _with_part(content, rng, byte_changes.changed)


def _with_part(content: bytes, rng: Random, change: Change) -> bytes:
    """The archive with one of its parts changed; an archive of papers with one of them changed within."""
    try:
        parts = _parts_of(content)
    except Exception:  # noqa: BLE001 - an earlier change has broken the archive in any of zipfile's ways
        return byte_changes.changed(content, rng)
    if not parts:
        return content
    telling = [at for at, (name, _) in enumerate(parts) if name in _TELLING]
    at = rng.choice(telling) if telling and rng.random() < 0.75 else rng.randrange(len(parts))
    name, inner = parts[at]
    within = _part_changed(inner, rng) if inner.startswith(b"PK") else change(inner, rng)
    return packed([*parts[:at], (name, within), *parts[at + 1 :]])


def _parts_changed(content: bytes, rng: Random) -> bytes:
    """The archive with a part lost, doubled, renamed, exchanged with another or added."""
    try:
        parts = list(_parts_of(content))
    except Exception:  # noqa: BLE001 - as above
        return byte_changes.listing_changed(content, rng)
    if not parts:
        return content
    one, other = rng.randrange(len(parts)), rng.randrange(len(parts))
    match rng.randrange(6):
        case 0:
            del parts[one]
        case 1:
            parts[one] = (parts[one][0], parts[other][1])
        case 2:
            parts[one] = (rng.choice(_PART_NAMES), parts[one][1])
        case 3:
            parts.append((rng.choice(_PART_NAMES), rng.choice((b"", b"x", b"\0" * 3_000_000, parts[one][1]))))
        case 4:
            stranger = rng.choice(list(_parts_of_seeds().values()))
            parts += [part for part in stranger if part[0] not in dict(parts)]
        case _:
            parts += [(f"{n}/{'x' * 50}", b"") for n in range(rng.choice((10, 5000)))]
    return packed(parts)


_PART_NAMES = (
    "../../evil.docx",
    "/etc/passwd",
    "C:\\x.docx",
    "word/document.xml ",
    "word/../word/document.xml",
    "WORD/DOCUMENT.XML",
    "word/document2.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/vbaProject.bin",
    "content.xml",
    "a\nb.docx",
    "\u202exslx.docx",
    "申报/~$x.docx",
    "x" * 300 + ".docx",
    "a.zip",
    "a/",
    "CON",
    "[/x].csv",
    "EncryptedPackage",
)


def _parts_of(content: bytes) -> list[tuple[str, bytes]]:
    # A seed's parts are asked for a thousand times; those of what was changed once.
    return list(_parts_of_seeds().get(content) or parts_of(content))


@cache
def _parts_of_seeds() -> dict[bytes, list[tuple[str, bytes]]]:
    return {seed.content: parts_of(seed.content) for seed in seeds() if _names_are_told(seed)}


def _names_are_told(seed: Seed) -> bool:
    return seed.content.startswith(b"PK") and not seed.name.endswith("gbk.zip")
