"""The arguments that commands share: the edition, named or from JUDGE_EDITION."""

import os
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from judge.domain.refusal import Refusal
from judge.domain.shown_url import without_password
from judge.locale import N_, _
from judge.locale.sentences import on_one_line

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

EDITION_VARIABLE = "JUDGE_EDITION"
_ENDINGS = (".judge", ".judge.age")


def edition_words(more: str = "") -> Callable[[Decorated], Decorated]:
    """EDITION, which JUDGE_EDITION may stand for, and whatever words follow it; see `split`."""
    return click.argument("words", nargs=-1, metavar=f"EDITION {more}".strip())


def split(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The edition and the words after it.

    The first word is the edition, unless JUDGE_EDITION is set and the word does not look like one (a URL,
    or a path ending in .judge, or in .judge.age as a sealed packet's does). Refusal "edition-unnamed" where
    neither names one.
    """
    known = os.environ.get(EDITION_VARIABLE)
    if words and words[0] and (not known or is_edition(words[0])):
        return words[0], tuple(words[1:])
    if known:
        return known, tuple(words)
    raise Refusal("edition-unnamed")


def is_edition(word: str) -> bool:
    """Whether a word looks like an edition: a URL, or a path with the ending of one."""
    return "://" in word or word.endswith(_ENDINGS)


def alone(words: Sequence[str]) -> str:
    """The edition of a command that takes nothing else; a usage error for more words."""
    edition, more = split(words)
    if more:
        said = on_one_line(" ".join(map(without_password, more)))
        raise click.UsageError(_("Not expected here: {words}.").format(words=said))
    return edition


def is_one_line(text: str) -> bool:
    """True for text that shows on one line: no control characters, line breaks, or bytes that are no text."""
    return all(c.isprintable() or unicodedata.category(c) == "Zs" for c in text)


def check_new_name(path: str | Path) -> None:
    """A usage error for the name of something to be made that nobody could read, or type again."""
    if not is_one_line(str(path)):
        said = _("“{name}” has characters that cannot be shown; give a name in plain text.")
        raise click.UsageError(said.format(name=on_one_line(without_password(str(path)))))


as_json = click.option("--json", "as_json", is_flag=True, help=N_("Print JSON for programs."))
dry_run = click.option("--dry-run", is_flag=True, help=N_("Show what would happen and write nothing."))
