"""How every room says no: a code and its particulars; the shells word them in the user's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Param = str | int | tuple[str, ...]


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Something the user asked for that is not done, and nothing was changed.

    `code` names the sentence in `judge.locale.refusals`; `params` fill it in.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = MappingProxyType(params)


@dataclass(frozen=True, slots=True)
class Fault:
    """One of several things wrong with a file that the user wrote.

    `key` is the path of keys in it, or the label of a table's cell; `row` is that of a table.
    """

    file: str
    key: str
    code: str
    params: Mapping[str, Param] = field(default_factory=lambda: MappingProxyType({}))
    row: int | None = None


class FileFaults(Refusal):
    """A file of the user's that is refused with everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("file-faults", count=len(faults))
        self.faults = faults
