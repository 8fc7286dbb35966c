"""Search by words: BM25 over the terms of each passage. Knows numbers, not passages."""

import json
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

from corpus.known import KnownError
from index.generation.sharing import share
from index.terms import terms

HEAP = 128_000_000  # bytes before a segment is written: 60,000 passages stay one segment
FREQUENCIES = 4096  # terms kept: those of a question are asked for several times, and by the next question again
PROBE = 200  # characters of a passage that it is looked for by, when a build is verified
LOCK = "Lockfile"  # in what tantivy says where it can't write one
META = "meta.json"  # the engine's own list of the pieces an index consists of
JOINED = "joined.json"
STEM = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.stemmer("english")).build()


class WordsUnreadable(KnownError):
    """The folder of the word index cannot be read or written."""


class Words:
    """A finished word index, held open."""

    def __init__(self, opened: tantivy.Index, starts: Sequence[int] = ()) -> None:
        self.schema = opened.schema
        self.searcher = opened.searcher()
        self.starts = starts or [0] * self.searcher.num_segments
        self._frequency = lru_cache(FREQUENCIES)(partial(_frequency, self.searcher))

    def __len__(self) -> int:
        return int(self.searcher.num_docs)

    def search(
        self, text: str, k: int, groups: Collection[int] | None = None, weight: Callable[[str], float] | None = None
    ) -> list[tuple[int, float]]:
        """The k best passages of `groups` (of all for None) with their BM25 scores, best first.

        `weight` gives by what the score of a stem is multiplied.
        """
        wanted = sorted(set(self.stems(text)))
        if not wanted or k < 1 or not len(self) or (groups is not None and not groups):
            return []
        terms = [(term, self._term(term)) for term in wanted]
        weighed = [Query.boost_query(query, weight(term)) if weight else query for term, query in terms]
        query = Query.boolean_query([(Occur.Should, one) for one in weighed])
        if groups is not None:
            query = self._inside(query, groups)
        hits = self.searcher.search(query, k, count=False).hits
        numbers = self._numbers([place for _, place in hits])
        found = [(number, float(score)) for number, (score, _) in zip(numbers, hits, strict=True)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def frequency(self, text: str) -> int:
        """In how many passages the term of a text stands: the rarest of its terms where there are several."""
        return self._frequency(text)

    def stems(self, text: str) -> list[str]:
        """The terms of a text as they are counted."""
        return _stemmed(text)

    def count(self, stem: str, groups: Collection[int] | None = None, without: frozenset[int] = frozenset()) -> int:
        """In how many passages of `groups` (of all for None) a term stands, those `without` not counted."""
        if groups is None:
            return int(self.searcher.doc_freq("terms", stem))
        if not groups:
            return 0
        hits = self.searcher.search(self._inside(self._term(stem), groups), max(1, len(self)) if without else 1)
        if not without:
            return int(hits.count or 0)  # type: ignore[attr-defined]  # its stub lacks it
        return sum(number not in without for number in self._numbers([place for _, place in hits.hits]))

    def holds(self, number: int, group: int, text: str) -> bool:
        """Whether the passage of this number is found by its own text; true for a text without terms."""
        found = self.search(text[:PROBE], max(1, len(self)), [group])
        return number in dict(found) or not _stemmed(text[:PROBE])

    def _numbers(self, places: list[tantivy.DocAddress]) -> list[int]:
        numbers = self.searcher.fast_field_values("number", places)
        return [
            self.starts[place.segment_ord] + int(number or 0) for place, number in zip(places, numbers, strict=True)
        ]

    def _inside(self, query: Query, groups: Collection[int]) -> Query:
        """The same query kept to some groups by a filter that adds nothing to the score."""
        inside = Query.const_score_query(Query.term_set_query(self.schema, "group", list(groups)), 0.0)
        return Query.boolean_query([(Occur.Must, query), (Occur.Must, inside)])

    def _term(self, term: str) -> Query:
        return Query.term_query(self.schema, "terms", term, "freq")


def _frequency(searcher: tantivy.Searcher, text: str) -> int:
    return min((int(searcher.doc_freq("terms", stem)) for stem in _stemmed(text)), default=0)


def write(passages: Iterable[tuple[int, int, str]], folder: Path) -> None:
    """Build the index of (number, group, text); a search can be kept to some groups."""
    folder.mkdir()
    try:
        made = tantivy.Index(_schema(), str(folder))
        writer = made.writer(HEAP, num_threads=1)
        for number, group, text in passages:
            writer.add_document(tantivy.Document(number=number, group=group, terms=" ".join(_stemmed(text))))
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:  # what tantivy raises for the disk's refusals too
        raise WordsUnreadable(f"{folder} can't be written: {error}") from error


def join(parts: Sequence[tuple[Path, int | None]], folder: Path, passages: int) -> None:
    """Make one index of several side by side, or of one part (by position) of some that were joined.

    Passages, of which there are so many in all, are numbered on from one to the next.
    """
    folder.mkdir()
    meta = json.loads((parts[0][0] / META).read_text(encoding="utf-8"))
    found = [_entries(place, part) for place, part in parts]
    for (place, _), entries in zip(parts, found, strict=True):
        names = {entry["segment_id"].replace("-", "") for entry in entries}
        for file in sorted(place.iterdir()):
            if file.stem in names:
                share(file, folder / file.name, passages)
    meta["segments"] = [entry for entries in found for entry in entries]
    (folder / META).write_text(json.dumps(meta), encoding="utf-8")
    (folder / JOINED).write_text(json.dumps([len(entries) for entries in found]), encoding="utf-8")


def _entries(folder: Path, part: int | None) -> list[dict[str, Any]]:
    """What the engine notes of the pieces that an index, or one part of it, consists of."""
    entries: list[dict[str, Any]] = json.loads((folder / META).read_text(encoding="utf-8"))["segments"]
    if part is None:
        return entries
    ends = list(accumulate(_joined(folder)))
    return entries[ends[part - 1] if part else 0 : ends[part]]


def _joined(folder: Path) -> list[int]:
    """Of how many of the engine's pieces each part consists; nothing of an index that wasn't joined."""
    file = folder / JOINED
    return list(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else []


def _starts(folder: Path) -> list[int]:
    """The number that those in each of the engine's pieces are counted from."""
    starts, at = [], 0
    counts = _joined(folder)
    for part in range(len(counts)):
        entries = _entries(folder, part)
        starts += [at] * len(entries)
        at += sum(entry["max_doc"] for entry in entries)
    return starts


def load(folder: Path) -> Words:
    """The index in the folder; raises WordsUnreadable."""
    try:
        return _opened(folder)
    except ValueError as error:
        if LOCK in str(error):
            return _opened_by_links(folder)
        raise WordsUnreadable(f"{folder} can't be read: it is missing or damaged") from error


def _opened(folder: Path) -> Words:
    opened = tantivy.Index.open(str(folder))
    opened.config_reader("manual")  # a generation never changes: nothing to watch for
    opened.reload()
    return Words(opened, _starts(folder))


def _opened_by_links(folder: Path) -> Words:
    """Open what may only be read: tantivy must write a lock beside the files it opens."""
    with tempfile.TemporaryDirectory() as place:
        for file in folder.iterdir():
            if file.suffix != ".lock":
                (Path(place) / file.name).symlink_to(file.resolve())
        try:
            return _opened(Path(place))
        except ValueError as error:
            raise WordsUnreadable(f"{folder} can't be read: {error}") from error


def _stemmed(text: str) -> list[str]:
    stemmed: list[str] = STEM.analyze(" ".join(terms(text)))
    return stemmed


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("number", fast=True)
    builder.add_integer_field("group", indexed=True)
    return builder.build()
