"""A body's folder packed into one zip archive, as Windows packs it."""

import zipfile
from pathlib import Path

_UNDATED = (1980, 1, 1, 0, 0, 0)
_IN_UTF8 = 0x800
_FROM_WINDOWS = 0


class _Entry(zipfile.ZipInfo):
    """An entry whose name is written in GBK, without a word on the encoding; `zipfile` would write UTF-8."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - as zipfile calls it
        try:
            return self.filename.encode("gbk"), self.flag_bits & ~_IN_UTF8
        except UnicodeEncodeError:
            # Of a name with a character that GBK lacks, Windows writes UTF-8, too, and says so.
            return self.filename.encode("utf-8"), self.flag_bits | _IN_UTF8


def pack(folder: Path) -> Path:
    """Pack the files of `folder` into an archive beside it that has its name, and take the folder away.

    The same files give the same bytes, whenever they were written.
    """
    archive = folder.with_name(f"{folder.name}.zip")
    files = sorted(folder.iterdir())
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            entry = _Entry(file.name, _UNDATED)
            entry.create_system = _FROM_WINDOWS
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, file.read_bytes())
            file.unlink()
    folder.rmdir()
    return archive
