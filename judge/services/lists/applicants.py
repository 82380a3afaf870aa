"""Who applied for a quota category that is filled from another one's awarded."""

from collections.abc import Iterable

from judge.store.queries.frames import Filed
from rubrics.model import QuotaCategory


def applicants(category: QuotaCategory, filed: Iterable[Filed]) -> list[int]:
    """The codes of nominations whose form field `category.applied_by` is ticked."""
    field = category.applied_by
    return [one.code for one in filed if any(x.key == field and x.value is True for x in one.fields)]
