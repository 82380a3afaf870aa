"""Judge's Chinese catalogue: gathers what the code says in English, and compiles what was translated.

`python -m tools.catalogues update` reads every text in `_()`, `N_()` and `ngettext()` of `judge/`, adds
click's words that Judge's users meet, and merges them into the catalogue: new texts come in untranslated,
texts that the code no longer says go. `python -m tools.catalogues compile` writes the `.mo` that gettext
reads. Both always write the same bytes for the same texts: no dates, no line numbers, no machine.
"""

import argparse
import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HOUSE = Path(__file__).parents[1]
PO = HOUSE / "judge" / "locale" / "zh_CN" / "LC_MESSAGES" / "judge.po"
MO = PO.with_suffix(".mo")

Text = str | tuple[str, str]
"""A text, behind its context where it has one, or its singular and plural."""
_CONTEXT = "\x04"
"""What gettext's files put between a context and its text."""

CLICK: tuple[Text, ...] = (
    "Usage:",
    "Options",
    "Show this message and exit.",
    "Show the version and exit.",
    "default: {default}",
    "required",
    "Aborted!",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Missing command.",
    "Missing argument",
    "Missing option",
    "No such command {name!r}.",
    "No such option {name!r}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    "Option {name!r} does not take a value.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    "Choose from:\n\t{choices}",
    "{name} {filename!r} is a file.",
    "{name} {filename!r} is not readable.",
    "Could not open file {filename!r}: {message}",
    "unknown error",
)
"""What click itself says to a user of Judge, in its own English."""


class _Catalogue(Catalog):
    """A Chinese catalogue whose head says only what gettext needs."""

    mime_headers = [  # noqa: RUF012 - stands in for a property of Babel's
        ("Language", "zh_CN"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=1; plural=0;"),
    ]

    def __init__(self) -> None:
        comment = "# What Judge says, in Chinese. Kept by tools/catalogues.py; translate here, then compile."
        super().__init__(locale="zh_CN", header_comment=comment, fuzzy=False)


def said(source: str) -> Iterator[Text]:
    """Every text that Python source marks for the catalogue, in its order; also inside f-strings.

    Raises:
        ValueError: for an f-string, which gettext would never find.
    """
    yield from _said(ast.parse(source))


def _said(node: ast.AST) -> Iterator[Text]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        match node.func.id, node.args:
            case "_" | "N_", [ast.JoinedStr(), *_]:
                raise ValueError(f"line {node.lineno}: a text for the catalogue cannot be an f-string")
            case "_" | "N_", [ast.Constant(value=str(text))]:
                yield text
            case "N_", [ast.Constant(value=str(text)), ast.Constant(value=str(of))]:
                yield f"{of}{_CONTEXT}{text}"
            case "ngettext", [ast.Constant(value=str(one)), ast.Constant(value=str(many)), _]:
                yield one, many
    for child in ast.iter_child_nodes(node):
        yield from _said(child)


def template() -> Catalog:
    """Every text of Judge, file by file, then click's; nothing is translated."""
    gathered = _Catalogue()
    for path in sorted((HOUSE / "judge").rglob("*.py")):
        for text in said(path.read_text(encoding="utf-8")):
            place = path.relative_to(HOUSE).as_posix()
            of, words = text.split(_CONTEXT) if isinstance(text, str) and _CONTEXT in text else (None, text)
            gathered.add(words, locations=[(place, 0)], context=of)
    for text in CLICK:
        gathered.add(text, locations=[("click", 0)])
    return gathered


def kept() -> Catalog:
    """The catalogue as it was last written."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh_CN")


def merged(texts: Catalog, translated: Catalog) -> Catalog:
    """The texts with what is translated of them."""
    for message in _messages(texts):
        known = translated.get(message.id, message.context)
        if known and known.string:
            message.string = known.string
            message.flags |= known.flags & {"fuzzy"}
    return texts


def _messages(catalogue: Catalog) -> Iterator[Message]:
    return (message for message in catalogue if message.id)


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a `.po` file."""
    file = io.BytesIO()
    write_po(file, catalogue, width=0, include_lineno=False)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as a `.mo` file."""
    plain = _Catalogue()
    for message in _messages(catalogue):
        plain.add(message.id, message.string, flags=message.flags, context=message.context)
    file = io.BytesIO()
    write_mo(file, plain)
    return file.getvalue()


def main() -> int:
    """Update or compile, and say on standard error how many texts still lack a translation."""
    parser = argparse.ArgumentParser(prog="python -m tools.catalogues")
    parser.add_argument("deed", choices=["update", "compile"])
    if parser.parse_args().deed == "update":
        PO.write_bytes(written(merged(template(), kept() if PO.exists() else _Catalogue())))
    catalogue = kept()
    MO.write_bytes(compiled(catalogue))
    missing = sum(not message.string or message.fuzzy for message in _messages(catalogue))
    sys.stderr.write(f"{len(catalogue)} texts, {missing} to translate\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
