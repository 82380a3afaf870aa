"""The office's desk for panels: what a screen of them asks for."""

from collections.abc import Mapping

from judge.ledger.panel_acts import ReviewerDetail, Seat, Section
from judge.services.editions.edition import Edition
from judge.services.panels.adding import add_reviewer
from judge.services.panels.board import Board, board
from judge.services.panels.restating import restate_reviewer
from judge.services.panels.splitting import split_award
from judge.services.panels.standing import Member
from judge.services.panels.stating import state_sections


class PanelDesk:
    """One edition's panels. Safe to ask from one thread at a time."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition

    @property
    def edition_title(self) -> str:
        """Whose panels these are."""
        return self._edition.title

    def look(self) -> Board:
        """The panels as they stand."""
        return board(self._edition)

    def restate(
        self, seen: Member, detail: ReviewerDetail, seats: Mapping[str, Seat], reason: str = ""
    ) -> int:
        """State what a card says. Refusals: those of `restate_reviewer`."""
        return restate_reviewer(self._edition, seen, detail, seats, reason)

    def deal(self, nomination: str, section: Section) -> int:
        """State which section judges a nomination. Refusals: those of `state_sections`."""
        return state_sections(self._edition, {nomination: section})

    def split(self, award: str) -> int:
        """Split an award's nominations without a section; how many. Refusals: those of `split_award`."""
        return len(split_award(self._edition, award))

    def add(self, key: str, name: str, organisation: str) -> str:
        """Add a reviewer by hand; their key. Refusals: those of `add_reviewer`."""
        return add_reviewer(self._edition, key, name, organisation)
