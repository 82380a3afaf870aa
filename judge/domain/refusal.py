"""How every room says no: a code and its particulars; the shells word them in the user's language."""

from types import MappingProxyType

Param = str | int | tuple[str, ...]


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Something the user asked for that is not done, and nothing was changed.

    `code` names the sentence in `judge.locale.sentences`; `params` fill it in.
    """

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = MappingProxyType(params)
