"""What is said of the head of a nomination table, and the head as its rows are then read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from imports.closing_lines import closes
from imports.findings import Place, Term
from imports.grid import Grid
from imports.headings import Headings
from imports.heads import Column, Head, check_head, with_meanings
from imports.likeness import Likeness
from imports.matching import label_key
from imports.remarks import Remarks
from imports.summaries import ROW_NUMBERS, Summary, needed, with_guesses

_ROWS_SHOWN = 2
_LONGEST_SHOWN = 40


@dataclass(slots=True)
class SummaryHead:
    """The head of one summary table on its way to being read; `confirmed` as in `FileReading.headings`."""

    grid: Grid
    summary: Summary
    headings: Headings
    remarks: Remarks

    def readable(self) -> Head | None:
        """The head with the columns to read; None where the table cannot be read at all.

        Rows are read by needed columns that are only proposed too, so that all their faults are said; their
        file is held up until somebody confirms them. Besides what `check_head` finds: blocking, for a needed
        column, else as a warning, `head-proposed` (column, meant, likeness, values, map); blocking
        `head-rivals` (columns, meant); warning `head-doubtful` (column, nearest); notes `heading-kept`,
        `heading-confirmed` (column, meant), `award-of-title` (award), `body-of-title` (body, title).
        """
        self._say_titles()
        self._say_explained()
        self._say_guesses()
        head = with_guesses(self.summary, accept=self.headings.accept)
        readable = check_head(self.grid, head, self._columns(head), self.remarks, self._passed_over())
        return head if readable and not self.summary.rivals else None

    def confirmed(self) -> tuple[tuple[str, str], ...]:
        """The headings that somebody said, or accepted, for this import."""
        said = [
            (heading, self.headings.said[key])
            for heading in self.summary.head.headings
            if (key := label_key(heading)) in self.headings.said
        ]
        accepted = self.summary.proposed.items() if self.headings.accept else ()
        return (*said, *((self._heading(position), guess.label) for position, guess in accepted))

    def _columns(self, head: Head) -> tuple[Column, ...]:
        """The columns as this table needs them: titles and rivals are no columns that are missing."""
        taken = {
            label_key(self._heading(position)): guess.label
            for position, guess in self.summary.proposed.items()
            if guess.column.key in head.at
        }
        spared = (self.summary.told - set(head.at)) | set(self.summary.rivals)
        columns = with_meanings(self.summary.columns, taken)
        return tuple(replace(c, required=False) if c.key in spared else c for c in columns)

    def _passed_over(self) -> tuple[str, ...]:
        rivals = (position for positions in self.summary.rivals.values() for position in positions)
        said = (*self.summary.proposed, *self.summary.doubtful, *rivals)
        return (*ROW_NUMBERS, *map(self._heading, said))

    def _say_titles(self) -> None:
        award, body = self.summary.award, self.summary.body
        if award is not None:
            title = Term(award.title.zh, award.title.en)
            self.remarks.note("award-of-title", self.remarks.place(self.grid.name), award=title)
        if body is not None:
            place = self.remarks.place(self.grid.name, self.grid.first_row + body.row)
            self.remarks.note("body-of-title", place, body=body.name, title=body.label)

    def _say_explained(self) -> None:
        for heading in self.summary.head.headings:
            key = label_key(heading)
            label = self.headings.meanings.get(key)
            if label is not None and key in self.headings.said:
                self.remarks.note("heading-confirmed", self._place(heading), column=heading, meant=label)
            elif label is not None:
                self.remarks.note("heading-kept", self._place(heading), column=heading, meant=label)

    def _say_guesses(self) -> None:
        for position, guess in self.summary.proposed.items():
            self._say_proposed(position, guess)
        for position, guesses in self.summary.doubtful.items():
            heading = self._heading(position)
            nearest = tuple(guess.column.term(guess.label) for guess in guesses)
            self.remarks.warn("head-doubtful", self._place(heading), column=heading, nearest=nearest)
        for key, positions in self.summary.rivals.items():
            headings = tuple(map(self._heading, positions))
            meant = next(column.head for column in self.summary.columns if column.key == key)
            self.remarks.block("head-rivals", self._place(), columns=headings, meant=meant)

    def _say_proposed(self, position: int, guess: Likeness) -> None:
        heading = self._heading(position)
        place, meant = self._place(heading), guess.column.term(guess.label)
        if self.headings.accept:
            self.remarks.note("heading-confirmed", place, column=heading, meant=meant)
            return
        say = self.remarks.block if needed(guess.column) else self.remarks.warn
        say(
            "head-proposed",
            place,
            column=heading,
            meant=meant,
            likeness=guess.percent,
            values=tuple(self._values(position)),
            map=f"{heading}={guess.label}",
        )

    def _values(self, position: int) -> Iterator[str]:
        """What stands under a heading in the first rows, by which a person sees whether it is right."""
        rows = (row for row in self.grid.rows[self.summary.head.last + 1 :] if any(row) and not closes(row))
        for _, row in zip(range(_ROWS_SHOWN), rows, strict=False):
            text = (row[position] or "").strip() if position < len(row) else ""
            yield text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"

    def _heading(self, position: int) -> str:
        """A heading on one line, as it can be typed."""
        return " ".join(self.summary.head.headings[position].split())

    def _place(self, heading: str | None = None) -> Place:
        return self.remarks.place(
            self.grid.name, self.grid.first_row + self.summary.head.first, heading and heading.strip()
        )
