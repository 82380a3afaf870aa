"""A programme's table: its awards and quota categories, and what they name; or a programme of one rubric."""

from collections.abc import Collection

from rubrics.model import Award, Programme, QuotaCategory, Rubric
from rubrics.table import Table, refuse_repeats


def programme_of_rubric(rubric: Rubric) -> Programme:
    """The programme that a rubric alone states: one award of its key and title, without form and quota."""
    award = Award(key=rubric.key, title=rubric.title, rubric=rubric.key, form="")
    return Programme(key=rubric.key, title=rubric.title, awards=(award,), quota_categories=())


def read_programme(table: Table, rubric_keys: Collection[str]) -> Programme:
    """The programme that `programme.toml` states, still without rubrics.

    `rubric_keys` are those that the folder's rubric files state; what is wrong is noted in the table.
    """
    key, title = table.name("key"), table.both("title")
    awards = table.tables("awards")
    categories = table.tables("quota_categories", required=False)
    programme = Programme(
        key=key,
        title=title,
        awards=tuple(_award(award) for award in awards),
        quota_categories=tuple(_category(category) for category in categories),
    )
    refuse_repeats((t, "key", a.key) for t, a in zip(awards, programme.awards, strict=True))
    refuse_repeats((t, "key", c.key) for t, c in zip(categories, programme.quota_categories, strict=True))
    refuse_repeats((t, "label", c.label) for t, c in zip(categories, programme.quota_categories, strict=True))
    for award_table, award in zip(awards, programme.awards, strict=True):
        _check_award(award_table, award, programme, rubric_keys)
    for category_table, category in zip(categories, programme.quota_categories, strict=True):
        _check_category(category_table, category, programme)
    table.refuse_other_keys()
    return programme


def _award(table: Table) -> Award:
    return Award(
        key=table.name("key"),
        title=table.both("title"),
        rubric=table.name("rubric"),
        form=table.name("form", required=False),
        quota_categories=table.names("quota_categories"),
    )


def _category(table: Table) -> QuotaCategory:
    # A part of another category and the form field that applies for it only make sense together.
    is_subset = table.has("subset_of") or table.has("applied_by")
    return QuotaCategory(
        key=table.name("key"),
        title=table.both("title"),
        label=table.text("label"),
        subset_of=table.name("subset_of", required=is_subset) or None,
        applied_by=table.name("applied_by", required=is_subset) or None,
    )


def _check_award(table: Table, award: Award, programme: Programme, rubric_keys: Collection[str]) -> None:
    if award.rubric and award.rubric not in rubric_keys:
        table.note("rubric", "rubric-unknown", given=award.rubric, known=tuple(sorted(rubric_keys)))
    categories = {category.key: category for category in programme.quota_categories}
    for index, key in enumerate(award.quota_categories):
        place = f"quota_categories[{index}]"
        if key and key not in categories:
            table.note(place, "category-unknown", given=key, known=tuple(categories))
            continue
        whole = categories[key].subset_of if key else None
        if whole in categories and whole not in award.quota_categories:
            table.note(place, "category-lacks-whole", given=key, whole=str(whole))


def _check_category(table: Table, category: QuotaCategory, programme: Programme) -> None:
    wholes = tuple(c.key for c in programme.quota_categories if not c.subset_of)
    if category.subset_of and category.subset_of not in wholes:
        table.note("subset_of", "category-unknown", given=category.subset_of, known=wholes)
