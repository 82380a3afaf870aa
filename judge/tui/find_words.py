"""What the find line says: how often something was found, which place shows, and where else it stands."""

from judge.locale import N_, _
from judge.tui.paper_search import PaperSearch, Place

_TITLES = (N_("Form"), N_("Report"), N_("Findings"), N_("Rubric"), N_("Panel"))
"""The papers, in the order of their tabs."""


def found_words(found: PaperSearch, paper: int, place: Place | None) -> tuple[str, str, str]:
    """The place among those of the paper that shows, the other papers, the keys; "" for what is not said."""
    if not found.sought:
        return "", _("Type what to find; width and case make no difference."), ""
    others = [
        f"{_(title)} {found.count(other)}"
        for other, title in enumerate(_TITLES[: len(found.hits)])
        if other != paper and found.count(other)
    ]
    listed = _(", ").join(others)
    keys = _("Enter ↓ next  ↑ back  Esc end")
    if not found.count(paper):
        elsewhere = _("but in {papers}").format(papers=listed) if others else ""
        return _("Not in this paper") if others else _("Found nowhere"), elsewhere, keys
    if place is None:
        here = _("{count} in this paper").format(count=found.count(paper))
    else:
        here = _("{place} of {count}").format(place=place[1] + 1, count=found.count(paper))
    return here, _("also in {papers}").format(papers=listed) if others else "", keys
