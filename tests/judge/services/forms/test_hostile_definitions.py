"""Whatever is done to a definition's text, reading it ends in a form or in problems by file and key."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imports.forms.definition import FormDefinition
from imports.forms.labels import labels_of
from imports.forms.library import FormsRefused, builtin_files, parse
from judge.services.forms.blanks import blank_of

SOURCES = [file.source.decode() for file in builtin_files()]
LINES = sorted({line for source in SOURCES for line in source.splitlines()})
ODD = (
    'key = "\\u0000"',
    'labels = ["\\uffff", "（）"]',
    "parts = [{}]",
    "rows = [[]]",
    'at = "inside"',
    "title = 1",
)
CALM = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def survives(source: str) -> bool:
    """Whether the text is taken; what is taken can be printed."""
    try:
        form = parse(source, "form.toml")
    except FormsRefused as refused:
        if {problem.file for problem in refused.problems} != {"form.toml"}:
            raise
        return False
    check_printed(form)
    return True


def check_printed(form: FormDefinition) -> None:
    assert labels_of(form).running("") == []
    for row in blank_of(form, 2020).rows:
        assert sum(cell.columns for cell in row.cells) == 12
        assert all(cell.columns > 0 for cell in row.cells)


@CALM
@given(st.data())
def test_lines_left_out_repeated_and_exchanged(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(SOURCES)).splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from("dire")):
            case "d":
                del lines[at]
            case "i":
                lines.insert(at, data.draw(st.sampled_from(LINES)))
            case "r":
                lines[at] = data.draw(st.sampled_from(LINES))
            case _:
                lines[at] = data.draw(st.sampled_from(ODD))
    survives("\n".join(lines))


@CALM
@given(st.text(max_size=200))
def test_any_text(source: str) -> None:
    survives(source.encode("utf-8", "replace").decode())


def test_the_forms_themselves_survive() -> None:
    assert all(survives(source) for source in SOURCES)
