"""Chinese and English for every text that Judge shows, by gettext."""

import gettext
import os
from collections.abc import Callable
from pathlib import Path

DOMAIN = "judge"
LANGUAGES = {"zh": "zh_CN", "en": "en"}
_CONTEXT = "\x04"
"""What gettext's files put between a context and its text."""


class _Current:
    """The language in force and its catalogue; one per process, set once by the shell at its start."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def choose_language(asked: str | None = None, own: Callable[[], str] = str) -> str:
    """The language to speak: as asked, or JUDGE_LANG, or the user's `own`, or the locale; "zh" or "en"."""
    said = asked or os.environ.get("JUDGE_LANG") or own()
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        said = said or os.environ.get(name, "")
    said = said or _system_locale()
    return "zh" if said.lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    import locale  # noqa: PLC0415 - only systems without LANG need it

    return locale.getlocale()[0] or ""


def speak(language: str) -> None:
    """Make `language` ("zh" or "en") the one that `_` answers in, and click with it."""
    folder = Path(__file__).parent
    _Current.language = language
    _Current.catalogue = gettext.translation(DOMAIN, folder, languages=[LANGUAGES[language]], fallback=True)
    # Click looks its own words up in the process's domain, in whatever language the environment names first.
    os.environ["LANGUAGE"] = LANGUAGES[language]
    gettext.bindtextdomain(DOMAIN, folder)
    gettext.textdomain(DOMAIN)


def language() -> str:
    """The language in force: "zh" or "en"."""
    return _Current.language


def _(text: str) -> str:
    """`text`, written in English in the code, in the language in force; without what `N_` says it is of."""
    return _Current.catalogue.gettext(text).rpartition(_CONTEXT)[2]


def ngettext(one: str, many: str, count: int) -> str:
    """The singular or plural of a text for `count`, in the language in force."""
    return _Current.catalogue.ngettext(one, many, count)


def N_(text: str, of: str = "") -> str:  # noqa: N802 - gettext's own name for it
    """Marks a text for the catalogue where it is not yet to be translated.

    `of` tells apart what is one word in English and two in Chinese. It is gettext's context; `_` drops it.
    """
    return f"{of}{_CONTEXT}{text}" if of else text
