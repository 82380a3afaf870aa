"""Where the user's own settings lie, and the one thing in them that every command asks for."""

import os
import sys
from pathlib import Path

LANGUAGES = ("zh", "en")


def settings_path() -> Path:
    """The settings file of the user of this process, whether there is one or not."""
    if sys.platform in {"win32", "darwin"}:
        import platformdirs  # noqa: PLC0415 - 5 ms of every command, where three lines do as well

        return platformdirs.user_config_path("judge", appauthor=False) / "settings.toml"
    home = os.environ.get("XDG_CONFIG_HOME", "").strip()
    return (Path(home) if home else Path.home() / ".config") / "judge" / "settings.toml"


def own_language() -> str:
    """The language that the settings say, "zh" or "en"; "" where they say none or cannot be read.

    Whatever else may be wrong with the file, the screens say; in this language, if it can be made out.
    """
    try:
        text = settings_path().read_text(encoding="utf-8-sig")
    except (OSError, ValueError, RuntimeError):
        return ""
    import tomllib  # noqa: PLC0415 - for those who have settings

    try:
        said = tomllib.loads(text).get("language")
    except (ValueError, RecursionError):
        return ""
    return said if isinstance(said, str) and said in LANGUAGES else ""
