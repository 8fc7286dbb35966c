"""What of one generation a reader may be shown: everything else is as if it were not there."""

from collections.abc import Callable, Mapping

from pydantic import ConfigDict

from bot.people.audience import Reader, may_read
from corpus import faq
from corpus.models import Document, Kind, Record
from index import Index
from index.generation.section import Section

Span = tuple[int, int]


class Readable(Record):
    """The documents (paths) a reader may see, and what of their FAQs is kept back.

    `kept_back` has the spans of FAQ entries that cite what the reader may not see, by path. `section` is all that is
    left of the generation, None where that is the whole.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    paths: frozenset[str]
    kept_back: Mapping[str, tuple[Span, ...]] = {}
    section: Section | None = None

    def within(self, start: str) -> "Readable":
        """The same of the documents whose path begins so."""
        if not start:
            return self
        return self.model_copy(update={"paths": frozenset(path for path in self.paths if path.startswith(start))})

    def shows(self, path: str, start: int, end: int) -> bool:
        """Tell whether a place may be seen: nothing of it is kept back."""
        return path in self.paths and not any(s < end and start < e for s, e in self.kept_back.get(path, ()))

    def text(self, document: Document) -> str:
        """A document's text without what is kept back."""
        parts, at = [], 0
        for start, end in sorted(self.kept_back.get(document.path, ())):
            parts.append(document.text[at:start])
            at = max(at, end)
        return "".join([*parts, document.text[at:]])


def readable(index: Index, whole: Callable[[str], Document], reader: Reader) -> Readable:
    """Return what a reader may be shown of a generation; `whole` gives a document by its path."""
    entries = index.documents()
    paths = frozenset(one.path for one in entries if may_read(one.facts.audience, reader))
    known = {one.id for one in entries if one.path in paths}
    spans: dict[str, tuple[Span, ...]] = {}
    numbers: set[int] = set()
    for one in entries if not reader.everything else ():
        if one.path in paths and one.facts.kind is Kind.FAQ and (found := kept_back(whole(one.path), known)):
            spans[one.path] = found
            passages = zip(index.numbers(one.path), whole(one.path).passages, strict=True)
            numbers |= {n for n, p in passages if any(s < p.end and p.start < e for s, e in found)}
    whole_generation = len(paths) == len(entries) and not numbers
    section = None if whole_generation else index.section(paths, frozenset(numbers))
    return Readable(paths=paths, kept_back=spans, section=section)


def kept_back(document: Document, known: frozenset[str] | set[str]) -> tuple[Span, ...]:
    """Return the spans of FAQ entries that rest on a document (its id) other than the `known` ones."""
    return tuple(
        faq.span(document, entry)
        for entry in faq.entries(document)
        if any(one.link not in known and one.link.rpartition("#")[0] not in known for one in entry.basis)
    )
