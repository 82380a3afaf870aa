"""Sealed packets: opened by their passphrase alone, unpacked once, and never over work."""

from collections.abc import Callable
from pathlib import Path

import pytest

from judge.domain.refusal import Refusal
from judge.services.editions.edition import Edition
from judge.services.packets.passphrases import passphrase_in, sealed, unsealed
from judge.services.packets.unpacking import unpack
from tests.judge.services.packets.packets import GROUP, mark_all, opened, packet_of
from tests.judge.services.sheets.fair_papers import NAMES

WORDS = "凤凰 on the 山"


def given(words: str) -> Callable[[], str]:
    return lambda: words


def never() -> str:
    raise AssertionError("asked for a passphrase")


@pytest.fixture
def packet(telling: Edition, out: Path) -> Path:
    return packet_of(telling, out, "R01", sealed=True, passphrase=WORDS)


def test_a_sealed_packet_shows_nothing_and_opens_with_its_passphrase(packet: Path) -> None:
    assert packet.name == "R01 评委一.judge.age"
    data = packet.read_bytes()
    assert data.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert [name for name in NAMES if name.encode() in data] == []
    assert [path.name for path in packet.parent.iterdir()] == [packet.name]
    unpacked = unpack(packet, given(WORDS))
    assert (unpacked.path.name, unpacked.was_there) == ("R01 评委一.judge", False)
    assert unpacked.path.stat().st_mode & 0o077 == 0
    with opened(unpacked.path) as desk:
        assert desk.reviewer == "R01"


def test_work_in_an_unpacked_packet_is_never_overwritten(packet: Path) -> None:
    path = unpack(packet, given(WORDS)).path
    with opened(path) as desk:
        marks = mark_all(desk, GROUP, 5).marks
    again = unpack(packet, never)
    assert (again.path, again.was_there) == (path, True)
    with opened(again.path) as desk:
        assert desk.page(GROUP).sheet.marks == marks


def test_a_wrong_passphrase_and_a_damaged_file_are_told_alike(packet: Path) -> None:
    data = packet.read_bytes()
    damaged = {"cut": data[:-20], "flipped": data[:-1] + bytes([data[-1] ^ 1]), "none": data[:30]}
    said = set()
    with pytest.raises(Refusal) as refused:
        unpack(packet, given("another"))
    said.add((refused.value.code, refused.value.params["packet"]))
    for content in damaged.values():
        packet.write_bytes(content)
        with pytest.raises(Refusal) as refused:
            unpack(packet, given(WORDS))
        said.add((refused.value.code, refused.value.params["packet"]))
    assert said == {("packet-not-opened", str(packet))}
    assert [path.name for path in packet.parent.iterdir()] == [packet.name]


def test_a_passphrase_of_no_ordinary_characters_will_do() -> None:
    assert unsealed(sealed(b"content", "密 \t✓"), "密 \t✓", "x") == b"content"


def test_a_passphrase_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeff凤凰 on the 山\r\nsecond line\r\n".encode())
    assert passphrase_in(path) == WORDS


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "file-missing"), (b"\n\n", "passphrase-empty"), (b"\xff\xfe", "file-unreadable")],
)
def test_a_file_without_a_passphrase_is_named(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "words.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refusal) as refused:
        passphrase_in(path)
    assert refused.value.code == code
