"""What else stands under the heading of a passage: a question is likelier about a section all of which is like it."""

from collections.abc import Collection, Sequence

from corpus.models import Passage
from index.generation.library import Library
from index.memo import Memo
from index.vectors import Matrix, Vectors

MOST = 40  # passages under one heading that are looked at, those nearest to it
PLACES = 8192  # passages of which that is kept


class Headings:
    """The passages of a generation by their headings; documents are looked at when they are first asked for."""

    def __init__(self, records: Library, vectors: Vectors) -> None:
        self._records = records
        self._vectors = vectors
        self._known: dict[str, tuple[int, list[tuple[str, int, int]]]] = {}
        self._beside: Memo[int, list[int]] = Memo(PLACES)

    def beside(
        self, found: Sequence[tuple[int, Passage]], query: Matrix, usual: float, without: Collection[int]
    ) -> list[float]:
        """The mean cosine of a question to what else stands under each passage's heading, `usual` where nothing does.

        Passages of the numbers `without` don't count, nor those that share words with the passage itself.
        """
        passages = dict(found)
        held = self._beside.of(
            passages, lambda some: {number: self._others(number, passages[number]) for number in some}
        )
        others = [held[number] for number, _ in found]
        if without:
            others = [[one for one in some if one not in without] for some in others]
        every = sorted({number for some in others for number in some})
        cosines = dict(zip(every, (self._vectors.rows(every) @ query).tolist(), strict=True)) if every else {}
        return [sum(cosines[number] for number in some) / len(some) if some else usual for some in others]

    def _others(self, number: int, passage: Passage) -> list[int]:
        first, headed = self._headed(passage.document)
        same = [
            first + place
            for place, (heading, start, end) in enumerate(headed)
            if heading == passage.breadcrumb and (end <= passage.start or passage.end <= start)
        ]
        return sorted(same, key=lambda one: abs(one - number))[:MOST]

    def _headed(self, path: str) -> tuple[int, list[tuple[str, int, int]]]:
        """Return the number of a document's first passage, and the heading and the span of each."""
        if path not in self._known:
            numbers = self._records.numbers([path])
            self._known[path] = int(numbers[0]) if len(numbers) else 0, self._records.headed(path)
        return self._known[path]
