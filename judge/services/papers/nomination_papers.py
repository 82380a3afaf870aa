"""What papers bring of nominations: new ones, the same again, or a revision of one that is filed."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from imports.findings import Finding, Severity
from imports.records import FileReading, FormField, NominationRecord
from imports.register import nomination_key
from judge.services.papers.filed_nominations import Filed, FiledNominations, Identity, head_of
from judge.services.papers.joining import Joint, Saying, contradictions
from judge.services.papers.joint_findings import also_filed, contradicted, counted, known, left_open
from judge.services.papers.revising import told


@dataclass(slots=True)
class NominationsTaken:
    """Of one file: new records and revisions, each with the nomination's key, and findings.

    `joined` are the keys of nominations that are filed from another paper and that this one is of as well.
    """

    fresh: list[tuple[str, NominationRecord]] = field(default_factory=list)
    revised: list[tuple[str, NominationRecord]] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether any of it keeps the whole file out."""
        return any(finding.severity is Severity.BLOCKING for finding in self.findings)


class Settled(NamedTuple):
    """Of all files: new nominations and revisions, each with its key."""

    fresh: Sequence[tuple[str, NominationRecord]]
    revised: Sequence[tuple[str, NominationRecord]]


class NominationPapers:
    """Compares what files bring with each other and with the nominations as they stand.

    What a paper leaves empty or does not ask is taken from the others, and stays as it was.
    """

    def __init__(self, filed: FiledNominations) -> None:
        self._filed = filed
        self._taken: dict[str, NominationsTaken] = defaultdict(NominationsTaken)
        self._brought: dict[str, tuple[FormField, ...]] = {}

    def take(self, file: str) -> NominationsTaken:
        """What the file's nominations are to the edition, once all are settled.

        Warnings "revision-new" (name, nomination, number), "revision-field" (old, new) and "revision-list"
        (added, gone, moved), one for each field that differs from what is filed; and those of
        `joint_findings`.

        Blocking: "nomination-differs" (name, fields, others) where other files of the import say otherwise,
        "nomination-renamed" (name, nomination, now), "revision-late" (nomination, deadline, file),
        "nomination-late" (name, deadline, file), and where a nomination is named, "nomination-unknown"
        (nomination), "revision-of-several" (nomination, count), "revision-of-another" (nomination),
        "revision-named-alike" (name, nomination).
        """
        return self._taken.get(file, NominationsTaken())

    def settle(self, readings: Sequence[FileReading], numbers: Counter[str]) -> Settled:
        """Take all the nominations of an import; `numbers` counts those of each award, and is brought on.

        Files that contradict each other on any nomination are all refused. What is refused, here or by its
        reader, says nothing to the others, but hears what it contradicts. So it does not matter which came
        first, but for the numbers of new nominations.
        """
        self._filed.renamed_by(readings)
        groups: dict[str | Identity, list[Saying]] = defaultdict(list)
        turns: dict[tuple[str, Identity], int] = {}
        for reading in readings:
            each, faults = self._filed.about(reading)
            self._taken[reading.path].findings += faults
            for one in each:
                self._taken[reading.path].findings += one.findings
                groups[one.key or one.identity].append(one.saying)
                turns[reading.path, one.identity] = len(turns)
        refused = {reading.path for reading in readings if reading.refused} | self._refused()
        for sayings in groups.values():
            self._say_contradictions(sayings, refused)
        refused |= self._refused()
        new: dict[tuple[str, Identity], Joint] = {}
        for about, said in groups.items():
            sayings = [saying for saying in said if saying.file not in refused]
            if sayings and isinstance(about, str):
                self._revise(self._filed.filed(about), sayings)
            elif sayings and not isinstance(about, str):
                joint = self._filed.joined(sayings)
                new[joint.sayings[0].file, about] = joint
        # Numbered in the order in which they are filed.
        for at in sorted(new, key=turns.__getitem__):
            joint = new[at]
            award = joint.record.award
            numbers[award] += 1
            self._add(nomination_key(award, numbers[award]), joint)
        taken = self._taken.values()
        for of_file in taken:
            of_file.findings = counted(of_file.findings)
        return Settled(
            [one for each in taken for one in each.fresh],
            [one for each in taken for one in each.revised],
        )

    def fields_of(self, nomination: str) -> tuple[FormField, ...]:
        """What a nomination's form says, as this import would have it."""
        brought = self._brought.get(nomination)
        return self._filed.filed(nomination).fields if brought is None else brought

    def bring(self, nomination: str, fields: tuple[FormField, ...]) -> None:
        """Take in a nomination that something else than its papers brings."""
        self._brought[nomination] = fields

    def _refused(self) -> set[str]:
        return {file for file, taken in self._taken.items() if taken.refused}

    def _say_contradictions(self, sayings: Sequence[Saying], refused: set[str]) -> None:
        if len(sayings) == 1:
            return
        contradicting = contradictions([saying for saying in sayings if saying.file not in refused])
        for saying in sayings:
            found = tuple(contradicting(saying))
            if found:
                self._taken[saying.file].findings += contradicted(saying.record, found)

    def _add(self, key: str, joint: Joint) -> None:
        self._taken[joint.sayings[0].file].fresh.append((key, joint.record))
        self._brought[key] = joint.record.fields
        self._join(key, joint)

    def _revise(self, filed: Filed, sayings: Sequence[Saying]) -> None:
        joint = self._filed.joined(sayings)
        record, changes = self._filed.compared(filed, joint)
        changed = {change.key for change in changes}
        bringing = [saying for saying in joint.sayings if changed & saying.states()]
        for saying in joint.sayings:
            taken = self._taken[saying.file]
            if saying not in bringing:
                taken.findings.append(known(saying))
            key, has_form = filed.held.key, filed.held.has_form
            taken.findings += left_open(saying, joint, filed.fields, key, has_form=has_form)
        if bringing:
            # What holds no news is not what the revision is filed from, however full it is.
            record = replace(record, place=bringing[0].record.place)
            taken = self._taken[bringing[0].file]
            taken.revised.append((filed.held.key, record))
            self._brought[filed.held.key] = record.fields
            taken.findings += told(record, head_of(filed.held), changes)
            self._join(filed.held.key, replace(joint, sayings=bringing))

    def _join(self, key: str, joint: Joint) -> None:
        foremost, *others = joint.sayings
        for saying in others:
            taken = self._taken[saying.file]
            if saying.sha256 != foremost.sha256:
                taken.joined.append(key)
            taken.findings.append(also_filed(joint, saying))
