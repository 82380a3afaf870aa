"""By which method an award is counted: the edition's or another by ruling, with the quorum by ruling."""

from dataclasses import replace

from judge.domain.refusal import Fault, FileFaults
from judge.ledger.canonical import Value
from judge.ledger.ruled import Ruled
from judge.locale import _, language
from judge.scoring.method import Method
from judge.scoring.method_rubric import check_fits
from judge.scoring.problems import MethodRefused
from judge.services.editions.edition import Edition
from rubrics.model import Rubric


def method_of(edition: Edition, ruled: Ruled, award: str) -> Method:
    """The method that counts an award under the rulings that hold."""
    method = stages_only_of(award, ruled_method(edition, ruled, award) or edition.method)
    return replace(method, min_sheets=ruled.quorums.get(award, method.min_sheets))


def stages_only_of(award: str, method: Method) -> Method:
    """The method as it counts an award: stages that it plans for another one are nothing to this."""
    return method if method.stages == method.stages_of(award) else replace(method, stages=())


def ruled_method(edition: Edition, ruled: Ruled, award: str) -> Method | None:
    """The method that the chair has ruled for an award; None where none was, or none that can count it."""
    said = ruled.methods.get(award)
    return None if said is None else recorded_method(said, edition.programme.rubric_of(award))


def method_faults(refused: MethodRefused, method: Method, award: str) -> FileFaults:
    """What keeps a method from counting an award, under the method's name."""
    name = method.title.language(language()) if method.title else _("method")
    return FileFaults(tuple(Fault(name, award, one.code, one.params) for one in refused.problems))


def recorded_method(settings: Value, rubric: Rubric) -> Method | None:
    """The method that a ruling recorded; None where it is none, or none for this rubric.

    No service rules so, and the audit finds who did.
    """
    try:
        method = Method.from_mapping(settings if isinstance(settings, dict) else {"": settings})
        check_fits(method, rubric)
    except MethodRefused:
        return None
    return method
