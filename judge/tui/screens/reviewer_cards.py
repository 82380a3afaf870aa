"""The cards of reviewers: what holds of one, and a new one."""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Mapping, Sequence

from textual.widgets import Static

from imports.reviewers import several
from judge.ledger.panel_acts import ROLE_NONE, ReviewerDetail, Seat
from judge.locale import _
from judge.services.panels.board import Member, Panel
from judge.tui.cells import clean_line
from judge.tui.panel_words import LIMIT_MALFORMED, sentence
from judge.tui.screens.form_card import FormCard
from judge.tui.widgets.card_fields import SeatField, TextField

Restate = Callable[[Member, ReviewerDetail, Mapping[str, Seat], str], Awaitable[str]]
Add = Callable[[str, str, str], Awaitable[str]]

_LIMIT = re.compile(r"\d{0,6}", re.ASCII)


def check_limit(text: str) -> str:
    """What is wrong with a limit; nothing is no limit."""
    return "" if _LIMIT.fullmatch(_plain(text)) else sentence(LIMIT_MALFORMED, {})


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


class ReviewerCard(FormCard):
    """What holds of a reviewer, to be stated anew."""

    def __init__(self, member: Member, panels: Sequence[Panel], restate: Restate) -> None:
        """`restate` gives the sentence for why it could not be stated, "" once it is."""
        self._member, self._restate = member, restate
        said = member.detail
        self._aliases = _("; ").join(said.aliases)
        limit = "" if said.load_limit is None else str(said.load_limit)
        self.organisation = TextField(_("Organisation"), said.organisation, id="organisation")
        self.aliases = TextField(_("Its other names"), self._aliases, id="aliases")
        self.phone = TextField(_("Telephone"), said.phone, id="phone")
        self.languages = TextField(_("Languages"), said.languages, id="languages")
        self.limit = TextField(_("Most sheets"), limit, id="limit", check=check_limit)
        self.reason = TextField(_("Reason"), "", id="reason")
        self.seats = [
            SeatField(one.award, one.title, member.seats.get(one.award), _("section"), number=number)
            for number, one in enumerate(panels)
        ]
        head = Static(_("Panels: Space turns the role, then the section"), markup=False, classes="way-out")
        fields = (self.organisation, self.aliases, self.phone, self.languages, self.limit)
        title = f"{clean_line(member.key)} {clean_line(said.name[:200])}"
        super().__init__(title, (*fields, head, *self.seats, self.reason))

    async def stated(self) -> str:
        """State the card."""
        aliases = self._member.detail.aliases
        if self.aliases.text != self._aliases:
            aliases = several(self.aliases.text)
        limit = _plain(self.limit.text)
        detail = self._member.detail._replace(
            organisation=self.organisation.text,
            aliases=aliases,
            phone=self.phone.text,
            languages=self.languages.text,
            load_limit=int(limit) if limit else None,
        )
        seats = {field.award: field.seat for field in self.seats if field.seat.role != ROLE_NONE}
        return await self._restate(self._member, detail, seats, self.reason.text)


class NewReviewerCard(FormCard):
    """A reviewer to be added by hand: the key is offered, the name has to be typed."""

    AUTO_FOCUS = "#name"

    def __init__(self, free_key: str, add: Add) -> None:
        """`add` gives the sentence for why nobody could be added, "" once somebody is."""
        self._add = add
        self.key = TextField(_("Their key"), free_key, id="key")
        self.called = TextField(_("Their name"), "", id="name", check=self._check_name)
        self.organisation = TextField(_("Organisation"), "", id="organisation")
        self._asked = False
        super().__init__(
            _("A new reviewer"),
            (self.key, self.called, self.organisation),
            _("Filed like a reviewers' table of one row; panels and all else follow on their card."),
        )

    def _check_name(self, text: str) -> str:
        return "" if text.strip() or not self._asked else sentence("reviewer-nameless", {})

    async def action_state(self) -> None:
        """Add them; from now on a missing name is said."""
        self._asked = True
        await super().action_state()

    async def stated(self) -> str:
        """Add them."""
        return await self._add(self.key.text, self.called.text, self.organisation.text)
