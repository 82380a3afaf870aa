"""Which paragraphs of a document are headings."""

import re

from lxml import etree

from imports.word import names as n

_BODY_TEXT = 9
"""The outline level by which Word says "no heading" (ECMA-376, 17.3.1.20)."""
_DEEPEST = 6
_HEADING_NAME = re.compile(r"(?:heading|标题|標題)\s*([1-9])", re.IGNORECASE)


class Outline:
    """Heading levels by a document's style sheet; without one, by the paragraphs' own levels alone."""

    def __init__(self, styles: etree._Element | None) -> None:
        sheet = [] if styles is None else list(styles.iterchildren(n.STYLE))
        self._styles = {style.get(n.STYLE_ID, ""): style for style in sheet}

    def level(self, paragraph: etree._Element) -> int:
        """The heading's level from 1 to 6, 0 for a paragraph of text.

        The paragraph's own outline level goes before its style's, that before the style it is based on.
        """
        settings = paragraph.find(n.PARAGRAPH_SETTINGS)
        if settings is None:
            return 0
        own = _level_in(settings)
        if own is not None:
            return own
        style = settings.find(n.PARAGRAPH_STYLE)
        return 0 if style is None else self._style_level(style.get(n.VALUE, ""))

    def _style_level(self, style_id: str) -> int:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            settings = style.find(n.PARAGRAPH_SETTINGS)
            level = None if settings is None else _level_in(settings)
            if level is None:
                level = _named_level(style)
            if level is not None:
                return level
            base = style.find(n.BASED_ON)
            style_id = "" if base is None else base.get(n.VALUE, "")
        return 0


def _level_in(settings: etree._Element) -> int | None:
    outline = settings.find(n.OUTLINE_LEVEL)
    written = "" if outline is None else outline.get(n.VALUE, "")
    if len(written) != 1 or written not in "0123456789":
        return None
    return 0 if int(written) == _BODY_TEXT else min(int(written) + 1, _DEEPEST)


def _named_level(style: etree._Element) -> int | None:
    name = style.find(n.STYLE_NAME)
    found = None if name is None else _HEADING_NAME.fullmatch(name.get(n.VALUE, ""))
    return None if found is None else min(int(found[1]), _DEEPEST)
