"""What is sought in a nomination's papers, where it stands, and how it is set off in a passage's lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

from judge.tui.passages import NO_TEXT, Passage, Row
from judge.tui.text_search import count, folded, spans

Place = tuple[int, int]
"""A paper, and which of its hits."""
Hit = tuple[int, int]
"""A passage of a paper, and which occurrence in it."""
InkedSpan = tuple[int, int, str]
"""From which character of a text to before which, and the ink."""


@dataclass(frozen=True, slots=True)
class PaperSearch:
    """Where something stands: by paper, its hits from the first on."""

    sought: str
    hits: Sequence[Sequence[Hit]]

    def count(self, paper: int) -> int:
        """How often it stands in a paper."""
        return len(self.hits[paper])

    def hit(self, place: Place) -> Hit:
        """What stands at a place."""
        paper, number = place
        return self.hits[paper][number]

    def first(self, paper: int, passage: int) -> Place | None:
        """The first place of a paper from a passage on, or of the paper; None where it has none."""
        for number, (at, _nth) in enumerate(self.hits[paper]):
            if at >= passage:
                return paper, number
        return (paper, 0) if self.hits[paper] else None

    def step(self, paper: int, place: Place | None, by: int) -> Place | None:
        """The next place (`by` is 1) or the one before (-1): of the paper, then of the next that has any."""
        if place:
            number = place[1] + by
            if 0 <= number < self.count(paper):
                return paper, number
        elif self.hits[paper]:
            return paper, 0 if by > 0 else self.count(paper) - 1
        papers = len(self.hits)
        others = [(paper + by * turn) % papers for turn in range(1, papers + 1)]
        found = next((other for other in others if self.hits[other]), None)
        return None if found is None else (found, 0 if by > 0 else self.count(found) - 1)


def search(papers: Sequence[Sequence[Passage]], text: str) -> PaperSearch:
    """Look for what somebody typed; in nothing but blanks there is nothing to find."""
    sought = folded(text)
    return PaperSearch(sought, [_hits(passages, sought) for passages in papers])


def _hits(passages: Sequence[Passage], sought: str) -> list[Hit]:
    return [
        (number, nth)
        for number, passage in enumerate(passages)
        for nth in range(sum(count(text, sought) for text in passage.texts))
    ]


def set_off(rows: Sequence[Row], sought: str, here: int | None) -> list[Row]:
    """A passage's rows with every occurrence in ink "found", the one that is `here` in ink "here"."""
    inked = _inked_spans(rows, sought, here)
    shown = dict.fromkeys(inked, 0)  # of each text, how much has been shown by the rows above
    marked: list[Row] = []
    for row in rows:
        marked.append([])
        for text, ink, of in row:
            if of not in inked:
                marked[-1].append((text, ink, of))
                continue
            start = shown[of]
            shown[of] += len(text)
            marked[-1] += [(piece, own or ink, of) for piece, own in _cut(text, start, inked[of])]
    return marked


def _inked_spans(rows: Sequence[Row], sought: str, here: int | None) -> dict[int, list[InkedSpan]]:
    """What is to be set off in each of the passage's texts, as far as the rows say them."""
    inked: dict[int, list[InkedSpan]] = {}
    before = 0
    for of in sorted({run[2] for row in rows for run in row} - {NO_TEXT}):
        said = "".join(text for row in rows for text, _ink, own in row if own == of)
        found = spans(said, sought)
        inked[of] = [
            (first, _with_its_marks(said, end), "here" if nth == here else "found")
            for nth, (first, end) in enumerate(found, before)
        ]
        before += len(found)
    return inked


def _with_its_marks(text: str, end: int) -> int:
    """The end of a span, behind the accents of its last letter: a terminal draws them as one."""
    while end < len(text) and category(text[end]) in {"Mn", "Me", "Cf"}:
        end += 1
    return end


def _cut(text: str, start: int, inked: Sequence[InkedSpan]) -> Iterator[tuple[str, str]]:
    """A run that begins at character `start` of its text, in pieces, each with its ink or ""."""
    at = 0
    for first, end, ink in inked:
        left, right = max(at, first - start), min(len(text), end - start)
        if left < right:
            if at < left:
                yield text[at:left], ""
            yield text[left:right], ink
            at = right
    if at < len(text):
        yield text[at:], ""
