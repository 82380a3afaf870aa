from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal

from judge.locale import _
from judge.services.papers.heading_questions import HeadingQuestion
from judge.tui.cells import cell_len, clean_line, cut
from judge.tui.ink import Line
from judge.tui.widgets.line_list import LineList

UNREAD = ""
"""The answer that leaves a column unread."""


class QuestionList(LineList):
    """The headings whose columns are not certain, each with its answer so far."""

    def __init__(self, answers: Mapping[str, str]) -> None:
        super().__init__()
        self.asked: Sequence[HeadingQuestion] = ()
        self._answers = answers

    @property
    def count(self) -> int:
        """How many headings are asked about."""
        return len(self.asked)

    @property
    def question(self) -> HeadingQuestion | None:
        """The heading under the cursor."""
        return self.asked[self.cursor] if self.asked else None

    def line(self, index: int, width: int) -> Line:
        """The sign and the heading, and the column that it is said to mean, or may."""
        question = self.asked[index]
        sign, said, ink = self._answer(question)
        said = cut(said, width // 2)
        room = max(4, width - cell_len(said) - 6)
        heading = cut(clean_line(question.heading), room)
        return [(f" {sign} ", ink), (heading, "strong"), (" → ", "dim"), (said, ink)]

    def _answer(self, question: HeadingQuestion) -> tuple[str, str, str]:
        answer = self._answers.get(question.key)
        if answer is not None:
            return ("✓", clean_line(answer), "") if answer else ("–", _("left unread"), "dim")
        if question.proposed:
            like = _("{column}? {likeness} % alike").format(
                column=clean_line(question.proposed), likeness=question.likeness
            )
            return "?", like, "refused" if question.needed else "accent"
        return "?", _("which column?"), "refused" if question.needed else "accent"


class ColumnList(LineList):
    """The columns that a heading may mean, the likest first; with them, to leave it unread."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[str, ...] = ()
        self._near = 0
        self._question: HeadingQuestion | None = None

    @property
    def count(self) -> int:
        """How many answers there are."""
        return len(self._offered)

    @property
    def column(self) -> str:
        """The answer under the cursor."""
        return self._offered[self.cursor] if self._offered else UNREAD

    def offer(self, question: HeadingQuestion | None, columns: Sequence[str], answer: str | None) -> None:
        """Offer the answers for a heading, the cursor at the one that was given."""
        self._question = question
        if question is None:
            self._offered = ()
            self.refill()
            return
        near = [label for label in (question.proposed, *question.nearest) if label]
        self._near = len(dict.fromkeys(near))
        self._offered = tuple(dict.fromkeys((*near, UNREAD, *columns)))
        self.refill(self._offered.index(answer) if answer in self._offered else 0)
        self._head(question)

    def on_resize(self) -> None:
        """Keep the cursor in sight, and fit the heading to the room."""
        super().on_resize()
        if self._question:
            self._head(self._question)

    def _head(self, question: HeadingQuestion) -> None:
        values = _(", ").join(clean_line(value) for value in question.values if value.strip())
        below = _("below it: {values}").format(values=values) if values else ""
        room = max(8, self.size.width - 6)
        self.entitle(
            cut(_("“{heading}” means").format(heading=clean_line(question.heading)), room), cut(below, room)
        )

    def line(self, index: int, width: int) -> Line:
        """A column, or to leave it unread."""
        if self._offered[index] == UNREAD:
            return [(f" – {_('leave it unread')}", "dim")]
        likely = index < self._near
        return [
            (" ● " if likely else "   ", "accent"),
            (cut(clean_line(self._offered[index]), width - 3), ""),
        ]


class HeadingsPane(Horizontal):
    """Headings beside the columns that they may mean; answers stay until other papers are selected."""

    def __init__(self) -> None:
        super().__init__(id="headings")
        self._answers: dict[str, str] = {}
        self._known: dict[str, HeadingQuestion] = {}
        self._taken: dict[str, str] = {}
        self._columns: Sequence[str] = ()
        self.questions = QuestionList(self._answers)
        self.columns = ColumnList()

    def compose(self) -> ComposeResult:
        """The headings, the columns."""
        yield self.questions
        yield self.columns

    def ask(self, questions: Sequence[HeadingQuestion], columns: Sequence[str]) -> None:
        """Ask about these headings; what was answered before stays, and can be answered otherwise."""
        answered = {key: question for key, question in self._known.items() if self._answers.get(key)}
        self._known = answered | {question.key: question for question in questions}
        self.questions.asked = tuple(self._known.values())
        self._columns = columns or self._columns
        self._taken = dict(self._answers)
        self.questions.refill()
        self._offer()

    def forget(self) -> None:
        """No heading means anything any more."""
        self._answers.clear()
        self._known.clear()
        self._taken = {}

    @property
    def said(self) -> Mapping[str, str]:
        """The columns that headings mean, by heading as written."""
        return {self._known[key].heading: label for key, label in self._answers.items() if label != UNREAD}

    @property
    def asks(self) -> bool:
        """Whether any heading's column is not certain, or was not before somebody said it."""
        return bool(self.questions.asked)

    @property
    def open_questions(self) -> Sequence[HeadingQuestion]:
        """The headings that nobody has answered yet."""
        return [question for question in self.questions.asked if question.key not in self._answers]

    @property
    def has_news(self) -> bool:
        """Whether there are answers with which the papers have not been read yet."""
        before = {key: label for key, label in self._taken.items() if label}
        return before != {key: label for key, label in self._answers.items() if label}

    @property
    def proposes(self) -> bool:
        """Whether a column is proposed for the heading under the cursor."""
        question = self.questions.question
        return bool(question and question.proposed)

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Another heading is under the cursor: offer its columns, which tells nothing new about headings."""
        message.stop()
        if message.of is self.questions:
            self._offer()

    def _offer(self) -> None:
        question = self.questions.question
        self.questions.entitle(_("Headings"), _("{count} open").format(count=len(self.open_questions)))
        self.columns.offer(question, self._columns, self._answers.get(question.key) if question else None)

    def choose(self) -> None:
        """Go to the columns; from there take the one under the cursor."""
        if self.screen.focused is self.columns:
            self.answer(self.columns.column)
            self.screen.set_focus(self.questions)
        elif self.questions.question:
            self.screen.set_focus(self.columns)

    def answer(self, label: str) -> None:
        """Say what the heading under the cursor means, and go to the next."""
        if question := self.questions.question:
            self._answers[question.key] = label
            self.questions.action_move(1)
            self.questions.refresh()
            self._offer()

    def accept(self) -> None:
        """Say that it means what is proposed."""
        if (question := self.questions.question) and question.proposed:
            self.answer(question.proposed)

    def accept_all(self) -> None:
        """Say so of every heading that is not answered yet."""
        for question in self.open_questions:
            if question.proposed:
                self._answers[question.key] = question.proposed
        self.questions.refresh()
        self._offer()

    def swap(self) -> None:
        """From the headings to the columns and back."""
        there = self.screen.focused is self.columns
        self.screen.set_focus(self.questions if there else self.columns)
