"""What a reviewer has of their own on this computer: settings, the last places, light or dark."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from judge.tui.kept_objects import read_object, write_object
from judge.tui.settings_file import Settings, SettingsFault, read_settings
from judge.tui.settings_path import settings_path

if TYPE_CHECKING:
    from judge.tui.last_place import PlaceBook


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody's settings, and the folder for what is to be found again; nothing is kept without one."""

    settings: Settings = field(default_factory=Settings)
    problems: tuple[SettingsFault, ...] = ()
    settings_path: Path | None = None
    folder: Path | None = None

    def place_book(self, edition: str, reviewer: str) -> "PlaceBook":
        """The book of one reviewer's places at one edition."""
        from judge.tui.last_place import PlaceBook  # noqa: PLC0415 - the first frame does not wait for it

        return PlaceBook(self.folder, edition, reviewer)

    @property
    def light(self) -> bool:
        """Whether the desk is light: as it was last turned, until the settings file says otherwise anew."""
        said, theme = read_object(self._theme_path), self.settings.theme
        turned = said.get("theme") if said.get("settings") == theme else None
        return (turned or theme) == "light"

    def turn(self, *, light: bool) -> None:
        """Keep it so."""
        theme = "light" if light else "dark"
        write_object(self._theme_path, {"theme": theme, "settings": self.settings.theme})

    @property
    def _theme_path(self) -> Path | None:
        return self.folder / "theme.json" if self.folder else None


def own_here() -> Own:
    """What the user of this process has."""
    path = settings_path()
    settings, problems = read_settings(path)
    return Own(settings, problems, path, platformdirs.user_state_path("judge", appauthor=False))
