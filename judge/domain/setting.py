"""What a setting of an edition may be: how its value is typed, kept, and read back."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Protocol

from judge.domain.refusal import Refusal

NONE = "none"
"""How a setting says that there is no such thing."""

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
        """As "2019-07-20", "2019-07-20T17:00+08:00" or "none"; Refusal "setting-not-a-date"."""
        typed = given.strip()
        if typed.casefold() in {NONE, "无", ""}:
            return NONE
        try:
            spelled = _spelled(typed)
            end_of(spelled)
        except (ValueError, OverflowError):
            raise Refusal("setting-not-a-date", key=key, given=given) from None
        return spelled


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
