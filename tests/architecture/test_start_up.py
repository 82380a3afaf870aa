"""Start-up is a feature: what a command does not use, it does not load."""

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]

HEAVY = {
    "textual",
    "rich",
    "pandas",
    "numpy",
    "sqlalchemy",
    "alembic",
    "lxml",
    "xlsxwriter",
    "python_calamine",
}


def loaded_by(*arguments: str) -> set[str]:
    """The heavy packages in `sys.modules` after a command has run."""
    program = (
        "import sys\n"
        "from judge.cli.main import judge\n"
        f"judge({list(arguments)!r}, standalone_mode=False)\n"
        f"print('LOADED', *sorted({HEAVY!r} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("LOADED")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], ["--lang", "zh", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded_by(*arguments) == set()


def test_the_desks_help_loads_no_screen() -> None:
    assert "textual" not in loaded_by("score", "--help")


@pytest.mark.parametrize("arguments", [["show", "qc-group"], ["list", "--json"], ["check", "."]])
def test_the_forms_of_judge_itself_need_no_database(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JUDGE_EDITION", raising=False)
    monkeypatch.chdir(HOUSE / "imports" / "forms")
    assert loaded_by("forms", *arguments) <= {"rich"}


@pytest.mark.parametrize("module", ["judge.services.sheets.forerunner", "judge.tui.desk_room"])
def test_what_comes_before_the_first_nomination_loads_neither_database_nor_forms(module: str) -> None:
    program = (
        f"import sys, {module}\n"
        "heavy = {'sqlalchemy', 'judge.store', 'imports.forms.definition', 'judge.domain.identifying'}\n"
        "print(*sorted(heavy & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize(
    "package", ["rubrics", "imports", "exports", "judge.domain", "judge.ledger", "judge.packets"]
)
def test_the_leaves_and_the_core_load_no_database_and_no_screen(package: str) -> None:
    program = (
        "import importlib, pkgutil, sys\n"
        f"package = importlib.import_module({package!r})\n"
        "for found in pkgutil.walk_packages(package.__path__, package.__name__ + '.'):\n"
        "    importlib.import_module(found.name)\n"
        "print(*sorted({'sqlalchemy', 'textual', 'rich', 'click', 'judge.store'} & sys.modules.keys()))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
