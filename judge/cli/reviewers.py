"""judge reviewers: how each reviewer judges beside the others."""

from collections.abc import Iterator
from typing import Any

import click

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import print_json
from judge.cli.tables import Column, print_table
from judge.locale import N_, _, language, ngettext
from judge.locale.reviewers import figure, lack_words, reading_notes, stands_out
from judge.scoring.reviewers.profiles import Profile
from judge.scoring.reviewers.shrunken import Effect
from judge.scoring.reviewers.spread import Spread
from judge.scoring.reviewers.words import LEVEL, Lack
from judge.services.figures.reviewers import AwardReviewers, reviewers

_NAMED = 5
"""Keys that a line about missing figures names; of more it says how many."""

QUESTIONS = {
    "severity": N_("severity"),
    "spread": N_("spread"),
    "following": N_("fit"),
    "halo": N_("halo"),
    "drift": N_("drift"),
}


@click.command(
    help=N_("Show how each reviewer judges beside the others: severity, spread, fit, halo, drift.")
)
@edition_words("[AWARD…]")
@as_json
def command(words: tuple[str, ...], *, as_json: bool) -> None:
    """Work it out for the awards named, or for all."""
    location, keys = split(words)
    with opened(location) as edition:
        wanted = keys or tuple(award.key for award in edition.programme.awards)
        found = [reviewers(edition, key) for key in wanted]
    if as_json:
        print_json({"awards": [as_data(one) for one in found]})
        return
    for one in found:
        _print(one)


def _print(one: AwardReviewers) -> None:
    columns = [
        Column(_("reviewer"), key=True),
        Column(_("name"), spare=1),
        Column(_("sheets"), figures=True),
        Column(_("severity"), figures=True),
        Column(_("shrunken"), figures=True, spare=3),
        Column(_("spread"), figures=True),
        Column(_("fit"), figures=True),
        Column(_("left over"), figures=True, spare=2),
        Column(_("halo"), figures=True),
        Column(_("drift"), figures=True),
    ]
    title, rows = one.title.language(language()), [_row(one, profile) for profile in one.profiles]
    if rows:
        print_table(columns, rows, title)
    else:
        click.echo(title)
    for said in _sentences(one):
        click.echo(said)


def _row(one: AwardReviewers, profile: Profile) -> tuple[str | int, ...]:
    severity, effect = profile.severity, one.shrunken.effects.get(profile.reviewer)
    return (
        one.keys[profile.reviewer],
        one.names[profile.reviewer],
        profile.sheets,
        with_error(None if severity.points is None else float(severity.points), severity.error),
        with_error(effect.points, effect.error) if effect else "–",
        figure(profile.spread.ratio),
        figure(profile.following.correlation),
        figure(profile.following.mean_square),
        figure(profile.halo.alike),
        with_error(profile.drift.slope, None),
    )


def with_error(value: float | None, error: float | None) -> str:
    """A figure with its sign and its standard error; no sign where it prints as nothing."""
    if value is None:
        return "–"
    signed = f"+{figure(value)}" if round(value, 2) > 0 else figure(value)
    return signed if error is None else f"{signed} ± {error:.2f}"


def _sentences(one: AwardReviewers) -> Iterator[str]:
    out = [said for profile in one.profiles if (said := stands_out(profile, _who(one, profile)))]
    yield from out
    if one.profiles:
        yield from _missing(one)
        yield from _of_model(one)
    yield from reading_notes(one.figures, len(out))


def _who(one: AwardReviewers, profile: Profile) -> str:
    return f"{one.keys[profile.reviewer]} {one.names[profile.reviewer]}".strip()


def _missing(one: AwardReviewers) -> Iterator[str]:
    """Why figures are missing, questions that the same reviewers lack for the same reason together."""
    lacking: dict[tuple[Lack, tuple[str, ...]], list[str]] = {}
    for question, title in QUESTIONS.items():
        by_lack: dict[Lack, list[str]] = {}
        for profile in one.profiles:
            if lack := getattr(profile, question).lack:
                by_lack.setdefault(lack, []).append(one.keys[profile.reviewer])
        for lack, those in by_lack.items():
            lacking.setdefault((lack, tuple(those)), []).append(_(title))
    for (lack, keys), questions in lacking.items():
        yield _("No {questions} for {reviewers}: {why}.").format(
            questions=_(", ").join(questions),
            reviewers=_("any reviewer") if len(keys) == len(one.profiles) else _listed(keys),
            why=lack_words(lack),
        )
    if one.shrunken.reason:
        yield _("No shrunken severity: {why}.").format(why=lack_words(one.shrunken.reason))


def _of_model(one: AwardReviewers) -> Iterator[str]:
    """How far reviewers differ in severity at all."""
    if one.shrunken.among is not None:
        yield _(
            "By the crossed model, reviewers differ in severity by {among} points (a standard deviation), and"
            " totals by {within} more that neither nomination nor reviewer explains."
        ).format(among=figure(one.shrunken.among), within=figure(one.shrunken.within))


def _listed(keys: tuple[str, ...]) -> str:
    named, more = _(", ").join(keys[:_NAMED]), len(keys) - _NAMED
    if more <= 0:
        return named
    return ngettext("{keys} and {count} more", "{keys} and {count} more", more).format(keys=named, count=more)


def as_data(one: AwardReviewers) -> dict[str, object]:
    """An award's reviewers for programs; null is no figure, never 0, and `lack` says why."""
    return {
        "award": one.award,
        "nominations": one.nominations,
        "level": LEVEL,
        "figures": one.figures,
        "shrunken": {
            "among": one.shrunken.among,
            "within": one.shrunken.within,
            "lack": one.shrunken.reason,
        },
        "reviewers": [_reviewer(one, profile) for profile in one.profiles],
        "notes": reading_notes(one.figures, sum(bool(profile.notices) for profile in one.profiles)),
    }


def _reviewer(one: AwardReviewers, profile: Profile) -> dict[str, object]:
    follows, halo, drift = profile.following, profile.halo, profile.drift
    keys = [criterion.key for criterion in one.criteria]
    return {
        "reviewer": one.keys[profile.reviewer],
        "name": one.names[profile.reviewer],
        "sheets": profile.sheets,
        "shared": profile.shared,
        "severity": _severity(profile, one.shrunken.effects.get(profile.reviewer)),
        "spread": _spread(profile.spread),
        "criteria": {key: _spread(spread) for key, spread in zip(keys, profile.criteria, strict=True)},
        "fit": {
            "correlation": follows.correlation,
            "low": follows.low,
            "high": follows.high,
            "typical": follows.typical,
            "mean_square": follows.mean_square,
            **_tail(follows),
        },
        "halo": {"alike": halo.alike, "typical": halo.typical, "pairs": halo.pairs, **_tail(halo)},
        "drift": {"per_ten": drift.slope, "error": drift.error, "sheets": drift.sheets, **_tail(drift)},
        "stands_out": list(profile.notices),
        "words": stands_out(profile, _who(one, profile)) or None,
    }


def _severity(profile: Profile, effect: Effect | None) -> dict[str, object]:
    severity = profile.severity
    return {
        "points": None if severity.points is None else float(severity.points),
        "exact": None if severity.points is None else str(severity.points),
        "error": severity.error,
        "shrunken": effect and effect.points,
        "shrunken_error": effect and effect.error,
        **_tail(severity),
    }


def _spread(spread: Spread) -> dict[str, object]:
    return {
        "own": spread.own,
        "others": spread.others,
        "ratio": spread.ratio,
        "used": spread.used,
        **_tail(spread),
    }


def _tail(one: Any) -> dict[str, object]:  # noqa: ANN401 - whatever has a chance and a lack
    return {"chance": one.chance, "lack": one.lack}
