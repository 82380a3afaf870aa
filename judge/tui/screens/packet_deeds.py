from textual import on

from judge.locale import _
from judge.tui.changes import Recusal, Submission
from judge.tui.keymap import told
from judge.tui.screens.fair_deeds import FairDeeds
from judge.tui.screens.sending_back import SendingBackScreen
from judge.tui.sitting import HandedIn, HandoverNotRead, HandoverRead
from judge.tui.words import sentence


class PacketDeeds(FairDeeds):
    """What is done with a packet as a whole: its work goes back to the office."""

    is_packet = False

    def offer_next(self, done: Submission | Recusal) -> None:
        """A sheet is finished: name the next one to do, or where nothing is left the way back."""
        if not self._offer_sending_back():
            super().offer_next(done)

    @on(HandedIn)
    def name_the_way_back(self) -> None:
        """Many sheets were submitted at once: where nothing is left, name the way back once that is said."""
        self.call_later(self._offer_sending_back)

    def _offer_sending_back(self) -> bool:
        """Name the way back, where this is a packet in which nothing is left to do."""
        offered = self.is_packet and not self.queue.docket.to_do
        if offered:
            said = _("Nothing is left to do in this packet: {send-back} writes the file for the office.")
            self.grid.say(told(said))
        return offered

    def action_send_back(self) -> None:
        """Show what would go back, once all of it is written, and where to."""
        if self.is_packet and self.grid.commit():
            asked = self.sitting.read_handover(self.post_message)
            self.await_card(asked, "sending back")

    def on_handover_read(self, read: HandoverRead) -> None:
        """Ask where the file is to go."""
        self.card_is_read()
        self.app.push_screen(SendingBackScreen(read.told, self.sitting.hand_over))

    def on_handover_not_read(self, message: HandoverNotRead) -> None:
        """Say why nothing can go back."""
        self.card_is_read()
        message.stop()
        self.grid.say(sentence(message.code, message.params))
