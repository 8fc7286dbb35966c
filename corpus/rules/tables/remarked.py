"""What an English remark in a table's row says of others than its columns: Dean above £1m; reported to the Court termly."""

import re
from collections.abc import Callable, Iterator, Sequence

from corpus.models import Act, Cell
from corpus.passages import chinese
from corpus.quantities import ranges
from corpus.rules.deeds import Deed
from corpus.rules.english import wording as wording_en
from corpus.rules.english.parts import as_participle
from corpus.rules.english.verbs import form_of
from corpus.rules.english.words import words as in_words

# an actor, what he does, the word for it, the cell that says so, and from which sum on
Remarked = tuple[str, Act, str, Cell, str]

_REMARK = re.compile(r"\b(?:remarks?|notes?|comments?|conditions?|provisos?|reporting|restrictions?)\b", re.IGNORECASE)
_PART = re.compile(r"[^;.]+(?:\.\d[^;.]*)*")
# Dean if the grant is from abroad
_CASE = re.compile(r"\s+(?P<case>(?:if|where|when|for|in|unless)\b.+)$", re.IGNORECASE)
_LINK = re.compile(r"^\W*(?:to|by)?\s*(?:the\s+)?|\W*(?:if|for|where|when|to)?\W*$", re.IGNORECASE)


def remarks(cells: Sequence[Cell], deeds: Callable[[str], Sequence[Deed]]) -> Iterator[Remarked]:
    """Yield what the remarks of a row say; `deeds` reads a sentence."""
    for cell in cells:
        if not _REMARK.search(cell.name) or chinese(cell.text):
            continue
        for part in _PART.findall(cell.text):
            told = deeds(part.strip()) or deeds(_in_full(part.strip()))
            for deed in told:
                yield deed.actor, deed.act, deed.verb, cell, _bound(part) if deed.act is Act.DECIDE else ""
            if not told:
                yield from ((actor, Act.DECIDE, "", cell, said) for actor, said in _above(part) or _in_case(part))


def _bound(words: str) -> str:
    return next((words[one.start : one.end] for one in ranges(words) if one.low != one.high), "")


def _above(words: str) -> list[tuple[str, str]]:
    """Return the names beside the only bound of a remark that says nothing else: Dean above £1m; over £50: the Court."""
    found = [one for one in ranges(words) if one.low != one.high]
    if len(found) != 1:
        return []
    rest = [_LINK.sub("", words[: found[0].start]), _LINK.sub("", words[found[0].end :])]
    return _named(" ".join(filter(None, rest)), _bound(words))


def _in_case(words: str) -> list[tuple[str, str]]:
    """Return the names before the case in which a remark lets them decide: Dean if the grant is from abroad."""
    case = _CASE.search(words)
    return _named(_LINK.sub("", words[: case.start()]), case["case"]) if case else []


def _named(name: str, said: str) -> list[tuple[str, str]]:
    return [(name[start:end], said) for start, end in wording_en.names(name)]


def _in_full(words: str) -> str:
    """Return a remark with the words that it leaves out: the Court | is | informed; (it) requires the Court's consent."""
    own = in_words(words)
    first = form_of(own[0].low) if own else None
    if first and first.kind == "s":
        return f"It {words[:1].lower()}{words[1:]}"
    done = next((word for word in own[1:] if as_participle(word)), None)
    return f"{words[: done.start]}is {words[done.start :]}" if done else ""
