"""The citations of one answer: which words of which clause each [n] stands for."""

from collections.abc import Mapping, Sequence

from bot.answering.models import Citation
from corpus.models import Clause, Document, Kind


class Sources:
    """The citations of one answer, numbered in the order in which they come up."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self.documents = documents
        self.citations: list[Citation] = []

    def cite(self, path: str, start: int, end: int) -> int | None:
        """Return the number of the citation for a span, made if need be; None when it holds no words, or dead ones."""
        for known in self.citations:
            if known.document == path and known.start <= start and end <= known.end:
                return known.n
        document = self.documents[path]
        quote = document.text[start:end]
        if not quote.strip() or not document.alive(start, end):
            return None
        clause = clause_at(document.clauses, start, end)
        facts = document.facts
        self.citations.append(
            Citation(
                n=len(self.citations) + 1,
                document=path,
                title=facts.title,
                clause=clause.label if clause else "",
                effective=facts.effective or (facts.issued if facts.kind is Kind.RULE else None),
                repealed=facts.repealed,
                quote=quote,
                start=start,
                end=end,
                sha256=document.sha256,
                link=document.link(clause) if clause else document.id,
            )
        )
        return len(self.citations)


def clause_at(clauses: Sequence[Clause], start: int, end: int) -> Clause | None:
    """Return the innermost clause that holds a span whole, or the one it begins in."""
    holding = [c for c in clauses if c.start <= start and end <= c.until]
    return min(holding, key=lambda c: (c.until - c.start, -c.start), default=None)
