import errno
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.award_book import write_award_book
from exports.records import ListLine
from exports.refusal import ExportRefused
from exports.sheets import ranked
from tests.exports.books import GROUPS, book, line

EARLIER = b"the earlier book"

# Under the smallest limit the rows fail, under the next the sheets, under the last the archive itself.
FULL_DISK = """
import resource, sys
from pathlib import Path
from exports.award_book import write_award_book
from exports.refusal import ExportRefused
from tests.exports.books import PROMOTERS, book
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    write_award_book(book(*[PROMOTERS] * 40), Path(sys.argv[1]), replace=True)
except ExportRefused as refused:
    print(refused.code)
"""


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "book.xlsx"
    path.write_bytes(EARLIER)
    return path


def refusal(target: Path) -> ExportRefused:
    with pytest.raises(ExportRefused) as caught:
        write_award_book(book(), target, replace=True)
    return caught.value


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == EARLIER
    assert list(target.parent.iterdir()) == [target]


def test_an_earlier_book_is_kept_unless_it_is_to_be_replaced(target: Path) -> None:
    with pytest.raises(ExportRefused) as caught:
        write_award_book(book(), target)
    assert (caught.value.code, dict(caught.value.params)) == ("target-exists", {"path": str(target)})
    assert_untouched(target)


def test_a_file_that_comes_while_the_book_is_made_is_kept_as_well(tmp_path: Path) -> None:
    target = tmp_path / "book.xlsx"

    def slow() -> Iterator[ListLine]:
        yield line(1)
        target.write_bytes(EARLIER)

    with pytest.raises(ExportRefused) as caught:
        write_award_book(book(replace(GROUPS, lines=slow())), target)
    assert caught.value.code == "target-exists"
    assert_untouched(target)


def test_a_book_takes_the_place_of_the_earlier_one_and_leaves_nothing_beside_it(target: Path) -> None:
    target.chmod(0o640)
    write_award_book(book(), target, replace=True)
    assert target.read_bytes().startswith(b"PK")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(target.parent.iterdir()) == [target]


def test_a_link_keeps_pointing_where_it_did(target: Path) -> None:
    link = target.with_name("link.xlsx")
    link.symlink_to(target)
    write_award_book(book(), link, replace=True)
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"PK")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    refused = refusal(tmp_path / "nowhere" / "book.xlsx")
    assert refused.code == "target-folder-missing"
    assert refused.params["path"] == str(tmp_path / "nowhere" / "book.xlsx")


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "target-is-folder"


def test_a_place_that_may_not_be_written_is_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    refused = refusal(target)
    assert (refused.code, refused.params["reason"]) == ("target-not-writable", "Permission denied")
    assert_untouched(target)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="only ordinary users meet permissions")
def test_a_read_only_file_or_folder_is_refused(target: Path) -> None:
    target.chmod(0o400)
    assert refusal(target).code == "target-not-writable"
    target.chmod(0o600)
    target.parent.chmod(0o500)
    assert refusal(target).code == "target-not-writable"
    target.parent.chmod(0o700)
    assert_untouched(target)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
@pytest.mark.parametrize("room", [200, 4_000, 30_000])
def test_a_full_disk_is_refused_in_one_word_wherever_it_strikes(target: Path, room: int) -> None:
    command = [sys.executable, "-X", "dev", "-c", FULL_DISK, str(target), str(room)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert done.stdout == "disk-full\n"
    assert "Traceback" not in done.stderr
    assert_untouched(target)


def test_a_disk_that_fails_at_the_last_sync_is_refused(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert refusal(target).code == "disk-full"
    assert_untouched(target)


def test_a_list_too_long_is_refused_before_a_line_is_read(target: Path) -> None:
    too_many = [line(1)] * 1_048_576
    with pytest.raises(ExportRefused) as caught:
        write_award_book(book(replace(GROUPS, lines=too_many)), target, replace=True)
    assert caught.value.code == "too-many-rows"
    assert caught.value.params["title"] == GROUPS.title
    assert_untouched(target)


def test_a_generated_list_that_turns_out_too_long_is_refused(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranked, "MOST_ROWS", 50)
    lines = (line(number) for number in range(1, 100))
    with pytest.raises(ExportRefused) as caught:
        write_award_book(book(replace(GROUPS, lines=lines)), target, replace=True)
    assert caught.value.code == "too-many-rows"
    assert_untouched(target)


def test_lines_that_fail_half_way_leave_the_earlier_book(target: Path) -> None:
    def breaking() -> Iterator[ListLine]:
        yield from (line(number) for number in range(1, 3_000))
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError, match="went away"):
        write_award_book(book(replace(GROUPS, lines=breaking())), target, replace=True)
    assert_untouched(target)
