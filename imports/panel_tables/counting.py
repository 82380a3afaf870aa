"""What score tables were read as, in figures: how many nominations, reviewers, marks, and gaps."""

from collections.abc import Sequence

from imports.panel_tables.bodies import NO_BODY
from imports.panel_tables.naming import NamedRecord
from imports.panel_tables.sheetless import say_sheetless
from imports.panel_tables.tables import ScoreTable
from imports.records import NominationRecord, QuotaRecord, RecusalRecord, ReviewerRecord, ScoreRecord
from imports.register import Register
from imports.remarks import Remarks


def say_read(
    tables: Sequence[ScoreTable],
    named: Sequence[NamedRecord],
    records: Sequence[ScoreRecord | RecusalRecord],
    register: Register,
    remarks: Remarks,
) -> None:
    """Say how the tables were read, and what was taken from them.

    Notes: "scores-read-as" (rows, columns; and sheets, where their names count, as "scores-read-by-sheet"),
    once for each layout; "scores-counted" (nominations, reviewers, marks, recusals, gaps), a gap being a
    criterion on which a reviewer of the award gives a nomination no mark; "scores-names-taken" (nominations,
    reviewers, names of the reviewers) and "scores-body-none" (body). Where names are taken, the warnings of
    `say_sheetless`.
    """
    layouts: dict[tuple[str, str, str], ScoreTable] = {}
    for table in tables:
        layout = table.layout
        layouts.setdefault((layout.rows, layout.columns, layout.sheet), table)
    for (rows, columns, sheet), table in layouts.items():
        place = remarks.place(table.grid.name, table.grid.first_row + table.layout.head.first)
        if sheet:
            remarks.note("scores-read-by-sheet", place, rows=rows, columns=columns, sheets=sheet)
        else:
            remarks.note("scores-read-as", place, rows=rows, columns=columns)
    if not tables:
        return
    first = tables[0]
    here = remarks.place(first.grid.name, first.grid.first_row + first.layout.head.first)
    nominations = sum(isinstance(one, NominationRecord) for one in named)
    reviewers = tuple(_called(one) for one in named if isinstance(one, ReviewerRecord))
    if nominations or reviewers:
        counts = {"nominations": nominations, "reviewers": len(reviewers)}
        remarks.note("scores-names-taken", here, **counts, names=reviewers)
    if any(isinstance(one, QuotaRecord) and one.body == NO_BODY for one in named):
        remarks.note("scores-body-none", here, body=NO_BODY)
    if not remarks.refuses:
        remarks.note("scores-counted", here, **_counts(named, records, register))
        if register.takes:
            say_sheetless(named, records, register, remarks)


def _called(reviewer: ReviewerRecord) -> str:
    return reviewer.name if reviewer.name == reviewer.key else f"{reviewer.key} {reviewer.name}"


def _counts(
    named: Sequence[NamedRecord], records: Sequence[ScoreRecord | RecusalRecord], register: Register
) -> dict[str, int]:
    awards = {known.key: known.award for known in register.nominations}
    taken = {(one.award, one.name) for one in named if isinstance(one, NominationRecord)}
    marked = {record.nomination for record in records}
    nominations = marked | {known.key for known in register.nominations if (known.award, known.name) in taken}
    reviewers = {(awards[record.nomination], record.reviewer) for record in records}
    marks = sum(isinstance(record, ScoreRecord) for record in records)
    recusals = {
        (one.nomination, one.reviewer): awards[one.nomination]
        for one in records
        if isinstance(one, RecusalRecord)
    }
    criteria = {a.key: len(register.programme.rubric_of(a.key).criteria) for a in register.programme.awards}
    full = sum(
        count * sum(awards[key] == award for key in nominations) * sum(of == award for of, _ in reviewers)
        for award, count in criteria.items()
    )
    gaps = full - marks - sum(criteria[award] for award in recusals.values())
    return {
        "nominations": len(nominations),
        "reviewers": len({reviewer for _, reviewer in reviewers}),
        "marks": marks,
        "recusals": len(recusals),
        "gaps": max(gaps, 0),
    }
