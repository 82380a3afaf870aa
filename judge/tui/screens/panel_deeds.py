import asyncio
from collections.abc import Mapping
from dataclasses import replace

from textual.events import Key
from textual.widgets import Input

from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.services.panels.adding import free_key
from judge.services.panels.board import Member
from judge.tui.panel_view import Order, scopes, turned
from judge.tui.panel_words import sentence
from judge.tui.screens.panels import Page, PanelPages
from judge.tui.screens.reviewer_cards import NewReviewerCard, ReviewerCard
from judge.tui.screens.splitting import SplitScreen
from judge.tui.widgets.line_list import LineList
from judge.tui.widgets.text_line import TextLine


class PanelScreen(PanelPages):
    """The panels on a screen, and what its keys do."""

    # Both pages

    def action_search(self) -> None:
        """Search by what is typed from now on."""
        self.search_line.value = self.view.search
        self._type_on(self.search_line)
        self.spell_names()

    def _type_on(self, line: TextLine) -> None:
        line.display = True
        line.cursor_position = len(line.value)
        self.set_focus(line)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what is found so far."""
        if message.input is self.search_line and self.search_line.display:
            self.see(replace(self.view, search=self.search_line.value))

    def action_take_line(self) -> None:
        """Keep what is searched for, or give the section that is typed."""
        if self.focused is self.section_line:
            self._give(self.section_line.value.strip())
        else:
            self.see(replace(self.view, search=self.search_line.value))
        self._leave_line()

    def _leave_line(self) -> None:
        # Focus first: a focused widget that vanishes hands the keyboard to whichever comes next.
        self.set_focus(self.list)
        self.search_line.display = self.section_line.display = False

    def action_back(self) -> None:
        """Leave the line; without one end the search; without that go back to the reviewers."""
        typing = self.focused if isinstance(self.focused, TextLine) else None
        self._leave_line()
        if typing is self.section_line:
            return
        if typing or self.view.search:
            self.see(replace(self.view, search=""))
        elif self.page is Page.NOMINATIONS:
            self.go(Page.REVIEWERS)

    def action_filter(self, steps: int) -> None:
        """Turn to the next award or section."""
        self.see(replace(self.view, scope=turned(scopes(self.board), self.view.scope, steps)))

    def action_swap(self) -> None:
        """Go to the sums and back."""
        self.set_focus(self.list if self.focused is self.totals else self.totals)

    def action_look(self) -> None:
        """Show what has been stated elsewhere."""
        self.begin()

    def on_line_list_pressed(self, message: LineList.Pressed) -> None:
        """A second click does what Enter does."""
        message.stop()
        if self.page is Page.REVIEWERS:
            self.action_open()
        else:
            self.action_type_section()

    # Reviewers

    def action_sort(self) -> None:
        """Turn to the next order."""
        orders = list(Order)
        order = orders[(orders.index(self.view.order) + 1) % len(orders)]
        self.see(replace(self.view, order=order))
        if order is Order.NAME:
            self.spell_names()

    def action_sections(self) -> None:
        """Go to the nominations."""
        self.go(Page.NOMINATIONS)

    def action_open(self) -> None:
        """Open the card of the reviewer under the cursor."""
        if member := self.reviewers.member:
            self.app.push_screen(ReviewerCard(member, self.board.panels, self._restate))

    async def _restate(
        self, seen: Member, detail: ReviewerDetail, seats: Mapping[str, Seat], reason: str
    ) -> str:
        """State a card; the sentence for why it could not be."""
        doing = self.work.begin(lambda: self.work.desk.restate(seen, detail, seats, reason))
        outcome = await asyncio.wrap_future(doing)
        self.take(outcome)
        return sentence(outcome.code, outcome.params) if outcome.code else ""

    def action_new(self) -> None:
        """Add a reviewer by hand."""

        async def add(key: str, name: str, organisation: str) -> str:
            doing = self.work.begin(lambda: self.work.desk.add(key, name, organisation))
            outcome = await asyncio.wrap_future(doing)
            if outcome.code:
                self.take(outcome)
                return sentence(outcome.code, outcome.params)
            # Whoever has just been added is to be seen, whatever was filtered.
            self.view = replace(self.view, search="", scope=scopes(self.board)[0])
            self.take(outcome, str(outcome.value))
            return ""

        def then(added: str | None) -> None:
            if added:
                self.action_open()

        key = free_key(one.key for one in self.board.members)
        self.app.push_screen(NewReviewerCard(key, add), then)

    # Sections of nominations

    def action_type_section(self) -> None:
        """Type the section's name."""
        if one := self.nominations.nomination:
            self.section_line.value = self.nominations.dealt(one).section
            self._type_on(self.section_line)

    def hears(self, event: Key) -> bool:
        """Give the section that a figure or letter stands for, if there is one."""
        one = self.nominations.nomination
        if self.page is not Page.NOMINATIONS or one is None or self.focused is not self.nominations:
            return False
        names = self.board.panel(one.award).named
        typed = (event.character or "").casefold()
        given = next((name for name in names if typed and name.casefold() == typed), None)
        if given is None and typed in set("123456789") and int(typed) <= len(names):
            given = names[int(typed) - 1]
        if given is None:
            return False
        self._give(given)
        return True

    def _give(self, section: str) -> None:
        """Give the nomination under the cursor a section, and go on to the next."""
        if one := self.nominations.nomination:
            self._deal(one.key, self.nominations.dealt(one)._replace(section=section))
            self.nominations.action_move(1)

    def action_no_section(self) -> None:
        """Take the section away."""
        self._give("")

    def action_anchor(self) -> None:
        """Make it an anchor, or no more."""
        if one := self.nominations.nomination:
            dealt = self.nominations.dealt(one)
            self._deal(one.key, dealt._replace(anchor=not dealt.anchor))

    def _deal(self, key: str, section: Section) -> None:
        self.nominations.deal(key, section)
        self.begin(lambda: self.work.desk.deal(key, section))

    def action_split(self) -> None:
        """Split the rest of the award, once somebody has said so."""
        one = self.nominations.nomination
        if one is None:
            return
        panel = self.board.panel(one.award)
        left = sum(1 for n in self.board.nominations if n.award == one.award and not n.section)
        if not any(name and tally.reviewers for name, tally in panel.sections.items()):
            self.banner.say(sentence("panel-without-sections", {"award": one.award}))
            return

        def then(split: str | None) -> None:
            if split:
                self.begin(lambda: self.work.desk.split(panel.award))

        self.app.push_screen(SplitScreen(panel, left), then)
