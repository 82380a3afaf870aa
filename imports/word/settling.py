"""Settle a document's tree in place, so that plain text and plain tables are left.

Tracked changes are taken as accepted, one branch of every alternative is kept, content controls give way
to what they hold, and boxes to tick become characters. python-docx passes over most of these.
"""

import re
from collections.abc import Callable

from lxml import etree

from imports.word import names as n

TICKED, EMPTY = "☑", "□"
_BOXES = {
    **dict.fromkeys((0xF052, 0xF0FE, 0xF0FC, 0xF0FD, 0xF050, 0xF051), TICKED),
    **dict.fromkeys((0xF0A3, 0xF06F, 0xF0A8, 0xF071), EMPTY),
}
"""Wingdings and Wingdings 2 as Word stores them: symbol characters shifted into the private use area."""
_SYMBOLS = re.compile(f"[{''.join(map(chr, _BOXES))}]")
_NO = {"0", "false", "off", "none"}


def settle(root: etree._Element) -> None:
    """Settle everything below `root`; a tree without special elements is only scanned."""
    for element in list(root.iter(*_SETTLE)):
        if element.getparent() is not None:
            _SETTLE[element.tag](element)


def show_symbols(root: etree._Element) -> None:
    """Turn private-use characters, which LibreOffice writes for Wingdings, into the boxes they show."""
    for text in root.iter(n.TEXT):
        if text.text:
            text.text = _SYMBOLS.sub(lambda found: _BOXES[ord(found[0])], text.text)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element, content: etree._Element) -> None:
    """Put the children of `content` where `element` stands."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(content)


def _is_on(flag: etree._Element | None, value: str = n.VALUE) -> bool:
    return flag is not None and flag.get(value, "1").lower() not in _NO


def _deleted(element: etree._Element) -> None:
    """A deleted or moved run goes; so does a row so marked; a paragraph so marked runs into the next."""
    settings, holder = _settings_and_holder(element)
    if settings == n.ROW_SETTINGS and holder is not None and holder.tag == n.ROW:
        _drop(holder)
    elif settings == n.RUN_SETTINGS and holder is not None and holder.tag == n.PARAGRAPH_SETTINGS:
        _join_next(holder.getparent())
    else:
        _drop(element)


def _settings_and_holder(setting: etree._Element) -> tuple[str, etree._Element | None]:
    """The name of the settings in which `setting` stands, and what they are the settings of."""
    settings = setting.getparent()
    return ("", None) if settings is None else (settings.tag, settings.getparent())


def _join_next(paragraph: etree._Element | None) -> None:
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != n.PARAGRAPH:
        return
    at = 1 if len(following) and following[0].tag == n.PARAGRAPH_SETTINGS else 0
    following[at:at] = [part for part in paragraph if part.tag != n.PARAGRAPH_SETTINGS]
    _drop(paragraph)


def _deleted_cell(element: etree._Element) -> None:
    _, cell = _settings_and_holder(element)
    if cell is not None and cell.tag == n.CELL:
        _drop(cell)


def _hidden(element: etree._Element) -> None:
    _, run = _settings_and_holder(element)
    if _is_on(element) and run is not None and run.tag == n.RUN:
        _drop(run)


def _symbol(element: etree._Element) -> None:
    try:
        code = int(element.get(n.CHAR, ""), 16)
        shifted = code | 0xF000 if code < 0x100 and "wingdings" in element.get(n.FONT, "").lower() else code
        element.text = _BOXES.get(shifted) or chr(shifted)
    except (ValueError, OverflowError):
        element.text = None
    element.tag = n.TEXT


def _alternatives(element: etree._Element) -> None:
    """Keep the first branch that holds text, the newest program's first; Word draws only one of them."""
    branches = list(element)
    kept = next(
        (branch for branch in branches if next(branch.iter(n.TEXT, n.SYMBOL), None) is not None), None
    )
    if kept is None:
        _drop(element)
    else:
        _unwrap(element, kept)


def _control(element: etree._Element) -> None:
    content, settings = element.find(n.CONTROL_CONTENT), element.find(n.CONTROL_SETTINGS)
    if content is None:
        _drop(element)
        return
    checkbox = None if settings is None else settings.find(n.CONTROL_CHECKBOX)
    if checkbox is not None:
        checked = checkbox.find(n.CONTROL_CHECKED)
        _say_instead(content, TICKED if _is_on(checked, n.VALUE_14) else EMPTY)
    elif settings is not None and _is_on(settings.find(n.PLACEHOLDER)):
        _say_instead(content, "")
    _unwrap(element, content)


def _say_instead(content: etree._Element, text: str) -> None:
    """Replace the text of `content` by `text`, its paragraphs and cells staying."""
    for spoken in list(content.iter(n.TEXT, n.SYMBOL)):
        _drop(spoken)
    holder = next(content.iter(n.RUN), None)
    if holder is None:
        holder = next(content.iter(n.PARAGRAPH), content)
    etree.SubElement(holder, n.TEXT).text = text


def _field_data(element: etree._Element) -> None:
    """A legacy field's box or chosen entry, said in the run that begins the field."""
    checkbox, entries = element.find(n.FIELD_CHECKBOX), element.find(n.FIELD_LIST)
    begin = element.getparent()
    if begin is None or begin.getparent() is None:
        return
    if checkbox is not None:
        state = checkbox.find(n.FIELD_CHECKED)
        ticked = _is_on(checkbox.find(n.FIELD_DEFAULT) if state is None else state)
        begin.addnext(_text(TICKED if ticked else EMPTY))
    elif entries is not None:
        begin.addnext(_text(_chosen(entries)))


def _chosen(entries: etree._Element) -> str:
    result = entries.find(n.FIELD_RESULT)
    choices = [choice.get(n.VALUE, "") for choice in entries.iter(n.FIELD_CHOICE)]
    number = "" if result is None else result.get(n.VALUE, "")
    return choices[int(number)] if number.isdecimal() and int(number[:6]) < len(choices) else ""


def _text(text: str) -> etree._Element:
    element = etree.Element(n.TEXT)
    element.text = text
    return element


_SETTLE: dict[str, Callable[[etree._Element], None]] = {
    n.DELETED: _deleted,
    n.MOVED_AWAY: _deleted,
    n.DELETED_CELL: _deleted_cell,
    n.HIDDEN: _hidden,
    n.RUBY_TEXT: _drop,
    n.SYMBOL: _symbol,
    n.ALTERNATIVES: _alternatives,
    n.CONTROL: _control,
    n.CUSTOM_XML: lambda element: _unwrap(element, element),
    n.FIELD_DATA: _field_data,
}
