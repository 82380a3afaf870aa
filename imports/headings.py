"""What headings were said to mean: kept from earlier imports, said for this one, or all that is proposed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from imports.matching import label_key


@dataclass(frozen=True, slots=True)
class Headings:
    """What headings of nomination tables mean, beyond the labels that everybody knows.

    `kept` and `said` map a heading, by its `label_key`, to the label of a column; what is said for this
    import goes before what was kept. With `accept`, every proposal counts as said.
    """

    kept: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    said: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    accept: bool = False

    @property
    def meanings(self) -> Mapping[str, str]:
        """The label of a column by the key of a heading."""
        return {**self.kept, **self.said}

    @classmethod
    def of(
        cls, kept: Mapping[str, str], said: Iterable[tuple[str, str]] = (), *, accept: bool = False
    ) -> "Headings":
        """Headings as people write them, by their keys."""
        return cls(
            MappingProxyType({label_key(heading): label for heading, label in kept.items()}),
            MappingProxyType({label_key(heading): label for heading, label in said}),
            accept,
        )
