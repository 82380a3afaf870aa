"""The names of the metrics that may break a tie; checking a method's settings needs no more of them."""

CRITERION = "criterion:"
"""What stands before a criterion's key in the name of the metric that is its mean."""

NAMES = ("score", "trimmed-mean", "mean", "median", "highest", "lowest", "spread", "top-marks")
"""The metrics that need no criterion; what each is stands in `breakers.metrics`."""


def criterion_of(name: str) -> str:
    """The key of the criterion whose mean the metric is; "" for any other."""
    return name.removeprefix(CRITERION) if name.startswith(CRITERION) else ""
