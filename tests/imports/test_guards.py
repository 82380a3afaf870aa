import zipfile
from pathlib import Path

import pytest

from imports.findings import Severity
from imports.guards import FILE_LIMIT, FileRefused, check_size, open_archive, parse_xml
from imports.word import grids
from tests.imports.word.papers import archive, bare, document_xml, paragraph, run, written

HARMLESS = bare(paragraph(run("公文")))


def code_of(path: Path) -> str:
    with pytest.raises(FileRefused) as refused:
        grids(path)
    return refused.value.code


def test_a_harmless_archive_opens(tmp_path: Path) -> None:
    assert open_archive(written(tmp_path, HARMLESS)).namelist() == ["word/document.xml"]


def test_files_that_are_not_there_or_hold_nothing_are_named(tmp_path: Path) -> None:
    assert code_of(tmp_path / "absent.docx") == "file-missing"
    assert code_of(written(tmp_path, b"")) == "file-empty"
    assert code_of(tmp_path) == "file-unreadable"
    assert code_of(written(tmp_path, "只是文本".encode())) == "file-unreadable"


def test_a_file_beyond_the_limit_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as target:
        target.truncate(FILE_LIMIT + 1)
    with pytest.raises(FileRefused) as refused:
        check_size(path)
    assert refused.value.code == "file-too-large"
    assert refused.value.params == {"megabytes": 64, "limit": 64}


@pytest.mark.parametrize("kept", [len(HARMLESS) - 1, len(HARMLESS) // 2, 40])
def test_a_truncated_file_is_named_as_such(tmp_path: Path, kept: int) -> None:
    assert code_of(written(tmp_path, HARMLESS[:kept])) == "file-truncated"


def test_damaged_bytes_inside_an_archive_are_found(tmp_path: Path) -> None:
    damaged = bytearray(bare(paragraph(run("晨光小组" * 200))))
    damaged[80] ^= 0xFF
    assert code_of(written(tmp_path, bytes(damaged))) == "file-unreadable"


def test_an_entry_that_expands_beyond_reason_is_a_bomb(tmp_path: Path) -> None:
    bomb = archive([("word/document.xml", b" " * (8 << 20))])
    assert len(bomb) < 16_384
    assert code_of(written(tmp_path, bomb)) == "zip-bomb"


def test_too_many_entries_are_a_bomb(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, archive((f"{n}.xml", b"") for n in range(5000)))) == "zip-bomb"


@pytest.mark.parametrize("name", ["../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:\\evil"])
def test_names_that_lead_outside_are_refused(tmp_path: Path, name: str) -> None:
    content = archive([("word/document.xml", document_xml("")), (name, b"")])
    with pytest.raises(FileRefused) as refused:
        open_archive(written(tmp_path, content))
    assert refused.value.code == "zip-names"
    assert "evil" in str(refused.value.params["name"])


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    content = bytearray(HARMLESS)
    with zipfile.ZipFile(written(tmp_path, HARMLESS)) as source:
        listing = source.start_dir
    content[6] |= 1
    content[listing + 8] |= 1
    assert code_of(written(tmp_path, bytes(content))) == "file-encrypted"


def test_compound_files_are_told_apart(tmp_path: Path) -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert code_of(written(tmp_path, compound)) == "file-old-format"
    assert code_of(written(tmp_path, compound + "EncryptedPackage".encode("utf-16-le"))) == "file-encrypted"


BOMB = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w x="&b;">&b;</w>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_a_document_type_is_refused_in_any_encoding(encoding: str) -> None:
    with pytest.raises(FileRefused) as refused:
        parse_xml(f'<?xml version="1.0" encoding="{encoding[:6]}"?>{BOMB}'.encode(encoding))
    assert refused.value.code == "xml-entities"


def test_an_entity_bomb_in_a_word_file_is_refused(tmp_path: Path) -> None:
    assert code_of(written(tmp_path, archive([("word/document.xml", BOMB.encode())]))) == "xml-entities"


def test_broken_and_bottomless_xml_is_refused() -> None:
    for content in (b"<w>", b"", b"<w>\x00</w>", b"<w>" * 5000 + b"</w>" * 5000):
        with pytest.raises(FileRefused) as refused:
            parse_xml(content)
        assert refused.value.code == "file-unreadable"


def test_a_refusal_becomes_a_blocking_finding_about_the_file() -> None:
    finding = FileRefused("zip-names", name="../evil").finding("forms/a.docx")
    assert (finding.code, finding.severity, finding.place.file) == (
        "zip-names",
        Severity.BLOCKING,
        "forms/a.docx",
    )
    assert finding.params["name"] == "../evil"
