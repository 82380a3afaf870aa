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
