"""What recommending bodies filed of their own: statistics and summaries of the year."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from imports.records import Block, FormField
from judge.store.filed import blocks_from, filed_fields
from judge.store.tables import body, body_paper, source_file


@dataclass(frozen=True, slots=True)
class HeldBodyPaper:
    """A body's paper as filed, by the key of its form; `number` counts what the body filed on that form.

    `path` is the file it came in. `filed` and `blocks` are as `judge.store.filed` spells them.
    """

    body: str
    form: str
    number: int
    path: str
    filed: bytes
    blocks: bytes

    def fields(self) -> tuple[FormField, ...]:
        """What stands in the form's fields."""
        return filed_fields(self.filed)

    def text(self) -> tuple[Block, ...]:
        """The text of a summary."""
        return blocks_from(self.blocks)


def body_papers(connection: Connection, *, superseded: bool = False) -> Iterator[HeldBodyPaper]:
    """The papers that count, by body's number and form; with `superseded` also those that were replaced."""
    rows = connection.execute(
        select(
            body.c.name.label("body"),
            body_paper.c.form,
            body_paper.c.number,
            source_file.c.path,
            body_paper.c.filed,
            body_paper.c.blocks,
        )
        .join(body, body.c.id == body_paper.c.body_id)
        .join(source_file, source_file.c.id == body_paper.c.source_file_id)
        .order_by(body.c.number, body_paper.c.form, body_paper.c.number)
    )
    papers = [HeldBodyPaper(r.body, r.form, r.number, r.path, bytes(r.filed), bytes(r.blocks)) for r in rows]
    last = {(paper.body, paper.form): paper for paper in papers}
    return iter(papers if superseded else last.values())
