"""FAQ documents: a question a heading, its answer, and the clauses the answer rests on.

    ## 请三天假找谁批？

    也可以这样问：请假谁签字；三天假谁批

    三天以内的事假由部门负责人批准。

    依据：leave#2.3 @1a2b3c4d5e6f

An entry without a basis that still reads as it did when the entry was written is suspended (corpus.suspension).
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from corpus.models import Clause, Document, Record

STAMP_LENGTH = 12
LINE = 100  # characters of a question where it only has to be known again
BASIS = {"zh": "依据：", "en": "Basis: "}
ALSO = {"zh": "也可以这样问：", "en": "Also asked: "}
TODO = {"zh": "（待填写）", "en": "(to be written)"}

# "依据" is also an ordinary word: it opens a basis only where a link, or nothing, follows. A reader may
# have joined two lines into one paragraph, so that a basis can stand in the middle of a line.
_OPENS = re.compile(
    r"(?P<also>也可以这样问[:：]|Also asked:)"
    r"|(?:依据|\bBasis)[:：][ \t]*(?=\S+#\S|\S+[ \t]*@[ \t]*[0-9a-f]{12})"
    r"|^(?:依据|Basis)[:：][ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# Whatever follows the @ is taken for the stamp, so that a mistyped one is reported as what it is.
_LINKED = re.compile(
    r"(?P<link>[^\s@；;，,、][^\s@]*?)[；;，,、]*"
    r"(?:[ \t]*@[ \t]*(?P<stamp>[0-9a-f]{12}(?![0-9a-f])|[^\s；;，,、]*)|(?=\s|$))",
    re.IGNORECASE,
)


class Basis(Record):
    """A link to a clause, and the stamp of the words it had when the answer was written."""

    link: str
    stamp: str


class Entry(Record):
    """One question and its answer, `text[start:end]` of the FAQ document.

    `clause` is the key of the entry's heading. `loose` holds words after the basis, which no answer
    may leave out.
    """

    question: str
    also: tuple[str, ...]
    answer: str
    start: int
    end: int
    clause: str
    basis: tuple[Basis, ...]
    loose: str = ""


def stamp(text: str) -> str:
    """The stamp of a clause's words; how its lines are broken makes no difference."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:STAMP_LENGTH]


def stamps(links: Sequence[str], documents: Mapping[str, Document]) -> dict[str, str]:
    """The stamp of every clause that is there today."""
    found = {link: words(link, documents) for link in links}
    return {link: stamp(text) for link, text in found.items() if text is not None}


def words(link: str, documents: Mapping[str, Document]) -> str | None:
    """What a clause and all below it say, or a whole document; None if the link leads nowhere."""
    document = document_of(link, documents)
    if document is None:
        return None
    if link in documents:
        return document.text
    key = link.rpartition("#")[2]
    return next((document.text[c.start : c.until] for c in document.clauses if c.key == key), None)


def entries(document: Document) -> tuple[Entry, ...]:
    """The questions of a FAQ document, each with all that stands up to the next."""
    asked, sections = _heads(document)
    ends = dict(pairwise([*sorted(clause.start for clause in (*asked, *sections)), len(document.text)]))
    return tuple(_entry(document, clause, ends[clause.start]) for clause in asked)


def span(document: Document, entry: Entry) -> tuple[int, int]:
    """Where an entry stands in its document, its question included."""
    return next((c.start, max(c.until, entry.end)) for c in document.clauses if c.key == entry.clause)


def _heads(document: Document) -> tuple[list[Clause], list[Clause]]:
    """The clauses that ask, and those that only head a section of them."""
    asked: list[Clause] = []
    sections: list[Clause] = []
    tops = _asking(document, None)
    for top in tops:
        inner = _asking(document, document.clauses.index(top))
        if inner and (_bare(top, inner[0], document.text) or (len(tops) == 1 and inner[0].level == "heading")):
            sections.append(top)
            asked += inner
        else:
            asked.append(top)
    return asked, sections


def _asking(document: Document, parent: int | None) -> list[Clause]:
    return [c for c in document.clauses if c.parent == parent and _asks(c, document.text)]


def _bare(head: Clause, inner: Clause, text: str) -> bool:
    """Whether a heading has no words of its own before the first one under it."""
    # With words of its own it is a question whose answer has parts; a title over the whole document is
    # let have an introduction.
    return "\n" not in text[head.start : inner.start].strip()


def _asks(clause: Clause, text: str) -> bool:
    """Whether a clause is a heading; numbered ones are told from list items by their question mark."""
    first = text[clause.start : clause.end].strip().split("\n", 1)[0]
    return clause.level == "heading" or (clause.mark != "" and first.endswith(("？", "?")))


def _entry(document: Document, head: Clause, end: int) -> Entry:
    """The entry that opens with this heading and reaches to `end`."""
    first, _, _ = document.text[head.start : end].partition("\n")
    start = head.start + len(first)
    opened = list(_OPENS.finditer(document.text, start, end))
    stops = [*(mark.start() for mark in opened[1:]), end]
    lines = [_line_end(document.text, *span) for span in zip((m.end() for m in opened), stops, strict=False)]
    prose = _prose(document.text, [start, *lines], [mark.start() for mark in opened] + [end])
    answer = prose[0] if prose else (start, start)
    marked = [(mark, document.text[mark.end() : stop]) for mark, stop in zip(opened, lines, strict=True)]
    return Entry(
        question=head.heading or first.strip().removeprefix(head.mark).lstrip(" 　.．、:：)）"),
        also=tuple(one for mark, said in marked if mark["also"] for one in _wordings(said)),
        answer=document.text[slice(*answer)],
        start=answer[0],
        end=answer[1],
        clause=head.key,
        basis=tuple(one for mark, said in marked if not mark["also"] for one in _basis(said)),
        loose=" ".join(document.text[slice(*span)] for span in prose[1:]),
    )


def _line_end(text: str, start: int, stop: int) -> int:
    at = text.find("\n", start, stop)
    return stop if at < 0 else at


def _prose(text: str, starts: Sequence[int], stops: Sequence[int]) -> list[tuple[int, int]]:
    """The spans between the marked lines that hold words, without the blanks around them."""
    spans = []
    for start, stop in zip(starts, stops, strict=True):
        between = text[start:stop]
        if between.strip():
            left = start + len(between) - len(between.lstrip())
            spans.append((left, left + len(between.strip())))
    return spans


def _wordings(said: str) -> list[str]:
    return [one.strip() for one in re.split(r"[；;]", said) if one.strip()]


def _basis(said: str) -> list[Basis]:
    return [Basis(link=one["link"], stamp=(one["stamp"] or "").lower()) for one in _LINKED.finditer(said)]


def document_of(link: str, documents: Mapping[str, Document]) -> Document | None:
    """The document a link leads into; its id is what stands before the last #."""
    return documents.get(link) or documents.get(link.rpartition("#")[0])


def short(text: str, most: int = 30) -> str:
    """A text on one line, cut to so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
