"""The colours can be read: every text on its ground, light and dark."""

import pytest
from textual.color import Color
from textual.theme import Theme

from judge.tui.look import DARK, LIGHT

_LEGIBLE = 4.5  # the contrast that WCAG asks of text


def contrast(one: Color, other: Color) -> float:
    def luminance(colour: Color) -> float:
        parts = [part / 255 for part in colour.rgb]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    def colour(name: str) -> Color:
        return Color.parse(getattr(theme, name))

    for ground in (colour("background"), colour("panel")):
        dim = ground.blend(colour("foreground"), 0.62)
        for ink in (colour("foreground"), dim, colour("accent"), colour("error")):
            assert contrast(ink, ground) >= _LEGIBLE
    assert contrast(colour("background"), colour("accent")) >= _LEGIBLE
