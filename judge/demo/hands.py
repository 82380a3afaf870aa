"""How clerks fill in forms: every recommending body has its own habits of ticking, spacing and listing."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Tick(StrEnum):
    """What a clerk makes of a box to tick; the first character of a glyph pair stands for ticked."""

    BALLOT = "☑□"
    FILLED = "■□"
    ROOT = "√□"
    CROSSED = "☒☐"
    CHECK = "✓□"
    WINGDINGS = "wingdings"
    """A Wingdings symbol (`w:sym`)."""
    WINGDINGS_2 = "wingdings-2"
    CONTROL = "content-control"
    """A checkbox content control (`w14:checkbox`)."""
    FIELD = "form-field"
    """A checkbox of Word 97's form fields (`w:ffData`)."""

    @property
    def is_glyph(self) -> bool:
        """True where the tick is a plain character in the text."""
        return len(self.value) == 2


class Spacing(StrEnum):
    """How a two-character label such as 邮编 is spaced out."""

    AS_PRINTED = "as-printed"
    NONE = "none"
    FULL_WIDTH = "full-width"


class Figures(StrEnum):
    """How a rate in percent is written."""

    PLAIN = "98.5"
    PERCENT = "98.5%"
    FULL_WIDTH_PERCENT = "98.5％"
    FULL_WIDTH = "９８．５"
    BLANK_AFTER = "98.5 "


@dataclass(frozen=True, slots=True)
class Hand:
    """One clerk's habits. `separator` stands between members; `stacked` merges its box over two rows."""

    tick: Tick = Tick.BALLOT
    tick_first: bool = False
    spacing: Spacing = Spacing.AS_PRINTED
    figures: Figures = Figures.PLAIN
    separator: str = "、"
    stacked: bool = False

    def label(self, printed: str) -> str:
        """A label as this clerk's copy of the form has it."""
        if self.spacing is Spacing.AS_PRINTED or " " not in printed:
            return printed
        return ("\u3000" if self.spacing is Spacing.FULL_WIDTH else "").join(printed.split())

    def rate(self, figure: str) -> str:
        """A rate in percent, written this clerk's way."""
        match self.figures:
            case Figures.PERCENT:
                return f"{figure}%"
            case Figures.FULL_WIDTH_PERCENT:
                return f"{figure}％"
            case Figures.FULL_WIDTH:
                return figure.translate(_WIDE)
            case Figures.BLANK_AFTER:
                return f"{figure} "
            case Figures.PLAIN:
                return figure

    def count(self, figure: str) -> str:
        """A count of mishaps, where nought is often put in words."""
        if self.figures is Figures.PERCENT:
            return "无" if figure == "0" else f"{figure}起"
        return f"{figure}起" if self.figures is Figures.FULL_WIDTH_PERCENT else figure


_WIDE = str.maketrans("0123456789.", "０１２３４５６７８９．")
_SEPARATORS = ("、", "、", "、", "，", "；", "\n")


def hand(rng: Random) -> Hand:
    """A clerk's habits, by chance."""
    return Hand(
        tick=rng.choice(tuple(Tick)),
        tick_first=rng.random() < 0.4,
        spacing=rng.choice(tuple(Spacing)),
        figures=rng.choices(tuple(Figures), weights=(5, 2, 1, 1, 1))[0],
        separator=rng.choice(_SEPARATORS),
        stacked=rng.random() < 0.25,
    )
