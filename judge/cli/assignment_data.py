"""A plan of assignments for programs: every pair, every load, and what could not be met."""

from judge.services.sheets.assigning import Plan


def as_data(plan: Plan) -> dict[str, object]:
    """The plan as JSON has it."""
    outcome = plan.outcome
    return {
        "assigned": _assigned(plan),
        "held": [
            {"nomination": one.key, "reviewer": key}
            for one in plan.assignable.nominations
            for key in sorted(one.holders)
            if (one.key, key) not in plan.manual
        ],
        "tied": [
            {"nomination": key, "reviewer": reviewer, "grounds": [one.ground for one in grounds]}
            for key, tied in plan.assignable.tied.items()
            for reviewer, grounds in tied.items()
        ],
        "shortfalls": [
            {
                "nomination": one.nomination,
                "found": one.found,
                "wanted": one.wanted,
                "too_few": one.too_few,
                "limited": one.limited,
            }
            for one in outcome.short
        ],
        "load": dict(outcome.load),
        "connectedness": [
            {
                "award": one.award,
                "before": one.before,
                "after": one.after,
                "exchanged": one.exchanged,
                "extra": one.extra,
            }
            for one in outcome.connectedness
        ],
        "sections": _sections(plan),
        "bottlenecks": [
            {
                "nominations": list(one.nominations),
                "reviewers": list(one.reviewers),
                "lacks": one.lacks,
                "others": one.others,
            }
            for one in outcome.bottlenecks
        ],
        "relaxations": {
            "limits": [
                {"reviewer": one.reviewer, "limit": one.limit, "sheets": one.sheets} for one in outcome.raises
            ],
            "reviewers": [
                {
                    "award": one.award,
                    "section": one.section,
                    "count": one.count,
                    "sheets": one.sheets,
                    "nominations": list(one.nominations),
                }
                for one in outcome.newcomers
            ],
            "fewer": [{"nomination": one.nomination, "sheets": one.found} for one in outcome.short],
        },
    }


def _assigned(plan: Plan) -> list[dict[str, str]]:
    """The new sheets, each with why: by hand, to connect, or by the plan."""
    manual, joining = set(plan.manual), set(plan.outcome.joining)

    def why(pair: tuple[str, str]) -> str:
        return "pair" if pair in manual else "joining" if pair in joining else "plan"

    pairs = [(candidate.key, member.key) for candidate, member in plan.pairs]
    return [{"nomination": pair[0], "reviewer": pair[1], "why": why(pair)} for pair in pairs]


def _sections(plan: Plan) -> list[dict[str, object]]:
    """The nominations of panels in sections, those whose section was settled here marked as not stated."""
    anchors = set(plan.outcome.anchors)
    stated = {one.key: one.section for one in plan.assignable.nominations if one.section}
    return [
        {"nomination": key, "section": section, "stated": key in stated, "anchor": key in anchors}
        for key, section in sorted({**stated, **plan.outcome.sections}.items())
    ]
