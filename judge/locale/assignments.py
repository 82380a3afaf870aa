"""What a plan of assignments comes to, in words: what connects, what is short, and what would mend it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from judge.assignment.plan import Connectedness, Newcomers, Plan, Short
from judge.locale import _, ngettext
from judge.locale.grounds import bracketed
from judge.locale.sentences import on_one_line

_NAMED = 20
"""Nominations, reviewers or bodies that are named one by one; of more, how many there are besides."""


def connectedness_words(plan: Plan, titles: Mapping[str, str], *, connect: bool) -> Iterator[str]:
    """A line for each award that falls apart, or did before it was mended; or that none does."""
    if plan.connectedness and all(one.before == 1 for one in plan.connectedness):
        yield _("Sheets connect all reviewers and nominations of each award.")
    for one in plan.connectedness:
        if one.before > 1:
            yield _apart(one, titles[one.award], connect=connect)


def _apart(one: Connectedness, title: str, *, connect: bool) -> str:
    if not connect:
        said = _(
            "{award}: no sheets connect its {count} parts, so that severity cannot be compared between them; "
            "--connect joins them."
        )
    elif one.after > 1:
        said = _(
            "{award}: {after} of {count} parts stay apart, so that severity cannot be compared between them: "
            "conflicts and limits leave nobody who could join them."
        )
    elif not one.extra:
        said = _("{award}: {count} parts joined without another sheet, {exchanged} pairs changing places.")
    else:
        said = ngettext(
            "{award}: {count} parts joined by {extra} sheet more.",
            "{award}: {count} parts joined by {extra} sheets more.",
            one.extra,
        )
    return said.format(
        award=title, count=one.before, after=one.after, extra=one.extra, exchanged=one.exchanged
    )


def shortage_words(plan: Plan) -> Iterator[str]:
    """What lacks how much and why, and where limits bind, whose."""
    for one in plan.short[:_NAMED]:
        yield _short(one)
    if len(plan.short) > _NAMED:
        more = len(plan.short) - _NAMED
        yield ngettext(
            "{count} more nomination is short likewise; --json names it.",
            "{count} more nominations are short likewise; --json names them.",
            more,
        ).format(count=more)
    for knot in plan.bottlenecks:
        yield ngettext(
            "At their limit, {lacks} sheet short of what these nominations want: {reviewers}.",
            "At their limit, {lacks} sheets short of what these nominations want: {reviewers}.",
            knot.lacks,
        ).format(lacks=knot.lacks, reviewers=_listed(knot.reviewers))


def _short(one: Short) -> str:
    if one.limited and one.too_few:
        said = _(
            "{nomination} has {found} of {wanted} reviewers: too few may judge it, and of those some are at "
            "their limit."
        )
    elif one.limited:
        said = _("{nomination} has {found} of {wanted} reviewers: the others are at their limit.")
    elif one.section:
        said = _(
            "{nomination} has {found} of {wanted} reviewers: its section {section} has no more without a "
            "conflict."
        )
    else:
        said = _("{nomination} has {found} of {wanted} reviewers: its panel has no more without a conflict.")
    return said.format(
        nomination=one.nomination, found=one.found, wanted=one.wanted, section=on_one_line(one.section)
    )


def relaxation_words(plan: Plan, titles: Mapping[str, str], bodies: Mapping[str, str]) -> Iterator[str]:
    """The smallest changes that would do, each way by itself: of limits, of panels, of what is wanted."""
    if not plan.short:
        return
    yield _("Either of these would do, and nothing smaller of its kind:")
    if plan.raises:
        to = _("{reviewer} to {limit}")
        raised = [to.format(reviewer=one.reviewer, limit=one.limit) for one in plan.raises]
        if any(one.too_few for one in plan.short):
            said = _("· raise limits: {raises}; that meets what limits keep, not what conflicts do")
        else:
            said = _("· raise limits: {raises}")
        yield said.format(raises=_listed(raised))
    yield _("· appoint {newcomers}").format(
        newcomers=_("; ").join(_newcomers(one, titles, bodies) for one in plan.newcomers)
    )
    fewer: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for one in plan.short:
        fewer[one.found, one.wanted].append(one.nomination)
    taken = [
        _("{found} instead of {wanted} for {nominations}").format(
            found=found, wanted=wanted, nominations=_listed(keys)
        )
        for (found, wanted), keys in sorted(fewer.items())
    ]
    yield _("· take fewer sheets: {taken}").format(taken=_("; ").join(taken))


def _newcomers(one: Newcomers, titles: Mapping[str, str], bodies: Mapping[str, str]) -> str:
    who = ngettext(
        "{count} reviewer more for {panel}, tied to none of {bodies}, with room for {sheets} sheets",
        "{count} reviewers more for {panel}, tied to none of {bodies}, with room for {sheets} sheets in all",
        one.count,
    )
    named = tuple(dict.fromkeys(bodies[key] for key in one.nominations))
    return who.format(
        count=one.count,
        panel=bracketed(titles[one.award], on_one_line(one.section)),
        bodies=_listed(named),
        sheets=one.sheets,
    )


def _listed(words: Sequence[str]) -> str:
    """As many as are named, and how many more."""
    named = _(", ").join(map(on_one_line, words[:_NAMED]))
    more = len(words) - _NAMED
    if more <= 0:
        return named
    return _("{named} and {count} more").format(named=named, count=more)
