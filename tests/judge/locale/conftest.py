import gettext
import os
from collections.abc import Iterator

import pytest

from judge.locale import language, speak

LANGUAGE_NAMES = ("LANGUAGE", "JUDGE_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def unspoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that says nothing of languages; the language in force comes back afterwards."""
    before, domain = language(), gettext.textdomain()
    for name in LANGUAGE_NAMES:
        monkeypatch.delenv(name, raising=False)
    yield
    speak(before)
    os.environ.pop("LANGUAGE", None)
    gettext.textdomain(domain)
