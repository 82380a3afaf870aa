from collections.abc import Iterator

import pytest

from judge.locale import language, speak


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Each test speaks English unless it says otherwise, and leaves the language as it was."""
    before = language()
    speak("en")
    yield
    speak(before)
