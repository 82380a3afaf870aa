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

    def find(self, written: str, place: Place, remarks: Remarks) -> Award | None:
        """The award meant; else None, and `award-unknown` (award, known) is said."""
        found = self._index.find(written)
        if len(found) == 1:
            return found[0]
        remarks.block("award-unknown", place, award=written.strip(), known=self._titles)
        return None
