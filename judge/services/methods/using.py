"""Rule by which method an award is counted from now on."""

from collections.abc import Iterable, Sequence
from functools import partial

from judge.domain.refusal import Fault, FileFaults, Refusal
from judge.ledger import acts
from judge.ledger.canonical import Value
from judge.scoring.method_rubric import check_fits
from judge.scoring.problems import MethodRefused
from judge.services.editions.edition import Edition
from judge.services.lists.previewing import Preview, preview
from judge.services.lists.ranking import lists_of, rank_supposing
from judge.services.lists.ruling import Decided, Decision, rule
from judge.services.methods.catalogue import NamedMethod
from judge.services.texts import given_reason
from judge.store.connection import Connection
from rubrics.model import Programme


def use_method(edition: Edition, awards: Sequence[str], named: NamedMethod, reason: str) -> tuple[str, ...]:
    """Rule that these awards are counted by a method; the awards of which that did not hold already.

    All of them in one transaction, a ruling each, which records the method in full and supersedes the last
    one on its award. A quorum that was ruled stays.

    Refusal codes: "reason-missing", "check-award-unknown" (award, known), and those of `rank` where the
    method cannot count one of the awards as it stands. Raises FileFaults where the method does not fit the
    rubric of one of the awards.
    """
    decided = _decided(edition, awards, named, given_reason(reason))
    with edition.store.write() as connection:
        new = [rule(edition, connection, one.decision) for one in decided]
        # Only with all of them ruled: an award in stages is counted by the methods of its stages as well.
        keys = [key for award in awards for key in lists_of(edition, award)]
        rank_supposing(edition, connection, keys, ())
    return tuple(award for award, is_new in zip(awards, new, strict=True) if is_new)


def preview_method(
    edition: Edition, awards: Sequence[str], named: NamedMethod, reason: str
) -> tuple[Preview, ...]:
    """What each of these rulings would change, before any is made; refusals as for `use_method`."""
    decided = _decided(edition, awards, named, reason)
    return tuple(preview(edition, partial(_as_decided, one)) for one in decided)


def _as_decided(decided: Decided, _connection: Connection) -> Decided:
    return decided


def _decided(edition: Edition, awards: Sequence[str], named: NamedMethod, reason: str) -> list[Decided]:
    """What the rulings say, one on each award."""
    known = tuple(one.key for one in edition.programme.awards)
    for award in awards:
        if award not in known:
            raise Refusal("check-award-unknown", award=award, known=known)
    check_method(edition.programme, named, awards)
    detail: dict[str, Value] = {"method": named.method.to_mapping()}
    return [
        Decided(Decision(acts.METHOD, acts.award_subject(award), detail, reason), (award,))
        for award in awards
    ]


def check_method(programme: Programme, named: NamedMethod, awards: Iterable[str]) -> None:
    """Refuse a method that does not fit the rubric of one of the awards: FileFaults, with every problem."""
    known = tuple(award.key for award in programme.awards)
    faults: list[Fault] = [
        Fault(named.name, stage.award, "method-stage-unknown", {"given": stage.award, "known": known})
        for stage in named.method.stages
        if stage.award not in known
    ]
    for award in awards:
        try:
            check_fits(named.method, programme.rubric_of(award))
        except MethodRefused as refused:
            faults += (Fault(named.name, award, problem.code, problem.params) for problem in refused.problems)
    if faults:
        raise FileFaults(tuple(faults))
