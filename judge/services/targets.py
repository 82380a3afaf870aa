"""Files that go out: what keeps one from being written, as the rest of Judge is told it."""

from collections.abc import Iterator
from contextlib import contextmanager

from exports.refusal import ExportRefused
from judge.domain.refusal import Refusal


@contextmanager
def told_of_targets() -> Iterator[None]:
    """Tell as a Refusal what `exports.refusal.ExportRefused` says; a full disk is "target-disk-full" here.

    The other one, "disk-full", is the edition's.
    """
    try:
        yield
    except ExportRefused as refused:
        code = "target-disk-full" if refused.code == "disk-full" else refused.code
        raise Refusal(code, **refused.params) from refused
