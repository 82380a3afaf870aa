"""By which method an award is counted: the edition's, with the quorum that the chair has ruled."""

from dataclasses import replace

from judge.ledger.ruled import Ruled
from judge.scoring.method import Method
from judge.services.editions.edition import Edition


def method_of(edition: Edition, ruled: Ruled, award: str) -> Method:
    """The method that counts an award under the rulings that hold."""
    return replace(edition.method, min_sheets=ruled.quorums.get(award, edition.method.min_sheets))
