import csv
from pathlib import Path

import pytest

from tests.conftest import Convert
from tests.exports.reading import by_calamine, write


@pytest.mark.slow
def test_libreoffice_opens_the_book_and_finds_the_same_values(tmp_path: Path, soffice: Convert) -> None:
    target, _ = write(tmp_path)
    out = tmp_path / "out"
    # 44,34,76: commas, quotes, UTF-8; the last -1 writes one csv per sheet, unformatted.
    for form in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"):
        soffice(form, out, target)
    expected = by_calamine(target)
    assert by_calamine(out / "book.xlsx") == expected
    for name, rows in expected.items():
        with (out / f"book-{name}.csv").open(encoding="utf-8", newline="") as file:
            found = list(csv.reader(file))
        assert [[as_text(value) for value in row] for row in rows] == found


def as_text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
