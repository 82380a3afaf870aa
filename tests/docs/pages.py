"""The pages as the tests read them: their links, their commands, their code blocks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).parents[2]
READMES = (HOUSE / "README.md", HOUSE / "README.zh-CN.md")
PAGES = (*READMES, HOUSE / "CONTRIBUTING.md", HOUSE / "CHANGELOG.md", *sorted((HOUSE / "docs").glob("*.md")))

_BLOCK = re.compile(r"^```(?P<kind>[^\n]*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
_SPAN = re.compile(r"`(judge [^`]+)`")
_TABLE_HEAD = re.compile(r"^#+ (?P<title>.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what stands behind its fence, and its text."""

    kind: str
    text: str


def name(page: Path) -> str:
    """What a test about a page is called."""
    return page.relative_to(HOUSE).as_posix()


def text(page: Path) -> str:
    """The page as written."""
    return page.read_text(encoding="utf-8")


def blocks(page: Path, kind: str | None = None) -> Iterator[Block]:
    """The fenced blocks of a page, all or those of one kind."""
    for found in _BLOCK.finditer(text(page)):
        if kind is None or found["kind"] == kind:
            yield Block(found["kind"], found["text"])


def prose(page: Path) -> str:
    """The page without its fenced blocks."""
    return _BLOCK.sub("", text(page))


def links(page: Path) -> Iterator[str]:
    """The targets of a page's links and pictures."""
    return (found["target"] for found in _LINK.finditer(prose(page)))


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    titles = (found["title"] for found in _TABLE_HEAD.finditer(prose(page)))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def shell_lines(page: Path) -> Iterator[str]:
    """What a page has its reader type into a shell, line by line."""
    for block in blocks(page, "sh"):
        yield from block.text.splitlines()


def typed_lines(page: Path) -> Iterator[str]:
    """Every command line of a page, also those of blocks that do not say what they are."""
    for block in blocks(page):
        if block.kind in {"sh", ""}:
            yield from (line for line in block.text.splitlines() if line.startswith("judge "))


def judge_spans(page: Path) -> Iterator[str]:
    """Commands named in running text."""
    return iter(_SPAN.findall(prose(page)))
