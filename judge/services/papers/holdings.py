"""Bodies and reviewers that the edition holds, found however they are spelt.

Readers match names by `imports.matching.name_key`; so does this, lest one thing enter twice in two spellings.
What comes again with the same content is a note. A body with another content or spelling is a fault, since
nothing that was imported is ever overwritten; what is said otherwise of a reviewer is stated beside it.
"""

from collections.abc import Iterable, Iterator

from imports.findings import Finding, Place, Severity
from imports.matching import name_key
from imports.records import QuotaRecord, ReviewerRecord
from imports.remarks import Param
from judge.ledger.panel_acts import ROLE_NONE, ReviewerDetail, Seat
from judge.services.papers.restating import changes, stated_detail, stated_seats
from judge.store.queries.known import HeldBody, HeldReviewer


class Bodies:
    """The recommending bodies, by name; and whose each number is."""

    def __init__(self, held: Iterable[HeldBody]) -> None:
        self._by_name: dict[str, HeldBody] = {}
        self._numbers: dict[int, str] = {}
        for body in held:
            self._keep(body)

    def add(self, record: QuotaRecord) -> None:
        """Take in a body that a file read earlier will add."""
        self._keep(HeldBody(record.number, record.body, dict(record.seats)))

    def known(self, record: QuotaRecord) -> Finding | None:
        """Note "quota-known", blocking "quota-differs" (name); None for a new body."""
        held = self._by_name.get(name_key(record.body))
        if held is None:
            return None
        same = (held.name, held.seats) == (record.body, dict(record.seats))
        return _again("quota-known", "quota-differs", record.place, record.body, same=same)

    def taken_numbers(self, records: Iterable[QuotaRecord]) -> Iterator[Finding]:
        """Blocking "quota-number-taken" (name, number, taken_by), by the edition or by an earlier row."""
        numbers = self._numbers.copy()
        for record in records:
            holder = numbers.setdefault(record.number, record.body)
            if holder != record.body:
                params: dict[str, Param] = {"name": record.body, "number": record.number, "taken_by": holder}
                yield Finding("quota-number-taken", Severity.BLOCKING, record.place, params)

    def _keep(self, body: HeldBody) -> None:
        self._by_name[name_key(body.name)] = body
        self._numbers[body.number] = body.name


class Reviewers:
    """The reviewers, by number, and by name and organisation."""

    def __init__(self, held: Iterable[HeldReviewer]) -> None:
        self._by_key: dict[str, HeldReviewer] = {}
        self._by_name: dict[tuple[str, str], HeldReviewer] = {}
        for reviewer in held:
            self._keep(reviewer)

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: str) -> bool:
        return name_key(key) in self._by_key

    def add(self, key: str, record: ReviewerRecord) -> None:
        """Take in a reviewer that a file read earlier will add."""
        detail = ReviewerDetail(record.name, record.organisation, record.phone)
        new = HeldReviewer(key, detail, {award: Seat() for award in record.awards})
        self._keep(_restated(record, new))

    def held(self, record: ReviewerRecord) -> HeldReviewer | None:
        """The reviewer whom the row speaks of; None for a new one."""
        by_key = self._by_key.get(name_key(record.key)) if record.key else None
        return by_key or self._by_name.get((name_key(record.name), name_key(record.organisation)))

    def again(self, record: ReviewerRecord, held: HeldReviewer) -> tuple[Finding, ...]:
        """Note "reviewer-known", or "reviewer-restated" for each thing that the row changes.

        Blocking "reviewer-known-as" (name, key, known): the same name and organisation have another number.
        """
        if record.key and name_key(record.key) != name_key(held.key):
            params: dict[str, Param] = {"name": record.name, "key": record.key, "known": held.key}
            return (Finding("reviewer-known-as", Severity.BLOCKING, record.place, params),)
        told = tuple(changes(record, held))
        name: dict[str, Param] = {"name": f"{held.key} {record.name}"}
        return told or (Finding("reviewer-known", Severity.NOTE, record.place, name),)

    def restate(self, key: str, record: ReviewerRecord) -> ReviewerDetail:
        """Take in what a file read earlier will change; what holds of the reviewer then."""
        now = _restated(record, self._by_key[name_key(key)])
        self._keep(now)
        return now.detail

    def _keep(self, reviewer: HeldReviewer) -> None:
        said = reviewer.detail
        self._by_key[name_key(reviewer.key)] = reviewer
        self._by_name[name_key(said.name), name_key(said.organisation)] = reviewer


def _restated(record: ReviewerRecord, held: HeldReviewer) -> HeldReviewer:
    """The reviewer as the row leaves them."""
    seats = {**held.seats, **stated_seats(record, held.seats)}
    sits = {award: seat for award, seat in seats.items() if seat.role != ROLE_NONE}
    return HeldReviewer(held.key, stated_detail(record, held.detail), sits)


def _again(known: str, differs: str, place: Place, name: str, *, same: bool) -> Finding:
    """What to say of something that comes again: a note where it is the same, else a fault."""
    if same:
        return Finding(known, Severity.NOTE, place, {"name": name})
    return Finding(differs, Severity.BLOCKING, place, {"name": name})
