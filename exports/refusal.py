"""How this room says no: a code and its particulars; `judge` words them."""

from types import MappingProxyType


class ExportRefused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Nothing was exported, and an earlier file of that name is as it was.

    Codes: "target-exists", "target-folder-missing" and "target-is-folder" (`path`); "target-not-writable" and
    "disk-full" (`path`, and `reason` in the system's words); "too-many-rows" (`title`, `most`).
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = MappingProxyType(params)
