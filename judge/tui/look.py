"""The desk's colours: quiet ground, one accent, red for refusals only; light, dark, or none at all."""

import os
from typing import Any

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="judge-dark",
    primary="#e5b567",
    accent="#e5b567",
    secondary="#8a92a3",
    warning="#e5b567",
    error="#f0808a",
    success="#e5b567",
    foreground="#d9dce3",
    background="#15171c",
    surface="#15171c",
    panel="#1f232b",
    dark=True,
)
LIGHT = Theme(
    name="judge-light",
    primary="#7a4f00",
    accent="#7a4f00",
    secondary="#565d6b",
    warning="#7a4f00",
    error="#a5202c",
    success="#7a4f00",
    foreground="#15181d",
    background="#faf9f6",
    surface="#faf9f6",
    panel="#f0eee9",
    dark=False,
)
PLAIN = Theme(
    name="judge-plain",
    ansi=True,
    primary="ansi_default",
    accent="ansi_default",
    secondary="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    variables=dict(BUILTIN_THEMES["ansi-dark"].variables),
    dark=True,
)
"""The terminal's own two colours, for NO_COLOR: bold, underlined and reversed say the rest."""


def colourless() -> bool:
    """Whether the user wants no colours; see https://no-color.org."""
    return "NO_COLOR" in os.environ


def dress(app: App[Any], *, light: bool = False) -> None:
    """Give an app its colours; where there are none to be, it was made with `ansi_color`."""
    for theme in (DARK, LIGHT, PLAIN):
        app.register_theme(theme)
    app.theme = (PLAIN if colourless() else LIGHT if light else DARK).name
