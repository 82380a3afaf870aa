"""Awards as tables name them."""

from imports.findings import Place, Term
from imports.matching import Index, label_key
from imports.remarks import Remarks
from rubrics.model import Award, Programme


class AwardNames:
    """Finds a programme's awards by key or by title in either language."""

    def __init__(self, programme: Programme) -> None:
        self._titles = tuple(Term(award.title.zh, award.title.en) for award in programme.awards)
        self._index: Index[Award] = Index(label_key)
        for award in programme.awards:
            self._index.add(award, award.title.zh, award.title.en, award.key)

    def named(self, written: str) -> Award | None:
        """The award meant; None where that cannot be told."""
        found = self._index.find(written)
        return found[0] if len(found) == 1 else None

    def find(self, written: str, place: Place, remarks: Remarks) -> Award | None:
        """The award meant; else None, and `award-unknown` (award, known) is said."""
        award = self.named(written)
        if award is None:
            remarks.block("award-unknown", place, award=written.strip(), known=self._titles)
        return award
