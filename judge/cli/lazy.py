"""A group that knows its commands by name and one line each, and imports only the one that is called."""

import importlib
from collections.abc import Iterator, Mapping
from copy import copy
from typing import Any, TypeVar

import click

from judge.domain.shown_url import without_password
from judge.locale import _


class SpokenGroup(click.Group):
    """A group whose help is in the language in force when it is asked for."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, spoken."""
        command = super().get_command(ctx, cmd_name)
        return command and spoken(command)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """The command; an edition's URL that it was given at the wrong place is named without password."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            said = error.format_message()
            if (shown := without_password(said)) != said:
                raise click.UsageError(shown, error.ctx) from None
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The help option in the language in force; click makes it once, before --lang has been read."""
        option = copy(super().get_help_option(ctx))
        if option:
            option.help = _("Show this message and exit.")
        return option

    def get_help(self, ctx: click.Context) -> str:
        """The help in the language in force."""
        return super(SpokenGroup, spoken(self)).get_help(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands."""
        with formatter.section(_("Commands")):
            formatter.write_dl(list(self.summaries(ctx)))

    def summaries(self, _ctx: click.Context) -> Iterator[tuple[str, str]]:
        """Each command's name and what it does, in the order of the work."""
        return ((name, _(command.help or "")) for name, command in self.commands.items())


class LazyGroup(SpokenGroup):
    """Help and completion come from the table; the module of a command holds it under the name `command`."""

    def __init__(self, *args: Any, commands_in: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        super().__init__(*args, **kwargs)
        self._modules = commands_in

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The commands in the order of the work."""
        return list(self._modules)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command itself, its module loaded now."""
        if cmd_name not in self._modules:
            return None
        module, _summary = self._modules[cmd_name]
        command: click.Command = importlib.import_module(module).command
        return spoken(command)

    def summaries(self, _ctx: click.Context) -> Iterator[tuple[str, str]]:
        """Each command's name and what it does, without loading any."""
        return ((name, _(summary)) for name, (_module, summary) in self._modules.items())


Command = TypeVar("Command", bound=click.Command)


def spoken(command: Command) -> Command:
    """A copy of the command whose help and options are in the language in force."""
    said = copy(command)
    said.help = _(command.help) if command.help else None
    said.params = [
        _spoken_option(param) if isinstance(param, click.Option) else param for param in command.params
    ]
    return said


def _spoken_option(option: click.Option) -> click.Option:
    said = copy(option)
    said.help = _(option.help) if option.help else None
    return said
