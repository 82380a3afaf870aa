"""The demo's stock of words, kept as TOML beside the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def stock(name: str) -> dict[str, Any]:
    """The words of `data/<name>.toml`; shared, so not to be changed."""
    return tomllib.loads(files("judge.demo").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))
