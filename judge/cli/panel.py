"""judge panel: who sits on which panel, and what the office states of them."""

from collections import Counter
from collections.abc import Callable

import click
from click.core import ParameterSource

from judge.cli.arguments import as_json, edition_words, split
from judge.cli.opening import opened
from judge.cli.output import at_a_terminal, print_json
from judge.cli.panel_tables import as_data, print_panels
from judge.domain.refusal import Refusal
from judge.ledger.panel_acts import ROLE_NONE, ROLES, ReviewerDetail, Section
from judge.locale import N_, _, ngettext
from judge.services.editions.edition import Edition
from judge.services.panels.splitting import split_award
from judge.services.panels.standing import panels
from judge.services.panels.stating import SeatWish, state_reviewer, state_seat, state_sections

_NO_LIMIT = "none"
_GIVEN = ParameterSource.COMMANDLINE


def _limit(_context: click.Context, _option: click.Parameter, given: str | None) -> int | str | None:
    if given is None or given == _NO_LIMIT:
        return given
    if given.isascii() and given.isdigit() and len(given) < 7:
        return int(given)
    raise click.BadParameter(_("Give a whole number of sheets, or “none”."))


def _named(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """NOMINATION=SECTION, each once; the section may be empty."""
    pairs = [one.partition("=") for one in given]
    if not all(key.strip() and equals for key, equals, _section in pairs):
        raise click.BadParameter(_("Put “=” between nomination and section: qc-group-0001=A."))
    return {key.strip(): section.strip() for key, _equals, section in pairs}


@click.command(help=N_("Show the panels; state what holds of a reviewer, a seat, or a nomination's section."))
@edition_words("[REVIEWER]")
@click.option("--organisation", help=N_("The reviewer's organisation from now on."))
@click.option("--phone", help=N_("Their telephone."))
@click.option("--languages", help=N_("The languages in which they review."))
@click.option("--alias", "aliases", multiple=True, help=N_("Another name of their organisation; repeatable."))
@click.option("--no-aliases", is_flag=True, help=N_("Their organisation has no other names."))
@click.option("--limit", callback=_limit, metavar="N|none", help=N_("The most sheets that they take."))
@click.option("--award", help=N_("The panel meant by --seat-section, --role and --leave; or shown alone."))
@click.option("--seat-section", "section", help=N_("Their section of that panel; empty for the whole."))
@click.option("--role", type=click.Choice(sorted(ROLES - {ROLE_NONE})), help=N_("What they are on it."))
@click.option("--leave", is_flag=True, help=N_("They leave that panel; sheets that they hold stay."))
@click.option(
    "--section",
    "sections",
    multiple=True,
    callback=_named,
    metavar="NOMINATION=SECTION",
    help=N_("The section that judges a nomination; repeatable."),
)
@click.option(
    "--anchor",
    "anchors",
    multiple=True,
    metavar="NOMINATION",
    help=N_("Judged by every section; repeatable."),
)
@click.option("--split", "award_to_split", metavar="AWARD", help=N_("Split its nominations among sections."))
@click.option("--seed", type=int, default=0, show_default=True, help=N_("Same seed, same split."))
@click.option("--reason", default="", help=N_("Why; kept in the ledger."))
@click.option("--screen", "on_screen", is_flag=True, help=N_("Show and edit the panels on a screen."))
@as_json
def command(  # noqa: PLR0913 - click gives every option
    words: tuple[str, ...],
    *,
    organisation: str | None,
    phone: str | None,
    languages: str | None,
    aliases: tuple[str, ...],
    no_aliases: bool,
    limit: int | str | None,
    award: str | None,
    section: str | None,
    role: str | None,
    leave: bool,
    sections: dict[str, str],
    anchors: tuple[str, ...],
    award_to_split: str | None,
    seed: int,
    reason: str,
    on_screen: bool,
    as_json: bool,
) -> None:
    """Show the panels, or state what is asked and show what holds then."""
    location, asked = split(words)
    if on_screen:
        _on_screen(location, alone=not asked and _alone("on_screen"))
        return
    if len(asked) > 1:
        raise click.UsageError(_("Not expected here: {words}.").format(words=" ".join(asked[1:])))
    said = {"organisation": organisation, "phone": phone, "languages": languages}
    change = _change(
        {key: value for key, value in said.items() if value is not None}, aliases, limit, no_aliases
    )
    seat = section is not None or role is not None or leave
    if (change or seat) and not asked:
        raise click.UsageError(_("Say whom: judge panel EDITION REVIEWER …"))
    if seat and not award:
        raise click.UsageError(_("Say which panel with --award."))
    with opened(location) as edition:
        if change:
            state_reviewer(edition, asked[0], change, reason)
        if seat:
            wish = SeatWish(award or "", section, ROLE_NONE if leave else role)
            state_seat(edition, asked[0], wish, reason)
        if sections or anchors:
            _state_sections(edition, sections, anchors, reason)
        if award_to_split:
            _tell_split(split_award(edition, award_to_split, seed, reason))
        _show(edition, asked, award, as_json=as_json)


def _on_screen(location: str, *, alone: bool) -> None:
    """Let somebody work on the panels on the screen."""
    if not alone:
        raise click.UsageError(_("--screen goes alone: on the screen all the rest is stated by its keys."))
    if not at_a_terminal():
        raise Refusal("screen-without-terminal")
    from judge.services.panels.desk import PanelDesk  # noqa: PLC0415 - the shell needs no screen
    from judge.tui.own import own_here  # noqa: PLC0415 - likewise
    from judge.tui.panel_app import run  # noqa: PLC0415 - likewise

    with opened(location) as edition:
        run(PanelDesk(edition), own_here())


def _alone(option: str) -> bool:
    """Whether no other option was given."""
    context = click.get_current_context()
    given = {name for name in context.params if context.get_parameter_source(name) is _GIVEN}
    return given <= {option, "words"}


def _change(
    said: dict[str, str],
    aliases: tuple[str, ...],
    limit: int | str | None,
    no_aliases: bool,  # noqa: FBT001
) -> Callable[[ReviewerDetail], ReviewerDetail] | None:
    if not (said or aliases or no_aliases or limit is not None):
        return None
    names = tuple(dict.fromkeys(name.strip() for name in aliases if name.strip()))

    def change(detail: ReviewerDetail) -> ReviewerDetail:
        most = detail.load_limit if limit is None else limit if isinstance(limit, int) else None
        kept = names if names or no_aliases else detail.aliases
        stripped = {key: value.strip() for key, value in said.items()}
        return ReviewerDetail(**{**detail._asdict(), **stripped, "aliases": kept, "load_limit": most})

    return change


def _state_sections(
    edition: Edition, sections: dict[str, str], anchors: tuple[str, ...], reason: str
) -> None:
    held = panels(edition).sections
    keys = dict.fromkeys((*sections, *anchors))
    wished = {}
    for key in keys:
        before = held.get(key, Section(""))
        wished[key] = Section(sections.get(key, before.section), before.anchor or key in anchors)
    state_sections(edition, wished, reason)


def _tell_split(given: dict[str, str]) -> None:
    for section, count in sorted(Counter(given.values()).items()):
        said = ngettext("{section}: {count} nomination", "{section}: {count} nominations", count)
        click.echo(said.format(section=section, count=count), err=True)


def _show(edition: Edition, asked: tuple[str, ...], award: str | None, *, as_json: bool) -> None:
    known = {one.key for one in edition.programme.awards}
    if award is not None and award not in known:
        raise Refusal("check-award-unknown", award=award, known=tuple(sorted(known)))
    standing = panels(edition)
    if as_json:
        print_json(as_data(standing, asked, award))
    else:
        print_panels(standing, asked, award)
