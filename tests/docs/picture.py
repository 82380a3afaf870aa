"""The READMEs' pictures of the desk: `python -m tests.docs.picture` draws them anew.

Builds the demo in each language, sits down at the desk of its R07, gives a few marks, and writes what the
screen then shows to `docs/desk.svg` and `docs/desk.zh-CN.svg`.
"""

import asyncio
import html
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len

from judge.demo.season import Step, run_season
from judge.locale import speak
from judge.services.editions.edition import open_edition
from judge.services.sheets.desk import Desk
from judge.tui.desk_app import DeskApp

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = {"en": "desk.svg", "zh": "desk.zh-CN.svg"}
SIZE = (120, 36)
REVIEWER = "R07"
KEYS = "][12.5\r21\r13\r17.5\r13"
"""A look at the next sheet and back, four marks taken, a fifth still being typed."""

_CELL = 12.2  # the width that the export gives a cell, in its own units
_FROM_ELSEWHERE = re.compile(
    r"\s*(@font-face \{.*?\}|<!--.*?-->|font-variant-east-asian: full-width;)", re.DOTALL
)
_TEXT = re.compile(
    r'<text class="(?P<look>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+" '
    r'clip-path="(?P<clip>[^"]+)">(?P<text>[^<]*)</text>'
)
_EM = 20  # the font's size, and so the width of a Chinese glyph


async def drawn(edition: Path) -> str:
    """The screen as SVG after the keys, in the language in force."""
    opened = open_edition(str(edition))
    try:
        app = DeskApp(Desk(opened, REVIEWER), lambda: datetime(2019, 9, 2, 14, 3, 22))  # noqa: DTZ001 - a wall clock
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause(0.5)
            for key in KEYS:
                await pilot.press(
                    {
                        "\r": "enter",
                        ".": "full_stop",
                        "[": "left_square_bracket",
                        "]": "right_square_bracket",
                    }.get(key, key)
                )
            await app.sitting.writer.drained()
            await pilot.pause(0.2)
            return app.export_screenshot()
    finally:
        opened.close()


def made_portable(svg: str) -> str:
    """The picture without fonts from elsewhere, and with every run of glyphs at its own column.

    The export measures a run in characters and so squeezes Chinese ones, which are two cells wide; and it
    leaves the gaps between columns to the font at hand.
    """
    return _TEXT.sub(lambda found: "".join(_placed(found)), _FROM_ELSEWHERE.sub("", svg))


def _placed(found: re.Match[str]) -> Iterator[str]:
    x = float(found["x"])
    for run in _runs(html.unescape(found["text"]).replace("\N{NO-BREAK SPACE}", " ")):
        glyphs = run.strip(" ")
        if glyphs:
            spread = f' letter-spacing="{2 * _CELL - _EM:.1f}"' if _is_wide(glyphs[0]) else ""
            indent = len(run) - len(run.lstrip(" "))
            yield (
                f'<text class="{found["look"]}" x="{x + indent * _CELL:.1f}" y="{found["y"]}" '
                f'textLength="{cell_len(glyphs) * _CELL:.1f}"{spread} clip-path="{found["clip"]}">'
                f"{html.escape(glyphs, quote=False).replace(' ', '&#160;')}</text>"
            )
        x += cell_len(run) * _CELL


def _runs(text: str) -> Iterator[str]:
    """The text in pieces: blanks, wide glyphs, and narrow ones with no more than single blanks inside."""
    for piece in re.split(r"(^ +|  +)", text):
        for _wide, run in groupby(piece, _is_wide):
            yield "".join(run)


def _is_wide(glyph: str) -> bool:
    return cell_len(glyph) > 1


@contextmanager
def _unwatched(_step: Step) -> Iterator[Callable[[int, int], None]]:
    yield lambda _done, _all: None


def main() -> None:
    """Draw both pictures."""
    for language, name in PICTURES.items():
        speak(language)
        with tempfile.TemporaryDirectory() as folder:
            season = run_season(Path(folder), _unwatched)
            svg = asyncio.run(drawn(season.edition))
        (DOCS / name).write_text(made_portable(svg), encoding="utf-8")


if __name__ == "__main__":
    main()
