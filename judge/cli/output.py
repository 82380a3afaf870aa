"""How commands print for programs, how far they have come, and whether anybody sits there."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


def at_a_terminal() -> bool:
    """Whether somebody sits there; Textual reads standard input and draws on standard error."""
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def print_json(value: object) -> None:
    """Print a value as JSON, Chinese as it is."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, told (done, all); silent where standard error is no terminal."""
    from rich.console import Console  # noqa: PLC0415 - the desk's first frame does not wait for it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - likewise

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _done, _all: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=False) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
