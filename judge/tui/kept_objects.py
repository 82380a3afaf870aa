"""Small JSON objects kept in files of the user's own; never in the way."""

import contextlib
import json
from pathlib import Path


def read_object(path: Path | None) -> dict[str, object]:
    """The JSON object in a file; an empty one where there is none, or no sound one."""
    if path is None:
        return {}
    try:
        said = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def write_object(path: Path | None, said: dict[str, object]) -> None:
    """Write a JSON object to a file, all of it or nothing; silently nothing where that cannot be."""
    if path is None:
        return
    beside = path.with_name(f"{path.name}.new")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
