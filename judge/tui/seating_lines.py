"""The lines of a screen of panels: reviewers, nominations, and the sums of panels and sections."""

from collections.abc import Sequence

from judge.ledger.panel_acts import Section
from judge.locale import _
from judge.services.panels.board import Board, Member, SectionedNomination, Tally
from judge.tui.cells import cell_len, clean_line, cut, fit, fit_right
from judge.tui.ink import Line
from judge.tui.panel_words import ANCHOR, ROLE_GLYPHS, STANDING_GLYPHS, role_word, section_word, standing_word

_KEY = 6
_NAME = 12
_LOAD = 8
_LONGEST = 500
"""Characters of a text that are looked at; no line is as wide."""


def seats_words(member: Member) -> str:
    """Somebody's seats: role by glyph and word, award, section."""
    seats = sorted(member.seats.items())
    words = [" ".join(filter(None, (_role(seat.role), award, _line(seat.section)))) for award, seat in seats]
    return "; ".join(words) or f"{ROLE_GLYPHS['none']} {_('on no panel')}"


def organisation_words(member: Member) -> str:
    """Their organisation with its other names."""
    return " = ".join(_line(name) for name in (member.detail.organisation, *member.detail.aliases) if name)


def load_words(member: Member) -> str:
    """How many sheets they hold, and how many they take."""
    limit = member.detail.load_limit
    return f"{member.sheets}/{'–' if limit is None else limit}"


def standing_words(member: Member) -> str:
    """How they stand, and who came instead."""
    return " → ".join((standing_word(member.standing), *map(_line, member.successors)))


def reviewer_line(member: Member, width: int) -> Line:
    """Standing, key, name, organisation, seats, and sheets against their limit, in `width` cells."""
    serves = STANDING_GLYPHS.get(member.standing, "?")
    ink = "" if serves == " " else "dim"
    room = max(0, width - _KEY - _NAME - _LOAD - 7)
    seats = seats_words(member) if serves == " " else f"{standing_words(member)} · {seats_words(member)}"
    taken = room * 3 // 5
    return [
        (f" {serves} ", "refused"),
        (fit(_line(member.key), _KEY), "dim"),
        (" ", ""),
        (fit(_line(member.detail.name), _NAME), ink or "strong"),
        (" ", ""),
        (fit(organisation_words(member), max(0, room - taken)), ink),
        (" ", ""),
        (fit(seats, taken), ink),
        (fit_right(load_words(member), _LOAD), ink),
        (" ", ""),
    ]


def nomination_line(one: SectionedNomination, dealt: Section, width: int) -> Line:
    """Anchor, section, key, name, organisation, in `width` cells."""
    word = _("anchor")
    anchor = f"{ANCHOR} {word}" if dealt.anchor else ""
    section = section_word(dealt.section)
    room = max(0, width - 45)
    name = room // 2
    return [
        (" ", ""),
        (fit(section, 14), "strong" if dealt.section else "dim"),
        (" ", ""),
        (fit(anchor, max(8, cell_len(word) + 2)), "accent"),
        (" ", ""),
        (fit(_line(one.key), 18), "dim"),
        (" ", ""),
        (fit(_line(one.name), name), ""),
        (" ", ""),
        (cut(_line(one.organisation), room - name), "dim"),
    ]


def totals_lines(board: Board, width: int) -> Sequence[Line]:
    """Of each panel, and of its sections, who judges how much."""
    heads = (_("reviewers"), _("sheets"), _("nominations"))
    widths = tuple(cell_len(head) + 1 for head in heads)
    room = max(4, width - sum(widths))
    lines: list[Line] = [
        [(fit("", room), ""), *((fit_right(head, n), "dim") for head, n in zip(heads, widths, strict=True))]
    ]
    for panel in board.panels:
        if panel.sections:
            # As many lines at every width: where they become fewer, Textual leaves the scroll bar standing.
            lines.append([(cut(clean_line(panel.title), width), "strong")])
            lines.append(_sums(f" {_('all of it')}", panel.whole, room, widths, "strong"))
            sections = panel.sections.items() if panel.named else ()
            lines += [_sums(f" {section_word(name)}", tally, room, widths, "") for name, tally in sections]
    if len(lines) == 1:
        lines.append([(cut(_("No panel and no nominations yet."), width), "dim")])
    return lines


def _sums(name: str, tally: Tally, room: int, widths: Sequence[int], ink: str) -> Line:
    said = f"{name} ({ANCHOR} {tally.anchors})" if tally.anchors else name
    counts = (tally.reviewers, tally.sheets, tally.nominations)
    figures = [(fit_right(str(n), cells), ink) for n, cells in zip(counts, widths, strict=True)]
    return [(fit(said, room), ink), *figures]


def _role(role: str) -> str:
    return f"{ROLE_GLYPHS.get(role, '?')} {role_word(role)}"


def _line(text: str) -> str:
    return clean_line(text[:_LONGEST])
