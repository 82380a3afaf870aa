"""Boxes to tick as different hands make them: glyphs, symbols, controls, fields."""

from exports.word.ink import run
from judge.demo.hands import Tick

_SYMBOLS = {Tick.WINGDINGS: ("Wingdings", "F0FE", "F0A8"), Tick.WINGDINGS_2: ("Wingdings 2", "F052", "F0A3")}
_MINCHO = 'w14:font="MS Gothic"'


def box(tick: Tick, *, ticked: bool) -> str:
    """A box to tick, as a run, a control or a field."""
    if tick.is_glyph:
        return run(tick.value[0 if ticked else 1])
    if tick in _SYMBOLS:
        font, full, empty = _SYMBOLS[tick]
        return f'<w:r><w:sym w:font="{font}" w:char="{full if ticked else empty}"/></w:r>'
    return _control(ticked=ticked) if tick is Tick.CONTROL else _field(ticked=ticked)


def _control(*, ticked: bool) -> str:
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(ticked)}"/>'
        f'<w14:checkedState w14:val="2611" {_MINCHO}/><w14:uncheckedState w14:val="2610" {_MINCHO}/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent>{run('☑' if ticked else '☐')}</w:sdtContent></w:sdt>"
    )


def _field(*, ticked: bool) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val=""/><w:enabled/>'
        f'<w:calcOnExit w:val="0"/><w:checkBox><w:sizeAuto/><w:default w:val="{int(ticked)}"/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r>"
        '<w:r><w:instrText xml:space="preserve"> FORMCHECKBOX </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
