"""How cells look: black on white, hairlines, one grey for heads; nothing is told by colour."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from exports.fonts import BODY, HEAD
from exports.xlsx import Format, Workbook

_LINE = {"border": 1, "border_color": "#A6A6A6"}
_CELL = BODY | _LINE | {"valign": "vcenter"}
_CENTRED = _CELL | {"align": "center"}
_FIGURE = _CELL | {"align": "right", "indent": 1}
_BAND = HEAD | {"valign": "vcenter", "bg_color": "#EDEDED", "top": 1, "top_color": "#A6A6A6"}
_TOTAL = HEAD | _LINE | {"valign": "vcenter", "top": 2}

OVER_MARK = "▲"


class TextLook(NamedTuple):
    """A look for text, and the same with Excel's quote prefix.

    The prefix keeps a text that begins like a formula a text even after someone edits the cell.
    """

    plain: Format
    quoted: Format


@dataclass(frozen=True, slots=True)
class Looks:
    """Every look of one workbook."""

    workbook: Workbook
    title: TextLook
    note: TextLook
    status: TextLook
    head: TextLook
    band: TextLook
    band_rest: TextLook
    band_end: TextLook
    text: TextLook
    word: TextLook
    total: TextLook
    integer: Format
    over: Format
    total_integer: Format
    _decimals: dict[int, Format] = field(default_factory=dict)

    def decimal(self, places: int) -> Format:
        """The look of a figure with `places` decimals."""
        if places not in self._decimals:
            shape = "0." + "0" * places if places else "0"
            self._decimals[places] = self.workbook.add_format(_FIGURE | {"num_format": shape})
        return self._decimals[places]


def looks_of(workbook: Workbook) -> Looks:
    """The looks, made in `workbook`."""

    def text_look(properties: dict[str, Any]) -> TextLook:
        plain, quoted = properties, properties | {"quote_prefix": True}
        return TextLook(workbook.add_format(plain), workbook.add_format(quoted))

    return Looks(
        workbook=workbook,
        title=text_look(HEAD | {"font_size": 16, "valign": "vcenter"}),
        note=text_look(BODY | {"valign": "vcenter"}),
        status=text_look(HEAD | {"valign": "vcenter"}),
        head=text_look(
            HEAD | _LINE | {"text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": "#EDEDED"}
        ),
        band=text_look(_BAND | {"indent": 1, "left": 1, "left_color": "#A6A6A6"}),
        band_rest=text_look(_BAND),
        band_end=text_look(_BAND | {"right": 1, "right_color": "#A6A6A6"}),
        text=text_look(_CELL | {"text_wrap": True, "align": "left"}),
        word=text_look(_CENTRED | {"text_wrap": True}),
        total=text_look(_TOTAL),
        integer=workbook.add_format(_CENTRED | {"num_format": "0"}),
        over=workbook.add_format(_CENTRED | {"num_format": f'0"{OVER_MARK}"', "bold": True}),
        total_integer=workbook.add_format(_TOTAL | {"num_format": "0", "align": "center"}),
    )
