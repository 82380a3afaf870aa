import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exports.reading import by_calamine, write

SOFFICE = shutil.which("soffice")


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no soffice on PATH: opening by LibreOffice is not tested")
def test_libreoffice_opens_the_book_and_finds_the_same_values(tmp_path: Path) -> None:
    target, _ = write(tmp_path)
    out = tmp_path / "out"
    profile = (tmp_path / "profile").as_uri()
    # 44,34,76: commas, quotes, UTF-8; the last -1 writes one csv per sheet, unformatted.
    for form in ("xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"):
        subprocess.run(
            [
                str(SOFFICE),
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                form,
                "--outdir",
                str(out),
                str(target),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
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
