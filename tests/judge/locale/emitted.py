"""Which refusals and findings the source can say: the codes written where one is made."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[3]
ROOMS = ("judge", "imports", "exports", "rubrics")

_MAKERS = {
    "Refusal",
    "Finding",
    "FileRefused",
    "MarkRefused",
    "ExportRefused",
    "Problem",
    "Fault",
    "Unresolved",
    "_unclear",
    "Break",
    "block",
    "warn",
    "note",
    "_Unread",
}
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


def codes() -> dict[str, str]:
    """Every code that is written out where a refusal or finding is made, with a place that says it."""
    return {
        code: path.relative_to(HOUSE).as_posix()
        for room in ROOMS
        for path in sorted((HOUSE / room).rglob("*.py"))
        for code in _codes(ast.parse(path.read_text(encoding="utf-8")))
    }


def _codes(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in _MAKERS:
            for argument in node.args:
                yield from (text for text in _texts(argument) if _CODE.fullmatch(text))


def _name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _texts(argument: ast.expr) -> Iterator[str]:
    for node in ast.walk(argument):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
