"""Judge: scoring and adjudication for award review panels."""

__version__ = "0.1.0"
