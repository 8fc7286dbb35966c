"""The lines under a title, each statement in them by itself: "Version 4 · takes effect 1 May · replaces …"."""

import re
from collections.abc import Iterator, Sequence

from corpus.models import Clause
from corpus.sentences import Sentence
from corpus.validity.dates import DAY_EN, DAY_ZH

_BETWEEN = re.compile(r"\s*[|｜•]\s*|\s*·\s*|\s[–—]\s|[\u3000\t]+|\s{2,}")
_STAMPED = re.compile(r"[\[\]【】［］]|(?<=[.。])\s+|^[（(]|[)）]$")
_COMMA = re.compile(r"[，,；;]\s*")
_HEAD, _LABEL = 1500, 20  # characters from the start in which such a table may begin, and of what stands before a colon
_LONGEST = 70  # characters of a line that only dates, numbers and signs a document
# what such a line says beside the day: the number of the document, who made it, who passed it
_SIGNS = re.compile(
    r"[〔\[（(]\s*\d{4}\s*[〕\]）)]|号$|文号|编[制印]?|印发|印制|发布|公布|颁布|通过|批准|审[定议]|修订|版本?|制定?$|[vV]\d|(?:[办处科部室组局委会院中心])$"
)
# ADM-22, in force from August 1, 2023
_COMMA_EN = re.compile(r",\s+(?=(?:now |and )?[a-z])")
_DATED_EN = re.compile(
    r"(?:(?:now|and|is|has been)\s+)*(?:in (?:force|use|operation|effect)|valid|effective|applicable|applies|takes effect)\s+"
    rf"(?:(?:from|since|as of|as from|on)\s+)?(?:the\s+|\w+day,?\s+)?{DAY_EN}\.?$",
    re.IGNORECASE,
)
_DATED = re.compile(rf"^(?:自|从|于)?\s*{DAY_ZH}\s*(?:之?日)?\s*起?\s*(?:正式|开始)?\s*\w{{2}}$")


def parted(said: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the statements in the opening lines of a document that stand beside others, each as a sentence."""
    for one in said:
        if not one.opening:
            continue
        for piece in _statements(one.heard):
            if piece != one.words:
                yield one._replace(words=piece, heard=piece)


def _statements(words: str) -> Iterator[str]:
    for piece in _BETWEEN.split(words):
        plain = _unbracketed(piece.strip(" *_"))
        if plain:
            yield plain
            yield from _dates(plain)


def _unbracketed(words: str) -> str:
    """Return words without brackets around them, or without the one that the other half of them lacks."""
    opened, closed = (sum(words.count(one) for one in both) for both in ("(（", ")）"))
    around = words[:1] in ("(", "（") and words[-1:] in (")", "）") and opened == 1
    if around or opened > closed:
        words = words.lstrip("(（")
    return words.rstrip(")）") if around or closed > opened else words


def _dates(words: str) -> Iterator[str]:
    """Yield what only dates a document beside what numbers or signs it: …〔2023〕14号，2023年5月1日起施行."""
    if len(words) <= _LONGEST:
        yield from (part for part in _COMMA_EN.split(words)[1:] if _DATED_EN.match(part))
    parts = [part.strip() for part in _COMMA.split(words)]
    if len(words) <= _LONGEST and len(parts) > 1:
        beside = [part for part in parts if not _DATED.match(part)]
        if all(_SIGNS.search(part) for part in beside):
            yield from (part for part in parts if _DATED.match(part))


def rows(text: str, clauses: Sequence[Clause]) -> Iterator[Sentence]:
    """Yield the rows of a table of two columns at the head of a document, as "Subject: Changes to the Leave Rules"."""
    first = next((c.start for c in clauses if c.mark and c.level not in ("table", "row")), len(text))
    for n, clause in enumerate(clauses):
        if clause.level not in ("table", "row") or clause.start >= min(first, _HEAD):
            continue
        cells = text[clause.start : clause.end].strip().split(" | ")
        if len(cells) == 2 and len(cells[0]) <= _LABEL:
            words = f"{cells[0].strip(' *_:：')}: {cells[1]}"
            yield Sentence(
                start=clause.start, end=clause.end, words=words, heard=words, clause=n, part=None, opening=True, closing=False
            )  # fmt: skip


def pieces(words: str) -> list[str]:
    """Return what stands between the brackets and full stops of some words, each without its marks."""
    return [plain for each in _STAMPED.split(words.strip()) if (plain := each.strip(" *_　（()）"))]
