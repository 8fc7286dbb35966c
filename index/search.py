"""One generation, held open: search and the records behind what it finds."""

import logging
import os
import time
import weakref
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from corpus.known import REINDEX
from corpus.models import Amended, Clause, Document, Passage, Procedure, Rule, Term
from corpus.rules.called import anybodys, plain
from index import tokens, vectors, words
from index.encoder import Encoder
from index.finder import Finder, Searched
from index.generation import generations, holding, library, manifest, suited
from index.generation.generations import GenerationDamaged, GenerationMissing
from index.generation.library import Library
from index.generation.records import Entry, Place, Source, parsed_procedure
from index.generation.section import Section
from index.hit import Hit

logger = logging.getLogger(__name__)

GONE = (-1, -1)  # of a file that isn't there any more: what is open stays open
LOOK = 0.5  # seconds


class Index:
    """One generation; it goes on from its own open files when another becomes current."""

    def __init__(self, data: Path, encoder: Encoder, name: str) -> None:
        place = generations.folder(data) / name
        self.data = data
        self.encoder = encoder
        self.generation = name
        self.current = name  # what was current when this was opened: another one, where that one is damaged
        self._release = weakref.finalize(self, os.close, holding.hold(place))
        self.manifest = manifest.read(place)
        suited.check(self.manifest, encoder, data)
        self._seen = {place / name: manifest.seen(place / name) for name in self.manifest.stored}
        self._looked = 0.0
        manifest.check(place, self.manifest)
        try:
            self.vectors = vectors.load(place / manifest.VECTORS)
            self.words = words.load(place / manifest.WORDS)
            self.tokens = tokens.load([place / one.name / manifest.TOKENS for one in self.manifest.parts])
        except (vectors.VectorsUnreadable, words.WordsUnreadable, tokens.TokensUnreadable) as error:
            raise GenerationDamaged(f"{error}: run {REINDEX} --full") from error
        self.records: Library = library.open_library(place, self.manifest)
        self.finder = Finder(encoder, Searched(self.vectors, self.words, self.tokens, self.records))
        self._entries: tuple[Entry, ...] | None = None
        self._amended = self.records.amended()
        self._glossary = self.manifest.glossary or self.records.glossary()
        self._names = self.records.shortened()

    @classmethod
    def open(cls, data: Path, encoder: Encoder) -> "Index":
        """The current generation, or where it is damaged the last that isn't, and a line in the log.

        Raises GenerationMissing, GenerationDamaged, ModelMismatch or ReadingNewer.
        """
        damaged: GenerationDamaged | None = None
        for name in generations.standing(data):
            try:
                opened = cls(data, encoder, name)
            except GenerationDamaged as error:
                damaged = damaged or error
                continue
            named = _named(data)
            opened.current = named or name
            if named != name or damaged:
                line = f"{generations.folder(data) / generations.CURRENT} names no generation: run {REINDEX}"
                logger.warning("%s; %s answers until then", damaged or line, name)
            return opened
        if damaged:
            raise damaged
        raise GenerationMissing(f"nothing has been indexed yet in {data}: run {REINDEX} --documents DIR --data {data}")

    def fresh(self) -> bool:
        """Whether this is still what answers: the same generation is current, and nobody wrote to its files.

        Its files are looked at once in LOOK seconds: a large generation has hundreds.
        """
        return _named(self.data) in (self.current, None) and self._untouched()

    def close(self) -> None:
        """Let go of the files."""
        self.records.close()
        self._release()

    def search(
        self,
        text: str,
        k: int = 10,
        documents: frozenset[str] | None = None,
        also: str = "",
        section: Section | None = None,
    ) -> list[Hit]:
        """The k best passages, of these documents (paths) where they are given, best first.

        `also` has more words to look for, such as translations, which the encoder is not shown. With a `section` that
        holds them, what stands outside it has no part in any score.
        """
        return self.finder.search(text, k, documents, also, section)

    def alike(self, text: str, others: Sequence[str]) -> list[float]:
        """How like a text, as it is searched for, each of some words is: cosines, in their order."""
        return self.finder.alike(text, others)

    def passage(self, id: str) -> Passage | None:
        """A passage by its id."""
        found = self.records.named("passages", [id])
        return Passage.model_validate_json(found[0]) if found else None

    def passages(self, path: str) -> list[Passage]:
        """The passages of a document."""
        return [Passage.model_validate_json(each) for each in self.records.of("passages", path)]

    def clauses(self, path: str) -> list[Clause]:
        """The clauses of a document."""
        return [Clause.model_validate_json(each) for each in self.records.of("clauses", path)]

    def document(self, path_or_id: str) -> Source | None:
        """A document with its text."""
        return self.records.source(path_or_id)

    def whole(self, path: str) -> Document:
        """A document with everything that was read from it; raises KeyError."""
        return self.records.document(path)

    def documents(self) -> tuple[Entry, ...]:
        """Every document without its content."""
        if self._entries is None:
            self._entries = tuple(self.records.entries())
        return self._entries

    def amended(self) -> Mapping[str, tuple[Amended, ...]]:
        """What is amended in each document (path) of which anything is, in the order of the days."""
        return self._amended

    def glossary(self) -> tuple[Term, ...]:
        """What an admin says that things are called in the other language."""
        return self._glossary

    def names(self, text: str, documents: Collection[str] | None = None) -> list[str]:
        """What else these documents (paths; all for None) call the actors that a text names."""
        known = dict.fromkeys(
            (one, other) for path, one, other in self._names if documents is None or path in documents
        )
        pairs = [*known, *((full, short) for short, full in known)]
        return [other for name, other in pairs if not anybodys(name) and plain(name) in text.casefold()]

    def rules(self, clauses: Collection[str]) -> dict[str, tuple[Rule, ...]]:
        """The rules read from each of these clauses (ids), in their order."""
        return self.records.rules(clauses)

    def procedure(self, id: str) -> Procedure | None:
        """A procedure by its id."""
        found = self.records.named("procedures", [id])
        return parsed_procedure(found[0]) if found else None

    def led(self, clauses: Collection[str]) -> dict[str, Procedure]:
        """The procedure that each of these clauses (ids) is a step of, or that is read from it as a whole."""
        return self.records.led(clauses)

    def procedures(self, path: str) -> list[Procedure]:
        """The procedures of a document."""
        return [Procedure.model_validate_json(each) for each in self.records.of("procedures", path)]

    def find(self, link: str) -> Place | None:
        """Where a link, or its short code, leads; None when it leads nowhere."""
        return self.records.find(link)

    def numbers(self, path: str) -> list[int]:
        """The numbers of a document's passages, in their order."""
        found: list[int] = self.records.numbers([path]).tolist()
        return found

    def _untouched(self) -> bool:
        """Whether nobody has written to its files since it was opened."""
        if time.monotonic() - self._looked < LOOK:
            return True
        self._looked = time.monotonic()
        return all(manifest.seen(path) in (then, GONE) for path, then in self._seen.items())

    def section(self, documents: Collection[str], without: frozenset[int]) -> Section:
        """These documents (paths) without some passages (numbers), to be searched as if they were all there is."""
        return self.finder.section(documents, without)


def _named(data: Path) -> str | None:
    """The name of the current generation; None where it can't be read."""
    try:
        return generations.current(data)
    except GenerationDamaged:
        return None
