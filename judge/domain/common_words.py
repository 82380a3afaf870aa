"""Words that stand in organisations' and groups' names and in everybody's texts: masked they hide nobody."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(of: str) -> tuple[str, ...]:
    """A list of `common_words.toml`, which says what each is for."""
    stated = tomllib.loads(files("judge.domain").joinpath("common_words.toml").read_text("utf-8"))
    return tuple(map(str, stated[of]))


@cache
def _parts() -> frozenset[str]:
    return frozenset(word for of in ("organisations", "trades", "groups", "posts") for word in words(of))


@cache
def _only_parts() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(sorted(_parts(), key=lambda part: (-len(part), part)))})+")


def is_word(name: str) -> bool:
    """Whether a folded name is one of the words, and so masks nothing even where somebody is called so."""
    return name in _parts() or name in words("alone")


def is_common(name: str) -> bool:
    """Whether a folded short form is nothing but such words, so that any text may hold it."""
    return is_word(name) or bool(_only_parts().fullmatch(name))
