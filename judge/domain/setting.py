"""What a setting of an edition may be: how its value is typed, kept, and read back."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Protocol

from judge.domain.refusal import Refusal

NONE = "none"
"""How a setting says that there is no such thing."""

BEFORE = "before"
"""How a setting of years says: the ones right before the edition's."""

HEADINGS = "heads/nominations/"
"""Before a heading's key in the key of the setting that keeps what it means."""

_WHOLE = 100

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""The time of the notices: one zone for all of China, without summer time."""


class SettingType(Protocol):
    """What values a setting takes."""

    def kept(self, key: str, given: str) -> str:
        """The value in the one spelling in which it is kept; a Refusal that says what is allowed."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day, which ends in Shanghai, or a moment there; or none."""

    def kept(self, key: str, given: str) -> str:
        """As "2019-07-20", "2019-07-20T17:00+08:00" or "none".

        Refusal "setting-not-a-date" (key, given, and `moment`, an example of one).
        """
        typed = given.strip()
        if typed.casefold() in {NONE, "无", ""}:
            return NONE
        try:
            spelled = _spelled(typed)
            end_of(spelled)
        except (ValueError, OverflowError):
            raise Refusal("setting-not-a-date", key=key, given=given, moment="2019-07-20T17:00") from None
        return spelled


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    words: tuple[str, ...]

    def kept(self, key: str, given: str) -> str:
        """The word, in small letters; Refusal "setting-not-a-choice" (known)."""
        word = given.strip().casefold()
        if word not in self.words:
            raise Refusal("setting-not-a-choice", key=key, given=given, known=self.words)
        return word


@dataclass(frozen=True, slots=True)
class Percent:
    """A whole percentage."""

    def kept(self, key: str, given: str) -> str:
        """As "20"; Refusal "setting-not-a-percentage" for anything but a whole number from 0 to 100."""
        typed = unicodedata.normalize("NFKC", given).strip().removesuffix("%").strip()
        if not (typed.isascii() and typed.isdigit()) or int(typed) > _WHOLE:
            raise Refusal("setting-not-a-percentage", key=key, given=given)
        return str(int(typed))


@dataclass(frozen=True, slots=True)
class Years:
    """Straight years, or the ones right before the edition's."""

    def kept(self, key: str, given: str) -> str:
        """As "2016-2018" or "before"; Refusal "setting-not-years" for anything else."""
        typed = given.strip().casefold()
        if typed == BEFORE:
            return BEFORE
        span = re.fullmatch(r"((?:19|20)\d\d)\s*[-–—~～至]\s*((?:19|20)\d\d)", typed, re.ASCII)
        if not span or int(span[1]) > int(span[2]):
            raise Refusal("setting-not-years", key=key, given=given)
        return f"{span[1]}-{span[2]}"


def years_of(kept: str, edition: int, count: int) -> tuple[int, ...]:
    """The years that a kept setting means: its own, or the `count` ones right before the edition's."""
    if kept in {BEFORE, ""}:
        return tuple(range(edition - count, edition))
    first, last = map(int, kept.split("-"))
    return tuple(range(first, last + 1))


def _spelled(typed: str) -> str:
    moment = datetime.fromisoformat(typed)
    if len(typed) <= len("2019-07-20"):
        return moment.date().isoformat()
    local = moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
    return local.astimezone(SHANGHAI).isoformat(timespec="minutes")


def end_of(deadline: str) -> datetime | None:
    """The first moment that is too late for a kept deadline; None where there is none."""
    if deadline == NONE:
        return None
    moment = datetime.fromisoformat(deadline)
    if moment.tzinfo is None:
        moment = datetime.combine(moment.date() + timedelta(days=1), time(), SHANGHAI)
    return moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class SettingDefinition:
    """A setting: its key, what values it takes, its default as kept, and what it means (untranslated)."""

    key: str
    type: SettingType
    default: str
    meaning: str
