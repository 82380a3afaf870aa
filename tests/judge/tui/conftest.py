import time
from collections.abc import Iterator

import pytest

from judge.locale import language, speak


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test speaks English, in colour, unless it says otherwise, and leaves the language as it was."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    before = language()
    speak("en")
    yield
    speak(before)


@pytest.fixture(autouse=True)
def _in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test tells the time of one place, wherever it runs."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "Asia/Shanghai")
        _heed_zone()
        yield
    _heed_zone()


def _heed_zone() -> None:
    if hasattr(time, "tzset"):
        time.tzset()
