"""Packets from the shell: issued, scored in, audited, sent back; and what is refused on the way."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judge.cli.shell import judge
from tests.judge.cli.test_rights import as_another_user, needs_rights

GROUP = "qc-group-0001"
CRITERIA = ("alignment", "process", "tools", "results", "participation", "sharing")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def packet(edition: Path, out: Path) -> Path:
    assert judge("packet", edition, "--reviewer", "R01", "--out", out).code == 0
    return out / "R01 评委1.judge"


def test_packets_go_out_to_everybody_and_say_what_is_in_them(edition: Path, out: Path) -> None:
    planned = judge("packet", edition, "--all", "--out", out, "--dry-run", "--json")
    assert planned.code == 0
    assert list(out.iterdir()) == []
    assert [(one["reviewer"], one["sheets"], one["to_do"]) for one in planned.data["packets"]] == [
        ("R01", 4, 4),
        ("R02", 4, 4),
        ("R03", 4, 4),
    ]
    said = judge("packet", edition, "--all", "--out", out)
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith(f"Wrote 3 packets to {out}.\n")
    assert "R02 评委2.judge" in said.out
    assert len(list(out.iterdir())) == 3
    assert judge("audit", edition).code == 0
    again = judge("packet", edition, "--reviewer", "R02", "--out", out, "--json").data["packets"]
    assert [Path(one["file"]).name for one in again] == ["R02 评委2 (2).judge"]


def test_the_folder_of_packets_is_made_and_a_file_in_its_place_is_named(
    edition: Path, tmp_path: Path
) -> None:
    assert judge("packet", edition, "--reviewer", "R01", "--out", tmp_path / "new" / "out").code == 0
    assert [path.name for path in (tmp_path / "new" / "out").iterdir()] == ["R01 评委1.judge"]
    (tmp_path / "file").write_text("")
    said = judge("packet", edition, "--reviewer", "R01", "--out", tmp_path / "file")
    assert said.code == 1
    assert str(tmp_path / "file") in said.err
    assert "Traceback" not in said.err


def test_a_packet_is_scored_in_without_saying_whose_it_is_and_sent_back(packet: Path, out: Path) -> None:
    queue = judge("score", packet, "--list", "--json").data
    assert (queue["reviewer"], len(queue["queue"])) == ("R01", 4)
    marks = [word for criterion in CRITERIA for word in ("--set", f"{criterion}=5")]
    assert judge("score", packet, GROUP, *marks, "--submit").code == 0
    told = judge("return", packet)
    assert told.code == 0
    (file,) = out.glob("*.judge-return")
    assert f"Wrote {file}; send it to the office." in told.out
    assert "submitted 1 · recused 0 · yet to do 3 · entries 7" in told.out
    again = judge("return", packet)
    assert again.code == 1
    assert again.err.startswith(f"There is a file at {file} already")
    assert judge("return", packet, "--force", "--json").data["entries"] == 7
    audit = judge("audit", packet)
    assert audit.code == 0
    assert "What is in the packet holds" in audit.out
    assert "Not checked" in audit.out
    assert judge("audit", packet, "--json").data["written"] == 7


def test_nothing_of_the_office_is_done_in_a_packet(packet: Path, out: Path, desk: Path) -> None:
    before = packet.read_bytes()
    deeds: tuple[tuple[str | Path, ...], ...] = (
        ("import", packet, desk / "scores"),
        ("assign", packet),
        ("rule", packet, "--list"),
        ("forms", "list", packet),
        ("set", packet, "blind", "yes"),
        ("set", packet),
        ("rank", packet),
        ("check", packet),
        ("export", packet, out / "book.xlsx"),
        ("packet", packet, "--all", "--out", out),
        ("revisions", packet, GROUP),
    )
    for words in deeds:
        said = judge(*words)
        assert (words[0], said.code) == (words[0], 1)
        assert said.err == (
            f"{packet} is a packet of R01, not an edition; score in it with “judge score”, and let the"
            " office do this at the edition.\n"
        )
    assert packet.read_bytes() == before


def test_an_edition_asks_whose_desk_it_is_and_sends_nothing_back(edition: Path) -> None:
    said = judge("score", edition, "--list")
    assert said.code == 2
    assert "--as R07" in said.err
    assert judge("return", edition).err.startswith(f"{edition} is an edition, not a packet")


def test_a_packet_is_its_reviewer_s_alone(packet: Path) -> None:
    assert judge("score", packet, "--as", "R01", "--list").code == 0
    said = judge("score", packet, "--as", "R02", "--list")
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(f"{packet} is a packet of R01, not of R02")


def test_a_sealed_packet_is_unpacked_once(edition: Path, out: Path, tmp_path: Path) -> None:
    words, wrong = tmp_path / "words.txt", tmp_path / "wrong.txt"
    words.write_text("凤凰 on the 山\n", encoding="utf-8")
    wrong.write_text("phoenix\n", encoding="utf-8")
    issued = ("packet", edition, "--reviewer", "R01", "--out", out, "--passphrase-file", words)
    planned = judge(*issued[:-2], "--passphrase", "--dry-run")
    assert "R01 评委1.judge.age" in planned.out
    assert judge(*issued).code == 0
    sealed, plain = out / "R01 评委1.judge.age", out / "R01 评委1.judge"
    assert [path.name for path in out.iterdir()] == [sealed.name]
    said = judge("score", sealed, "--list", "--passphrase-file", wrong)
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"{sealed} does not open: the passphrase is another one, or the file was damaged on its way.\n"
    )
    assert judge("score", sealed, "--list").err.startswith("A passphrase is needed")
    said = judge("score", sealed, GROUP, "--set", "alignment=5", "--passphrase-file", words)
    assert (said.code, said.err) == (0, f"Unpacked as {plain}; open that one from now on.\n")
    said = judge("score", sealed, GROUP, "--json")
    assert said.err == f"It has been unpacked before: opening {plain}, with the work done in it.\n"
    (mark,) = [one for one in said.data["criteria"] if one["key"] == "alignment"]
    assert mark["points"] == "5"
    told = judge("return", sealed, "--passphrase-file", words, "--json")
    assert told.code == 0
    assert Path(told.data["file"]).name.endswith(".judge-return.age")
    assert Path(told.data["file"]).read_bytes().startswith(b"age-encryption.org/v1")


def test_what_cannot_be_said_together_is_a_usage_error(edition: Path, out: Path) -> None:
    for words in ((), ("--all", "--reviewer", "R01")):
        assert judge("packet", edition, *words, "--out", out).code == 2
    assert judge("packet", edition, "--all").code == 2


@pytest.fixture
def on_a_disc(packet: Path) -> Iterator[Path]:
    """The packet where others may read and not write it, as on a disc, or in an attachment's folder."""
    with tempfile.TemporaryDirectory(prefix="judge-rights-") as name:
        folder = Path(name)
        copy = Path(shutil.copy(packet, folder))
        judge("score", packet, "--list")
        copy.chmod(0o444)
        folder.chmod(0o555)
        yield copy
        folder.chmod(0o755)


@needs_rights
def test_a_packet_that_may_not_be_written_says_where_to_put_it(on_a_disc: Path) -> None:
    before = on_a_disc.read_bytes()
    with as_another_user():
        said = judge("score", on_a_disc, "--list")
    assert (said.code, said.out) == (1, "")
    assert said.err == (
        f"The packet {on_a_disc} may not be written where it lies; copy it into a folder of your own and open"
        " it there.\n"
    )
    assert on_a_disc.read_bytes() == before
