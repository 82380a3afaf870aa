"""A programme's folder: `programme.toml` and one TOML file per rubric, read whole or refused whole.

One rubric alone, in a folder or as a file, is a programme too: its one award is judged by it.
"""

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources.abc import Traversable
from types import MappingProxyType

from rubrics.model import Programme, Rubric
from rubrics.problems import Problem, RubricsRefused
from rubrics.programme_file import programme_of_rubric, read_programme
from rubrics.rubric_file import read_rubric
from rubrics.table import Table
from rubrics.toml_file import read_toml

PROGRAMME_FILE = "programme.toml"


def load_programme(folder: Traversable) -> Programme:
    """The programme of a folder, with every rubric in it.

    Raises:
        RubricsRefused: with all problems of all files.
    """
    problems: list[Problem] = []
    return _loaded(_toml_files(folder, problems), problems)


def load_rubric(file: Traversable) -> Programme:
    """The programme of one rubric file.

    Raises:
        RubricsRefused: with all problems of the file.
    """
    return _loaded({file.name: file}, [])


def _loaded(files: Mapping[str, Traversable], problems: list[Problem]) -> Programme:
    tables = {name: read_toml(file, problems) for name, file in files.items()}
    programme_table = tables.pop(PROGRAMME_FILE, None)
    rubrics = _read_rubrics(tables)
    if PROGRAMME_FILE in files:
        programme = programme_table and read_programme(programme_table, _rubric_keys(tables, rubrics))
    else:
        programme = programme_of_rubric(next(iter(rubrics.values()))) if rubrics else None
    if programme:
        _check_won(tables, rubrics, tuple(award.key for award in programme.awards))
    if problems or not programme:
        raise RubricsRefused(tuple(problems))
    # By key, so that a programme reads the same from its files and from its canonical bytes.
    by_key = {rubric.key: rubric for rubric in sorted(rubrics.values(), key=lambda rubric: rubric.key)}
    return replace(programme, rubrics=MappingProxyType(by_key))


def _toml_files(folder: Traversable, problems: list[Problem]) -> dict[str, Traversable]:
    """The folder's TOML files by name, in the names' order; hidden ones are other programs' litter."""
    try:
        found = {file.name: file for file in folder.iterdir()}
    except FileNotFoundError:
        problems.append(Problem(str(folder), "", "folder-missing"))
        return {}
    except OSError:
        problems.append(Problem(str(folder), "", "folder-unreadable"))
        return {}
    named = {name: found[name] for name in sorted(found) if name.endswith(".toml") and name[0] != "."}
    if PROGRAMME_FILE not in found and len(named) != 1:
        # Of several rubrics nobody says what they judge.
        problems.append(Problem(PROGRAMME_FILE, "", "file-missing"))
    return named


def _read_rubrics(tables: Mapping[str, Table | None]) -> dict[str, Rubric]:
    """The rubrics by file name; two files may not state the same key."""
    rubrics: dict[str, Rubric] = {}
    first: dict[str, str] = {}
    for file, table in tables.items():
        if not table:
            continue
        rubrics[file] = rubric = read_rubric(table, file.removesuffix(".toml"))
        if rubric.key and first.setdefault(rubric.key, file) != file:
            table.note("key", "rubric-in-two-files", given=rubric.key, first=first[rubric.key])
    return rubrics


def _check_won(
    tables: Mapping[str, Table | None], rubrics: Mapping[str, Rubric], awards: tuple[str, ...]
) -> None:
    """A gate can only ask for an award of the programme: the award history knows no other."""
    for file, rubric in rubrics.items():
        for index, gate in enumerate(rubric.gates):
            table = tables[file]
            if table and gate.won and gate.won.award and gate.won.award not in awards:
                place = f"gates[{index}].won.award"
                table.note(place, "choice-unknown", given=gate.won.award, known=awards)


def _rubric_keys(tables: Mapping[str, Table | None], rubrics: Mapping[str, Rubric]) -> set[str]:
    """The keys that awards may name. A file that states none readably is taken at its name's word.

    Its own problem is noted already; the awards that name it have none.
    """
    stated = {file: rubrics[file].key if file in rubrics else "" for file in tables}
    return {key or file.removesuffix(".toml") for file, key in stated.items()}
