"""The palette's list of deeds, in the order of the keyboard's chapters."""

from textual.command import CommandPalette, DiscoveryHit, Hits
from textual.system_commands import SystemCommandsProvider

from judge.locale import _


class DeedCommands(SystemCommandsProvider):
    """Every deed that does something now, as the app names them.

    Textual sorts by code points, which in Chinese is no order at all.
    """

    async def discover(self) -> Hits:
        """All of them, as long as nothing is searched for."""
        for title, told, act, _discover in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(title, act, help=told)


def palette() -> CommandPalette:
    """Every deed, to search and to run."""
    return CommandPalette(
        providers=[DeedCommands], placeholder=_("Search for an action"), id="--command-palette"
    )
