"""A listing read at one stretch says what `zipfile` says, or leaves the archive to it."""

import io
import struct
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from imports.guards import FileRefused
from imports.packages import package_of, plain_entries
from tests.imports.word.papers import archive

PARTS = [("[Content_Types].xml", b"<x/>"), ("word/document.xml", "晨光小组".encode() * 300), ("empty", b"")]
LISTED_AT = {"needs": 6, "flags": 8, "method": 10, "crc": 16, "packed": 20, "expanded": 24, "begins": 42}

names = st.text(st.sampled_from("ab/._[]-晨é\\:\0"), min_size=1, max_size=12)
packings = st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
parts = st.lists(st.tuples(names, st.binary(max_size=400), packings, st.binary(max_size=3)), max_size=5)


def packed(
    made: list[tuple[str, bytes, int, bytes]], comment: bytes = b"", *, streamed: bool = False
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(_Pipe(buffer) if streamed else buffer, "w") as target:
        target.comment = comment
        for name, content, packing, remark in made:
            info = zipfile.ZipInfo(name)
            info.comment, info.compress_type = remark, packing
            target.writestr(info, content)
    return buffer.getvalue()


class _Pipe(io.RawIOBase):
    """What cannot be sought in, so that sizes are written behind the content."""

    def __init__(self, target: io.BytesIO) -> None:
        self._target = target

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self._target.write(data)  # type: ignore[arg-type]  # bytes of any sort


def outcome(content: bytes, name: str) -> bytes | str:
    try:
        return package_of(content).read(name)
    except KeyError:
        return "no such part"
    except FileRefused as refused:
        return refused.code


@pytest.mark.filterwarnings("ignore:Duplicate name")
@given(made=parts, comment=st.sampled_from([b"", b"remark"]), streamed=st.booleans())
@example(made=[("a", b"x" * 400, zipfile.ZIP_DEFLATED, b"")], comment=b"", streamed=False)
def test_an_archive_holds_what_zipfile_says(
    *, made: list[tuple[str, bytes, int, bytes]], comment: bytes, streamed: bool
) -> None:
    content = packed(made, comment, streamed=streamed)
    entries = plain_entries(content)
    if entries is None:
        return
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        assert list(entries) == source.namelist()
        for name, entry in entries.items():
            info = source.NameToInfo[name]
            sizes = entry.crc, entry.compress_size, entry.file_size
            assert sizes == (info.CRC, info.compress_size, info.file_size)
            assert outcome(content, name) in {source.read(name), "zip-names"}


@pytest.mark.parametrize("how", ["whole", "streamed"])
def test_what_word_processors_write_is_read_at_one_stretch(how: str) -> None:
    made = [(name, data, zipfile.ZIP_DEFLATED, b"") for name, data in PARTS]
    content = packed(made, streamed=how == "streamed")
    assert plain_entries(content) is not None
    assert {name: package_of(content).read(name) for name, _ in PARTS} == dict(PARTS)


def test_whatever_departs_from_the_plain_is_left_to_zipfile() -> None:
    plain = archive(PARTS)
    long = bytearray(plain)
    struct.pack_into("<L", long, plain.index(b"PK\x01\x02") + LISTED_AT["packed"], 0xFFFFFFFF)
    twice = archive([("ab", b"1"), ("ac", b"2")]).replace(b"ac", b"ab")
    for content in (
        b"#!" + plain,
        plain + b"\n",
        packed([("a", b"x", zipfile.ZIP_STORED, b"")], b"remark"),
        packed([("a", b"x", zipfile.ZIP_STORED, b"remark")]),
        packed([("a", b"x", zipfile.ZIP_BZIP2, b"")]),
        packed([("晨", b"x", zipfile.ZIP_STORED, b"")]),
        bytes(long),
        twice,
        plain[:-1],
        b"PK\x03\x04",
    ):
        assert plain_entries(content) is None
    assert package_of(packed([("晨", b"x", zipfile.ZIP_BZIP2, b"")], b"remark")).read("晨") == b"x"


@given(st.integers(0, len(archive(PARTS)) - 1), st.integers(1, 255))
def test_one_byte_changed_gives_the_same_part_or_a_refusal(at: int, by: int) -> None:
    content = bytearray(archive(PARTS))
    content[at] ^= by
    assert outcome(bytes(content), "word/document.xml") in {
        dict(PARTS)["word/document.xml"],
        "no such part",
        "file-unreadable",
        "file-truncated",
        "file-encrypted",
        "zip-bomb",
        "zip-names",
    }


@pytest.mark.parametrize("size", [0, 3, 899, 901, 5000])
def test_no_more_is_expanded_than_is_declared_and_less_is_damage(size: int) -> None:
    content = bytearray(archive([("a", b"x" * 900)]))
    struct.pack_into("<L", content, content.index(b"PK\x01\x02") + LISTED_AT["expanded"], size)
    assert plain_entries(bytes(content)) is not None
    assert outcome(bytes(content), "a") == "file-unreadable"


def test_entries_that_overlap_are_damage() -> None:
    inner = archive([("b", b"y")])
    content = bytearray(packed([("a", inner, zipfile.ZIP_STORED, b""), ("b", b"y", zipfile.ZIP_STORED, b"")]))
    listed = content.rindex(b"PK\x01\x02")
    struct.pack_into("<L", content, listed + LISTED_AT["begins"], content.index(b"PK\x03\x04", 4))
    assert outcome(bytes(content), "a") == "file-unreadable"


def test_a_part_beyond_its_limit_is_refused_unread() -> None:
    with pytest.raises(FileRefused) as refused:
        package_of(archive(PARTS)).read("word/document.xml", 100)
    assert refused.value.code == "file-too-large"
