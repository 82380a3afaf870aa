"""What stands out in reviewers' sheets: what is seen, and never what it means of a person."""

from fractions import Fraction
from types import MappingProxyType

from judge.locale import N_, _, ngettext
from judge.scoring.reviewers.profiles import Profile
from judge.scoring.reviewers.words import LEVEL, Lack, Notice
from judge.scoring.severity.unsettled import Unsettled

_NOTICES = MappingProxyType(
    {
        Notice.SEVERE: N_(
            "totals are on average {points} points below those of others, over {sheets} sheets"
        ),
        Notice.LENIENT: N_(
            "totals are on average {points} points above those of others, over {sheets} sheets"
        ),
        Notice.ONE_NUMBER: N_(
            "totals are one number, or nearly, over {sheets} sheets (they spread by {own} points, those of"
            " others by {others})"
        ),
        Notice.NARROW: N_("totals spread less than those of others (by {own} points, theirs by {others})"),
        Notice.WIDE: N_("totals spread more than those of others (by {own} points, theirs by {others})"),
        Notice.AT_RANDOM: N_(
            "no connection with the totals of others can be seen over {sheets} sheets; chance alone would"
            " look like this (correlation {correlation}, from {low} to {high}; {typical} is usual here)"
        ),
        Notice.AGAINST: N_(
            "totals are low where those of others are high, and high where they are low"
            " (correlation {correlation}, from {low} to {high}; {typical} is usual here)"
        ),
        Notice.LOOSE: N_(
            "totals follow those of others less closely than is usual here"
            " (correlation {correlation}; {typical} is usual)"
        ),
        Notice.HALO: N_(
            "marks on one sheet are more alike across criteria than is usual here"
            " (correlation {alike}; {usual} is usual)"
        ),
        Notice.RISING: N_(
            "totals rose beside those of others as sheets were handed in, by {slope} points over ten sheets"
        ),
        Notice.FALLING: N_(
            "totals fell beside those of others as sheets were handed in, by {slope} points over ten sheets"
        ),
    }
)

_LACKS: "MappingProxyType[Lack | Unsettled, str]" = MappingProxyType(
    {
        Lack.ALONE: N_("no other reviewer scored the same nominations"),
        Lack.FEW: N_("too few sheets"),
        Lack.ALL_EQUAL: N_("all own totals are equal"),
        Lack.OTHERS_EQUAL: N_("the others’ totals do not differ"),
        Lack.ONE_CRITERION: N_("no two criteria with marks that differ"),
        Lack.NO_ORDER: N_("nobody noted in which order these sheets were handed in"),
        Lack.IN_PARTS: N_("the panel falls into parts that share no reviewer"),
        Unsettled.NO_SHEETS: N_("there are no sheets"),
        Unsettled.ONE_REVIEWER: N_("there is one reviewer alone"),
        Unsettled.ONE_NOMINATION: N_("there is one nomination alone"),
        Unsettled.ONE_SHEET_PER_REVIEWER: N_("every reviewer has one sheet alone"),
        Unsettled.ONE_SHEET_PER_NOMINATION: N_("every nomination has one sheet alone"),
        Unsettled.ALL_EQUAL: N_("all totals are equal"),
        Unsettled.NOTHING_LEFT: N_("there are too few sheets for so many nominations and reviewers"),
        Unsettled.NOT_SETTLED: N_("the variances of these totals do not settle"),
    }
)


def lack_words(lack: Lack | Unsettled) -> str:
    """Why there is no figure, as the end of a sentence."""
    return _(_LACKS[lack])


def stands_out(profile: Profile, who: str) -> str:
    """The one sentence about a reviewer, "" where there is nothing to say."""
    if not profile.notices:
        return ""
    figures = _figures(profile)
    what = _("; ").join(_(_NOTICES[one]).format_map(figures) for one in profile.notices)
    return _("{reviewer} stands out: {what}.").format(reviewer=who, what=what)


def _figures(profile: Profile) -> dict[str, str]:
    """The figures that notices name, as they are shown."""
    severity, spread, follows, halo, drift = (
        profile.severity,
        profile.spread,
        profile.following,
        profile.halo,
        profile.drift,
    )
    return {
        "sheets": str(profile.shared),
        "points": _size(severity.points),
        "own": figure(spread.own),
        "others": figure(spread.others),
        "correlation": figure(follows.correlation),
        "low": figure(follows.low),
        "high": figure(follows.high),
        "typical": figure(follows.typical),
        "alike": figure(halo.alike),
        "usual": figure(halo.typical),
        "slope": _size(drift.slope),
    }


def _size(value: Fraction | float | None) -> str:
    return figure(None if value is None else abs(float(value)))


def figure(value: float | None) -> str:
    """A figure to two decimals, without a sign where it prints as nothing; a dash for none."""
    return "–" if value is None else f"{value:z.2f}"


def reading_notes(figures: int, standing_out: int) -> list[str]:
    """How to read all of it: how often chance alone makes somebody stand out, and what to do then."""
    if not figures:
        return [_("There are too few shared sheets for anybody to stand out.")]
    said = ngettext(
        "{count} figure was looked at; where reviewers do not differ, chance makes somebody stand out in"
        " one panel of {panels} at most.",
        "{count} figures were looked at; where reviewers do not differ, chance makes somebody stand out in"
        " one panel of {panels} at most.",
        figures,
    )
    told = [said.format(count=figures, panels=round(1 / LEVEL))]
    if not standing_out:
        told.append(_("Nobody stands out."))
        return told
    told.append(
        _(
            "Standing out is no fault: severity is a way of judging, a small panel shows little, and who"
            " differs from the others may have seen what they did not. Look at the sheets first."
        )
    )
    return told
