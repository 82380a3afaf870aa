import asyncio

from textual.timer import Timer

from judge.domain.desk import Glance, is_to_do
from judge.tui.docket import Docket
from judge.tui.last_place import LastPlace, PlaceBook
from judge.tui.queue_view import Filter, Order, QueueView
from judge.tui.screens.queue_deeds import QueueDeeds

_NOTED_AFTER = 1.0  # seconds at a place


class Resuming(QueueDeeds):
    """Going on where the reviewer was, in an earlier sitting too."""

    places: PlaceBook
    _sought: LastPlace | None = None
    _moved: Timer | None = None

    def heed_view(self) -> None:
        """Other nominations are shown, or in another order; that is to be so again."""
        super().heed_view()
        self.note_place()

    def suffices(self, glance: Glance) -> bool:
        """Whether a glance at the queue has what is shown first, in the view as it was left."""
        last = self.places.read()
        if glance.is_whole:
            return True
        if last.filter is not Filter.ALL or last.order is not Order.ASSIGNED:
            return False
        if last.nomination:
            return any(item.nomination == last.nomination for item in glance.items)
        return any(map(is_to_do, glance.items))

    def take_up(self, docket: Docket) -> str | None:
        """Show the queue as it was left; which nomination to open, if there is any."""
        last = self.places.read()
        self.queue.fill(docket, QueueView(last.filter, last.order))
        if any(item.nomination == last.nomination for item in docket.items):
            self._sought = last
            return last.nomination
        return docket.first_to_do.nomination if docket.first_to_do else None

    def find_again(self) -> None:
        """A sheet is laid out: go to the criterion where the reviewer was, once; and note the place."""
        sought, self._sought = self._sought, None
        marking = self.grid.marking
        if marking and sought and marking.draft.sheet.nomination == sought.nomination:
            known = {criterion.key for criterion in marking.draft.rubric.criteria}
            if sought.criterion in known:
                marking.go_to(sought.criterion)
                self.grid.renew()
        self.heed_view()

    def note_place(self) -> None:
        """Have the place written that the reviewer stays at for a moment."""
        if self._moved:
            self._moved.stop()
        if self._noted():
            self._moved = self.set_timer(_NOTED_AFTER, self._write_place)

    def _noted(self) -> bool:
        marking, view = self.grid.marking, self.queue.listing.view
        if marking is None:
            return False
        nomination = marking.draft.sheet.nomination
        return self.places.note(LastPlace(nomination, marking.criterion.key, view.filter, view.order))

    def _write_place(self) -> None:
        self.run_worker(asyncio.to_thread(self.places.write), group="place")

    def leave_place(self) -> None:
        """Write the place at once."""
        self._noted()
        self.places.write()
